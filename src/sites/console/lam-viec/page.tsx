/** Việc của tôi: what the officer holds and what waits for her role, soonest due first. */
import { shortProcedureName } from '#modules/catalogue/index.ts'
import { dueLights, nearDueHours } from '#modules/organization/index.ts'
import { type InboxFilter, type InboxRow, readInbox } from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatMoment, wholeMinute } from '#platform/text/dates.ts'
import { Button, EmptyState, Field, FilterBar, Form, ListPager, TabLinks, Table } from '#ui/index.ts'
import { MorningPart, morningOf } from '../ban-tin/start.tsx'
import { BulkBar, selectionOf } from '../bulk-bar.tsx'
import { Due, leftWords, stepLights, toneOf } from '../due.tsx'
import { rememberedConsolePage } from '../layout.tsx'
import { nearUntil } from '../near.ts'
import { railFacts } from '../rail-facts.ts'
import { keepWorkCounts } from '../work-counts.ts'
import { routes as views } from './bo-loc/page.tsx'
import { routes as unitWork } from './don-vi/page.tsx'
import { KINDS, LISTS, STANDINGS } from './filters.ts'
import { routes as bulk } from './hang-loat/page.tsx'
import { StandingAndKind } from './standing-and-kind.tsx'
import { routes as search } from './tim/page.ts'
import { copy } from './words.ts'

const PAGE_SIZE = 50
const RESULTS = 'danh-sach'

export const routes: Route[] = [
  { method: 'GET', url: '/lam-viec', permission: 'signed-in', handle: page },
  ...search,
  ...bulk,
  ...unitWork,
  ...views,
]

async function page(request: PageRequest): Promise<Reply> {
  const { services, viewer, language, query } = request
  if (viewer.actor.kind !== 'officer') return commonErrors.fail('access.sign-in')
  const text = copy(language)
  const now = wholeMinute(request.now)
  const until = await nearUntil(services.database, now)
  const filter: InboxFilter = {
    list: LISTS[query.ds ?? ''] ?? 'mine',
    standing: STANDINGS[query.han ?? ''],
    kind: KINDS.find((kind) => kind === query.buoc),
    unitId: Number(query.dv) || undefined,
    text: query.q,
    page: Math.max(1, Number.parseInt(query.trang ?? '1', 10) || 1),
    pageSize: PAGE_SIZE,
  }
  const [inbox] = await Promise.all([readInbox(services.database, viewer.actor.id, filter, now, until), railFacts(request)])
  const { total, counts, calendarVersion } = inbox
  keepWorkCounts(request, counts)
  // On the page that sign-in leads to, before anything is chosen.
  const morning = request.url === '/lam-viec' ? await morningOf(request) : undefined
  const left = await leftWords(services.database, now, language, calendarVersion)
  const light = await stepLights(services.database, now, calendarVersion)
  const thresholds = await dueLights(services.database)
  const hours = await nearDueHours(services.database)
  const none = { mine: text.noneMine, waiting: text.noneWaiting, all: text.noneAll }
  const isFiltered = Boolean(filter.standing || filter.kind || filter.text || filter.unitId)
  const pageHref = (number: number) => hrefOf({ ...query, trang: number === 1 ? undefined : String(number) })
  const draw = () => {
    const { rows } = inbox
    return (
      <>
        <h1>{text[filter.list]}</h1>
        {morning && <MorningPart morning={morning} language={language} />}
        <TabLinks
          label={text.lists}
          tabs={[
            { label: text.mine, href: '/lam-viec', current: filter.list === 'mine', count: counts.mine },
            { label: text.waiting, href: '/lam-viec?ds=cho-nhan', current: filter.list === 'waiting', count: counts.waiting },
            { label: text.all, href: '/lam-viec?ds=tat-ca', current: filter.list === 'all', count: counts.mine + counts.waiting },
          ]}
        />
        <FilterBar
          action="/lam-viec"
          values={query}
          hidden={{ ds: query.ds || undefined, dv: filter.unitId ? String(filter.unitId) : undefined }}
          live={RESULTS}
          clearHref={isFiltered ? hrefOf({ ds: query.ds }) : undefined}
        >
          <Field name="q" type="search" label={text.text} hideLabel placeholder={text.textHint} />
          <StandingAndKind hours={hours} language={language} />
        </FilterBar>
        {isFiltered && (
          <p>
            <a href={`/lam-viec/bo-loc${request.url.slice(request.path.length)}`}>{text.saveFilter}</a>
          </p>
        )}
        <div id={RESULTS}>
          <Table
            caption={text[filter.list]}
            hideCaption
            dense
            selection={selectionOf(language)}
            rows={rows}
            rowKey={(row) => `${row.dossierId}-${row.taskNumber}`}
            rowHref={(row) => `/ho-so/${row.code}`}
            rowTone={(row) => toneOf(light(row))}
            remember={(row) =>
              JSON.stringify([
                row.code,
                row.taskNumber,
                row.ownerName,
                row.procedureName,
                row.stepName,
                row.stepDueAt.getTime(),
                light(row),
                left(row.unitPath, row.stepDueAt),
                row.dueAt.getTime(),
                isLegallyLate(row, now),
                row.isMine || request.url,
                row.standsInFor,
              ])
            }
            columns={[
              { key: 'code', head: text.code, nowrap: true, cell: (row: InboxRow) => row.code },
              { key: 'owner', head: text.owner, cell: (row: InboxRow) => row.ownerName },
              { key: 'procedure', head: text.procedure, oneLine: true, cell: (row: InboxRow) => shortProcedureName(row.procedureName) },
              { key: 'step', head: text.step, cell: (row: InboxRow) => <Step row={row} text={text} /> },
              {
                key: 'step-due',
                head: text.stepDue,
                cell: (row: InboxRow) => <Due light={light(row)} due={row.stepDueAt} left={left(row.unitPath, row.stepDueAt)} />,
              },
              { key: 'due', head: text.due, width: 'narrow', cell: (row: InboxRow) => <LegalDue row={row} now={now} late={text.late} /> },
              ...(filter.list === 'mine'
                ? []
                : [
                    {
                      key: 'claim',
                      head: text.action,
                      width: 'narrow' as const,
                      cell: (row: InboxRow) => (row.isMine ? text.yours : <Claim row={row} back={request.url} text={text} />),
                    },
                  ]),
            ]}
            empty={
              <EmptyState title={isFiltered ? text.noneFiltered : none[filter.list]}>
                {isFiltered
                  ? text.clearHint
                  : filter.list === 'mine' && counts.waiting > 0 && <a href="/lam-viec?ds=cho-nhan">{text.takeOne(counts.waiting)}</a>}
              </EmptyState>
            }
          />
          {rows.length > 0 && <BulkBar back={request.url} canClaim={filter.list !== 'mine'} language={language} />}
          {rows.length > 0 && (
            <ListPager page={filter.page} pageSize={PAGE_SIZE} shown={rows.length} total={total} noun={text.dossiers} hrefOf={pageHref} />
          )}
        </div>
      </>
    )
  }
  const shows = [
    now.getTime(),
    until.getTime(),
    calendarVersion,
    total,
    inbox.rowsAsText,
    counts.mine,
    counts.waiting,
    thresholds.half,
    thresholds.near,
    hours,
    JSON.stringify(morning ?? null),
  ]
  return rememberedConsolePage(request, { title: text[filter.list] }, shows, draw)
}

/** The step, and whose work it is where the officer stands in. */
function Step({ row, text }: { row: InboxRow; text: ReturnType<typeof copy> }) {
  return (
    <>
      {row.stepName}
      {row.standsInFor && <span class="muted"> {text.standsInFor(row.standsInFor)}</span>}
    </>
  )
}

/** The date promised to the applicant, which is another clock than the step's. */
function LegalDue({ row, now, late }: { row: InboxRow; now: Date; late: string }) {
  return (
    <>
      {formatMoment(row.dueAt)}
      {isLegallyLate(row, now) && <strong class="is-late"> {late}</strong>}
    </>
  )
}

const isLegallyLate = (row: InboxRow, now: Date): boolean => !row.finishedAt && row.lateFrom !== null && row.lateFrom <= now

function Claim({ row, back, text }: { row: InboxRow; back: string; text: ReturnType<typeof copy> }) {
  return (
    <Form action={`/ho-so/${row.code}/nhan`} hidden={{ taskNumber: String(row.taskNumber), ve: back }} label={text.claimOf(row.code)}>
      <Button small>{text.claim}</Button>
    </Form>
  )
}

function hrefOf(query: Record<string, string | undefined>): string {
  const filled = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return filled.length > 0 ? `/lam-viec?${new URLSearchParams(filled)}` : '/lam-viec'
}

/** Không để hồ sơ bị bỏ quên: what the watchdog finds at the units of a leader, why, and who has to act. */
import { stateWords } from '#modules/dossier/index.ts'
import {
  answerableOf,
  type Finding,
  findingFigures,
  findingsFor,
  type Head,
  READ_WATCH,
  totalOf,
  type UnmannedReason,
} from '#modules/watch/index.ts'
import { type MessageKind, REASSIGN } from '#modules/workflow/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { Button, EmptyState, Form, ListPager, TabLinks, Table } from '#ui/index.ts'
import { BULK_URL, TICK } from '../bulk-bar.tsx'
import { outgoingWords } from '../can-gui/words.ts'
import { consolePage } from '../layout.tsx'
import { WatchFigures } from './figures.tsx'
import { kindOfSlug, WATCH_URL, watchHref } from './kinds.ts'
import { type WatchText, watchWords } from './words.ts'

const PAGE_SIZE = 50

export const routes: Route[] = [{ method: 'GET', url: WATCH_URL, permission: READ_WATCH, handle: page }]

async function page(request: PageRequest): Promise<Reply> {
  const { services, viewer, language, now, query, url } = request
  const { database } = services
  const text = watchWords(language)
  const states = stateWords(language)
  const messages = outgoingWords(language).kinds
  const kind = kindOfSlug(query.loai)
  const number = Math.max(1, Number.parseInt(query.trang ?? '1', 10) || 1)
  const whose = { actor: viewer.actor, now }
  const [{ rows, total }, figures] = await Promise.all([
    findingsFor(database, whose, { kind, page: number, pageSize: PAGE_SIZE }),
    findingFigures(database, whose, { isFresh: true }),
  ])
  const heads = await answerableOf(
    database,
    rows.map(({ unitId }) => unitId),
    now,
  )
  const pageHref = (to: number) => `${WATCH_URL}?${new URLSearchParams({ ...(query.loai ? { loai: query.loai } : {}), trang: String(to) })}`
  return consolePage(
    request,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <p class="muted">{text.lead}</p>
      {totalOf(figures) > 0 && <WatchFigures figures={figures} text={text} />}
      {kind && (
        <TabLinks
          label={text.filter}
          tabs={[
            { label: text.every, href: WATCH_URL, current: false, count: totalOf(figures) },
            { label: text.kinds[kind], href: watchHref(kind), current: true, count: figures[kind] ?? 0 },
          ]}
        />
      )}
      <Table<Finding>
        caption={text.title}
        hideCaption
        dense
        rows={rows}
        rowKey={({ kind: of, dossierId, taskNumber, messageId }) => `${of} ${dossierId} ${taskNumber} ${messageId}`}
        rowTone={() => 'late'}
        columns={[
          { key: 'what', head: text.what, isRowHead: true, cell: (row) => text.kinds[row.kind] },
          {
            key: 'about',
            head: text.about,
            cell: (row) => (
              <>
                <a class="code" href={`/ho-so/${row.code}`}>
                  {row.code}
                </a>
                <br />
                {row.messageKind ? messages[row.messageKind as MessageKind] : (row.stepName ?? states[row.state as keyof typeof states])}
                {row.holderName && `, ${row.holderName}`}
              </>
            ),
          },
          { key: 'why', head: text.why, cell: (row) => whyOf(row, text) },
          { key: 'since', head: text.since, nowrap: true, cell: (row) => formatMoment(row.since) },
          {
            key: 'who',
            head: text.who,
            cell: (row) => (
              <>
                {namesOf(heads.get(row.unitId)) || text.nobody}
                <br />
                <span class="muted">{row.unitName}</span>
              </>
            ),
          },
          { key: 'act', head: text.act, cell: (row) => <Act row={row} text={text} back={url} mayReassign={viewer.holds(REASSIGN)} /> },
        ]}
        empty={<EmptyState title={text.none}>{text.noneHint}</EmptyState>}
      />
      {rows.length > 0 && (
        <ListPager page={number} pageSize={PAGE_SIZE} shown={rows.length} total={total} noun={text.noun} hrefOf={pageHref} />
      )}
    </>,
  )
}

function whyOf({ kind, why }: Finding, text: WatchText): string {
  if (kind === 'task-unmanned') return text.unmanned[why as UnmannedReason]
  return kind === 'escalation-failed' ? text.broken(why ?? '') : text.reasons[kind]
}

/** The one thing that helps, where there is one. */
function Act({ row, text, back, mayReassign }: { row: Finding; text: WatchText; back: string; mayReassign: boolean }) {
  if (row.kind === 'task-unmanned' && mayReassign)
    return (
      <Form
        action={BULK_URL}
        hidden={{ lam: 'giao', ve: back, [TICK]: `${row.dossierId}-${row.taskNumber}` }}
        label={text.reassignOf(row.code)}
      >
        <Button small>{text.reassign}</Button>
      </Form>
    )
  if (row.messageId !== null) return <a href={`/can-gui/${row.messageId}`}>{text.deliver}</a>
  if (row.kind === 'late-unapologised') return <a href={`/ho-so/${row.code}/viec/xin-loi`}>{text.apologise}</a>
  return <a href={`/ho-so/${row.code}`}>{text.open}</a>
}

const MOST_NAMES = 3
const namesOf = (heads: readonly Head[] = []): string => {
  const names = heads.slice(0, MOST_NAMES).map(({ fullName }) => fullName)
  return heads.length > MOST_NAMES ? `${names.join(', ')}…` : names.join(', ')
}

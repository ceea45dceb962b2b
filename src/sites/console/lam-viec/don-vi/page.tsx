/** Việc của đơn vị: what is open at the units a leader may reassign, whoever holds it; ticked tasks are given or spread from here. */
import { shortProcedureName } from '#modules/catalogue/index.ts'
import { nearDueHours } from '#modules/organization/index.ts'
import { REASSIGN, readUnitWork, type UnitWorkFilter, type UnitWorkRow } from '#modules/workflow/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { EmptyState, Field, FilterBar, ListPager, Select, Table, Tag } from '#ui/index.ts'
import { BulkBar, selectionOf } from '../../bulk-bar.tsx'
import { Due, leftWords, stepLights, toneOf } from '../../due.tsx'
import { consolePage } from '../../layout.tsx'
import { nearUntil } from '../../near.ts'
import { KINDS, STANDINGS } from '../filters.ts'
import { StandingAndKind } from '../standing-and-kind.tsx'
import { copy as workWords } from '../words.ts'

const URL = '/lam-viec/don-vi'
const PAGE_SIZE = 50
const RESULTS = 'danh-sach'
const NOBODY = 'chua-ai'

export const routes: Route[] = [{ method: 'GET', url: URL, permission: REASSIGN, handle: page }]

async function page(request: PageRequest): Promise<Reply> {
  const { services, viewer, language, now, query, url } = request
  const { database } = services
  const text = { ...workWords(language), ...copy(language) }
  const until = await nearUntil(database, now)
  const filter: UnitWorkFilter = {
    standing: STANDINGS[query.han ?? ''],
    kind: KINDS.find((kind) => kind === query.buoc),
    holder: query.nguoi === NOBODY ? 'nobody' : Number(query.nguoi) || undefined,
    text: query.q,
    page: Math.max(1, Number.parseInt(query.trang ?? '1', 10) || 1),
    pageSize: PAGE_SIZE,
  }
  const { rows, total, holders } = await readUnitWork(database, { actor: viewer.actor, now, nearUntil: until }, filter)
  const left = await leftWords(database, now, language)
  const light = await stepLights(database, now)
  const hours = await nearDueHours(database)
  const isFiltered = Boolean(filter.standing || filter.kind || filter.text || filter.holder)
  const pageHref = (number: number) => `${URL}?${new URLSearchParams({ ...query, trang: String(number) })}`
  return consolePage(
    request,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <FilterBar action={URL} values={query} live={RESULTS} clearHref={isFiltered ? URL : undefined}>
        <Field name="q" type="search" label={text.text} hideLabel placeholder={text.textHint} />
        <Select
          name="nguoi"
          label={text.holder}
          hideLabel
          blank={text.anybody}
          options={holders.map(({ officerId, fullName, openTasks }) => ({
            value: officerId === null ? NOBODY : String(officerId),
            label: `${fullName ?? text.nobody} (${openTasks})`,
          }))}
        />
        <StandingAndKind hours={hours} language={language} />
      </FilterBar>
      <div id={RESULTS}>
        <Table<UnitWorkRow>
          caption={text.title}
          hideCaption
          dense
          selection={selectionOf(language)}
          rows={rows}
          rowKey={(row) => `${row.dossierId}-${row.taskNumber}`}
          rowHref={(row) => `/ho-so/${row.code}`}
          rowTone={(row) => toneOf(light(row))}
          columns={[
            { key: 'code', head: text.code, nowrap: true, cell: (row) => row.code },
            { key: 'owner', head: text.owner, cell: (row) => row.ownerName },
            { key: 'procedure', head: text.procedure, oneLine: true, cell: (row) => shortProcedureName(row.procedureName) },
            { key: 'step', head: text.step, cell: (row) => row.stepName },
            {
              key: 'holder',
              head: text.holder,
              cell: (row) =>
                row.holderName === null ? (
                  <span class="muted">{text.nobody}</span>
                ) : (
                  <>
                    {row.holderName} {row.isHolderAway && <Tag tone="paused">{text.away}</Tag>}
                  </>
                ),
            },
            {
              key: 'step-due',
              head: text.stepDue,
              cell: (row) => <Due light={light(row)} due={row.stepDueAt} left={left(row.unitPath, row.stepDueAt)} />,
            },
          ]}
          empty={<EmptyState title={isFiltered ? text.noneFiltered : text.noneAll}>{isFiltered && text.clearHint}</EmptyState>}
        />
        {rows.length > 0 && <BulkBar back={url} canClaim={false} language={language} />}
        {rows.length > 0 && (
          <ListPager page={filter.page} pageSize={PAGE_SIZE} shown={rows.length} total={total} noun={text.dossiers} hrefOf={pageHref} />
        )}
      </div>
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Việc của đơn vị',
    holder: 'Người giữ',
    anybody: 'Mọi người',
    nobody: 'Chưa ai nhận',
    away: 'Đang vắng',
  },
  en: {
    title: 'Work of my units',
    holder: 'Held by',
    anybody: 'Anybody',
    nobody: 'Nobody yet',
    away: 'Away',
  },
})

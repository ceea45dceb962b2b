/** Hồ sơ quá hạn: open ones and those finished late in a period, each with who owes how much; on the screen, on paper, as a spreadsheet. */
import { printPaper } from '#modules/papers/index.ts'
import { type LateRow, lateListXlsx, MAX_LATE_ROWS, printLateList, readLateList } from '#modules/settlement/index.ts'
import { download, type PageRequest, type Reply, type Route } from '#platform/http/route.ts'
import { formatDate, formatMoment } from '#platform/text/dates.ts'
import { Button, ButtonRow, EmptyState, Field, FilterBar, Pager, Panel, Select, Table, Tag } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { minutesText } from '../minutes-text.ts'
import { type LateScope, lateHref, lateScope } from './filter.ts'
import { apologies, copy } from './words.ts'

const PAGE_SIZE = 50
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const APOLOGY_LOOKS = {
  made: { tone: 'ok', shape: 'tick' },
  excused: { tone: 'neutral' },
  owed: { tone: 'late', shape: 'cross' },
} as const

export const routes: Route[] = [
  { method: 'GET', url: '/qua-han', permission: 'reporting.read', handle: page },
  { method: 'POST', url: '/qua-han/in', permission: 'reporting.export', handle: print },
  { method: 'GET', url: '/qua-han/danh-sach.xlsx', permission: 'reporting.export', handle: xlsx },
]

async function page(request: PageRequest): Promise<Reply> {
  const { services, viewer, now, language, query } = request
  const text = copy(language)
  const scope = await lateScope(request)
  // Who counts (an inspector) may not open.
  const mayOpen = viewer.holds('dossier.read')
  const number = Math.max(1, Number(query.trang) || 1)
  const list = await readLateList(services.database, { actor: viewer.actor, now }, scope.filter, { size: PAGE_SIZE, number }, language)
  return consolePage(
    request,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <p>{text.what}</p>
      <Filters scope={scope} text={text} />
      {list.rows.length === 0 ? (
        <EmptyState title={text.none}>{text.noneHint}</EmptyState>
      ) : (
        <>
          {viewer.holds('reporting.export') && (
            <ButtonRow>
              <form method="post" action={lateHref('/qua-han/in', scope.filter)} target="_blank" rel="noopener">
                <Button disabled={list.total > MAX_LATE_ROWS}>{text.print}</Button>
              </form>
              <Button href={lateHref('/qua-han/danh-sach.xlsx', scope.filter)}>{text.xlsx}</Button>
            </ButtonRow>
          )}
          <Panel id="tong-hop" title={text.sums}>
            <Table
              caption={text.sumsOf(list.rows.length, list.total)}
              dense
              rows={list.sums}
              rowKey={({ who }) => who}
              columns={[
                { key: 'who', head: text.who, width: 'wide', cell: ({ who }) => who },
                { key: 'dossiers', head: text.dossiersHead, align: 'end', cell: ({ dossiers }) => dossiers },
                { key: 'minutes', head: text.late, align: 'end', nowrap: true, cell: ({ minutes }) => minutesText(minutes, language) },
              ]}
              foot={{ who: text.total, minutes: minutesText(list.lateMinutes, language) }}
            />
          </Panel>
          <Table<LateRow>
            caption={text.caption(list.total)}
            dense
            rows={list.rows}
            rowKey={({ id }) => id}
            rowHref={mayOpen ? ({ code }) => `/ho-so/${code}` : undefined}
            columns={[
              { key: 'code', head: text.code, isRowHead: true, nowrap: true, cell: ({ code }) => code },
              { key: 'procedure', head: text.procedure, width: 'wide', cell: ({ procedureName }) => procedureName },
              { key: 'unit', head: text.settles, cell: ({ settlingUnitName }) => settlingUnitName },
              { key: 'due', head: text.due, width: 'narrow', cell: ({ dueAt }) => formatMoment(dueAt) },
              {
                key: 'finished',
                head: text.finished,
                width: 'narrow',
                cell: ({ finishedAt }) => (finishedAt ? formatMoment(finishedAt) : text.open),
              },
              { key: 'late', head: text.late, align: 'end', nowrap: true, cell: ({ lateMinutes }) => minutesText(lateMinutes, language) },
              {
                key: 'shares',
                head: text.who,
                width: 'wide',
                cell: ({ shares }) => (
                  <>
                    {shares.map(({ who, minutes, payer }) => (
                      <div key={`${payer.kind}-${payer.id ?? ''}-${payer.step ?? ''}`}>
                        {who}: <span class="nowrap">{minutesText(minutes, language)}</span>
                      </div>
                    ))}
                  </>
                ),
              },
              {
                key: 'apology',
                head: text.apology,
                nowrap: true,
                cell: ({ apology }) => <Tag {...APOLOGY_LOOKS[apology]}>{apologies(language)[apology]}</Tag>,
              },
            ]}
            foot={{ code: text.total, late: minutesText(list.lateMinutes, language) }}
          />
          <p class="muted">{text.rule}</p>
          <Pager
            from={(number - 1) * PAGE_SIZE + 1}
            to={(number - 1) * PAGE_SIZE + list.rows.length}
            total={list.total}
            noun={text.dossiers}
            previousHref={number > 1 ? lateHref('/qua-han', scope.filter, { trang: String(number - 1) }) : undefined}
            nextHref={number * PAGE_SIZE < list.total ? lateHref('/qua-han', scope.filter, { trang: String(number + 1) }) : undefined}
          />
        </>
      )}
    </>,
  )
}

function Filters({ scope: { filter, units }, text }: { scope: LateScope; text: ReturnType<typeof copy> }) {
  return (
    <FilterBar action="/qua-han" values={{ 'don-vi': String(filter.unitId), loai: filter.which, tu: filter.from, den: filter.to }}>
      <Select name="don-vi" label={text.unit} options={units} blank={false} />
      <Select
        name="loai"
        label={text.which}
        blank={false}
        options={[
          { value: 'all', label: text.all },
          { value: 'open', label: text.unfinished },
          { value: 'finished', label: text.done },
        ]}
      />
      <Field name="tu" type="date" label={text.from} width="medium" />
      <Field name="den" type="date" label={text.to} width="medium" />
    </FilterBar>
  )
}

async function print(request: PageRequest): Promise<Reply> {
  const { services, viewer, now } = request
  const { filter } = await lateScope(request)
  const { sheet } = await services.perform(viewer.actor, printLateList, filter)
  const pdf = await printPaper(services.pdf, sheet, now)
  return download(pdf, 'application/pdf', `${copy(request.language).title} ${formatDate(filter.to).replaceAll('/', '-')}.pdf`, 'inline')
}

async function xlsx(request: PageRequest): Promise<Reply> {
  const { services, viewer, now, language } = request
  const { filter } = await lateScope(request, 'reporting.export')
  const list = await readLateList(services.database, { actor: viewer.actor, now }, filter, { size: MAX_LATE_ROWS, number: 1 }, 'vi')
  return download(await lateListXlsx(list), XLSX, `${copy(language).title} ${filter.from} ${filter.to}.xlsx`)
}

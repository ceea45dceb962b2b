/** Quy trình nội bộ: the general line and those of single procedures; any procedure is found by code or name. */
import { formatHours, type ProcessLine, processLines, processVersions, redTrials } from '#modules/workflow/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import { Button, EmptyState, Field, FilterBar, ListPager, PageHead, Table } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { routes as publishing } from './cong-bo/page.tsx'
import { routes as bindings } from './gan/page.tsx'
import { GENERAL_SLUG, RIGHT } from './line.ts'
import { routes as oneProcess } from './mot-quy-trinh/page.tsx'
import { routes as comparing } from './so-sanh/page.tsx'
import { routes as file } from './tep-bpmn.ts'
import { routes as designing } from './thiet-ke/page.tsx'
import { routes as trying } from './thu/page.tsx'
import { RedTrials } from './thu/red-trials.tsx'
import { copy } from './words.ts'

const PAGE_SIZE = 50

export const routes: Route[] = [
  { method: 'GET', url: '/quy-trinh', permission: RIGHT, handle: page },
  ...bindings,
  ...oneProcess,
  ...designing,
  ...publishing,
  ...comparing,
  ...file,
  ...trying,
]

async function page(request: PageRequest): Promise<Reply> {
  const { services, language, now, query } = request
  const text = copy(language)
  const number = Math.max(1, Number.parseInt(query.trang ?? '1', 10) || 1)
  const today = localDate(now)
  const [{ rows, total }, red] = await Promise.all([
    processLines(services.database, { text: query.q, page: number, pageSize: PAGE_SIZE }, today),
    redTrials(services.database, today),
  ])
  const hasGeneral = rows.length > 0 || (await processVersions(services.database, null)).length > 0
  const href = (to: number) => `/quy-trinh?${new URLSearchParams({ ...query, trang: String(to) })}`
  return consolePage(
    request,
    { title: text.title },
    <>
      <PageHead title={text.title} actions={<Button href="/quy-trinh/gan">{text.bindings}</Button>} />
      <RedTrials trials={red} language={language} />
      <FilterBar action="/quy-trinh" values={query} clearHref={query.q ? '/quy-trinh' : undefined} label={text.search}>
        <Field name="q" type="search" label={text.search} hideLabel placeholder={text.searchHint} width="long" />
      </FilterBar>
      <Table
        caption={text.title}
        hideCaption
        dense
        rows={rows}
        rowKey={({ procedureId }) => procedureId ?? 0}
        rowHref={({ procedureCode }) => `/quy-trinh/${procedureCode ?? GENERAL_SLUG}`}
        columns={[
          {
            key: 'procedure',
            head: text.procedure,
            width: 'wide',
            cell: (line: ProcessLine) => (line.procedureCode ? `${line.procedureCode} ${line.procedureName ?? ''}` : text.generalOf),
          },
          { key: 'line', head: text.line, cell: (line: ProcessLine) => (line.usesGeneral ? text.usesGeneral : line.name) },
          { key: 'version', head: text.version, align: 'end', cell: (line: ProcessLine) => line.version },
          { key: 'steps', head: text.steps, align: 'end', cell: (line: ProcessLine) => line.steps },
          { key: 'hours', head: text.hours, align: 'end', cell: (line: ProcessLine) => formatHours(line.hours) },
          { key: 'running', head: text.running, align: 'end', cell: (line: ProcessLine) => line.running.toLocaleString('vi-VN') },
          { key: 'from', head: text.validFrom, nowrap: true, cell: (line: ProcessLine) => formatDate(line.validFrom) },
        ]}
        empty={
          hasGeneral ? (
            <EmptyState title={text.nothing}>{text.nothingHint}</EmptyState>
          ) : (
            <EmptyState title={text.noGeneral}>
              <p>{text.noGeneralHint}</p>
              <Button look="primary" href={`/quy-trinh/${GENERAL_SLUG}/thiet-ke`}>
                {text.makeGeneral}
              </Button>
            </EmptyState>
          )
        }
      />
      {rows.length > 0 && (
        <ListPager page={number} pageSize={PAGE_SIZE} shown={rows.length} total={total} noun={text.lines} hrefOf={href} />
      )}
    </>,
  )
}

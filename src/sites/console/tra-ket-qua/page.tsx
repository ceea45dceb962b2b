/** Chờ trả kết quả: what lies ready at the units where the officer returns results, the longest waiting first. */
import { shortProcedureName } from '#modules/catalogue/index.ts'
import { returnMethodWords } from '#modules/dossier/index.ts'
import { type AwaitingReturn, awaitingReturn } from '#modules/workflow/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { EmptyState, Field, FilterBar, ListPager, Table } from '#ui/index.ts'
import { copy } from '../ho-so/words.ts'
import { consolePage } from '../layout.tsx'

const PAGE_SIZE = 50
const RIGHT = 'intake.return-result'

export const routes: Route[] = [{ method: 'GET', url: '/tra-ket-qua', permission: RIGHT, handle: page }]

async function page(request: PageRequest): Promise<Reply> {
  const { services, viewer, language, now, query } = request
  const text = copy(language)
  const number = Math.max(1, Number.parseInt(query.trang ?? '1', 10) || 1)
  const { rows, total } = await awaitingReturn(
    services.database,
    { actor: viewer.actor, now, right: RIGHT },
    { text: query.q, page: number, pageSize: PAGE_SIZE },
  )
  const href = (to: number) => `/tra-ket-qua?${new URLSearchParams({ ...query, trang: String(to) })}`
  return consolePage(
    request,
    { title: text.toReturn },
    <>
      <h1>{text.toReturn}</h1>
      <FilterBar action="/tra-ket-qua" values={query} clearHref={query.q ? '/tra-ket-qua' : undefined}>
        <Field name="q" type="search" label={text.search} hideLabel placeholder={text.searchHint} />
      </FilterBar>
      <Table
        caption={text.toReturn}
        hideCaption
        dense
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ code }) => `/ho-so/${code}`}
        columns={[
          { key: 'code', head: text.code, nowrap: true, cell: ({ code }: AwaitingReturn) => code },
          { key: 'owner', head: text.owner, cell: ({ ownerName }: AwaitingReturn) => ownerName },
          {
            key: 'procedure',
            head: text.procedure,
            oneLine: true,
            cell: ({ procedureName }: AwaitingReturn) => shortProcedureName(procedureName),
          },
          {
            key: 'number',
            head: text.resultNumber,
            nowrap: true,
            cell: ({ resultNumber }: AwaitingReturn) => resultNumber ?? text.refused,
          },
          { key: 'method', head: text.returnBy, cell: ({ returnMethod }: AwaitingReturn) => returnMethodWords(language)[returnMethod] },
          { key: 'finishedAt', head: text.finished, nowrap: true, cell: ({ finishedAt }: AwaitingReturn) => formatMoment(finishedAt) },
        ]}
        empty={<EmptyState title={text.noneToReturn}>{text.noneToReturnHint}</EmptyState>}
      />
      {rows.length > 0 && (
        <ListPager page={number} pageSize={PAGE_SIZE} shown={rows.length} total={total} noun={text.dossiers} hrefOf={href} />
      )}
    </>,
  )
}

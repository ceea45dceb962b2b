/** Gán quy trình: every procedure × unit with its template; found by words, page by page. */
import { type BindingLine, listBindings } from '#modules/workflow/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { Button, EmptyState, Field, FilterBar, PageHead, Pager, Table } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { routes as oneBinding } from './mot-dong/page.tsx'
import { copy } from './words.ts'

const PAGE_SIZE = 50
const RIGHT = 'workflow.bind-process'

export const routes: Route[] = [{ method: 'GET', url: '/quy-trinh/gan', permission: RIGHT, handle: page }, ...oneBinding]

async function page(request: PageRequest): Promise<Reply> {
  const { services, language, query } = request
  const text = copy(language)
  const number = Math.max(1, Number.parseInt(query.trang ?? '1', 10) || 1)
  const { rows, total, isMore } = await listBindings(services.database, { text: query.q, page: number, pageSize: PAGE_SIZE })
  const first = (number - 1) * PAGE_SIZE
  const href = (to: number) => `/quy-trinh/gan?${new URLSearchParams({ ...query, trang: String(to) })}`
  return consolePage(
    request,
    { title: text.title, breadcrumbs: [{ label: 'Quy trình nội bộ', href: '/quy-trinh' }, { label: text.title }] },
    <>
      <PageHead title={text.title} actions={<Button href="/quy-trinh/gan/moi">{text.make}</Button>} />
      <p>{text.lead}</p>
      <FilterBar action="/quy-trinh/gan" values={query} clearHref={query.q ? '/quy-trinh/gan' : undefined} label={text.search}>
        <Field name="q" type="search" label={text.search} hideLabel placeholder={text.searchHint} width="long" />
      </FilterBar>
      <Table
        caption={text.title}
        hideCaption
        dense
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/quy-trinh/gan/${id}`}
        columns={[
          {
            key: 'procedure',
            head: text.procedure,
            width: 'wide',
            isRowHead: true,
            cell: ({ procedureCode, procedureName }: BindingLine) =>
              procedureCode ? `${procedureCode} ${procedureName ?? ''}` : text.everyProcedure,
          },
          { key: 'unit', head: text.unit, cell: ({ unitName }: BindingLine) => unitName ?? text.everyUnit },
          { key: 'template', head: text.template, cell: ({ templateName }: BindingLine) => templateName },
          { key: 'filled', head: text.filled, align: 'end', cell: ({ filledLanes }: BindingLine) => filledLanes },
        ]}
        empty={<EmptyState title={text.none}>{text.noneHint}</EmptyState>}
      />
      {rows.length > 0 && (
        <Pager
          from={first + 1}
          to={first + rows.length}
          total={isMore ? undefined : total}
          noun={text.rows}
          previousHref={number > 1 ? href(number - 1) : undefined}
          nextHref={rows.length === PAGE_SIZE && (isMore || first + rows.length < total) ? href(number + 1) : undefined}
        />
      )}
    </>,
  )
}

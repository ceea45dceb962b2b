/** Danh mục thủ tục as its administrators see it: published, drafts, closed; ways to add and import. */
import { type CatalogueEntry, type CatalogueState, catalogueLabels, fields, listCatalogue } from '#modules/catalogue/index.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { type Language, words } from '#platform/language.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import { Button, ButtonRow, type Column, EmptyState, Field, FilterBar, PageHead, Pager, Select, Table, Tag, type Tone } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { catalogueHref } from './procedure.ts'

export const routes: Route[] = [{ method: 'GET', url: '/danh-muc', permission: 'catalogue.read', handle: show }]

const PAGE_SIZE = 50
const STATES: CatalogueState[] = ['published', 'changed', 'draft', 'closed']
export const stateTones: Record<CatalogueState, Tone> = { published: 'ok', changed: 'near', draft: 'neutral', closed: 'paused' }

async function show(request: PageRequest): Promise<Reply> {
  const { services, query, language, now, viewer } = request
  const text = copy(language)
  const labels = catalogueLabels(language)
  const page = Math.min(1_000, Math.max(1, Number.parseInt(query.trang ?? '1', 10) || 1))
  const state = STATES.find((one) => one === query['trang-thai'])
  const found = await listCatalogue(
    services.database,
    {
      text: query.q,
      state,
      fieldId: /^\d{1,9}$/.test(query['linh-vuc'] ?? '') ? Number(query['linh-vuc']) : undefined,
      isSuspicious: query['dang-ngo'] === '1',
    },
    { day: localDate(now), limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE },
  )
  const to = (page - 1) * PAGE_SIZE + found.items.length
  return consolePage(
    request,
    { title: text.title },
    <>
      <PageHead
        title={text.title}
        actions={
          <ButtonRow>
            {viewer.holds('catalogue.import') && (
              <Button small href="/danh-muc/nhap">
                {text.import}
              </Button>
            )}
            {viewer.holds('catalogue.edit') && (
              <Button small look="primary" href="/danh-muc/them">
                {text.add}
              </Button>
            )}
          </ButtonRow>
        }
      />
      <FilterBar
        action="/danh-muc"
        values={query}
        clearHref={query.q || state || query['linh-vuc'] || query['dang-ngo'] ? '/danh-muc' : undefined}
        views={[
          { label: text.all, href: '/danh-muc', current: !state && query['dang-ngo'] !== '1' },
          ...STATES.map((one) => ({ label: labels.state[one], href: `/danh-muc?trang-thai=${one}`, current: state === one })),
          { label: text.suspicious, href: '/danh-muc?dang-ngo=1', current: query['dang-ngo'] === '1' },
        ]}
        hidden={{ 'trang-thai': state, 'dang-ngo': query['dang-ngo'] === '1' ? '1' : undefined }}
      >
        <Field name="q" type="search" label={text.search} width="long" />
        <Select
          name="linh-vuc"
          label={text.field}
          blank={text.all}
          options={(await fields(services.database)).map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </FilterBar>
      <Table
        caption={text.title}
        hideCaption
        dense
        columns={columnsIn(language)}
        rows={found.items}
        rowKey={({ code }) => code}
        rowHref={({ code }) => catalogueHref(code)}
        empty={
          <EmptyState title={text.none}>
            <p>{text.noneHelp}</p>
          </EmptyState>
        }
      />
      {found.items.length > 0 && (
        <Pager
          from={(page - 1) * PAGE_SIZE + 1}
          to={to}
          total={found.total}
          noun={text.noun}
          previousHref={page > 1 ? hrefOf(query, page - 1) : undefined}
          nextHref={to < found.total ? hrefOf(query, page + 1) : undefined}
        />
      )}
    </>,
  )
}

function columnsIn(language: Language): Column<CatalogueEntry>[] {
  const text = copy(language)
  const labels = catalogueLabels(language)
  return [
    { key: 'code', head: text.code, cell: ({ code }) => <span class="code">{code}</span>, nowrap: true, width: 'narrow' },
    { key: 'name', head: text.name, cell: ({ name }) => name },
    { key: 'field', head: text.field, cell: ({ fieldName }) => fieldName },
    {
      key: 'state',
      head: text.state,
      cell: ({ state, findings, isInternal }) => (
        <>
          <Tag tone={stateTones[state]}>{isInternal && state === 'published' ? text.inForceInternally : labels.state[state]}</Tag>
          {findings > 0 && (
            <>
              {' '}
              <Tag tone="near" shape="triangle">
                {text.findings(findings)}
              </Tag>
            </>
          )}
        </>
      ),
    },
    { key: 'from', head: text.from, cell: ({ validFrom }) => validFrom && formatDate(validFrom), nowrap: true },
  ]
}

function hrefOf(query: Record<string, string>, page: number): string {
  const { trang: _, ...kept } = query
  return `/danh-muc?${new URLSearchParams({ ...kept, trang: String(page) })}`
}

const copy = words({
  vi: {
    title: 'Danh mục thủ tục',
    import: 'Nhập từ tệp',
    add: 'Thêm thủ tục',
    all: 'Tất cả',
    suspicious: 'Có điểm đáng ngờ',
    search: 'Tên hoặc mã',
    field: 'Lĩnh vực',
    code: 'Mã',
    name: 'Tên thủ tục',
    state: 'Trạng thái',
    inForceInternally: 'Đang áp dụng, nội bộ',
    findings: (findings: number) => `${findings} điểm đáng ngờ`,
    from: 'Áp dụng từ',
    noun: 'thủ tục',
    none: 'Chưa có thủ tục nào',
    noneHelp: 'Bỏ bớt điều kiện lọc, thêm thủ tục, hoặc nhập danh mục từ tệp.',
  },
  en: {
    title: 'Procedures',
    import: 'Import from a file',
    add: 'Add a procedure',
    all: 'All',
    suspicious: 'Suspicious',
    search: 'Name or code',
    field: 'Field',
    code: 'Code',
    name: 'Name',
    state: 'State',
    inForceInternally: 'In force, internal',
    findings: (findings: number) => `${findings} suspicious`,
    from: 'In force from',
    noun: 'procedures',
    none: 'No procedures',
    noneHelp: 'Use fewer filters, add one, or import a catalogue from a file.',
  },
})

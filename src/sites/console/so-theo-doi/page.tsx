/** Sổ theo dõi hồ sơ (form 07): by receiving unit, period and field; on the screen, on paper, as a spreadsheet. */
import { returnMethodWords } from '#modules/dossier/index.ts'
import { countRegister, MAX_REGISTER_ROWS, readRegister, registerFields } from '#modules/papers/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import type { PageRequest, Reply, Route } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { formatDate, formatMoment } from '#platform/text/dates.ts'
import { Button, ButtonRow, EmptyState, ErrorSummary, Field, FilterBar, failedForm, ListPager, Select, Table } from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { routes as exports } from './exports.ts'
import { type RegisterScope, registerHref, registerScope } from './filter.ts'

const PAGE_SIZE = 100

export const routes: Route[] = [{ method: 'GET', url: '/so-theo-doi', permission: 'papers.register', handle: page }, ...exports]

async function page(request: PageRequest): Promise<Reply> {
  const { language, query } = request
  const text = copy(language)
  const scope = await attempt(() => registerScope(request))
  if (scope.ok) return listPage(request, scope.value)
  if (scope.error.code === 'papers.no-register')
    return consolePage(
      request,
      { title: text.title },
      <>
        <h1>{text.title}</h1>
        <EmptyState title={text.none}>{scope.error.sentence(language)}</EmptyState>
      </>,
    )
  if (scope.error.code !== 'input.invalid') throw scope.error
  return consolePage(
    request,
    { title: text.title, status: 422, hasErrors: true },
    <>
      <ErrorSummary state={failedForm(query, { _: Object.values(fieldErrors(scope.error, language)).join(' ') })} />
      <h1>{text.title}</h1>
      <p>
        <a href="/so-theo-doi">{text.thisMonth}</a>
      </p>
    </>,
  )
}

async function listPage(request: PageRequest, { filter, units }: RegisterScope): Promise<Reply> {
  const { services, language, query, viewer, now } = request
  const text = copy(language)
  const methods = returnMethodWords(language)
  const total = await countRegister(services.database, filter)
  const number = Math.min(Math.max(1, Number(query.trang) || 1), Math.max(1, Math.ceil(total / PAGE_SIZE)))
  const offset = (number - 1) * PAGE_SIZE
  const rows = await readRegister(services.database, filter, { limit: PAGE_SIZE, offset }, { actor: viewer.actor, now })
  const fields = await registerFields(services.database, filter.unitId)
  const pageHref = (to: number) => registerHref('/so-theo-doi', filter, { trang: String(to) })
  const unit = units.find(({ id }) => id === filter.unitId)
  return consolePage(
    request,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <FilterBar
        action="/so-theo-doi"
        values={{
          'don-vi': String(filter.unitId),
          tu: filter.from,
          den: filter.to,
          'linh-vuc': filter.fieldId ? String(filter.fieldId) : '',
        }}
      >
        <Select name="don-vi" label={text.unit} options={units.map(({ id, name }) => ({ value: String(id), label: name }))} blank={false} />
        <Field name="tu" type="date" label={text.from} width="medium" />
        <Field name="den" type="date" label={text.to} width="medium" />
        <Select
          name="linh-vuc"
          label={text.field}
          options={fields.map(({ id, name }) => ({ value: String(id), label: name }))}
          blank={text.allFields}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={text.nothing}>{text.nothingHint}</EmptyState>
      ) : (
        <>
          <ButtonRow>
            <form method="post" action={registerHref('/so-theo-doi/in', filter)} target="_blank" rel="noopener">
              <Button disabled={total > MAX_REGISTER_ROWS}>{text.print}</Button>
            </form>
            <Button href={registerHref('/so-theo-doi/so.xlsx', filter)}>{text.xlsx}</Button>
          </ButtonRow>
          {total > MAX_REGISTER_ROWS && <p>{text.tooLong(MAX_REGISTER_ROWS.toLocaleString('vi-VN'))}</p>}
          <Table
            caption={text.caption(unit?.name ?? '', formatDate(filter.from), formatDate(filter.to))}
            dense
            columns={[
              { key: 'number', head: text.number, cell: (_row, index) => offset + index + 1, align: 'end', width: 'narrow' },
              { key: 'code', head: text.code, cell: (row) => row.dossierCode, isRowHead: true, nowrap: true },
              { key: 'procedure', head: text.procedure, cell: (row) => row.procedureName, width: 'wide' },
              {
                key: 'name',
                head: text.name,
                cell: (row) => (
                  <>
                    {row.applicantName}
                    <br />
                    <span class="muted">{[row.address, row.phone].filter(Boolean).join(' · ')}</span>
                  </>
                ),
              },
              { key: 'settles', head: text.settles, cell: (row) => row.settlingOffice },
              { key: 'received', head: text.received, cell: (row) => formatMoment(row.receivedAt), width: 'narrow' },
              { key: 'due', head: text.due, cell: (row) => formatMoment(row.dueAt), width: 'narrow' },
              { key: 'returned', head: text.returned, cell: (row) => row.returnedAt && formatMoment(row.returnedAt), width: 'narrow' },
              { key: 'method', head: text.method, cell: (row) => methods[row.returnMethod] },
            ]}
            rows={rows}
            rowKey={(row) => row.dossierCode}
            rowHref={(row) => `/ho-so/${row.dossierCode}`}
          />
          <ListPager page={number} pageSize={PAGE_SIZE} shown={rows.length} total={total} noun={text.dossiers} hrefOf={pageHref} />
        </>
      )}
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Sổ theo dõi hồ sơ',
    unit: 'Nơi tiếp nhận',
    from: 'Tiếp nhận từ ngày',
    to: 'Đến ngày',
    field: 'Lĩnh vực',
    allFields: 'Tất cả lĩnh vực',
    thisMonth: 'Mở sổ của tháng này',
    none: 'Không có sổ theo dõi ở đơn vị của bạn',
    nothing: 'Không có hồ sơ trong kỳ',
    nothingHint: 'Hãy chọn kỳ khác, nơi tiếp nhận khác hoặc bỏ lọc lĩnh vực.',
    print: 'In sổ (PDF, A4)',
    xlsx: 'Tải sổ (XLSX)',
    tooLong: (most: string) => `Sổ in được nhiều nhất ${most} hồ sơ một lần. Hãy chọn kỳ ngắn hơn hoặc một lĩnh vực, hoặc tải XLSX.`,
    caption: (unit: string, from: string, to: string) => `${unit}, tiếp nhận từ ${from} đến ${to}`,
    number: 'STT',
    code: 'Mã hồ sơ',
    procedure: 'Tên thủ tục',
    name: 'Tổ chức, cá nhân',
    settles: 'Cơ quan giải quyết',
    received: 'Nhận',
    due: 'Hẹn trả',
    returned: 'Đã trả',
    method: 'Cách nhận',
    dossiers: 'hồ sơ',
  },
  en: {
    title: 'Dossier register',
    unit: 'Reception point',
    from: 'Received from',
    to: 'to',
    field: 'Field',
    allFields: 'All fields',
    thisMonth: 'Open this month’s register',
    none: 'Your unit keeps no register',
    nothing: 'No dossiers in the period',
    nothingHint: 'Choose another period or reception point, or drop the field.',
    print: 'Print the register (PDF, A4)',
    xlsx: 'Download (XLSX)',
    tooLong: (most: string) => `At most ${most} dossiers are printed at once. Choose a shorter period or a field, or download the XLSX.`,
    caption: (unit: string, from: string, to: string) => `${unit}, received from ${from} to ${to}`,
    number: 'No.',
    code: 'Code',
    procedure: 'Procedure',
    name: 'Person, organisation',
    settles: 'Settled by',
    received: 'Received',
    due: 'Promised',
    returned: 'Returned',
    method: 'Return',
    dossiers: 'dossiers',
  },
})

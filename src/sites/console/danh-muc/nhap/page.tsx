/** Imports: a file to upload, and those before. */
import { type ImportSummary, listImports, queueImport, stageFile } from '#modules/catalogue/index.ts'
import { AppError, commonErrors } from '#platform/errors.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { type Language, words } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import {
  Button,
  blankForm,
  type Column,
  ErrorSummary,
  FileSlot,
  Form,
  type FormState,
  hasErrors,
  PageHead,
  Panel,
  Table,
  Tag,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { crumbs } from '../procedure.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/danh-muc/nhap', permission: 'catalogue.import', handle: (request) => page(request, blankForm()) },
  { method: 'POST', url: '/danh-muc/nhap', permission: 'catalogue.import', multipart: true, handle: upload },
]

const MAX_BYTES = 50 * 1024 * 1024
const SHOWN = 20

async function upload(request: PageRequest): Promise<Reply> {
  const { services, viewer, language } = request
  const done = await attempt(async () => {
    const file = await readUpload(request)
    const staged = await stageFile(services.perform, viewer.actor, file)
    if (staged.format === 'json') await services.perform(viewer.actor, queueImport, { importId: staged.importId })
    return staged.importId
  })
  if (!done.ok) {
    const [sentence] = Object.values(fieldErrors(done.error, language))
    return page(request, { values: {}, errors: { file: sentence ?? done.error.sentence(language) } })
  }
  return redirect(`/danh-muc/nhap/${done.value}`)
}

async function readUpload({ raw, language }: PageRequest): Promise<{ name: string; content: Uint8Array }> {
  const part = raw.isMultipart() ? await raw.file({ limits: { fileSize: MAX_BYTES, files: 1 } }) : undefined
  const content = part && (await part.toBuffer().catch(() => undefined))
  if (part?.file.truncated) throw new AppError('request.too-large', { parameters: { limit: '50 MB' } })
  if (!part?.filename || !content?.length) return commonErrors.fail('input.invalid', { fields: { file: copy(language).noFile } })
  return { name: part.filename.slice(-300), content }
}

async function page(request: PageRequest, state: FormState): Promise<Reply> {
  const { services, language } = request
  const text = copy(language)
  return consolePage(
    request,
    { title: text.title, breadcrumbs: crumbs(language), hasErrors: hasErrors(state), status: hasErrors(state) ? 422 : 200 },
    <>
      <ErrorSummary state={state} />
      <PageHead title={text.title} />
      <p>{text.how}</p>
      <Form state={state} files label={text.title}>
        <FileSlot name="file" label={text.file} accept={['json', 'csv', 'xlsx']} maxBytes={MAX_BYTES} />
        <Button look="primary">{text.upload}</Button>
      </Form>
      <Panel id="lan-truoc" title={text.before}>
        <Table
          caption={text.before}
          hideCaption
          dense
          columns={columnsIn(language)}
          rows={await listImports(services.database, SHOWN)}
          rowKey={({ id }) => String(id)}
          rowHref={({ id }) => `/danh-muc/nhap/${id}`}
          empty={<p>{text.none}</p>}
        />
      </Panel>
    </>,
  )
}

function columnsIn(language: Language): Column<ImportSummary>[] {
  const text = copy(language)
  return [
    { key: 'file', head: text.file, cell: ({ fileName }) => fileName },
    { key: 'at', head: text.at, cell: ({ startedAt }) => formatMoment(startedAt), nowrap: true },
    { key: 'rows', head: text.rows, cell: ({ rowCount }) => rowCount.toLocaleString('vi-VN'), align: 'end' },
    {
      key: 'status',
      head: text.status,
      cell: ({ status, undecided, unpublished }) => (
        <>
          <Tag tone={status === 'done' ? 'ok' : 'info'}>{text[status]}</Tag>
          {undecided > 0 && <span> {text.undecided(undecided)}</span>}
          {unpublished > 0 && <span> {text.unpublished(unpublished)}</span>}
        </>
      ),
    },
  ]
}

const copy = words({
  vi: {
    title: 'Nhập danh mục từ tệp',
    how: 'Hệ thống xét từng dòng, báo dòng nào mới, thay đổi, không đổi, đáng ngờ hay bị từ chối và vì sao. Chưa có gì được công khai cho đến khi bạn quyết định.',
    file: 'Tệp danh mục',
    upload: 'Tải lên và xét',
    noFile: 'Hãy chọn một tệp JSON, CSV hoặc XLSX.',
    before: 'Các lần nhập trước',
    none: 'Chưa nhập lần nào.',
    at: 'Lúc',
    rows: 'Số dòng',
    status: 'Tình trạng',
    mapping: 'Chờ chỉ cột',
    running: 'Đang xét',
    done: 'Đã xét xong',
    undecided: (rows: number) => `${rows} dòng chờ quyết định.`,
    unpublished: (rows: number) => `${rows} bản nháp chưa công khai.`,
  },
  en: {
    title: 'Import a catalogue',
    how: 'Every row is judged: new, changed, same, suspicious or refused, and why. Nothing is published until you decide.',
    file: 'File',
    upload: 'Upload and judge',
    noFile: 'Choose a JSON, CSV or XLSX file.',
    before: 'Imports before',
    none: 'None yet.',
    at: 'At',
    rows: 'Rows',
    status: 'State',
    mapping: 'Columns to be named',
    running: 'Being judged',
    done: 'Judged',
    undecided: (rows: number) => `${rows} rows wait for a decision.`,
    unpublished: (rows: number) => `${rows} drafts not published.`,
  },
})

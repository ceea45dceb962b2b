/** Nhập BPMN: a drawing made elsewhere takes the place of the draft's; one step back brings the old one again. */
import { type ImportNote, importBpmn, saveProcessDraft } from '#modules/workflow/index.ts'
import { AppError, commonErrors } from '#platform/errors.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { Button, blankForm, ErrorSummary, FileSlot, Flash, Form, type FormState, failedForm, hasErrors, PageHead } from '#ui/index.ts'
import { consolePage } from '../../../layout.tsx'
import { RIGHT } from '../../line.ts'
import { copy as lineCopy } from '../../words.ts'
import { addressOf, readDraft } from '../draft.ts'
import { copy as designerCopy } from '../words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/quy-trinh/:code/thiet-ke/nhap', permission: RIGHT, handle: (request) => page(request, blankForm()) },
  { method: 'POST', url: '/quy-trinh/:code/thiet-ke/nhap', permission: RIGHT, multipart: true, handle: take },
]

/** Of a file; its text may have two million characters. */
const MAX_BYTES = 4 * 1024 * 1024

async function take(request: PageRequest): Promise<Reply> {
  const { services, viewer, language } = request
  const text = copy(language)
  const { line, draft } = await readDraft(request)
  const done = await attempt(async () => {
    const { notes, graph, name } = await importBpmn(await readUpload(request))
    if (!graph) return commonErrors.fail('input.invalid', { fields: { file: notes.map(({ sentence }) => sentence[language]).join(' ') } })
    const input = {
      processId: draft.processId,
      revision: draft.revision,
      graph,
      source: 'bpmn',
      ...(name.length >= 3 && { name: name.slice(0, 300) }),
    }
    await services.perform(viewer.actor, saveProcessDraft, input)
    return notes
  })
  if (!done.ok) {
    const [sentence = ''] = Object.values(fieldErrors(done.error, language))
    return page(request, failedForm({}, { file: sentence }), done.error.status)
  }
  return done.value.length === 0 ? redirect(addressOf(line), text.whole) : page(request, blankForm(), 200, done.value)
}

async function readUpload({ raw, language }: PageRequest): Promise<string> {
  const part = raw.isMultipart() ? await raw.file({ limits: { fileSize: MAX_BYTES, files: 1 } }) : undefined
  const content = part && (await part.toBuffer().catch(() => undefined))
  if (part?.file.truncated) throw new AppError('request.too-large', { parameters: { limit: '4 MB' } })
  if (!content?.length) return commonErrors.fail('input.invalid', { fields: { file: copy(language).noFile } })
  return content.toString('utf8')
}

async function page(request: PageRequest, state: FormState, status?: number, notes?: readonly ImportNote[]): Promise<Reply> {
  const { language } = request
  const text = copy(language)
  const { line } = await readDraft(request)
  return consolePage(
    request,
    {
      title: text.title,
      hasErrors: hasErrors(state),
      status,
      breadcrumbs: [
        { label: lineCopy(language).title, href: '/quy-trinh' },
        { label: line.title, href: `/quy-trinh/${line.slug}` },
        { label: designerCopy(language).crumb, href: addressOf(line) },
        { label: text.title },
      ],
    },
    <>
      <ErrorSummary state={state} />
      <PageHead title={text.title} />
      {notes ? (
        <>
          <Flash tone="warning" title={text.taken(notes.length)}>
            <ul>
              {notes.map(({ code, elementId, sentence }) => (
                <li key={`${code}.${elementId}`}>{sentence[language]}</li>
              ))}
            </ul>
          </Flash>
          <Button look="primary" href={addressOf(line)}>
            {text.open}
          </Button>
        </>
      ) : (
        <>
          <p>{text.how}</p>
          <Form state={state} files label={text.title}>
            <FileSlot name="file" label={text.file} accept={['bpmn']} maxBytes={MAX_BYTES} />
            <Button look="primary">{text.take}</Button>
          </Form>
        </>
      )}
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Nhập quy trình từ tệp BPMN',
    how: 'Quy trình trong tệp thay cho bản nháp đang vẽ; bấm Hoàn tác để lấy lại bản cũ. Tệp do phần mềm khác vẽ thường thiếu vai trò và thời hạn: danh sách kiểm tra sẽ nhắc từng chỗ.',
    file: 'Tệp BPMN 2.0',
    noFile: 'Hãy chọn một tệp BPMN.',
    take: 'Nhập quy trình',
    whole: 'Đã nhập quy trình từ tệp, không bỏ sót phần nào.',
    taken: (count: number) => `Đã nhập quy trình từ tệp; có ${count} điều cần xem lại`,
    open: 'Mở bản thiết kế',
  },
  en: {
    title: 'Import a process from BPMN',
    how: 'The process of the file takes the place of the draft; Undo brings the old one back. Files of other tools mostly lack roles and limits: the check list names each place.',
    file: 'BPMN 2.0 file',
    noFile: 'Choose a BPMN file.',
    take: 'Import the process',
    whole: 'The process was imported from the file, with nothing left out.',
    taken: (count: number) => `The process was imported; ${count} things to look at again`,
    open: 'Open the design',
  },
})

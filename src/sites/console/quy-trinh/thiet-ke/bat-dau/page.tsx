/** The beginning of a draft: with which drawing. */
import { startProcessDraft } from '#modules/workflow/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { Button, blankForm, ErrorSummary, Field, Form, type FormState, failedForm, hasErrors, Radios } from '#ui/index.ts'
import { consolePage } from '../../../layout.tsx'
import { type Line, RIGHT, readLine } from '../../line.ts'
import { copy as lineCopy } from '../../words.ts'
import { addressOf } from '../draft.ts'

export const routes: Route[] = [{ method: 'POST', url: '/quy-trinh/:code/thiet-ke/bat-dau', permission: RIGHT, handle: start }]

export function startPage(request: PageRequest, line: Line): Promise<Reply> {
  const { language } = request
  const isOwn = line.current !== undefined && !line.usesGeneral
  const values = {
    name: isOwn ? (line.current?.name ?? '') : nameOf(line, language),
    from: line.current ? String(line.current.id) : 'standard',
  }
  return page(request, line, blankForm(values))
}

const nameOf = (line: Line, language: PageRequest['language']) =>
  (line.procedureId === null ? lineCopy(language).general : line.title).slice(0, 300)

async function start(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const line = await readLine(request)
  const input = { ...form, procedureId: line.procedureId ?? undefined }
  const started = await attempt(() => services.perform(viewer.actor, startProcessDraft, input))
  if (!started.ok) return page(request, line, failedForm(form, fieldErrors(started.error, language)), started.error.status)
  return redirect(addressOf(line), started.value.isNew ? copy(language).begun : copy(language).known)
}

function page(request: PageRequest, line: Line, state: FormState, status?: number): Promise<Reply> {
  const { language } = request
  const text = copy(language)
  const { current } = line
  const title = text.title(line.title)
  return consolePage(
    request,
    {
      title,
      hasErrors: hasErrors(state),
      status,
      breadcrumbs: [
        { label: lineCopy(language).title, href: '/quy-trinh' },
        { label: line.title, href: `/quy-trinh/${line.slug}` },
        { label: text.crumb },
      ],
    },
    <>
      <ErrorSummary state={state} />
      <h1>{title}</h1>
      <p>{text.how}</p>
      <Form state={state} action={`${addressOf(line)}/bat-dau`} label={title}>
        <Field name="name" label={lineCopy(language).name} width="long" maxLength={300} />
        <Radios
          name="from"
          label={text.from}
          options={[
            ...(current ? [{ value: String(current.id), label: text.current(current.name, current.version) }] : []),
            { value: 'standard', label: text.standard },
            { value: 'blank', label: text.blank },
          ]}
        />
        <Button look="primary">{text.begin}</Button>
      </Form>
    </>,
  )
}

const copy = words({
  vi: {
    title: (name: string) => `Vẽ phiên bản mới: ${name}`,
    crumb: 'Vẽ phiên bản mới',
    how: 'Bản nháp chưa ảnh hưởng đến hồ sơ nào. Hồ sơ chỉ đi theo phiên bản mới sau khi công bố, từ ngày áp dụng.',
    from: 'Bắt đầu từ',
    current: (name: string, version: number) => `Phiên bản ${version} đang áp dụng: ${name}`,
    standard: 'Bảy bước thường gặp: tiếp nhận, phân công, thẩm định, soát xét, ký duyệt, phát hành, trả kết quả',
    blank: 'Sơ đồ trống, chỉ có điểm bắt đầu và điểm kết thúc',
    begin: 'Bắt đầu vẽ',
    begun: 'Đã lập bản nháp. Mọi thay đổi được lưu vào bản nháp này.',
    known: 'Đã có bản nháp đang vẽ; đây là bản nháp đó.',
  },
  en: {
    title: (name: string) => `Draw a new version: ${name}`,
    crumb: 'Draw a new version',
    how: 'A draft touches no dossier. Dossiers follow the new version only when it is published, from its day on.',
    from: 'Begin with',
    current: (name: string, version: number) => `Version ${version}, in force: ${name}`,
    standard: 'The seven usual steps: reception, assignment, appraisal, review, signature, issue, return',
    blank: 'An empty drawing: a start and an end',
    begin: 'Begin to draw',
    begun: 'The draft is there. Every change is kept in it.',
    known: 'There was a draft already; this is it.',
  },
})

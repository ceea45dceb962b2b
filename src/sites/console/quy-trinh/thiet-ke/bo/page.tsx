/** Bỏ bản nháp: asked once more, because it cannot be taken back. */
import { discardProcessDraft } from '#modules/workflow/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { Button, ButtonRow, blankForm, ErrorSummary, Form, type FormState, failedForm } from '#ui/index.ts'
import { consolePage } from '../../../layout.tsx'
import { RIGHT } from '../../line.ts'
import { copy as lineCopy } from '../../words.ts'
import { addressOf, readDraft } from '../draft.ts'
import { copy as designerCopy } from '../words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/quy-trinh/:code/thiet-ke/bo', permission: RIGHT, handle: (request) => page(request, blankForm()) },
  { method: 'POST', url: '/quy-trinh/:code/thiet-ke/bo', permission: RIGHT, handle: discard },
]

async function discard(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const { line, draft } = await readDraft(request)
  const done = await attempt(() => services.perform(viewer.actor, discardProcessDraft, { ...form, processId: draft.processId }))
  if (!done.ok) return page(request, failedForm(form, fieldErrors(done.error, language)), done.error.status)
  return redirect(`/quy-trinh/${line.slug}`, copy(language).done)
}

async function page(request: PageRequest, state: FormState, status?: number): Promise<Reply> {
  const { language } = request
  const text = copy(language)
  const { line, draft } = await readDraft(request)
  return consolePage(
    request,
    {
      title: text.title,
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
      <h1>{text.title}</h1>
      <p>{text.what(draft.version, draft.graph.nodes.length)}</p>
      <Form state={state} hidden={{ revision: String(draft.revision) }} label={text.title}>
        <ButtonRow>
          <Button look="danger">{text.title}</Button>
          <Button href={addressOf(line)}>{text.keep}</Button>
        </ButtonRow>
      </Form>
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Bỏ bản nháp',
    what: (version: number, nodes: number) =>
      `Bản nháp của phiên bản ${version} (${nodes} phần tử) sẽ bị bỏ hẳn, không lấy lại được. Các phiên bản đã công bố giữ nguyên.`,
    keep: 'Giữ bản nháp',
    done: 'Đã bỏ bản nháp.',
  },
  en: {
    title: 'Discard the draft',
    what: (version: number, nodes: number) =>
      `The draft of version ${version} (${nodes} parts) will be gone for good. Published versions stay as they are.`,
    keep: 'Keep the draft',
    done: 'The draft was discarded.',
  },
})

/** Từ chối tiếp nhận tại quầy: what was entered so far, the reason of the list and in words; form 03 is laid and the entry is over. */
import { reasonsOf } from '#modules/dossier/index.ts'
import { closeDraft, findDraft, receptionPlaces, refuseAtDesk } from '#modules/intake/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { Button, ButtonRow, blankForm, ErrorSummary, Form, type FormState, failedForm, hasErrors, PageHead } from '#ui/index.ts'
import { GroundsFields } from '../../ho-so/viec/tiep-nhan/fields.tsx'
import { consolePage } from '../../layout.tsx'
import { inputOf } from '../check-desk.ts'
import { type Desk, readDesk } from '../desk.ts'

const URL = '/tiep-nhan/:key/tu-choi'

export const routes: Route[] = [
  { method: 'GET', url: URL, permission: 'intake.refuse', handle: show },
  { method: 'POST', url: URL, permission: 'intake.refuse', handle: refuse },
]

async function show(request: PageRequest): Promise<Reply> {
  const desk = await deskOf(request)
  return desk ? page(request, desk, blankForm({})) : redirect('/tiep-nhan')
}

/** The draft's key is the request's own: pressed twice, it refuses once. */
async function refuse(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language, params } = request
  const desk = await deskOf(request)
  if (!desk) return redirect('/tiep-nhan')
  const key = params.key ?? ''
  const done = await attempt(async () => {
    const input = { ...inputOf(desk), reasonCode: form.reasonCode, text: form.text }
    const refused = await services.perform(viewer.actor, refuseAtDesk, input, { onceKey: `refusal:${key}` })
    await services.perform(viewer.actor, closeDraft, { key, dossierId: refused.dossierId })
    return refused
  })
  if (!done.ok) return page(request, desk, failedForm(form, fieldErrors(done.error, language)), done.error.status)
  return redirect(`/ho-so/${done.value.code}?phan=giay-to`, copy(language).done)
}

/** The saved entry, while it is open. */
async function deskOf(request: PageRequest): Promise<Desk | undefined> {
  const { services, viewer, params, now } = request
  if (viewer.actor.kind !== 'officer') return commonErrors.fail('access.sign-in')
  const draft = await findDraft(services.database, viewer.actor.id, params.key ?? '')
  if (!draft || draft.dossierId) return undefined
  return readDesk(request, draft, await receptionPlaces(services.database, viewer.actor, now))
}

async function page(request: PageRequest, desk: Desk, state: FormState, status?: number): Promise<Reply> {
  const { services, language, params } = request
  const text = copy(language)
  const back = `/tiep-nhan/${params.key}`
  const reasons = await reasonsOf(services.database, 'refusal')
  return consolePage(
    request,
    { title: text.title, breadcrumbs: [{ label: text.desk, href: back }, { label: text.title }], hasErrors: hasErrors(state), status },
    <>
      <ErrorSummary state={state} />
      <PageHead kicker={desk.procedure?.ok ? desk.procedure.value.name : undefined} title={text.title} />
      <p>{text.explain}</p>
      <Form state={state} label={text.title}>
        <GroundsFields reasons={reasons} language={language} />
        <ButtonRow>
          <Button look="primary">{text.title}</Button>
          <Button href={back}>{text.back}</Button>
        </ButtonRow>
      </Form>
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Từ chối tiếp nhận',
    desk: 'Tiếp nhận hồ sơ',
    explain:
      'Phiếu từ chối tiếp nhận (mẫu số 03) được lập cho người nộp. Việc từ chối được ghi vào sổ và thống kê; giấy tờ trả lại ngay cho người nộp.',
    back: 'Trở lại phần nhập',
    done: 'Đã ghi nhận việc từ chối. Hãy in phiếu từ chối cho người nộp.',
  },
  en: {
    title: 'Refuse reception',
    desk: 'Receive a dossier',
    explain: 'The refusal (form 03) is laid for the applicant. It is registered and counted; the papers go back at once.',
    back: 'Back to the entry',
    done: 'The refusal is recorded. Print it for the applicant.',
  },
})

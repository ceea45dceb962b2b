/** Hoàn tác: what the last act was, what taking it back does, or why it cannot be; a reason is asked for. */
import { type DossierDetail, getDossier, timelineNames, timelineOf } from '#modules/dossier/index.ts'
import { undoMinutes } from '#modules/organization/index.ts'
import { isOwnAndRecent, type LastAct, lastAct, undoAct } from '#modules/workflow/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { words } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import {
  Button,
  ButtonRow,
  blankForm,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  PageHead,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'

const URL = '/ho-so/:code/hoan-tac'

export const routes: Route[] = [
  { method: 'GET', url: URL, permission: 'signed-in', handle: (request) => page(request) },
  { method: 'POST', url: URL, permission: 'signed-in', handle: save },
]

/** The last act, where this viewer may take it back or may be told why not. */
export async function undoableFor({ services, viewer, now }: PageRequest, { actions }: DossierDetail): Promise<LastAct | undefined> {
  const act = lastAct(actions)
  if (!act) return undefined
  return viewer.holds('workflow.undo') || isOwnAndRecent(act, viewer.actor, await undoMinutes(services.database), now) ? act : undefined
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, params, form, language, now } = request
  const dossier = await getDossier(services.database, params.code ?? '', { actor: viewer.actor, now })
  const done = await attempt(() => services.perform(viewer.actor, undoAct, { ...form, dossierId: dossier.id }))
  if (done.ok) return redirect(`/ho-so/${dossier.code}?phan=qua-trinh`, copy(language).done)
  return page(request, failedForm(form, fieldErrors(done.error, language)), done.error.status)
}

async function page(request: PageRequest, failed?: FormState, status?: number): Promise<Reply> {
  const { services, viewer, params, language, now } = request
  const text = copy(language)
  const dossier = await getDossier(services.database, params.code ?? '', { actor: viewer.actor, now })
  const act = await undoableFor(request, dossier)
  const state = failed ?? blankForm()
  const back = `/ho-so/${dossier.code}?phan=qua-trinh`
  const told =
    act &&
    timelineOf(dossier.actions, language, await timelineNames(services.database, dossier.actions)).find(
      ({ sequence }) => sequence === act.from,
    )
  return consolePage(
    request,
    {
      title: `${text.title}, ${dossier.code}`,
      breadcrumbs: [{ label: dossier.code, href: back }, { label: text.title }],
      hasErrors: hasErrors(state),
      status,
    },
    <>
      <ErrorSummary state={state} />
      <PageHead
        kicker={`${dossier.code}: ${dossier.owner.name}`}
        title={text.title}
        facts={told && `${told.title}, ${told.who}, ${formatMoment(told.at)}`}
      />
      {!act || 'why' in act.inverse ? (
        <EmptyState title={text.cannot}>
          {act && 'why' in act.inverse ? act.inverse.why[language] : text.notYours} <a href={back}>{text.back}</a>
        </EmptyState>
      ) : (
        <>
          <p>
            {act.inverse.undoes[language]} {text.kept}
          </p>
          <Form action={`/ho-so/${dossier.code}/hoan-tac`} state={state} hidden={{ from: String(act.from) }} label={text.title}>
            <Field name="reason" type="textarea" rows={2} label={text.reason} />
            <ButtonRow>
              <Button look="primary">{text.title}</Button>
              <Button href={back}>{text.leave}</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </>,
  )
}

const copy = words({
  vi: {
    title: 'Hoàn tác việc vừa làm',
    done: 'Đã hoàn tác. Việc vừa làm và việc hoàn tác đều còn trong quá trình.',
    cannot: 'Việc này không hoàn tác được',
    notYours: 'Bạn không phải người vừa làm, hoặc đã quá thời gian được tự hoàn tác.',
    kept: 'Giấy tờ đã lập được hủy nhưng giữ số; thông báo chờ gửi được thu hồi. Không có gì bị xóa.',
    reason: 'Lý do hoàn tác',
    back: 'Trở lại hồ sơ',
    leave: 'Không hoàn tác',
  },
  en: {
    title: 'Undo the last act',
    done: 'Undone. The act and its undoing both stay in the course of the dossier.',
    cannot: 'This cannot be undone',
    notYours: 'You did not do it, or the time in which you may undo it yourself has passed.',
    kept: 'Its papers are void with their numbers kept; messages that wait are withdrawn. Nothing is deleted.',
    reason: 'Why it is undone',
    back: 'Back to the dossier',
    leave: 'Leave it',
  },
})

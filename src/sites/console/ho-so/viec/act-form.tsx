/** The page of one act on a dossier: what will happen and by which article, the fields, and one button named as the act. What was typed is kept when it is refused. */
import { randomUUID } from 'node:crypto'
import type { Child } from 'hono/jsx'
import { calendarOf } from '#modules/calendar/index.ts'
import { registerUploads } from '#modules/documents/index.ts'
import { cite, type DossierDetail, getDossier, refusalOf, stateWords, transitionById } from '#modules/dossier/index.ts'
import { dueLights } from '#modules/organization/index.ts'
import { legalSituation } from '#modules/workflow/index.ts'
import type { Action } from '#platform/action.ts'
import { receiveUpload } from '#platform/files/index.ts'
import { attempt, type FormValues, fieldErrors, nested, one } from '#platform/http/forms.ts'
import { type PageRequest, type Permission, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { type Language, words } from '#platform/language.ts'
import { localDate } from '#platform/text/dates.ts'
import {
  Button,
  ButtonRow,
  blankForm,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  PageHead,
  pressFormButton,
} from '#ui/index.ts'
import { leftWords, unitIdsOf } from '../../due.tsx'
import { consolePage } from '../../layout.tsx'
import { DossierDue } from '../dossier-due.tsx'
import { givenFor, type Offer } from './offer.ts'

export interface Act<Data = undefined> {
  offer: Offer
  action: Action<never, unknown>
  /** One file, in the field `file`; the action gets its `documentId`. */
  takesFile?: true
  /** What the form shows and offers, read once for each page. */
  read?(request: PageRequest, dossier: DossierDetail): Promise<Data>
  /** What stands in the fields at first. */
  initial?(view: ActView<Data>): FormState['values']
  /** What will happen, in a sentence or two. */
  explain(view: ActView<Data>): Child
  fields(view: ActView<Data>): Child
  /** What the action is given besides the fields. */
  adds?(request: PageRequest): Record<string, unknown>
  /** Files in any field; `input` says what each belongs to. */
  takesFiles?: true
  /** What the action is given, where the fields are not named as it wants them. */
  input?(form: FormValues, files: readonly SentFile[]): Record<string, unknown>
  /** What is said afterwards, where "recorded" does not say it. */
  said?(result: never, language: Language): string | undefined
}

export interface SentFile {
  field: string
  documentId: number
}

export interface ActView<Data> {
  dossier: DossierDetail
  data: Data
  language: Language
  now: Date
}

export function actRoutes<Data>(act: Act<Data>): Route[] {
  const url = `/ho-so/:code/viec/${act.offer.slug}`
  const permission = (act.offer.within?.right ?? transitionById(act.offer.id).right) as Permission
  return [
    { method: 'GET', url, permission, handle: (request) => formPage(act, request) },
    { method: 'POST', url, permission, ...(takesAny(act) ? { multipart: true } : {}), handle: (request) => perform(act, request) },
  ]
}

async function perform<Data>(act: Act<Data>, request: PageRequest): Promise<Reply> {
  const { services, viewer, params, language } = request
  const upload = takesAny(act) ? await receiveUpload(request.raw, services.files, { language }) : undefined
  const form = upload?.form ?? request.form
  if (upload?.error) return formPage(act, request, failedForm(form, fieldErrors(upload.error, language)), upload.error.status)
  const pressed = pressFormButton(form)
  if (pressed) return formPage(act, request, blankForm(pressed))
  const dossier = await getDossier(services.database, params.code ?? '', { actor: viewer.actor, now: request.now })
  const done = await attempt(async () => {
    const files = upload?.files ?? []
    const { documentIds } =
      files.length === 0 ? { documentIds: [] } : await services.perform(viewer.actor, registerUploads, { files, origin: 'upload' })
    const sent = files.map(({ field }, index): SentFile => ({ field, documentId: documentIds[index] ?? 0 }))
    const given = act.input?.(form, sent) ?? { ...nested(fieldsOf(form)), ...(sent[0] ? { documentId: sent[0].documentId } : {}) }
    const input = { ...given, ...act.adds?.(request), dossierId: dossier.id }
    return services.perform(viewer.actor, act.action, input, {
      onceKey: one(form.khoa) ? `${act.offer.slug}:${one(form.khoa)}` : undefined,
    })
  })
  if (!done.ok) return formPage(act, request, failedForm(form, fieldErrors(done.error, language)), done.error.status)
  return redirect(`/ho-so/${dossier.code}`, act.said?.(done.value as never, language) ?? copy(language).done(titleOf(act, language)))
}

const takesAny = <Data,>(act: Act<Data>): boolean => act.takesFile === true || act.takesFiles === true

/** Without the form's own bookkeeping. */
const fieldsOf = (form: FormValues): FormValues =>
  Object.fromEntries(Object.entries(form).filter(([name]) => name !== 'khoa' && name !== 'file' && !name.endsWith('.count')))

const titleOf = <Data,>({ offer }: Act<Data>, language: Language): string => (offer.within ?? transitionById(offer.id))[language]

async function formPage<Data>(act: Act<Data>, request: PageRequest, failed?: FormState, status?: number): Promise<Reply> {
  const { services, viewer, params, language, now } = request
  const { database } = services
  const text = copy(language)
  const dossier = await getDossier(database, params.code ?? '', { actor: viewer.actor, now })
  const transition = transitionById(act.offer.id)
  const title = titleOf(act, language)
  const view: ActView<Data> = { dossier, data: (await act.read?.(request, dossier)) as Data, language, now }
  const state = failed ?? blankForm(act.initial?.(view) ?? {})
  const calendar = await calendarOf(database, unitIdsOf(dossier.settlingUnit.path))
  const refusal = act.offer.within
    ? undefined
    : refusalOf(act.offer.id, legalSituation(dossier, calendar, now, await givenFor(database, act.offer, dossier)))
  const left = await leftWords(database, now, language)
  const thresholds = await dueLights(database)
  const back = `/ho-so/${dossier.code}`
  return consolePage(
    request,
    {
      title: `${title}, ${dossier.code}`,
      breadcrumbs: [{ label: dossier.code, href: back }, { label: title }],
      hasErrors: hasErrors(state),
      status,
    },
    <>
      <ErrorSummary state={state} />
      <PageHead
        kicker={`${dossier.code}: ${dossier.owner.name}`}
        title={title}
        state={stateWords(language)[dossier.state.state]}
        facts={<DossierDue dossier={dossier} left={left} now={now} calendar={calendar} thresholds={thresholds} language={language} />}
      />
      {refusal && !failed ? (
        <EmptyState title={text.notNow}>
          {refusal[language]} ({refusal.article[language]}) <a href={back}>{text.back}</a>
        </EmptyState>
      ) : (
        <>
          <p>{act.explain(view)}</p>
          <p class="muted">
            {text.basis} {cite(transition.basis, localDate(now), language)}
          </p>
          <Form
            action={`${back}/viec/${act.offer.slug}`}
            state={state}
            files={takesAny(act)}
            hidden={{ khoa: one(state.values.khoa) || randomUUID() }}
            label={title}
          >
            {act.fields(view)}
            <ButtonRow>
              <Button look="primary">{title}</Button>
              <Button href={back}>{text.cancel}</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </>,
  )
}

const copy = words({
  vi: {
    done: (title: string) => `Đã ghi nhận: ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}.`,
    notNow: 'Lúc này chưa làm được việc này',
    back: 'Trở lại hồ sơ',
    basis: 'Căn cứ:',
    cancel: 'Không làm nữa',
  },
  en: {
    done: (title: string) => `Recorded: ${title}.`,
    notNow: 'This cannot be done now',
    back: 'Back to the dossier',
    basis: 'Basis:',
    cancel: 'Leave it',
  },
})

/** Lập kịch bản thử: where and how the trial dossier comes in; the rest is done by clicking through. */
import { offersOf } from '#modules/catalogue/index.ts'
import { channelWords } from '#modules/dossier/index.ts'
import { legalLimitOfLine, startTrial } from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import {
  Button,
  blankForm,
  ErrorSummary,
  Field,
  FieldRow,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  PageHead,
  Radios,
} from '#ui/index.ts'
import { consolePage } from '../../../layout.tsx'
import { unitChoices } from '../../../unit-choices.ts'
import { RIGHT } from '../../line.ts'
import { PlaceFields, PromiseFields } from '../terms-fields.tsx'
import { crumbsOf, readTrialPages, type TrialPages } from '../trial-line.ts'
import { copy } from '../words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/quy-trinh/:code/thu/moi', permission: RIGHT, handle: show },
  { method: 'POST', url: '/quy-trinh/:code/thu/moi', permission: RIGHT, handle: start },
]

const CHANNELS = ['counter', 'online', 'post'] as const

async function show(request: PageRequest): Promise<Reply> {
  const pages = await readTrialPages(request)
  const { services, now } = request
  const { procedureId } = pages.line
  const today = localDate(now)
  const [offers, limit] = await Promise.all([
    procedureId === null ? [] : offersOf(services.database, procedureId, today),
    pages.version && legalLimitOfLine(services.database, { procedureId, templateId: pages.version.templateId }, today),
  ])
  const [offer] = offers
  return page(
    request,
    pages,
    blankForm({
      name: '',
      receivingUnitId: String(offer?.receivingUnitId ?? ''),
      settlingUnitId: String(offer?.settlingUnitId ?? ''),
      channel: 'counter',
      returnMethod: 'counter',
      limitAmount: String(limit?.amount ?? 5),
      limitUnit: limit?.unit ?? 'working-day',
      date: today,
      time: '09:00',
    }),
  )
}

async function start(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const pages = await readTrialPages(request)
  if (!pages.version) return commonErrors.fail('record.not-found')
  const input = { ...form, templateId: pages.version.templateId, procedureId: pages.line.procedureId ?? undefined }
  const done = await attempt(() => services.perform(viewer.actor, startTrial, input))
  if (!done.ok) return page(request, pages, failedForm(form, fieldErrors(done.error, language)), done.error.status)
  return redirect(`${pages.address}/${done.value.trialId}`, copy(language).started)
}

async function page(request: PageRequest, pages: TrialPages, state: FormState, status?: number): Promise<Reply> {
  const { language } = request
  const text = copy(language)
  const units = await unitChoices(request)
  const channels = channelWords(language)
  return consolePage(
    request,
    { title: text.start, status, hasErrors: hasErrors(state), breadcrumbs: crumbsOf(request, pages, text.start) },
    <>
      <ErrorSummary state={state} />
      <PageHead kicker={pages.line.title} title={text.start} />
      <Form state={state} label={text.start}>
        <PlaceFields units={units} language={language} />
        <Radios name="channel" label={text.channel} inline options={CHANNELS.map((value) => ({ value, label: channels[value] }))} />
        <PromiseFields language={language} />
        <FieldRow>
          <Field name="date" type="date" label={text.startDate} width="medium" />
          <Field name="time" label={text.startTime} hint={text.timeHint} width="short" />
        </FieldRow>
        <Button look="primary">{text.start}</Button>
      </Form>
    </>,
  )
}

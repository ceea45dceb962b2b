/** Sửa kịch bản thử: name, places and limit; the acts stay and run again under the new terms. */
import { editTrial, type Trial } from '#modules/workflow/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { Button, ButtonRow, blankForm, ErrorSummary, Form, type FormState, failedForm, hasErrors, PageHead } from '#ui/index.ts'
import { consolePage } from '../../../layout.tsx'
import { unitChoices } from '../../../unit-choices.ts'
import { RIGHT } from '../../line.ts'
import { PlaceFields, PromiseFields } from '../terms-fields.tsx'
import { crumbsOf, readTrial, type TrialPages } from '../trial-line.ts'
import { copy } from '../words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/quy-trinh/:code/thu/:id/sua', permission: RIGHT, handle: show },
  { method: 'POST', url: '/quy-trinh/:code/thu/:id/sua', permission: RIGHT, handle: edit },
]

async function show(request: PageRequest): Promise<Reply> {
  const { pages, trial } = await readTrial(request)
  const { name, receivingUnitId, settlingUnitId, returnMethod, promise, revision } = trial
  const state = blankForm({
    name,
    receivingUnitId: String(receivingUnitId),
    settlingUnitId: String(settlingUnitId),
    returnMethod,
    limitAmount: String(promise.limit.amount),
    limitUnit: promise.limit.unit,
    revision: String(revision),
  })
  return page(request, pages, trial, state)
}

async function edit(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const { pages, trial } = await readTrial(request)
  const done = await attempt(() => services.perform(viewer.actor, editTrial, { ...form, trialId: trial.id }))
  if (!done.ok) return page(request, pages, trial, failedForm(form, fieldErrors(done.error, language)), done.error.status)
  return redirect(`${pages.address}/${trial.id}`, copy(language).edited)
}

async function page(request: PageRequest, pages: TrialPages, trial: Trial, state: FormState, status?: number): Promise<Reply> {
  const { language } = request
  const text = copy(language)
  const revision = state.values.revision
  return consolePage(
    request,
    { title: text.edit, status, hasErrors: hasErrors(state), breadcrumbs: crumbsOf(request, pages, trial.name) },
    <>
      <ErrorSummary state={state} />
      <PageHead kicker={trial.name} title={text.edit} />
      <p>{text.editWhat}</p>
      <Form state={state} label={text.edit} hidden={{ revision: typeof revision === 'string' ? revision : String(trial.revision) }}>
        <PlaceFields units={await unitChoices(request)} language={language} />
        <PromiseFields language={language} />
        <ButtonRow>
          <Button look="primary">{text.saveEdit}</Button>
          <Button href={`${pages.address}/${trial.id}`}>{text.cancelEdit}</Button>
        </ButtonRow>
      </Form>
    </>,
  )
}

/** Kết thúc hoạt động of a unit: asks first, deletes nothing. */
import { closeUnit, getUnit } from '#modules/organization/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { Button, blankForm, ErrorSummary, Field, Form, type FormState, failedForm, hasErrors, Select } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { idFrom, unitChoices } from '../../unit-choices.ts'
import { crumbsOf } from '../crumbs.ts'
import { unitWords } from '../words.ts'

export const routes: Route[] = [
  {
    method: 'GET',
    url: '/to-chuc/:id/ket-thuc',
    permission: 'organization.edit-unit',
    handle: (request) => page(request, blankForm({ validTo: localDate(request.now) })),
  },
  { method: 'POST', url: '/to-chuc/:id/ket-thuc', permission: 'organization.edit-unit', handle: save },
]

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, params, language } = request
  const unitId = idFrom(params.id)
  const closed = await attempt(() => services.perform(viewer.actor, closeUnit, { ...form, unitId }))
  if (closed.ok) return redirect(`/to-chuc/${unitId}`, unitWords(language).closedNow)
  return page(request, failedForm(form, fieldErrors(closed.error, language)), closed.error.status)
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const text = unitWords(request.language)
  const unit = await getUnit(request.services.database, idFrom(request.params.id))
  return consolePage(
    request,
    { title: text.close, hasErrors: hasErrors(state), status, breadcrumbs: await crumbsOf(request, unit, text.close) },
    <>
      <ErrorSummary state={state} />
      <h1>{text.close}</h1>
      <p>
        <strong>{unit.name}</strong>. {text.closeWhy}
      </p>
      <Form state={state}>
        <Field name="validTo" type="date" label={text.validTo} />
        <Field name="decision" label={text.decision} hint={text.decisionHint} optional />
        <Select name="successorId" label={text.successor} options={await unitChoices(request)} optional />
        <Button look="danger">{text.closeUnit}</Button>
      </Form>
    </>,
  )
}

/** Chuyển đơn vị under another one, with all below it. */
import { getUnit, moveUnit } from '#modules/organization/index.ts'
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
    url: '/to-chuc/:id/chuyen',
    permission: 'organization.edit-unit',
    handle: (request) => page(request, blankForm({ from: localDate(request.now) })),
  },
  { method: 'POST', url: '/to-chuc/:id/chuyen', permission: 'organization.edit-unit', handle: save },
]

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, params, language } = request
  const unitId = idFrom(params.id)
  const moved = await attempt(() => services.perform(viewer.actor, moveUnit, { ...form, unitId }))
  if (moved.ok) return redirect(`/to-chuc/${unitId}`, unitWords(language).moved)
  return page(request, failedForm(form, fieldErrors(moved.error, language)), moved.error.status)
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const text = unitWords(request.language)
  const unit = await getUnit(request.services.database, idFrom(request.params.id))
  return consolePage(
    request,
    { title: text.move, hasErrors: hasErrors(state), status, breadcrumbs: await crumbsOf(request, unit, text.move) },
    <>
      <ErrorSummary state={state} />
      <h1>{text.move}</h1>
      <Form state={state}>
        <Select name="parentId" label={text.newParent} options={await unitChoices(request, 'organization.edit-unit')} />
        <Field name="from" type="date" label={text.moveFrom} />
        <Field name="decision" label={text.decision} hint={text.decisionHint} optional />
        <Button look="primary">{text.moveUnit}</Button>
      </Form>
    </>,
  )
}

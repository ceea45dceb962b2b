/** Sửa đơn vị: a correction, or a new name or code from a date on. */
import { editUnit, getUnit } from '#modules/organization/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { Button, blankForm, ErrorSummary, Field, Form, type FormState, failedForm, hasErrors } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { idFrom } from '../../unit-choices.ts'
import { crumbsOf } from '../crumbs.ts'
import { UnitFields } from '../unit-fields.tsx'
import { unitWords } from '../words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/to-chuc/:id/sua', permission: 'organization.edit-unit', handle: show },
  { method: 'POST', url: '/to-chuc/:id/sua', permission: 'organization.edit-unit', handle: save },
]

async function show(request: PageRequest): Promise<Reply> {
  const { name, shortName, headTitle, agencyCode, agencyCodeSource, address, phone, email, website } = await getUnit(
    request.services.database,
    idFrom(request.params.id),
  )
  const filled = { name, shortName, headTitle, agencyCode, agencyCodeSource, address, phone, email, website }
  return page(request, blankForm(Object.fromEntries(Object.entries(filled).map(([key, value]) => [key, value ?? '']))))
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, params, language } = request
  const unitId = idFrom(params.id)
  const saved = await attempt(() => services.perform(viewer.actor, editUnit, { ...form, unitId }))
  if (saved.ok) return redirect(`/to-chuc/${unitId}`, unitWords(language).saved)
  return page(request, failedForm(form, fieldErrors(saved.error, language)), saved.error.status)
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const text = unitWords(request.language)
  const unit = await getUnit(request.services.database, idFrom(request.params.id))
  return consolePage(
    request,
    { title: text.edit, hasErrors: hasErrors(state), status, breadcrumbs: await crumbsOf(request, unit, text.edit) },
    <>
      <ErrorSummary state={state} />
      <h1>{text.edit}</h1>
      <Form state={state}>
        <UnitFields text={text} />
        <Field name="from" type="date" label={text.from} hint={text.fromHint} optional />
        <Field name="decision" label={text.decision} hint={text.decisionHint} optional />
        <Button look="primary">{text.saveUnit}</Button>
      </Form>
    </>,
  )
}

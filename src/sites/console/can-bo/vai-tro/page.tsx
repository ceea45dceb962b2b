/** Giao và thu hồi vai trò of an officer. */
import { assignRole, endAssignment, getOfficer, listRoles } from '#modules/identity/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { Button, blankForm, ErrorSummary, Field, FieldRow, Form, type FormState, failedForm, hasErrors, Select } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { idFrom, unitChoices } from '../../unit-choices.ts'
import { officerCrumbs, roleChoices } from '../officer-page.ts'
import { officerWords } from '../words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/can-bo/:id/vai-tro', permission: 'identity.assign-role', handle: show },
  { method: 'POST', url: '/can-bo/:id/vai-tro', permission: 'identity.assign-role', handle: save },
  { method: 'POST', url: '/can-bo/:id/vai-tro/thu-hoi', permission: 'identity.assign-role', handle: end },
]

async function show(request: PageRequest): Promise<Reply> {
  const officer = await getOfficer(request.services.database, idFrom(request.params.id))
  return page(request, blankForm({ unitId: String(officer.homeUnitId), validFrom: localDate(request.now) }))
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, params, language } = request
  const officerId = idFrom(params.id)
  const saved = await attempt(() => services.perform(viewer.actor, assignRole, { ...form, officerId }))
  if (saved.ok) return redirect(`/can-bo/${officerId}#vai-tro`, officerWords(language).assigned)
  return page(request, failedForm(form, fieldErrors(saved.error, language)), saved.error.status)
}

async function end({ services, viewer, form, params, language }: PageRequest): Promise<Reply> {
  await services.perform(viewer.actor, endAssignment, form)
  return redirect(`/can-bo/${idFrom(params.id)}#vai-tro`, officerWords(language).ended)
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const { services, params, language } = request
  const text = officerWords(language)
  const officer = await getOfficer(services.database, idFrom(params.id))
  const roles = await listRoles(services.database)
  const breadcrumbs = officerCrumbs(officer, language, text.assign)
  return consolePage(
    request,
    { title: text.assign, hasErrors: hasErrors(state), status, breadcrumbs },
    <>
      <ErrorSummary state={state} />
      <h1>{text.assign}</h1>
      <p>{officer.fullName}</p>
      <Form state={state}>
        <Select name="roleId" label={text.role} options={roleChoices(roles, language)} />
        <Select name="unitId" label={text.unit} hint={text.assignHint} options={await unitChoices(request, 'identity.assign-role')} />
        <FieldRow>
          <Field name="validFrom" type="date" label={text.validFrom} />
          <Field name="validTo" type="date" label={text.validTo} optional />
        </FieldRow>
        <Button look="primary">{text.assign}</Button>
      </Form>
    </>,
  )
}

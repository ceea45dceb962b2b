/** Sửa thông tin cán bộ. */
import { editOfficer, getOfficer } from '#modules/identity/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { Button, blankForm, ErrorSummary, Form, type FormState, failedForm, hasErrors } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { idFrom } from '../../unit-choices.ts'
import { officerFields } from '../officer-fields.tsx'
import { officerCrumbs } from '../officer-page.ts'
import { officerWords } from '../words.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/can-bo/:id/sua', permission: 'identity.manage-officers', handle: show },
  { method: 'POST', url: '/can-bo/:id/sua', permission: 'identity.manage-officers', handle: save },
]

async function show(request: PageRequest): Promise<Reply> {
  const officer = await getOfficer(request.services.database, idFrom(request.params.id))
  const { fullName, staffKind, homeUnitId, positionId, phone, email } = officer
  return page(
    request,
    blankForm({
      fullName,
      staffKind,
      homeUnitId: String(homeUnitId),
      positionId: String(positionId ?? ''),
      phone: phone ?? '',
      email: email ?? '',
    }),
  )
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, params, language } = request
  const officerId = idFrom(params.id)
  const saved = await attempt(() => services.perform(viewer.actor, editOfficer, { ...form, officerId }))
  if (saved.ok) return redirect(`/can-bo/${officerId}`, officerWords(language).saved)
  return page(request, failedForm(form, fieldErrors(saved.error, language)), saved.error.status)
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const text = officerWords(request.language)
  const officer = await getOfficer(request.services.database, idFrom(request.params.id))
  const breadcrumbs = officerCrumbs(officer, request.language, text.edit)
  return consolePage(
    request,
    { title: text.edit, hasErrors: hasErrors(state), status, breadcrumbs },
    <>
      <ErrorSummary state={state} />
      <h1>{text.edit}</h1>
      <Form state={state}>
        {await officerFields(request, text)}
        <Button look="primary">{text.save}</Button>
      </Form>
    </>,
  )
}

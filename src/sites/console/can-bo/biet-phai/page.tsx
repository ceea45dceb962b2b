/** Cử và kết thúc biệt phái of an officer. */
import { colleaguesOf, endSecondment, getOfficer, listRoles } from '#modules/identity/index.ts'
import { secondAndHandOver } from '#modules/workflow/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import {
  Button,
  blankForm,
  Checkboxes,
  ErrorSummary,
  Field,
  FieldRow,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  Select,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { idFrom, unitChoices } from '../../unit-choices.ts'
import { officerCrumbs, roleChoices } from '../officer-page.ts'
import { officerWords } from '../words.ts'

export const routes: Route[] = [
  {
    method: 'GET',
    url: '/can-bo/:id/biet-phai',
    permission: 'identity.second-officer',
    handle: (request) => page(request, blankForm({ startsOn: localDate(request.now), work: 'keep' })),
  },
  { method: 'POST', url: '/can-bo/:id/biet-phai', permission: 'identity.second-officer', handle: save },
  { method: 'POST', url: '/can-bo/:id/biet-phai/ket-thuc', permission: 'identity.second-officer', handle: end },
]

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, params, language } = request
  const officerId = idFrom(params.id)
  const saved = await attempt(() => services.perform(viewer.actor, secondAndHandOver, { ...form, officerId }))
  if (saved.ok) return redirect(`/can-bo/${officerId}#biet-phai`, officerWords(language).secondedAnd(saved.value.length))
  return page(request, failedForm(form, fieldErrors(saved.error, language)), saved.error.status)
}

async function end({ services, viewer, form, params, language }: PageRequest): Promise<Reply> {
  await services.perform(viewer.actor, endSecondment, form)
  return redirect(`/can-bo/${idFrom(params.id)}#biet-phai`, officerWords(language).secondmentEnded)
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const { services, params, language } = request
  const text = officerWords(language)
  const officer = await getOfficer(services.database, idFrom(params.id))
  const roles = await listRoles(services.database)
  const colleagues = await colleaguesOf(services.database, officer.id, request.now)
  const breadcrumbs = officerCrumbs(officer, language, text.second)
  return consolePage(
    request,
    { title: text.second, hasErrors: hasErrors(state), status, breadcrumbs },
    <>
      <ErrorSummary state={state} />
      <h1>{text.second}</h1>
      <p>
        {officer.fullName}, {officer.homeUnitName}. {text.secondHint}
      </p>
      <Form state={state}>
        <Select name="toUnitId" label={text.toUnit} options={await unitChoices(request, 'identity.second-officer')} />
        <Checkboxes name="roleIds" label={text.secondRoles} options={roleChoices(roles, language)} />
        <FieldRow>
          <Field name="startsOn" type="date" label={text.validFrom} />
          <Field name="endsOn" type="date" label={text.validTo} />
        </FieldRow>
        <Field name="decision" label={text.decision} hint={text.decisionHint} />
        <Select
          name="work"
          label={text.workHeld}
          hint={text.workHeldHint}
          width="long"
          blank={false}
          options={[
            { value: 'keep', label: text.workKept },
            { value: 'role', label: text.workToRole },
            ...colleagues.map(({ id, fullName, unitName }) => ({ value: String(id), label: text.workTo(`${fullName}, ${unitName}`) })),
          ]}
        />
        <Button look="primary">{text.second}</Button>
      </Form>
    </>,
  )
}

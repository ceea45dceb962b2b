/** One binding: the template, and who fills its lanes. */
import { findProcedureByCode } from '#modules/catalogue/index.ts'
import { findOfficerByUsername } from '#modules/identity/index.ts'
import {
  type Binding,
  bindProcess,
  getBinding,
  getProcess,
  stepRoles,
  type TemplateChoice,
  templateChoices,
} from '#modules/workflow/index.ts'
import { AppError } from '#platform/errors.ts'
import { attempt, type FormValues, fieldErrors, nested, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
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
  Panel,
  Select,
} from '#ui/index.ts'
import { consolePage } from '../../../layout.tsx'
import { idFrom, unitChoices } from '../../../unit-choices.ts'
import { copy } from '../words.ts'

const RIGHT = 'workflow.bind-process'
const NEW = 'moi'

export const routes: Route[] = [
  { method: 'GET', url: '/quy-trinh/gan/:id', permission: RIGHT, handle: show },
  { method: 'POST', url: '/quy-trinh/gan/:id', permission: RIGHT, handle: save },
]

async function show(request: PageRequest): Promise<Reply> {
  const { services, params } = request
  if (params.id === NEW) return page(request, undefined, blankForm({}))
  const binding = await getBinding(services.database, idFrom(params.id))
  return page(request, binding, blankForm(valuesOf(binding)))
}

function valuesOf({ templateId, unitId, procedureCode, lanes, usernames }: Binding): FormValues {
  const fills = Object.entries(lanes).flatMap(([key, { unitId: place, roleId, officerId }]) => [
    [`lanes.${key}.unitId`, String(place ?? '')],
    [`lanes.${key}.roleId`, String(roleId ?? '')],
    [`lanes.${key}.officer`, officerId === undefined ? '' : (usernames[officerId] ?? '')],
  ])
  return { templateId: String(templateId), unitId: String(unitId ?? ''), procedureCode: procedureCode ?? '', ...Object.fromEntries(fills) }
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, params, language } = request
  const binding = params.id === NEW ? undefined : await getBinding(services.database, idFrom(params.id))
  if (one(form._action) === 'reload') return page(request, binding, blankForm(form))
  const saved = await attempt(async () =>
    services.perform(viewer.actor, bindProcess, { ...(await inputOf(request)), bindingId: binding?.id }),
  )
  if (!saved.ok) return page(request, binding, failedForm(form, fieldErrors(saved.error, language)), saved.error.status)
  return redirect('/quy-trinh/gan', copy(language).saved)
}

/** What people know by name or code, as ids. @throws AppError `input.invalid` */
async function inputOf({ services, form, language }: PageRequest) {
  const text = copy(language)
  const { database } = services
  const fields: Record<string, string> = {}
  const code = one(form.procedureCode).trim()
  const procedure = code === '' ? undefined : await findProcedureByCode(database, code)
  if (code !== '' && !procedure) fields.procedureCode = text.unknownProcedure
  const fills = (nested(form).lanes ?? {}) as Record<string, Record<string, string>>
  const lanes: Record<string, Record<string, unknown>> = {}
  for (const [key, { unitId, roleId, officer = '' }] of Object.entries(fills)) {
    const username = officer.trim()
    const officerId = username === '' ? undefined : (await findOfficerByUsername(database, username))?.id
    if (username !== '' && officerId === undefined) fields[`lanes.${key}.officer`] = text.unknownOfficer
    lanes[key] = { unitId, roleId, officerId }
  }
  if (Object.keys(fields).length > 0) throw new AppError('input.invalid', { fields })
  return { procedureId: procedure?.id, unitId: form.unitId, templateId: form.templateId, lanes }
}

async function page(request: PageRequest, binding: Binding | undefined, state: FormState, status?: number): Promise<Reply> {
  const { services, language } = request
  const text = copy(language)
  const templates = await templateChoices(services.database)
  const units = await unitChoices(request)
  const chosen = templates.find(({ id }) => String(id) === one(state.values.templateId))
  return consolePage(
    request,
    {
      title: text.title,
      breadcrumbs: [{ label: text.title, href: '/quy-trinh/gan' }, { label: binding?.procedureCode ?? text.make }],
      hasErrors: hasErrors(state),
      status,
    },
    <>
      <ErrorSummary state={state} />
      <PageHead
        kicker={text.title}
        title={binding ? (binding.procedureName ?? binding.procedureCode ?? text.everyProcedure) : text.make}
        facts={binding ? (binding.unitName ?? text.everyUnit) : undefined}
      />
      <Form state={state} action={`/quy-trinh/gan/${binding?.id ?? NEW}`}>
        <FieldRow>
          <Field name="procedureCode" label={text.procedureCode} hint={text.procedureCodeHint} width="medium" code optional />
          <Select name="unitId" label={text.unit} hint={text.unitHint} options={units} blank={text.everyUnit} optional />
        </FieldRow>
        <FieldRow>
          <Select name="templateId" label={text.template} options={templates.map(({ id, name }) => ({ value: String(id), label: name }))} />
          <Button name="_action" value="reload">
            {text.reload}
          </Button>
        </FieldRow>
        {chosen && <Lanes {...(await lanesOf(request, chosen))} units={units} language={language} />}
        <Button look="primary">{text.save}</Button>
      </Form>
    </>,
  )
}

async function lanesOf({ services, language }: PageRequest, { processId }: TemplateChoice) {
  const { graph } = await getProcess(services.database, processId)
  const roles = await stepRoles(services.database)
  return {
    lanes: graph.lanes,
    roles: roles.map(({ id, name, nameEn }) => ({ value: String(id), label: language === 'vi' ? name : nameEn })),
  }
}

function Lanes({
  lanes,
  roles,
  units,
  language,
}: Awaited<ReturnType<typeof lanesOf>> & { units: { value: string; label: string }[]; language: PageRequest['language'] }) {
  const text = copy(language)
  return (
    <Panel title={text.lanes} id="vai" boxed>
      <p class="muted">{text.lanesHint}</p>
      {lanes.map(({ key, name }) => (
        <fieldset key={key}>
          <legend>{name}</legend>
          <FieldRow>
            <Select name={`lanes.${key}.unitId`} label={text.laneUnit} options={units} blank={text.asTemplate} optional />
            <Select name={`lanes.${key}.roleId`} label={text.laneRole} options={roles} blank={text.asTemplate} optional />
            <Field name={`lanes.${key}.officer`} label={text.laneOfficer} width="medium" optional />
          </FieldRow>
        </fieldset>
      ))}
    </Panel>
  )
}

/** Sửa quy trình: a form whose rows are the steps. Saving always makes a new version. */
import { stepKindWords } from '#modules/dossier/index.ts'
import { editProcess, formatHours, getProcess, lineSteps, STANDARD_LINE, stepRoles, withUsualRoles } from '#modules/workflow/index.ts'
import { attempt, type FormValues, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { formatDate, localDate } from '#platform/text/dates.ts'
import {
  Button,
  ButtonRow,
  blankForm,
  Checkbox,
  ErrorSummary,
  Field,
  FieldRow,
  Flash,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  Panel,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { type Line, legalTime, RIGHT, readLine } from '../line.ts'
import { copy } from '../words.ts'
import { StepRows } from './step-rows.tsx'
import { hoursOfRows, pressRowButton, rowsOf, rowsOfSteps, withRows } from './steps-form.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/quy-trinh/:code/sua', permission: RIGHT, handle: show },
  { method: 'POST', url: '/quy-trinh/:code/sua', permission: RIGHT, handle: save },
]

async function show(request: PageRequest): Promise<Reply> {
  const line = await readLine(request)
  const { database } = request.services
  const current = line.current && lineSteps(await getProcess(database, line.current.id))
  const steps = current ?? (await withUsualRoles(database, STANDARD_LINE))
  const values: FormValues = {
    basedOnVersion: String(line.versions[0]?.version ?? 0),
    name: line.usesGeneral ? '' : (line.current?.name ?? line.title),
    validFrom: localDate(request.now),
  }
  return page(request, line, blankForm(withRows(values, rowsOfSteps(steps))))
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const line = await readLine(request)
  const changed = pressRowButton(form)
  if (changed) return page(request, line, blankForm(changed))
  const rows = rowsOf(form)
  const input = { ...form, procedureId: line.procedureId ?? undefined, steps: rows }
  const saved = await attempt(() => services.perform(viewer.actor, editProcess, input))
  if (!saved.ok) {
    const { _: general, ...fields } = fieldErrors(saved.error, language)
    return page(request, line, failedForm(withRows(form, rows), general === undefined ? fields : { '': general }), saved.error.status)
  }
  return redirect(`/quy-trinh/${line.slug}`, copy(language).saved(saved.value.version, formatDate(one(form.validFrom))))
}

async function page(request: PageRequest, line: Line, state: FormState, status?: number): Promise<Reply> {
  const { services, language } = request
  const text = copy(language)
  const rows = rowsOf(state.values as FormValues)
  const total = hoursOfRows(rows)
  const legal = await legalTime(request, line, total)
  const isLonger = legal.hours !== undefined && total > legal.hours
  const title = text.editTitle(line.title)
  const roles = (await stepRoles(services.database)).map(({ id, name, nameEn }) => ({
    value: String(id),
    label: language === 'vi' ? name : nameEn,
  }))
  return consolePage(
    request,
    {
      title,
      hasErrors: hasErrors(state),
      status,
      breadcrumbs: [
        { label: text.title, href: '/quy-trinh' },
        { label: line.title, href: `/quy-trinh/${line.slug}` },
        { label: line.usesGeneral ? text.makeOwn : text.edit },
      ],
    },
    <>
      <ErrorSummary state={state} />
      <h1>{title}</h1>
      <p>{text.stays}</p>
      <Form state={state} hidden={{ basedOnVersion: one(state.values.basedOnVersion) }} defaultAction="save" label={title}>
        <Field name="name" label={text.name} width="long" />
        <FieldRow>
          <Field name="decision" label={text.decisionNumber} hint={text.decisionHint} width="medium" />
          <Field name="decisionDate" type="date" label={text.decisionDate} width="medium" />
          <Field name="validFrom" type="date" label={text.validFrom} hint={text.validFromHint} width="medium" />
        </FieldRow>
        <Panel title={text.rows} id="cac-buoc">
          <p>{text.rowsHint}</p>
          <StepRows count={rows.length} roles={roles} kinds={stepKindWords(language)} error={state.errors.steps} language={language} />
          <p aria-live="polite">
            {text.total}: <strong>{formatHours(total)}</strong> {text.hoursWord}.{' '}
            {line.procedureId !== null && `${text.legal}: ${legal.limit ?? text.legalNone}.`}{' '}
            <Button look="link" name="_action" value="recount" formNoValidate>
              {text.recount}
            </Button>
          </p>
          {legal.warning && <Flash tone="warning" title={legal.warning} />}
          {isLonger && <Checkbox name="acceptsLongerThanLimit" label={text.accept} />}
        </Panel>
        <ButtonRow>
          <Button look="primary" name="_action" value="save">
            {text.save}
          </Button>
        </ButtonRow>
      </Form>
    </>,
  )
}

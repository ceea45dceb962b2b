/** Ghi nhận hồ sơ tiếp nhận ngoài Bộ phận Một cửa (NĐ 61/2018/NĐ-CP art. 14(5)): the agency that received it on the spot has it tracked from that moment on. */
import { randomUUID } from 'node:crypto'
import { getReceptionCase, type ReceptionCase } from '#modules/catalogue/index.ts'
import { returnMethodWords } from '#modules/dossier/index.ts'
import { type OutsideCase, outsideCases, recordOutside } from '#modules/intake/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { attempt, fieldErrors, nested, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import {
  Button,
  blankForm,
  EmptyState,
  ErrorSummary,
  Field,
  FieldRow,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  PageHead,
  Panel,
  Radios,
  Table,
} from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { copy } from './words.ts'

const RIGHT = 'intake.record-outside'
const URL = '/ghi-nhan-ngoai'

export const routes: Route[] = [
  { method: 'GET', url: URL, permission: RIGHT, handle: choose },
  { method: 'GET', url: `${URL}/:case/:unit`, permission: RIGHT, handle: (request) => formPage(request) },
  { method: 'POST', url: `${URL}/:case/:unit`, permission: RIGHT, handle: record },
]

async function choose(request: PageRequest): Promise<Reply> {
  const { services, viewer, language, now } = request
  const text = copy(language)
  const rows = await outsideCases(services.database, viewer.actor, now)
  return consolePage(
    request,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      <Table
        caption={text.procedures}
        hideCaption
        dense
        rows={rows}
        rowKey={hrefOf}
        rowHref={hrefOf}
        columns={[
          { key: 'procedure', head: text.procedure, width: 'wide', cell: nameOf },
          { key: 'code', head: text.code, nowrap: true, cell: ({ procedureCode }) => procedureCode },
          { key: 'settling', head: text.settling, cell: ({ settlingUnit }) => settlingUnit },
          { key: 'receiving', head: text.receiving, cell: ({ receivingUnit }) => receivingUnit },
        ]}
        empty={<EmptyState title={text.none}>{text.noneHint}</EmptyState>}
      />
    </>,
  )
}

const hrefOf = ({ caseId, receivingUnitId }: OutsideCase): string => `${URL}/${caseId}/${receivingUnitId}`
const nameOf = ({ procedureName, caseName }: OutsideCase): string => `${procedureName}, ${caseName}`

/** Only what this officer may record is opened. @throws AppError `record.not-found` */
async function chosen({ services, viewer, params, now }: PageRequest): Promise<{ outside: OutsideCase; procedure: ReceptionCase }> {
  const rows = await outsideCases(services.database, viewer.actor, now)
  const outside = rows.find(({ caseId, receivingUnitId }) => `${caseId}` === params.case && `${receivingUnitId}` === params.unit)
  if (!outside) return commonErrors.fail('record.not-found')
  const where = { receivingUnitId: outside.receivingUnitId, channel: 'counter', day: localDate(now) } as const
  return { outside, procedure: await getReceptionCase(services.database, outside.caseId, where) }
}

async function formPage(request: PageRequest, failed?: FormState, status?: number): Promise<Reply> {
  const { language } = request
  const text = copy(language)
  const { outside, procedure } = await chosen(request)
  const asked = Object.fromEntries(
    procedure.components.flatMap(({ originals, copies }, at) => [
      [`components.${at}.originals`, String(originals)],
      [`components.${at}.copies`, String(copies)],
    ]),
  )
  const state = failed ?? blankForm({ 'owner.kind': 'person', returnMethod: 'counter', key: randomUUID(), ...asked })
  return consolePage(
    request,
    {
      title: text.title,
      breadcrumbs: [{ label: text.title, href: URL }, { label: outside.procedureCode }],
      hasErrors: hasErrors(state),
      status,
    },
    <>
      <ErrorSummary state={state} />
      <PageHead kicker={nameOf(outside)} title={text.title} facts={text.settledBy(outside.settlingUnit)} />
      <Form action={hrefOf(outside)} state={state} hidden={{ key: one(state.values.key) }} label={text.title}>
        <Panel id="chu-ho-so" title={text.owner}>
          <Radios
            name="owner.kind"
            label={text.kind}
            options={[
              { value: 'person', label: text.person },
              { value: 'organisation', label: text.organisation },
            ]}
          />
          <FieldRow>
            <Field name="owner.name" label={text.name} />
            <Field name="owner.identifier" label={text.identifier} hint={text.identifierHint} optional />
          </FieldRow>
          <FieldRow>
            <Field name="owner.phone" type="tel" label={text.phone} optional />
            <Field name="owner.address" label={text.address} optional />
          </FieldRow>
        </Panel>
        {procedure.components.length > 0 && (
          <Panel id="thanh-phan" title={text.papers}>
            <p class="muted">{text.papersHint}</p>
            {procedure.components.map(({ id, name }, at) => (
              <fieldset key={id}>
                <legend>{name}</legend>
                <input type="hidden" name={`components.${at}.componentId`} value={String(id)} />
                <FieldRow>
                  <Field name={`components.${at}.originals`} type="number" label={text.originals} width="short" />
                  <Field name={`components.${at}.copies`} type="number" label={text.copies} width="short" />
                </FieldRow>
              </fieldset>
            ))}
          </Panel>
        )}
        <Panel id="ket-qua" title={text.result}>
          <Field name="subject" label={text.subject} optional />
          <Radios
            name="returnMethod"
            label={text.returnMethod}
            options={Object.entries(returnMethodWords(language)).map(([value, label]) => ({ value, label: String(label) }))}
          />
          <Field name="returnAddress" label={text.returnAddress} hint={text.returnAddressHint} optional />
        </Panel>
        <Button look="primary">{text.record}</Button>
      </Form>
    </>,
  )
}

async function record(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const { outside } = await chosen(request)
  const { components, key: _, ...given } = nested(form) as { components?: unknown; key?: string }
  const handed = (Array.isArray(components) ? components : []).filter(isHanded)
  const input = { ...given, components: handed, procedureCaseId: outside.caseId, receivingUnitId: outside.receivingUnitId }
  const done = await attempt(() => services.perform(viewer.actor, recordOutside, input, { onceKey: one(form.key) || undefined }))
  if (!done.ok) return formPage(request, failedForm(form, fieldErrors(done.error, language)), done.error.status)
  return redirect(`/ho-so/${done.value.code}`, copy(language).done(done.value.code))
}

/** A paper of which nothing was handed in is not in the dossier. */
const isHanded = (row: unknown): boolean =>
  typeof row === 'object' &&
  row !== null &&
  ['originals', 'copies'].some((name) => !['', '0', undefined].includes((row as Record<string, string>)[name]))

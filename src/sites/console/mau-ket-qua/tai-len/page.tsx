/** A Word file becomes a template, or a new version of one. A file once uploaded is kept while the form is mended. */
import { findDocuments, registerUploads } from '#modules/documents/index.ts'
import { addResultTemplate, isKnown, QUESTION_KINDS, type ResultTemplate, templateVersions } from '#modules/results/index.ts'
import type { AppError } from '#platform/errors.ts'
import { receiveUpload, UPLOAD_MAX_BYTES } from '#platform/files/index.ts'
import { attempt, type FormValues, fieldErrors, nested, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import {
  Button,
  ButtonRow,
  blankForm,
  ErrorSummary,
  Field,
  FieldRow,
  FileSlot,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  Panel,
  pressFormButton,
  RepeatingGroup,
  Select,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { KnownFields } from '../field-tables.tsx'
import { copy, kindWords } from '../words.ts'

const RIGHT = 'results.edit-template'

export const routes: Route[] = [
  { method: 'GET', url: '/mau-ket-qua/them', permission: RIGHT, handle: show },
  { method: 'POST', url: '/mau-ket-qua/them', permission: RIGHT, multipart: true, handle: save },
  { method: 'GET', url: '/mau-ket-qua/:code/phien-ban-moi', permission: RIGHT, handle: show },
  { method: 'POST', url: '/mau-ket-qua/:code/phien-ban-moi', permission: RIGHT, multipart: true, handle: save },
]

/** A new version begins with what the last one says. */
async function show(request: PageRequest): Promise<Reply> {
  const before = await readBefore(request)
  const values: FormValues = { validFrom: localDate(request.now) }
  if (before) {
    const { name, procedure, symbol, decision, questions } = before
    Object.assign(values, { name, procedureCode: procedure?.code ?? '', symbol: symbol ?? '', decision: decision ?? '' })
    return page(request, before, blankForm(withRows(values, questions)))
  }
  return page(request, before, blankForm(values))
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, language } = request
  const before = await readBefore(request)
  const upload = await receiveUpload(request.raw, services.files, { language, accept: ['docx'] })
  if (upload.error) return page(request, before, failedForm(upload.form, atFile(fieldErrors(upload.error, language))), upload.error.status)
  const form = { ...upload.form }
  if (upload.files.length > 0) {
    const { documentIds } = await services.perform(viewer.actor, registerUploads, { files: upload.files })
    form.documentId = String(documentIds[0])
  }
  const changed = pressFormButton(form)
  if (changed) return page(request, before, blankForm(changed))
  const input = {
    isNew: before === undefined,
    code: before?.code ?? one(form.code),
    name: one(form.name),
    procedureCode: one(form.procedureCode),
    symbol: one(form.symbol),
    decision: one(form.decision),
    validFrom: one(form.validFrom),
    documentId: one(form.documentId) || undefined,
    questions: rowsOf(form),
  }
  const saved = await attempt(() => services.perform(viewer.actor, addResultTemplate(services.files), input))
  if (saved.ok) {
    const { code, version } = saved.value
    return redirect(`/mau-ket-qua/${code}?phien-ban=${version}`, copy(language).saved(version))
  }
  const errors = refusedAt(saved.error, fieldErrors(saved.error, language))
  return page(request, before, failedForm(withUnknown(withRows(form, input.questions), saved.error), errors), saved.error.status)
}

async function readBefore({ services, params }: PageRequest): Promise<ResultTemplate | undefined> {
  return params.code === undefined ? undefined : (await templateVersions(services.database, params.code))[0]
}

interface Row {
  name: string
  label: string
  kind: string
}

/** The rows somebody has begun to fill. */
function rowsOf(form: FormValues): Row[] {
  const { 'questions.count': _, ...rest } = form
  const rows = nested(rest).questions
  if (!Array.isArray(rows)) return []
  return rows
    .map((row: Record<string, string | string[]>) => ({ name: one(row.name).trim(), label: one(row.label), kind: one(row.kind) }))
    .filter(({ name, label }) => name !== '' || label !== '')
}

function withRows(form: FormValues, rows: readonly Row[]): FormValues {
  const kept = Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith('questions.')))
  kept['questions.count'] = String(rows.length)
  for (const [index, row] of rows.entries()) for (const [field, value] of Object.entries(row)) kept[`questions.${index}.${field}`] = value
  return kept
}

/** Fields of the file that nobody knows get a row, so that they only need their question. */
function withUnknown(form: FormValues, { code, parameters }: AppError): FormValues {
  if (code !== 'documents.template-unknown-fields') return form
  const rows = rowsOf(form)
  const names = String(parameters.fields)
    .split(', ')
    .map((field) => field.split('.')[0] ?? '')
  const added = [...new Set(names)].filter((name) => !isKnown(name) && !rows.some((row) => row.name === name))
  return withRows(form, [...rows, ...added.map((name) => ({ name, label: '', kind: 'text' }))])
}

/** What is wrong with the file stands at the file. */
const refusedAt = (error: AppError, errors: Record<string, string>): Record<string, string> =>
  error.code.startsWith('documents.') || errors.documentId ? atFile(errors) : errors

function atFile({ _: general, documentId, ...fields }: Record<string, string>): Record<string, string> {
  const sentence = documentId ?? general
  return sentence === undefined ? fields : { ...fields, file: sentence }
}

async function page(request: PageRequest, before: ResultTemplate | undefined, state: FormState, status?: number): Promise<Reply> {
  const { language } = request
  const text = copy(language)
  const kinds = kindWords(language)
  const title = before ? text.newVersionOf(before.name) : text.addTitle
  const file = await ownFile(request, Number(state.values.documentId))
  return consolePage(
    request,
    {
      title,
      breadcrumbs: [
        { label: text.title, href: '/mau-ket-qua' },
        ...(before ? [{ label: before.name, href: `/mau-ket-qua/${before.code}` }] : []),
        { label: before ? text.newVersion : text.add },
      ],
      hasErrors: hasErrors(state),
      status,
    },
    <>
      <ErrorSummary state={state} />
      <h1>{title}</h1>
      <Form state={state} files hidden={{ documentId: file && String(file.id) }} defaultAction="save" label={title}>
        <Field name="name" label={text.name} hint={text.nameHint} />
        {!before && <Field name="code" label={text.code} hint={text.codeHint} width="long" code />}
        <FieldRow>
          <Field name="procedureCode" label={text.procedureCode} hint={text.procedureHint} width="medium" code optional />
          <Field name="symbol" label={text.symbol} hint={text.symbolHint} width="medium" code optional />
        </FieldRow>
        <FieldRow>
          <Field name="decision" label={text.decision} width="medium" optional />
          <Field name="validFrom" type="date" label={text.validFrom} width="medium" />
        </FieldRow>
        <FileSlot
          name="file"
          label={text.file}
          hint={text.fileHint}
          maxBytes={UPLOAD_MAX_BYTES}
          accept={['docx']}
          files={file ? [{ id: String(file.id), name: file.name, bytes: file.size }] : []}
        />
        <RepeatingGroup name="questions" label={text.questions} hint={text.questionsHint} noun={text.question} least={0} most={60}>
          {(item) => (
            <FieldRow>
              <Field name={`${item}.name`} label={text.fieldName} width="medium" code />
              <Field name={`${item}.label`} label={text.label} width="long" />
              <Select
                name={`${item}.kind`}
                label={text.kind}
                blank={false}
                options={QUESTION_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))}
              />
            </FieldRow>
          )}
        </RepeatingGroup>
        <ButtonRow>
          <Button look="primary" name="_action" value="save">
            {text.save}
          </Button>
        </ButtonRow>
      </Form>
      <Panel title={text.known} id="truong">
        <KnownFields language={language} />
      </Panel>
    </>,
  )
}

/** Only what this person uploaded is shown again. */
async function ownFile({ services, viewer }: PageRequest, documentId: number) {
  if (!Number.isSafeInteger(documentId) || viewer.actor.kind !== 'officer') return undefined
  const [document] = await findDocuments(services.database, [documentId])
  return document?.officerId === viewer.actor.id ? document : undefined
}

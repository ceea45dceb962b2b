/** One template: what it is for, what it uses and asks, its versions; its file, and a trial with invented data. */
import { fileReply, fillTemplate } from '#modules/documents/index.ts'
import {
  endResultTemplate,
  isInForce,
  type Question,
  type ResultTemplate,
  renderResult,
  sampleData,
  templateVersions,
} from '#modules/results/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import {
  Button,
  ButtonRow,
  blankForm,
  DefinitionList,
  Details,
  ErrorSummary,
  Field,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  PageHead,
  Panel,
  Table,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { UsedFields } from '../field-tables.tsx'
import { Standing, spanOf } from '../standing.tsx'
import { copy, kindWords } from '../words.ts'

const RIGHT = 'results.edit-template'

export const routes: Route[] = [
  { method: 'GET', url: '/mau-ket-qua/:code', permission: RIGHT, handle: (request) => page(request, blankForm()) },
  { method: 'GET', url: '/mau-ket-qua/:code/tep', permission: RIGHT, handle: wordFile },
  { method: 'GET', url: '/mau-ket-qua/:code/dien-thu', permission: RIGHT, handle: trial },
  { method: 'POST', url: '/mau-ket-qua/:code/ngung', permission: RIGHT, handle: end },
]

/** The version asked for, else the one in force today, else the newest. */
async function readVersions({ services, params, query, now }: PageRequest) {
  const versions = await templateVersions(services.database, params.code ?? '')
  const shown =
    versions.find(({ version }) => version === Number(query['phien-ban'])) ??
    versions.find((version) => isInForce(version, localDate(now))) ??
    (versions[0] as ResultTemplate)
  return { versions, shown }
}

async function wordFile(request: PageRequest): Promise<Reply> {
  const { shown } = await readVersions(request)
  return fileReply(await request.services.files.open(shown.hash), { name: `${shown.name}.docx`, type: 'docx' })
}

async function trial(request: PageRequest): Promise<Reply> {
  const { services, query, language, now } = request
  const { shown } = await readVersions(request)
  const data = sampleData(shown.questions)
  const name = copy(language).tryName(shown.name)
  if (query.dang !== 'pdf')
    return fileReply(Buffer.from(await fillTemplate(await services.files.read(shown.hash), data)), { name: `${name}.docx`, type: 'docx' })
  const { pdf } = await renderResult(services, { template: shown, data, name, isDraft: true, now })
  return fileReply(pdf, { name: `${name}.pdf`, type: 'pdf' }, 'inline')
}

async function end(request: PageRequest): Promise<Reply> {
  const { services, viewer, params, form, language } = request
  const ended = await attempt(() => services.perform(viewer.actor, endResultTemplate, { ...form, code: params.code }))
  if (ended.ok) return redirect(`/mau-ket-qua/${params.code}`, copy(language).ended)
  return page(request, failedForm(form, fieldErrors(ended.error, language)), ended.error.status)
}

async function page(request: PageRequest, state: FormState, status?: number): Promise<Reply> {
  const { language, now } = request
  const text = copy(language)
  const kinds = kindWords(language)
  const today = localDate(now)
  const { versions, shown } = await readVersions(request)
  const address = `/mau-ket-qua/${shown.code}`
  const ofVersion = `phien-ban=${shown.version}`
  return consolePage(
    request,
    {
      title: shown.name,
      breadcrumbs: [{ label: text.title, href: '/mau-ket-qua' }, { label: shown.name }],
      hasErrors: hasErrors(state),
      status,
    },
    <>
      <ErrorSummary state={state} />
      <PageHead
        kicker={text.title}
        title={shown.name}
        state={<Standing template={shown} today={today} text={text} />}
        facts={`${text.numberOf(shown.version)}, ${spanOf(shown, text)}`}
        actions={
          <ButtonRow>
            <Button href={`${address}/tep?${ofVersion}`}>{text.download}</Button>
            <Button href={`${address}/dien-thu?${ofVersion}`}>{text.tryWord}</Button>
            <Button href={`${address}/dien-thu?${ofVersion}&dang=pdf`} target="_blank">
              {text.tryPdf}
            </Button>
            <Button look="primary" href={`${address}/phien-ban-moi`}>
              {text.newVersion}
            </Button>
          </ButtonRow>
        }
      />
      <DefinitionList
        rows={[
          { term: text.code, value: shown.code },
          { term: text.procedure, value: shown.procedure ? `${shown.procedure.code} ${shown.procedure.name}` : text.common },
          { term: text.symbol, value: shown.symbol },
          { term: text.decision, value: shown.decision },
        ]}
      />
      <Panel title={text.questions} id="nhap">
        <Table
          caption={text.questions}
          hideCaption
          dense
          rows={shown.questions}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', head: text.fieldName, nowrap: true, cell: ({ name }: Question) => `{${name}}` },
            { key: 'label', head: text.label, cell: ({ label }: Question) => label },
            { key: 'kind', head: text.kind, cell: ({ kind }: Question) => kinds[kind] },
          ]}
          empty={<p>{text.noQuestions}</p>}
        />
      </Panel>
      <Panel title={text.used} id="truong">
        <UsedFields template={shown} language={language} />
      </Panel>
      <Panel title={text.versions} id="phien-ban">
        <Table
          caption={text.versions}
          hideCaption
          dense
          rows={versions}
          rowKey={({ id }) => id}
          rowHref={({ version }) => `${address}?phien-ban=${version}`}
          columns={[
            { key: 'version', head: text.version, cell: ({ version }: ResultTemplate) => text.numberOf(version) },
            { key: 'decision', head: text.decision, cell: ({ decision }: ResultTemplate) => decision },
            { key: 'span', head: text.validFrom, cell: (version: ResultTemplate) => spanOf(version, text) },
          ]}
        />
        <Details summary={text.end} open={hasErrors(state)}>
          <Form action={`${address}/ngung`} state={state} label={text.end}>
            <p>{text.endHint}</p>
            <Field name="lastDay" type="date" label={text.lastDay} width="medium" />
            <Button>{text.end}</Button>
          </Form>
        </Details>
      </Panel>
    </>,
  )
}

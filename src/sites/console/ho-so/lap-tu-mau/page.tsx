/** Lập kết quả từ mẫu: what the dossier knows is shown, the rest is typed; seen as PDF before it is saved as the draft. */
import { fileReply } from '#modules/documents/index.ts'
import { type DossierDetail, getDossier } from '#modules/dossier/index.ts'
import {
  type Answers,
  draftData,
  draftFromTemplate,
  factsOf,
  findDraft,
  getTemplateFor,
  questionsOf,
  type ResultTemplate,
  renderResult,
  templatesFor,
  usedFacts,
} from '#modules/results/index.ts'
import { situationOf } from '#modules/workflow/index.ts'
import { type AppError, commonErrors } from '#platform/errors.ts'
import { attempt, type FormValues, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'
import { Button, blankForm, EmptyState, ErrorSummary, type FormState, failedForm, hasErrors, PageHead } from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { ResultForm } from './result-form.tsx'
import { copy } from './words.ts'

const RIGHT = 'workflow.prepare-result'

export const routes: Route[] = [
  { method: 'GET', url: '/ho-so/:code/lap-tu-mau', permission: RIGHT, handle: show },
  { method: 'POST', url: '/ho-so/:code/lap-tu-mau', permission: RIGHT, handle: save },
  { method: 'POST', url: '/ho-so/:code/lap-tu-mau/xem-truoc', permission: RIGHT, handle: preview },
]

async function show(request: PageRequest): Promise<Reply> {
  const { services, now, query } = request
  const dossier = await openDossier(request)
  const templates = await templatesFor(services.database, dossier.procedure.id, localDate(now))
  const [first, ...others] = templates
  const chosen = templates.find(({ code }) => code === query.mau) ?? (others.length === 0 ? first : undefined)
  if (!chosen) return choosePage(request, dossier, templates)
  const draft = await findDraft(services.database, dossier.id)
  const kept = draft?.templateCode === chosen.code ? draft.answers : {}
  const answers = Object.entries(kept).map(([name, value]) => [`answers.${name}`, value])
  return formPage(request, dossier, chosen, blankForm({ ...Object.fromEntries(answers), name: dossier.result?.name ?? chosen.name }))
}

async function save(request: PageRequest): Promise<Reply> {
  const { services, viewer, params, form, language } = request
  const dossier = await openDossier(request)
  const input = {
    dossierId: dossier.id,
    taskNumber: one(form.taskNumber),
    template: one(form.template),
    name: one(form.name),
    answers: answersOf(form),
  }
  const saved = await attempt(() => services.perform(viewer.actor, draftFromTemplate(services), input))
  if (saved.ok) return redirect(`/ho-so/${params.code}`, copy(language).saved)
  return refusedPage(request, dossier, saved.error)
}

/** The draft as it would be, neither kept nor registered. */
async function preview(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, now } = request
  const dossier = await openDossier(request)
  const made = await attempt(async () => {
    const template = await chosenTemplate(request, dossier)
    const drafting = { dossier, template, answers: answersOf(form), actor: viewer.actor, now }
    const data = await draftData(services.database, drafting)
    return renderResult(services, { template, data, name: template.name, isDraft: true, now })
  })
  if (!made.ok) return refusedPage(request, dossier, made.error)
  return fileReply(made.value.pdf, { name: `Xem trước ${dossier.code}.pdf`, type: 'pdf' }, 'inline')
}

const answersOf = (form: FormValues): Answers =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (name.startsWith('answers.') ? [[name.slice('answers.'.length), one(value)]] : [])),
  )

/** The dossier, if a draft can be laid by this person now. @throws AppError the reason why not */
async function openDossier({ services, viewer, params, now }: PageRequest): Promise<OpenDossier> {
  const dossier = await getDossier(services.database, params.code ?? '', { actor: viewer.actor, now })
  const { open, moves } = await situationOf(services.database, dossier, viewer.actor, now)
  const move = moves.find(({ name }) => name === 'prepare-result')
  if (move?.refusal) throw move.refusal
  if (!open || !move) return commonErrors.fail('record.changed')
  return { ...dossier, taskNumber: open.task.number }
}

const chosenTemplate = ({ services, form, now }: PageRequest, { procedure }: DossierDetail): Promise<ResultTemplate> =>
  getTemplateFor(services.database, { code: one(form.template), procedureId: procedure.id, day: localDate(now) })

async function refusedPage(request: PageRequest, dossier: OpenDossier, error: AppError): Promise<Reply> {
  const template = await chosenTemplate(request, dossier)
  return formPage(request, dossier, template, failedForm(request.form, fieldErrors(error, request.language)), error.status)
}

async function formPage(
  request: PageRequest,
  dossier: OpenDossier,
  template: ResultTemplate,
  state: FormState,
  status?: number,
): Promise<Reply> {
  const { services, viewer, language } = request
  const text = copy(language)
  const facts = await factsOf(services.database, dossier, viewer.actor)
  return consolePage(
    request,
    { title: text.title(dossier.code), breadcrumbs: crumbs(dossier, text.heading), hasErrors: hasErrors(state), status },
    <>
      <ErrorSummary state={state} />
      <PageHead
        kicker={`${dossier.code}: ${dossier.owner.name}`}
        title={template.name}
        facts={`${text.heading}, ${text.version(template.version)}`}
        actions={<Button href={`/ho-so/${dossier.code}/lap-tu-mau?mau=`}>{text.other}</Button>}
      />
      <ResultForm
        address={`/ho-so/${dossier.code}/lap-tu-mau`}
        taskNumber={dossier.taskNumber}
        template={template}
        questions={questionsOf(template, facts)}
        facts={usedFacts(template, facts)}
        state={state}
        language={language}
      />
    </>,
  )
}

function choosePage(request: PageRequest, dossier: OpenDossier, templates: ResultTemplate[]): Promise<Reply> {
  const text = copy(request.language)
  return consolePage(
    request,
    { title: text.title(dossier.code), breadcrumbs: crumbs(dossier, text.heading) },
    <>
      <PageHead kicker={`${dossier.code}: ${dossier.owner.name}`} title={text.choose} />
      {templates.length === 0 ? (
        <EmptyState title={text.none}>{text.noneHint}</EmptyState>
      ) : (
        <>
          <p>{text.chooseHint}</p>
          <ul>
            {templates.map(({ code, name, procedure }) => (
              <li key={code}>
                <a href={`/ho-so/${dossier.code}/lap-tu-mau?mau=${code}`}>{name}</a> ({procedure ? text.own : text.common})
              </li>
            ))}
          </ul>
        </>
      )}
    </>,
  )
}

const crumbs = ({ code }: DossierDetail, heading: string) => [{ label: code, href: `/ho-so/${code}` }, { label: heading }]

type OpenDossier = DossierDetail & { taskNumber: number }

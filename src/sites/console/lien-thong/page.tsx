/** Phối hợp, liên thông: what other agencies ask of the officer's units, and what her dossiers wait for. */
import { documentReply, getDocument, registerUploads } from '#modules/documents/index.ts'
import { answerLeg, getLeg, type LegDetail, legsAwaited, legsToAnswer } from '#modules/settlement/index.ts'
import { claimTask } from '#modules/workflow/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { receiveUpload, UPLOAD_MAX_BYTES } from '#platform/files/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { formatMoment } from '#platform/text/dates.ts'
import {
  Button,
  blankForm,
  DefinitionList,
  EmptyState,
  ErrorSummary,
  Field,
  FileSlot,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  PageHead,
  Panel,
} from '#ui/index.ts'
import { consolePage } from '../layout.tsx'
import { idFrom } from '../unit-choices.ts'
import { LegsTable } from './legs-table.tsx'
import { copy } from './words.ts'

const RIGHT = 'settlement.answer-leg'
const LEG = '/lien-thong/:code/:number'

export const routes: Route[] = [
  { method: 'GET', url: '/lien-thong', permission: 'signed-in', handle: list },
  { method: 'GET', url: LEG, permission: RIGHT, handle: (request) => legPage(request) },
  { method: 'GET', url: `${LEG}/tai-lieu/:document`, permission: RIGHT, handle: file },
  { method: 'POST', url: `${LEG}/nhan`, permission: 'workflow.claim', handle: claim },
  { method: 'POST', url: `${LEG}/tra-loi`, permission: RIGHT, multipart: true, handle: answer },
]

async function list(request: PageRequest): Promise<Reply> {
  const { services, viewer, language, now } = request
  if (viewer.actor.kind !== 'officer') return commonErrors.fail('access.sign-in')
  const text = copy(language)
  const [own, awaited] = await Promise.all([
    legsToAnswer(services.database, viewer.actor.id, now),
    legsAwaited(services.database, { actor: viewer.actor, now }),
  ])
  return consolePage(
    request,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <Panel title={text.toAnswer} id="tra-loi">
        <LegsTable
          rows={own}
          language={language}
          now={now}
          href={({ code, taskNumber }) => `/lien-thong/${code}/${taskNumber}`}
          empty={<EmptyState title={text.none}>{text.noneHint}</EmptyState>}
        />
      </Panel>
      <Panel title={text.awaited} id="dang-cho">
        <LegsTable
          rows={awaited}
          language={language}
          now={now}
          href={({ code }) => `/ho-so/${code}`}
          empty={<EmptyState title={text.nothingAwaited}>{text.nothingAwaitedHint}</EmptyState>}
        />
      </Panel>
    </>,
  )
}

const openLeg = ({ services, viewer, params, now }: PageRequest): Promise<LegDetail> =>
  getLeg(services.database, params.code ?? '', idFrom(params.number), { actor: viewer.actor, now })

async function legPage(request: PageRequest, failed?: FormState, status?: number): Promise<Reply> {
  const { viewer, language } = request
  const text = copy(language)
  const leg = await openLeg(request)
  const address = `/lien-thong/${leg.code}/${leg.taskNumber}`
  const isMine = viewer.actor.kind === 'officer' && leg.assigneeId === viewer.actor.id
  const state = failed ?? blankForm()
  return consolePage(
    request,
    {
      title: text.legTitle(leg.code),
      breadcrumbs: [{ label: text.title, href: '/lien-thong' }, { label: leg.code }],
      hasErrors: hasErrors(state),
      status,
    },
    <>
      <ErrorSummary state={state} />
      <PageHead kicker={leg.procedureName} title={leg.name} facts={leg.dueAt && `${text.due}: ${formatMoment(leg.dueAt)}`} />
      <DefinitionList
        rows={[
          { term: text.asks(leg.leadName), value: leg.content },
          { term: text.code, value: leg.code },
          { term: text.subject, value: leg.subject },
          { term: text.answer, value: leg.answer ?? undefined },
        ]}
      />
      <Panel title={text.components} id="giay-to">
        {leg.components.length === 0 && <p>{text.nothingShown}</p>}
        <ul>
          {leg.components.map(({ id, name }) => (
            <li key={id}>
              {name}
              {leg.documents
                .filter(({ componentId }) => componentId === id)
                .map(({ documentId, name: document }) => (
                  <>
                    {', '}
                    <a href={`${address}/tai-lieu/${documentId}`}>{document}</a>
                  </>
                ))}
            </li>
          ))}
        </ul>
      </Panel>
      {leg.isOpen && (
        <Panel title={text.answerTitle} id="tra-loi" boxed>
          {!isMine && leg.assigneeId === null && (
            <Form action={`${address}/nhan`}>
              <Button>{text.claim}</Button>
            </Form>
          )}
          <Form action={`${address}/tra-loi`} state={state} files label={text.answerTitle}>
            <Field name="answer" type="textarea" rows={5} label={text.answerText} />
            <FileSlot name="file" label={text.file} maxBytes={UPLOAD_MAX_BYTES} accept={['pdf', 'docx', 'png', 'jpeg']} optional />
            <Button look="primary">{text.send}</Button>
          </Form>
        </Panel>
      )}
    </>,
  )
}

async function file(request: PageRequest): Promise<Reply> {
  const { services, params } = request
  const leg = await openLeg(request)
  const document = leg.documents.find(({ documentId }) => documentId === Number(params.document))
  if (!document) return commonErrors.fail('record.not-found')
  return documentReply(services.files, await getDocument(services.database, document.documentId), 'inline')
}

async function claim(request: PageRequest): Promise<Reply> {
  const { services, viewer, language } = request
  const leg = await openLeg(request)
  const done = await attempt(() => services.perform(viewer.actor, claimTask, { dossierId: leg.dossierId, taskNumber: leg.taskNumber }))
  if (!done.ok) return legPage(request, failedForm({}, fieldErrors(done.error, language)), done.error.status)
  return redirect(`/lien-thong/${leg.code}/${leg.taskNumber}`, copy(language).claimed)
}

async function answer(request: PageRequest): Promise<Reply> {
  const { services, viewer, language } = request
  const leg = await openLeg(request)
  const upload = await receiveUpload(request.raw, services.files, { language })
  if (upload.error) return legPage(request, failedForm(upload.form, fieldErrors(upload.error, language)), upload.error.status)
  const done = await attempt(async () => {
    const { documentIds } =
      upload.files.length > 0
        ? await services.perform(viewer.actor, registerUploads, { files: upload.files, origin: 'upload' })
        : { documentIds: [] }
    return services.perform(viewer.actor, answerLeg, {
      answer: upload.form.answer,
      documentId: documentIds[0],
      dossierId: leg.dossierId,
      taskNumber: leg.taskNumber,
    })
  })
  if (!done.ok) return legPage(request, failedForm(upload.form, fieldErrors(done.error, language)), done.error.status)
  return redirect('/lien-thong', copy(language).done)
}

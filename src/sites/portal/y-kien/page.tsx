/**
 * Cho ý kiến chuyên môn: an expert who is no officer answers by the link that was sent to her, without signing in. She sees what is asked and the papers chosen for her; a link that
 * was withdrawn and one that never was get the same answer.
 */
import { documentReply, getDocument } from '#modules/documents/index.ts'
import {
  answerInvitation,
  EXPERT_VERDICTS,
  expertVerdictWord,
  type Invitation,
  readInvitation,
  settlementErrors,
} from '#modules/settlement/index.ts'
import { receiveUpload, UPLOAD_MAX_BYTES } from '#platform/files/index.ts'
import { attempt, fieldErrors } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { formatDate, formatMoment } from '#platform/text/dates.ts'
import {
  Button,
  blankForm,
  DefinitionList,
  ErrorSummary,
  Field,
  FileSlot,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  PageHead,
  Panel,
  Radios,
} from '#ui/index.ts'
import { portalPage } from '../layout.tsx'
import { copy } from './words.ts'

/** Whoever tries links one after the other does not get far. */
const limit = { perMinute: 30 }
const URL = '/y-kien/:token'

export const routes: Route[] = [
  { method: 'GET', url: URL, permission: 'public', limit, handle: (request) => page(request) },
  { method: 'POST', url: URL, permission: 'public', limit, multipart: true, handle: answer },
  { method: 'GET', url: `${URL}/tai-lieu/:document`, permission: 'public', limit, handle: file },
]

async function open(request: PageRequest): Promise<Invitation> {
  const { services, params, viewer, now } = request
  const found = await readInvitation(services.database, params.token ?? '', { actor: publicOf(viewer), now })
  return found ?? settlementErrors.fail('settlement.invitation-over')
}

/** Whoever opens it, officer or not, does so by the link alone. */
const publicOf = ({ actor }: PageRequest['viewer']) => ({ kind: 'public', source: actor.source }) as const

async function page(request: PageRequest, failed?: FormState, status?: number): Promise<Reply> {
  const invitation = await open(request)
  const text = copy(request.language)
  if (invitation.state === 'expired') return told(request, text.expired(formatMoment(invitation.expiresAt), invitation.agency), 410)
  if (invitation.state === 'answered') return answered(request, invitation)
  const state = failed ?? blankForm()
  return unlisted(
    await portalPage(
      request,
      { title: text.title, hasErrors: hasErrors(state), status },
      <>
        <ErrorSummary state={state} />
        <PageHead kicker={invitation.procedureName} title={text.title} />
        <Asked invitation={invitation} request={request} />
        <Panel title={text.yours} id="tra-loi" boxed>
          <Form state={state} files label={text.yours}>
            <Radios
              name="verdict"
              label={text.verdict}
              options={EXPERT_VERDICTS.map((verdict) => ({ value: verdict, label: expertVerdictWord(verdict, request.language) }))}
            />
            <Field name="answer" type="textarea" rows={8} label={text.answer} />
            <FileSlot name="file" label={text.file} maxBytes={UPLOAD_MAX_BYTES} accept={['pdf', 'docx', 'png', 'jpeg']} optional />
            <p class="muted">{text.once}</p>
            <Button look="primary">{text.send}</Button>
          </Form>
        </Panel>
      </>,
    ),
  )
}

function Asked({ invitation, request }: { invitation: Invitation; request: PageRequest }) {
  const text = copy(request.language)
  const { agency, agencyPhone, name, question, code, answerBy, expiresAt, papers } = invitation
  return (
    <>
      <DefinitionList
        rows={[
          { term: text.to, value: name },
          { term: text.by, value: agencyPhone ? `${agency}, ${text.phone} ${agencyPhone}` : agency },
          { term: text.code, value: code },
          { term: text.question, value: question },
          { term: text.answerBy, value: formatMoment(answerBy) },
          { term: text.until, value: formatDate(new Date(expiresAt.getTime() - 1)) },
        ]}
      />
      {papers.length > 0 && (
        <Panel title={text.papers} id="giay-to">
          <ul>
            {papers.map(({ name: paper, documents }) => (
              <li key={paper}>
                {paper}
                {documents.length === 0 && <span class="muted"> {text.noFile}</span>}
                {documents.map(({ documentId, name: document }) => (
                  <>
                    {', '}
                    <a href={`${request.path}/tai-lieu/${documentId}`}>{document}</a>
                  </>
                ))}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

async function answered(request: PageRequest, { answeredAt, verdict, answer: given, agency }: Invitation): Promise<Reply> {
  const text = copy(request.language)
  return unlisted(
    await portalPage(
      request,
      { title: text.doneTitle },
      <>
        <h1>{text.doneTitle}</h1>
        <p>{text.doneAt(answeredAt ? formatMoment(answeredAt) : '', agency)}</p>
        <DefinitionList
          rows={[
            { term: text.verdict, value: verdict ? expertVerdictWord(verdict, request.language) : undefined },
            { term: text.answer, value: given ?? undefined },
          ]}
        />
      </>,
    ),
  )
}

async function told(request: PageRequest, sentence: string, status: number): Promise<Reply> {
  const text = copy(request.language)
  return unlisted(
    await portalPage(
      request,
      { title: text.overTitle, status },
      <>
        <h1>{text.overTitle}</h1>
        <p>{sentence}</p>
      </>,
    ),
  )
}

async function answer(request: PageRequest): Promise<Reply> {
  const { services, viewer, language, params } = request
  const invitation = await open(request)
  // Sent twice: she reads what was taken down the first time.
  if (invitation.state !== 'open') return redirect(request.path)
  const upload = await receiveUpload(request.raw, services.files, { language })
  if (upload.error) return page(request, failedForm(upload.form, fieldErrors(upload.error, language)), upload.error.status)
  const [sent] = upload.files
  const file = sent && { hash: sent.hash, size: sent.size, type: sent.type, name: sent.name }
  const given = { verdict: upload.form.verdict, answer: upload.form.answer, token: params.token, file }
  const done = await attempt(() => services.perform(publicOf(viewer), answerInvitation, given))
  if (done.ok || done.error.code === 'settlement.invitation-over' || done.error.code === 'workflow.task-closed')
    return redirect(request.path)
  return page(request, failedForm(upload.form, fieldErrors(done.error, language)), done.error.status)
}

async function file(request: PageRequest): Promise<Reply> {
  const { services, params } = request
  const { papers } = await open(request)
  const wanted = papers.flatMap(({ documents }) => documents).find(({ documentId }) => documentId === Number(params.document))
  if (!wanted) return settlementErrors.fail('settlement.invitation-over')
  return documentReply(services.files, await getDocument(services.database, wanted.documentId), 'inline')
}

/** For whoever has the link, not for search engines. */
const unlisted = (reply: Reply): Reply =>
  reply.kind === 'html' ? { ...reply, headers: { ...reply.headers, 'x-robots-tag': 'noindex, nofollow' } } : reply

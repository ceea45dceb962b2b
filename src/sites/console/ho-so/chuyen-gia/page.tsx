/** Mời chuyên gia: who outside the house was asked, what came of it, and the form that makes a link. */
import { type DossierDetail, getDossier } from '#modules/dossier/index.ts'
import {
  askableTasks,
  expertVerdictWord,
  type InvitationLine,
  invitationsOf,
  inviteExpert,
  LONGEST_LINK_DAYS,
  revokeInvitation,
} from '#modules/settlement/index.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { formatDate, formatMoment, localDate } from '#platform/text/dates.ts'
import {
  Button,
  blankForm,
  Checkboxes,
  EmptyState,
  ErrorSummary,
  Field,
  FieldRow,
  Flash,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  PageHead,
  Panel,
  Select,
  Table,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { copy } from './words.ts'

const RIGHT = 'settlement.consult'
const URL = '/ho-so/:code/chuyen-gia'

export const routes: Route[] = [
  { method: 'GET', url: URL, permission: RIGHT, handle: (request) => page(request) },
  { method: 'POST', url: URL, permission: RIGHT, handle: invite },
  { method: 'POST', url: `${URL}/thu-hoi`, permission: RIGHT, handle: revoke },
]

/** Whether the page has anything to say: somebody can be asked, or has been. */
export const mayAskExperts = async ({ services, viewer }: PageRequest, dossier: DossierDetail): Promise<boolean> =>
  viewer.holds(RIGHT) &&
  (dossier.actions.some(({ fact }) => fact.kind === 'expert-invited') || (await askableTasks(services.database, dossier)).length > 0)

const open = ({ services, viewer, params, now }: PageRequest): Promise<DossierDetail> =>
  getDossier(services.database, params.code ?? '', { actor: viewer.actor, now })

async function page(request: PageRequest, failed?: FormState, status?: number): Promise<Reply> {
  const { services, language, now } = request
  const text = copy(language)
  const dossier = await open(request)
  const [asked, rows] = await Promise.all([askableTasks(services.database, dossier), invitationsOf(services.database, dossier.id)])
  const [first] = asked
  const state =
    failed ??
    blankForm({
      taskNumber: first ? String(first.task.number) : '',
      question: first?.content ?? '',
      lastDay: first ? lastDayFor(first.task.dueAt, now) : '',
    })
  return consolePage(
    request,
    {
      title: `${text.title}, ${dossier.code}`,
      breadcrumbs: [{ label: dossier.code, href: `/ho-so/${dossier.code}` }, { label: text.title }],
      hasErrors: hasErrors(state),
      status,
    },
    <>
      <ErrorSummary state={state} />
      <PageHead kicker={`${dossier.code}: ${dossier.owner.name}`} title={text.title} />
      <Invitations rows={rows} dossier={dossier} now={now} language={language} />
      {first ? (
        <Panel title={text.invite} id="moi" boxed>
          <p>{text.explain}</p>
          <Form action={`/ho-so/${dossier.code}/chuyen-gia`} state={state} label={text.invite}>
            <Select
              name="taskNumber"
              label={text.task}
              blank={false}
              options={asked.map(({ task }) => ({ value: String(task.number), label: `${task.stepName} (${formatMoment(task.dueAt)})` }))}
            />
            <FieldRow>
              <Field name="name" label={text.name} />
              <Field name="contact" label={text.contact} />
            </FieldRow>
            <Field name="organisation" label={text.organisation} optional />
            <Field name="question" type="textarea" rows={4} label={text.question} />
            {dossier.components.length > 0 && (
              <Checkboxes
                name="componentIds"
                label={text.papers}
                hint={text.papersHint}
                options={dossier.components.map(({ id, name }) => ({ value: String(id), label: name }))}
                optional
              />
            )}
            <Field name="lastDay" type="date" label={text.lastDay} hint={text.lastDayHint(LONGEST_LINK_DAYS)} width="medium" />
            <Button look="primary">{text.make}</Button>
          </Form>
        </Panel>
      ) : (
        <EmptyState title={text.nothing}>{text.nothingHint}</EmptyState>
      )}
    </>,
  )
}

/** A link is proposed for as long as the answer is waited for. */
const lastDayFor = (dueAt: Date, now: Date): string => localDate(dueAt > now ? dueAt : now)

function Invitations({
  rows,
  dossier,
  now,
  language,
}: {
  rows: InvitationLine[]
  dossier: DossierDetail
  now: Date
  language: PageRequest['language']
}) {
  const text = copy(language)
  if (rows.length === 0) return null
  return (
    <Table
      caption={text.asked}
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: text.expert,
          cell: ({ name, organisation, contact }) => (
            <>
              {name}
              <br />
              <span class="muted">{[organisation, contact].filter(Boolean).join(' · ')}</span>
            </>
          ),
        },
        { key: 'step', head: text.task, cell: ({ stepName }) => stepName },
        { key: 'until', head: text.until, nowrap: true, cell: ({ expiresAt }) => formatDate(new Date(expiresAt.getTime() - 1)) },
        {
          key: 'state',
          head: text.state,
          cell: (row) => (
            <>
              {stateOf(row, now, language)}
              {isOpen(row) && <Revoke row={row} code={dossier.code} language={language} />}
            </>
          ),
        },
        { key: 'answer', head: text.answer, cell: (row) => <Answer row={row} code={dossier.code} language={language} /> },
      ]}
    />
  )
}

function Revoke({ row, code, language }: { row: InvitationLine; code: string; language: PageRequest['language'] }) {
  const text = copy(language)
  return (
    <Form action={`/ho-so/${code}/chuyen-gia/thu-hoi`} hidden={{ invitationId: String(row.id) }} label={text.revokeOf(row.name)}>
      <Button small confirm={text.revokeSure}>
        {text.revoke}
      </Button>
    </Form>
  )
}

const isOpen = ({ answeredAt, revokedAt, isTaskClosed }: InvitationLine): boolean => !answeredAt && !revokedAt && !isTaskClosed

function stateOf(row: InvitationLine, now: Date, language: PageRequest['language']): string {
  const text = copy(language)
  if (row.answeredAt) return text.answered(formatMoment(row.answeredAt))
  if (row.revokedAt) return text.revoked(formatMoment(row.revokedAt))
  if (row.isTaskClosed) return text.closed
  if (row.expiresAt <= now) return text.expired
  return row.openedAt ? text.opened(formatMoment(row.openedAt)) : text.unopened
}

function Answer({ row, code, language }: { row: InvitationLine; code: string; language: PageRequest['language'] }) {
  if (!row.verdict) return null
  return (
    <>
      <strong>{expertVerdictWord(row.verdict, language)}.</strong> {row.answer}{' '}
      {row.documentId !== null && <a href={`/ho-so/${code}/tai-lieu/${row.documentId}`}>{copy(language).file}</a>}
    </>
  )
}

async function invite(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const text = copy(language)
  const dossier = await open(request)
  const done = await attempt(() => services.perform(viewer.actor, inviteExpert, { ...form, dossierId: dossier.id }))
  if (!done.ok) return page(request, failedForm(form, fieldErrors(done.error, language)), done.error.status)
  return consolePage(
    request,
    { title: text.madeTitle, breadcrumbs: [{ label: dossier.code, href: `/ho-so/${dossier.code}` }, { label: text.title }] },
    <>
      <h1>{text.madeTitle}</h1>
      <Flash tone="warning" title={text.onlyNow} />
      <p>{text.sendIt(one(form.name), one(form.contact))}</p>
      <p>
        <code>{`${services.baseUrl}/y-kien/${done.value.token}`}</code>
      </p>
      <Button look="primary" href={`/ho-so/${dossier.code}`}>
        {text.back}
      </Button>
    </>,
  )
}

async function revoke(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, language } = request
  const dossier = await open(request)
  const done = await attempt(() =>
    services.perform(viewer.actor, revokeInvitation, { dossierId: dossier.id, invitationId: one(form.invitationId) }),
  )
  if (!done.ok) return page(request, failedForm({}, fieldErrors(done.error, language)), done.error.status)
  return redirect(`/ho-so/${dossier.code}/chuyen-gia`, copy(language).didRevoke)
}

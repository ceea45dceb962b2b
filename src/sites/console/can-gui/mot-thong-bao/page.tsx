/** One message: word for word what is sent, how it went so far, and the record that a person told the receiver. */
import { randomUUID } from 'node:crypto'
import { holdsAt } from '#modules/identity/index.ts'
import {
  DELIVER_BY_HAND,
  DELIVERY_CHANNELS,
  deliverByHand,
  getOutgoing,
  type MessageDelivery,
  READ_OUTGOING,
  smsParts,
  type Wording,
  wordingOf,
} from '#modules/notification/index.ts'
import { attempt, fieldErrors, one } from '#platform/http/forms.ts'
import { type PageRequest, type Reply, type Route, redirect } from '#platform/http/route.ts'
import { formatMoment } from '#platform/text/dates.ts'
import {
  Button,
  blankForm,
  DefinitionList,
  ErrorSummary,
  Field,
  Form,
  type FormState,
  failedForm,
  hasErrors,
  PageHead,
  Panel,
  Prose,
  Radios,
  Table,
} from '#ui/index.ts'
import { consolePage } from '../../layout.tsx'
import { idFrom } from '../../unit-choices.ts'
import { SendingState } from '../state.tsx'
import { type OutgoingText, outgoingWords } from '../words.ts'

const LIST = '/can-gui'

export const routes: Route[] = [
  { method: 'GET', url: `${LIST}/:id`, permission: READ_OUTGOING, handle: (request) => page(request, blankForm({ key: randomUUID() })) },
  { method: 'POST', url: `${LIST}/:id`, permission: DELIVER_BY_HAND, handle: deliver },
]

async function deliver(request: PageRequest): Promise<Reply> {
  const { services, viewer, form, params, language } = request
  const told = { channel: one(form.channel) || undefined, reason: one(form.reason) }
  const outcome = await attempt(() =>
    services.perform(viewer.actor, deliverByHand, { ...told, messageId: params.id }, { onceKey: one(form.key) || undefined }),
  )
  if (outcome.ok) return redirect(`${LIST}/${params.id}`, outgoingWords(language).done)
  return page(request, failedForm(form, fieldErrors(outcome.error, language)), outcome.error.status)
}

async function page(request: PageRequest, state: FormState, status = 200): Promise<Reply> {
  const { services, viewer, params, now, language } = request
  const text = outgoingWords(language)
  const message = await getOutgoing(services.database, { actor: viewer.actor, now }, idFrom(params.id))
  const { facts, kind, deliveries } = message
  const isOpen = message.state === 'pending' || message.state === 'failed'
  const mayDeliver = isOpen && (await holdsAt(services.database, viewer.actor, DELIVER_BY_HAND, message.unitPath, now))
  const wording = wordingOf(kind, { ...facts, lookupUrl: `${services.baseUrl}/tra-cuu/${facts.code}` })
  const title = text.about(text.kinds[kind], facts.code)
  return consolePage(
    request,
    { title, status, hasErrors: hasErrors(state), breadcrumbs: [{ label: text.title, href: LIST }, { label: title }] },
    <>
      <ErrorSummary state={state} />
      <PageHead title={title} state={<SendingState row={message} now={now} language={language} text={text} />} />
      <DefinitionList
        dense
        rows={[
          { term: text.dossier, value: <a href={`/ho-so/${facts.code}`}>{facts.code}</a> },
          { term: text.procedure, value: facts.procedureName },
          { term: text.unit, value: facts.unitName },
          { term: text.since, value: formatMoment(message.createdAt) },
          { term: text.sendBy, value: formatMoment(message.sendBy) },
        ]}
      />
      <Said wording={wording} text={text} />
      <Panel id="lan-gui" title={text.deliveries}>
        <Deliveries deliveries={deliveries} text={text} />
      </Panel>
      {mayDeliver && (
        <Panel id="bao-truc-tiep" title={text.deliver}>
          <p class="muted">{text.deliverHint}</p>
          <Form
            state={state}
            action={`${LIST}/${message.id}`}
            hidden={{ key: one(state.values.key as string) || randomUUID() }}
            label={text.deliver}
          >
            <Radios
              name="channel"
              label={text.channel}
              options={DELIVERY_CHANNELS.map((value) => ({ value, label: text.channels[value] }))}
            />
            <Field name="reason" type="textarea" rows={2} label={text.reason} hint={text.reasonHint} />
            <Button look="primary">{text.button}</Button>
          </Form>
        </Panel>
      )}
    </>,
  )
}

/** In Vietnamese also on an English page: it is what the receiver reads. */
const Said = ({ wording, text }: { wording: Wording; text: OutgoingText }) => (
  <Panel id="noi-dung" title={`${text.wording}: ${text[wording.receiver].toLocaleLowerCase('vi')}`}>
    <Prose>
      {wording.text.map((paragraph) => (
        <p key={paragraph}>
          <span lang="vi">{paragraph}</span>
        </p>
      ))}
    </Prose>
    <h3>
      {text.sms} <span class="muted">({text.parts(wording.sms.length, smsParts(wording.sms))})</span>
    </h3>
    <p>
      <q lang="vi">{wording.sms}</q>
    </p>
  </Panel>
)

function Deliveries({ deliveries, text }: { deliveries: MessageDelivery[]; text: OutgoingText }) {
  return (
    <Table<MessageDelivery>
      caption={text.deliveries}
      hideCaption
      dense
      rows={deliveries}
      rowKey={({ at }) => at.getTime()}
      columns={[
        { key: 'at', head: text.at, nowrap: true, cell: ({ at }) => formatMoment(at) },
        { key: 'channel', head: text.channel, cell: ({ channel }) => text.channels[channel] },
        { key: 'outcome', head: text.outcome, cell: ({ outcome }) => (outcome === 'sent' ? text.sent : text.outcomeFailed) },
        { key: 'reason', head: text.note, width: 'wide', cell: ({ reason }) => reason ?? '' },
        { key: 'by', head: text.by, cell: ({ officerName }) => officerName ?? text.program },
      ]}
      empty={<p class="muted">{text.noDelivery}</p>}
    />
  )
}

/** The parts of a dossier, one at a time. */
import type { Child } from 'hono/jsx'
import {
  channelWords,
  DELIVERY_STATES,
  DIMENSIONS,
  type DossierDetail,
  type DossierDocument,
  type DossierParty,
  type DossierState,
  EXCHANGE_STATES,
  FINANCIAL_STATES,
  nationalStatusWords,
  outcomeWords,
  proofWords,
  returnMethodWords,
  timelinessWords,
} from '#modules/dossier/index.ts'
import { formatPhone } from '#modules/identity/index.ts'
import type { PageRequest } from '#platform/http/route.ts'
import type { Language } from '#platform/language.ts'
import { formatDong } from '#platform/money.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { Button, DefinitionList, EmptyState, formatBytes, Panel, Table, Timeline } from '#ui/index.ts'
import { PapersTab } from './papers-tab.tsx'
import { ProcessPanel } from './process-panel.tsx'
import type { TabView } from './read-tab.ts'
import { copy } from './words.ts'

export const tabNames = ['noi-dung', 'thanh-phan', 'qua-trinh', 'giay-to', 'trao-doi'] as const
export type TabName = (typeof tabNames)[number]

export interface TabProps {
  tab: TabName
  request: PageRequest
  dossier: DossierDetail
  view: TabView
}

export function TabContent(props: TabProps) {
  const parts: Record<TabName, (props: TabProps) => Child> = {
    'noi-dung': Content,
    'thanh-phan': Components,
    'qua-trinh': Course,
    'giay-to': PapersTab,
    'trao-doi': Notes,
  }
  const Part = parts[props.tab]
  return <Part {...props} />
}

/** Both dates are shown where they differ: what was promised first, and what counts now. */
const originalDue = ({ clock }: DossierState): string | undefined =>
  clock && clock.originalDueAt.getTime() !== clock.dueAt.getTime() ? formatMoment(clock.originalDueAt) : undefined

const exchangeWords = (states: TabView['exchange'], language: Language): string | undefined =>
  states.length === 0 ? undefined : states.map(({ state, messages }) => `${EXCHANGE_STATES[state][language]}: ${messages}`).join('; ')

function Content({ request: { language }, dossier, view }: TabProps) {
  const text = copy(language)
  const { state, result, returned } = dossier
  const person = (party: DossierParty) =>
    [party.name, party.identifier, party.phone && formatPhone(party.phone), party.address].filter(Boolean).join(' · ')
  const draft = dossier.documents.find(({ documentId }) => documentId === result?.documentId)
  return (
    <DefinitionList
      rows={[
        { term: text.owner, value: person(dossier.owner) },
        { term: text.submitter, value: dossier.submitter.id === dossier.owner.id ? undefined : person(dossier.submitter) },
        { term: text.authorization, value: dossier.authorizationPaper },
        { term: text.procedure, value: `${dossier.procedure.code} ${dossier.procedure.name}` },
        { term: text.case, value: dossier.procedure.caseName },
        { term: text.subject, value: dossier.subject === dossier.procedure.name ? undefined : dossier.subject },
        { term: text.channel, value: channelWords(language)[dossier.channel] },
        { term: text.receivedAt, value: state.receivedAt && `${formatMoment(state.receivedAt)}, ${dossier.receivingUnit.name}` },
        { term: text.settlingUnit, value: dossier.settlingUnit.name },
        { term: text.filedAt, value: state.filedAt && formatMoment(state.filedAt) },
        { term: text.originalDue, value: originalDue(state) },
        { term: text.due, value: state.clock && formatMoment(state.clock.dueAt) },
        { term: text.outcome, value: state.outcome && outcomeWords(language)[state.outcome] },
        { term: DIMENSIONS.financial[language], value: FINANCIAL_STATES[state.financial][language] },
        { term: DIMENSIONS.delivery[language], value: DELIVERY_STATES[state.delivery][language] },
        { term: DIMENSIONS.exchange[language], value: exchangeWords(view.exchange, language) },
        {
          term: text.finished,
          value:
            state.finishedAt && `${formatMoment(state.finishedAt)}, ${state.timeliness ? timelinessWords(language)[state.timeliness] : ''}`,
        },
        {
          term: text.result,
          value: result && (
            <>
              {[result.name, result.number && `${result.number}/${result.symbol}`].filter(Boolean).join(', ')}
              {draft && <>. {fileLink(dossier, draft)}</>}
            </>
          ),
        },
        {
          term: text.returned,
          value:
            returned &&
            [
              `${formatMoment(returned.returnedAt)}, ${text.to} ${returned.receiverName}`,
              [proofWords(language)[returned.proof], returned.proofNumber].filter(Boolean).join(' '),
              returned.originalsReturned ? text.originals : '',
            ]
              .filter(Boolean)
              .join('. '),
        },
        { term: text.returnBy, value: returnMethodWords(language)[dossier.returnMethod] },
        {
          term: text.fees,
          value:
            dossier.fees
              .filter(({ amount }) => amount > 0)
              .map(({ name, amount }) => `${name}: ${formatDong(amount)}`)
              .join('; ') || text.free,
        },
        { term: text.national, value: `${dossier.nationalStatus}. ${nationalStatusWords(language)[dossier.nationalStatus]}` },
      ]}
    />
  )
}

const fileLink = ({ code }: DossierDetail, { documentId, name }: DossierDocument) => (
  <a href={`/ho-so/${code}/tai-lieu/${documentId}`}>{name}</a>
)

function Components({ request: { language }, dossier }: TabProps) {
  const text = copy(language)
  const others = dossier.documents.filter(({ dossierComponentId }) => dossierComponentId === null)
  return (
    <>
      <Table
        caption={text.components}
        hideCaption
        rows={dossier.components}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', head: text.name, cell: ({ name }) => name },
          {
            key: 'originals',
            head: text.originalsCount,
            cell: ({ originals, isPresentedOnly, originalsReturnedAt }) =>
              isPresentedOnly ? (
                text.presented
              ) : (
                <>
                  {originals}
                  {originalsReturnedAt && <span class="muted">, {text.backOn(formatMoment(originalsReturnedAt))}</span>}
                </>
              ),
          },
          { key: 'copies', head: text.copiesCount, cell: ({ copies, isPresentedOnly }) => (isPresentedOnly ? '' : copies) },
          {
            key: 'files',
            head: text.files,
            cell: ({ id }) => (
              <ul>
                {dossier.documents
                  .filter(({ dossierComponentId }) => dossierComponentId === id)
                  .map((document) => (
                    <li key={document.documentId}>{fileLink(dossier, document)}</li>
                  ))}
              </ul>
            ),
          },
        ]}
      />
      {others.length > 0 && (
        <Panel title={text.otherFiles} id="tai-lieu">
          <ul>
            {others.map((document) => (
              <li key={document.documentId}>
                {fileLink(dossier, document)}, {formatBytes(document.size)}, {formatMoment(document.createdAt)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

function Course({ request: { language }, dossier, view }: TabProps) {
  const text = copy(language)
  return (
    <>
      {view.undoable && (
        <p>
          <Button href={`/ho-so/${dossier.code}/hoan-tac`}>{text.undo}</Button>
        </p>
      )}
      {view.process && <ProcessPanel view={view.process} language={language} />}
      <Timeline
        label={text.course}
        entries={view.timeline.map(({ sequence, at, title, who, lines }) => ({
          key: sequence,
          title,
          when: formatMoment(at),
          dateTime: at.toISOString(),
          who,
          body: lines.length > 0 ? lines.map((line) => <p key={line}>{line}</p>) : undefined,
        }))}
      />
    </>
  )
}

function Notes({ request: { language }, view }: TabProps) {
  const text = copy(language)
  if (view.notes.length === 0) return <EmptyState title={text.noNotes}>{text.noteHint}</EmptyState>
  return (
    <Timeline
      label={text.notes}
      entries={view.notes.map((note) => ({
        key: note.id,
        title: note.text,
        when: formatMoment(note.createdAt),
        dateTime: note.createdAt.toISOString(),
        who: note.officerName,
      }))}
    />
  )
}

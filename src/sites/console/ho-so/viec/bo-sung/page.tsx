/** The forms of T8–T9: what is wrong, all in one list; the leader's approval; what has come of it. */
import { type Reason, reasonsOf } from '#modules/dossier/index.ts'
import {
  type AskedFault,
  acceptSupplement,
  askSupplement,
  declineProposal,
  findOpenProposal,
  findOpenRequest,
  type Markable,
  markableOf,
  type OpenRequest,
  type Proposal,
  proposeSupplement,
} from '#modules/settlement/index.ts'
import { UPLOAD_MAX_BYTES } from '#platform/files/index.ts'
import type { FormValues } from '#platform/http/forms.ts'
import { nested } from '#platform/http/forms.ts'
import type { PageRequest, Route } from '#platform/http/route.ts'
import type { Language } from '#platform/language.ts'
import { formatDate, formatMoment, formatMomentLong } from '#platform/text/dates.ts'
import { Checkbox, Field, FieldRow, FileSlot, type FormState, Panel, Select, Tag } from '#ui/index.ts'
import { type Act, type ActView, actRoutes } from '../act-form.tsx'
import { reasonOptions } from '../reason-options.ts'
import { acceptOffer, askOffer, declineOffer, proposeOffer } from './offers.ts'
import { copy } from './words.ts'

interface Marking {
  markable: Markable[]
  reasons: Reason[]
  proposal: Proposal | undefined
}

/** Rows for things that are on no list: what the form says, a question it does not answer. */
const FREE_ROWS = 3

async function readMarking({ services: { database } }: PageRequest, { id }: { id: number }): Promise<Marking> {
  const [markable, reasons, proposal] = await Promise.all([
    markableOf(database, id),
    reasonsOf(database, 'supplement'),
    findOpenProposal(database, id),
  ])
  return { markable, reasons, proposal }
}

const proposeAct: Act<Marking> = {
  offer: proposeOffer,
  action: proposeSupplement as never,
  read: readMarking,
  explain: ({ data, language }) => (data.proposal ? copy(language).proposedAlready : copy(language).propose),
  fields: (view) => <Faults {...view} />,
  input: (form) => ({ ...nested(form), faults: faultsIn(form) }),
  said: (_result, language) => copy(language).proposed,
}

const askAct: Act<Marking> = {
  offer: askOffer,
  action: askSupplement as never,
  read: readMarking,
  initial: ({ data }) => valuesOf(data),
  explain({ data, language }) {
    const text = copy(language)
    const by = data.proposal && text.proposedBy(data.proposal.proposedByName ?? '', formatMoment(data.proposal.proposedAt))
    return [by, text.ask].filter(Boolean).join(' ')
  },
  fields: (view) => (
    <>
      {view.data.proposal && (
        <p>
          <a href={`/ho-so/${view.dossier.code}/viec/${declineOffer.slug}`}>{declineOffer.within?.[view.language]}</a>
        </p>
      )}
      <Faults {...view} />
      <Field
        name="decisionText"
        type="textarea"
        rows={2}
        label={copy(view.language).decision}
        hint={copy(view.language).decisionHint}
        optional
      />
    </>
  ),
  input: (form) => ({ ...nested(form), faults: faultsIn(form) }),
}

const declineAct: Act<Marking> = {
  offer: declineOffer,
  action: declineProposal as never,
  read: readMarking,
  explain: ({ language }) => copy(language).decline,
  fields: ({ language }) => <Field name="declineText" type="textarea" rows={3} label={copy(language).declineText} />,
}

/** One line for each thing that can be wrong; a line that is not ticked says nothing. */
function Faults({ data: { markable, reasons }, language }: ActView<Marking>) {
  const text = copy(language)
  const rows = [...markable, ...Array.from({ length: FREE_ROWS }, (): Markable | undefined => undefined)]
  return (
    <>
      {rows.map((row, index) => {
        const name = `faults.${index}`
        return (
          <Panel key={name} boxed>
            <input type="hidden" name={`${name}.subject`} value={row?.subject ?? 'answer'} />
            <Checkbox
              name={`${name}.isMarked`}
              label={row ? row.name : text.other}
              hint={row && (row.isHandedIn ? undefined : text.missing)}
            />
            {!row && <Field name={`${name}.answer`} label={text.which} hint={text.whichHint} optional />}
            <FieldRow>
              <Select name={`${name}.reasonCode`} label={text.reason} options={reasonOptions(reasons, language)} optional />
              <Field name={`${name}.text`} label={text.what} optional />
            </FieldRow>
          </Panel>
        )
      })}
      <FieldRow>
        <Field name="guideName" label={text.guide} hint={text.guideHint} optional />
        <Field name="guidePhone" type="tel" label={text.guidePhone} width="medium" optional />
      </FieldRow>
    </>
  )
}

/** A tick that is not sent means: in order. */
const faultsIn = (form: FormValues): unknown =>
  ((nested(form).faults ?? []) as Record<string, unknown>[]).map((line) => ({ ...line, isMarked: line.isMarked === 'on' }))

/** The proposal as it fills the lines. */
function valuesOf({ markable, proposal }: Marking): FormState['values'] {
  if (!proposal) return {}
  const values: FormState['values'] = { guideName: proposal.guideName ?? undefined, guidePhone: proposal.guidePhone ?? undefined }
  let free = markable.length
  for (const { subject, answer, reasonCode, text } of proposal.faults) {
    const at = subject === 'answer' ? free++ : markable.findIndex((each) => each.subject === subject)
    Object.assign(values, {
      [`faults.${at}.isMarked`]: 'on',
      [`faults.${at}.answer`]: answer,
      [`faults.${at}.reasonCode`]: reasonCode,
      [`faults.${at}.text`]: text,
    })
  }
  return values
}

const acceptAct: Act<OpenRequest | undefined> = {
  offer: acceptOffer,
  action: acceptSupplement as never,
  takesFiles: true,
  read: ({ services }, { id }) => findOpenRequest(services.database, id),
  adds: ({ services }) => ({ baseUrl: services.baseUrl }),
  explain: ({ data, language }) =>
    data ? `${copy(language).askedOn(formatMoment(data.askedAt), formatMomentLong(data.answerBy, language))} ${copy(language).accept}` : '',
  fields: ({ data, language }) => (
    <>
      {data?.faults.map((fault, index) => (
        <Brought key={fault.id} fault={fault} name={`brought.${index}`} language={language} />
      ))}
    </>
  ),
  input: (form, files) => ({
    brought: ((nested(form).brought ?? []) as Record<string, unknown>[]).map((line, index) => ({
      ...line,
      isDone: line.isDone === 'on',
      documentIds: files.flatMap(({ field, documentId }) => (field === `brought.${index}.files` ? [documentId] : [])),
    })),
  }),
  said(result: { isComplete: boolean; missing?: { about: string }[]; dueAt?: Date }, language) {
    const text = copy(language)
    return result.isComplete
      ? text.complete(result.dueAt ? formatMomentLong(result.dueAt, language) : '')
      : text.stillMissing((result.missing ?? []).map(({ about }) => about).join('; '))
  },
}

function Brought({ fault, name, language }: { fault: AskedFault; name: string; language: Language }) {
  const text = copy(language)
  return (
    <Panel title={fault.about} level={3} boxed>
      <p>
        {fault.reason[language]}. {fault.text}
      </p>
      <input type="hidden" name={`${name}.faultId`} value={String(fault.id)} />
      {fault.completedAt ? (
        <p>
          <Tag tone="ok" shape="tick">
            {text.cameOn(formatDate(fault.completedAt))}
          </Tag>
        </p>
      ) : (
        <>
          <Checkbox name={`${name}.isDone`} label={text.inOrder} />
          {(fault.dossierComponentId !== null || fault.componentId !== null) && (
            <FieldRow>
              <Field name={`${name}.originals`} type="number" width="short" label={text.originals} optional />
              <Field name={`${name}.copies`} type="number" width="short" label={text.copies} optional />
            </FieldRow>
          )}
          <FileSlot name={`${name}.files`} label={text.files} maxBytes={UPLOAD_MAX_BYTES} multiple optional />
        </>
      )}
    </Panel>
  )
}

export const routes: Route[] = [...actRoutes(proposeAct), ...actRoutes(askAct), ...actRoutes(declineAct), ...actRoutes(acceptAct)]

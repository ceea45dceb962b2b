/** The forms of what the one-stop unit decides on a filing, and of what it does before an officer has the dossier. */
import { calendarOf } from '#modules/calendar/index.ts'
import { type DossierDetail, type Reason, reasonsOf } from '#modules/dossier/index.ts'
import {
  acceptFiling,
  askSupplementBeforeReception,
  type CheckablePaper,
  checkablePapers,
  closeUnanswered,
  findOpenSupplement,
  forwardDay,
  forwardDossier,
  type OpenSupplement,
  type PassingPlace,
  passingPlaces,
  passOn,
  refuseFiling,
  resubmit,
  settleAtOnce,
  settleOnTheSpot,
} from '#modules/intake/index.ts'
import { UPLOAD_MAX_BYTES } from '#platform/files/index.ts'
import type { PageRequest, Route } from '#platform/http/route.ts'
import { formatDate, formatMomentLong, localDate } from '#platform/text/dates.ts'
import { Field, FieldRow, FileSlot, Panel, Select } from '#ui/index.ts'
import { unitIdsOf } from '../../../due.tsx'
import { type Act, type ActView, actRoutes } from '../act-form.tsx'
import type { Offer } from '../offer.ts'
import { reasonOptions } from '../reason-options.ts'
import { AcceptFields, GroundsFields } from './fields.tsx'
import {
  acceptOffer,
  askOffer,
  atOnceOffer,
  closeOffer,
  forwardOffer,
  onTheSpotOffer,
  passFilingOffer,
  passOnOffer,
  refuseOffer,
  resubmitOffer,
} from './offers.ts'
import { copy } from './words.ts'

const acceptAct: Act = {
  offer: acceptOffer,
  action: acceptFiling as never,
  initial: () => ({ forwards: 'on' }),
  explain: ({ language }) => copy(language).accept,
  fields: ({ language }) => <AcceptFields language={language} />,
  adds: ({ services, form }) => ({ baseUrl: services.baseUrl, forwards: form.forwards ?? 'off' }),
}

interface Marking {
  papers: CheckablePaper[]
  reasons: Reason[]
}

const askAct: Act<Marking> = {
  offer: askOffer,
  action: askSupplementBeforeReception as never,
  async read({ services: { database } }, { id }) {
    const [papers, reasons] = await Promise.all([checkablePapers(database, id), reasonsOf(database, 'supplement')])
    return { papers, reasons }
  },
  explain: ({ language }) => copy(language).ask,
  fields(view) {
    const text = copy(view.language)
    return (
      <>
        {[...view.data.papers, undefined].map((paper, index) => (
          <PaperCheck key={index} paper={paper} name={`faults.${index}`} {...view} />
        ))}
        <Field name="note" type="textarea" rows={2} label={text.note} optional />
        <FieldRow>
          <Field name="guideName" label={text.guideName} optional />
          <Field name="guidePhone" type="tel" label={text.guidePhone} width="medium" optional />
        </FieldRow>
        <Field name="decisionText" type="textarea" rows={2} label={text.decision} hint={text.decisionHint} optional />
      </>
    )
  },
}

/** One paper: in order, or the reason of the list and what is to be done. Without a paper: an answer of the form. */
function PaperCheck({ paper, name, data: { reasons }, language }: ActView<Marking> & { paper: CheckablePaper | undefined; name: string }) {
  const text = copy(language)
  const title = paper ? (paper.componentId && paper.isRequired ? text.missing(paper.name) : paper.name) : text.otherAnswer
  return (
    <Panel title={title} level={3} boxed>
      {paper?.dossierComponentId !== undefined && (
        <input type="hidden" name={`${name}.dossierComponentId`} value={String(paper.dossierComponentId)} />
      )}
      {paper?.componentId !== undefined && <input type="hidden" name={`${name}.componentId`} value={String(paper.componentId)} />}
      {!paper && <Field name={`${name}.answer`} label={text.which} hint={text.whichHint} optional />}
      <FieldRow>
        <Select name={`${name}.reasonCode`} label={text.reason} blank={text.inOrder} options={reasonOptions(reasons, language)} optional />
        <Field name={`${name}.text`} label={text.what} optional />
      </FieldRow>
    </Panel>
  )
}

const refuseAct: Act<Reason[]> = {
  offer: refuseOffer,
  action: refuseFiling as never,
  read: ({ services }) => reasonsOf(services.database, 'refusal'),
  explain: ({ language }) => copy(language).refuse,
  fields: ({ data, language }) => <GroundsFields reasons={data} language={language} />,
}

interface Passing {
  places: PassingPlace[]
  reasons: Reason[]
  /** `YYYY-MM-DD` by which it must be passed on. */
  day: string | undefined
}

async function readPassing({ services: { database }, now }: PageRequest, dossier: DossierDetail): Promise<Passing> {
  const { receivingUnit, procedure, state } = dossier
  const since = state.receivedAt ?? state.filedAt
  const [places, reasons, calendar] = await Promise.all([
    passingPlaces(database, { procedureId: procedure.id, receivingUnitId: receivingUnit.id }, now),
    reasonsOf(database, 'refusal'),
    calendarOf(database, unitIdsOf(receivingUnit.path)),
  ])
  return { places, reasons, day: since && forwardDay(calendar, since) }
}

const passAct = (offer: Offer): Act<Passing> => ({
  offer,
  action: passOn as never,
  read: readPassing,
  initial: () => ({ reasonCode: 'not-competent' }),
  explain({ data: { day }, language, now }) {
    const text = copy(language)
    const by = day && (localDate(now) > day ? text.passLate(formatDate(day)) : text.passToday(formatDate(day)))
    return [text.pass, by].filter(Boolean).join(' ')
  },
  fields({ data: { places, reasons }, language }) {
    const text = copy(language)
    return (
      <>
        <Select
          name="toUnitId"
          label={text.to}
          options={places.map(({ unitId, unitName, settlingUnitName }) => ({
            value: String(unitId),
            label: `${unitName} (${text.settledBy(settlingUnitName)})`,
          }))}
        />
        <GroundsFields reasons={reasons} language={language} />
      </>
    )
  },
})

const resubmitAct: Act<{ request: OpenSupplement | undefined; papers: { componentId: number; name: string }[] }> = {
  offer: resubmitOffer,
  action: resubmit as never,
  async read({ services: { database } }, { id }) {
    const request = await findOpenSupplement(database, id)
    const papers = (request?.faults ?? []).flatMap(({ componentId, about }) => (componentId === null ? [] : [{ componentId, name: about }]))
    return { request, papers }
  },
  explain({ data: { request }, language }) {
    const text = copy(language)
    return [text.resubmit, request && text.asked(formatMomentLong(request.answerBy, language))].filter(Boolean).join(' ')
  },
  fields({ data: { request, papers }, language }) {
    const text = copy(language)
    return (
      <>
        <ul class="flow">
          {request?.faults.map(({ about, reason, text: what }, index) => (
            <li key={index}>
              {about}: {reason[language]}. {what}
            </li>
          ))}
        </ul>
        {papers.map(({ componentId, name }, index) => (
          <Panel key={componentId} title={name} level={3} boxed>
            <input type="hidden" name={`components.${index}.componentId`} value={String(componentId)} />
            <FieldRow>
              <Field name={`components.${index}.originals`} type="number" width="short" label={text.originals} optional />
              <Field name={`components.${index}.copies`} type="number" width="short" label={text.copies} optional />
            </FieldRow>
          </Panel>
        ))}
        <FileSlot name="file" label={text.extra} maxBytes={UPLOAD_MAX_BYTES} accept={['pdf', 'png', 'jpeg']} optional />
      </>
    )
  },
  takesFile: true,
}

const closeAct: Act = {
  offer: closeOffer,
  action: closeUnanswered as never,
  explain: ({ language }) => copy(language).close,
  fields: () => null,
}

const forwardAct: Act = {
  offer: forwardOffer,
  action: forwardDossier as never,
  explain: ({ language }) => copy(language).forward,
  fields: () => null,
}

const onTheSpotAct: Act = {
  offer: onTheSpotOffer,
  action: settleOnTheSpot as never,
  explain: ({ language }) => copy(language).onTheSpot,
  fields: () => null,
}

const atOnceAct: Act = {
  offer: atOnceOffer,
  action: settleAtOnce as never,
  takesFile: true,
  explain: ({ language }) => copy(language).atOnce,
  fields({ language }) {
    const text = copy(language)
    return (
      <>
        <Field name="name" label={text.resultName} />
        <Field name="symbol" label={text.symbol} hint={text.symbolHint} width="medium" code />
        <FileSlot name="file" label={text.resultFile} maxBytes={UPLOAD_MAX_BYTES} accept={['pdf', 'docx', 'png', 'jpeg']} optional />
      </>
    )
  },
}

export const routes: Route[] = [
  ...actRoutes(acceptAct),
  ...actRoutes(askAct),
  ...actRoutes(refuseAct),
  ...actRoutes(passAct(passFilingOffer)),
  ...actRoutes(passAct(passOnOffer)),
  ...actRoutes(resubmitAct),
  ...actRoutes(closeAct),
  ...actRoutes(forwardAct),
  ...actRoutes(onTheSpotAct),
  ...actRoutes(atOnceAct),
]

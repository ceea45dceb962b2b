/** The forms of T20 (post), T22 (correction) and T23 (loss). */
import { type DossierDetail, proofWords, type Reason, reasonsOf } from '#modules/dossier/index.ts'
import {
  beginCorrection,
  endCorrection,
  findParcel,
  issueCorrection,
  type Parcel,
  postCameBack,
  postDelivered,
  postResult,
  recordLoss,
  replaceBeforeReturn,
} from '#modules/settlement/index.ts'
import { UPLOAD_MAX_BYTES } from '#platform/files/index.ts'
import type { PageRequest, Route } from '#platform/http/route.ts'
import type { Language } from '#platform/language.ts'
import { formatMoment, localDate } from '#platform/text/dates.ts'
import { Checkbox, Checkboxes, Field, FileSlot, type Option, Select } from '#ui/index.ts'
import { type Act, actRoutes } from '../act-form.tsx'
import { askableUnits } from '../askable-units.ts'
import { reasonOptions } from '../reason-options.ts'
import {
  beginCorrectionOffer,
  cameBackOffer,
  deliveredOffer,
  endCorrectionOffer,
  issueCorrectionOffer,
  lossOffer,
  postOffer,
  replaceOffer,
} from './offers.ts'
import { copy } from './words.ts'

const post: Act = {
  offer: postOffer,
  action: postResult as never,
  initial: ({ dossier }) => ({ receiverName: dossier.owner.name, address: dossier.returnAddress ?? dossier.owner.address ?? '' }),
  explain: ({ language }) => copy(language).post,
  fields({ dossier, language }) {
    const text = copy(language)
    const kept = keptOriginals(dossier)
    return (
      <>
        <Field name="trackingNumber" label={text.trackingNumber} hint={text.trackingHint} width="medium" code />
        <Field name="receiverName" label={text.receiverName} />
        <Field name="address" label={text.address} />
        {kept.length > 0 && (
          <>
            <Checkboxes
              name="returnedPapers"
              label={text.returnedPapers}
              options={kept.map(({ id, name }) => ({ value: String(id), label: name }))}
              optional
            />
            <Checkbox name="originalsEnclosed" label={text.enclosed} />
          </>
        )}
      </>
    )
  },
}

const delivered: Act<Parcel | undefined> = {
  offer: deliveredOffer,
  action: postDelivered as never,
  read: ({ services }, { id }) => findParcel(services.database, id),
  initial: ({ data }) => ({ receiverName: data?.receiverName ?? '', proof: 'identity' }),
  explain: ({ data, language }) => `${parcelWords(data, language)}${copy(language).delivered}`,
  fields({ language }) {
    const text = copy(language)
    return (
      <>
        <Field name="receiverName" label={text.signedBy} />
        <Select name="proof" label={text.proof} width="long" blank={false} options={proofOptions(language)} />
        <Field name="proofNumber" label={text.proofNumber} width="medium" optional />
      </>
    )
  },
}

const cameBack: Act<{ parcel: Parcel | undefined; reasons: Reason[] }> = {
  offer: cameBackOffer,
  action: postCameBack as never,
  read: async ({ services }, { id }) => ({
    parcel: await findParcel(services.database, id),
    reasons: (await reasonsOf(services.database, 'correction')).filter(({ code }) => code.startsWith('post-')),
  }),
  explain: ({ data, language }) => `${parcelWords(data.parcel, language)}${copy(language).cameBack}`,
  fields({ data, language }) {
    const text = copy(language)
    return (
      <>
        <Select name="reasonCode" label={text.reason} options={reasonOptions(data.reasons, language)} />
        <Field name="text" type="textarea" rows={2} label={text.note} optional />
      </>
    )
  },
}

interface ErrorChoices {
  reasons: Reason[]
  units: Option[]
}

const readErrors = async (request: PageRequest, dossier: DossierDetail): Promise<ErrorChoices> => ({
  reasons: (await reasonsOf(request.services.database, 'correction')).filter(({ code }) => !code.startsWith('post-')),
  units: await askableUnits(request, dossier),
})

const ErrorFields = ({ data, language }: { data: ErrorChoices; language: Language }) => {
  const text = copy(language)
  return (
    <>
      <Select name="reasonCode" label={text.reason} options={reasonOptions(data.reasons, language)} />
      <Field name="error" type="textarea" rows={3} label={text.error} />
      <Select name="faultUnitId" label={text.faultUnit} options={data.units} blank={text.settling} optional />
    </>
  )
}

const CorrectedFields = ({ language }: { language: Language }) => {
  const text = copy(language)
  return (
    <>
      <Field name="name" label={text.resultName} />
      <FileSlot name="file" label={text.file} maxBytes={UPLOAD_MAX_BYTES} accept={['pdf', 'docx', 'png', 'jpeg']} />
    </>
  )
}

const replace: Act<ErrorChoices> = {
  offer: replaceOffer,
  action: replaceBeforeReturn as never,
  takesFile: true,
  read: readErrors,
  initial: ({ dossier }) => ({ name: dossier.result?.name ?? '' }),
  explain: ({ language }) => copy(language).replace,
  fields: ({ data, language }) => (
    <>
      <ErrorFields data={data} language={language} />
      <CorrectedFields language={language} />
    </>
  ),
}

const begin: Act<ErrorChoices> = {
  offer: beginCorrectionOffer,
  action: beginCorrection as never,
  read: readErrors,
  initial: () => ({ workingDays: '3' }),
  explain: ({ language }) => copy(language).begin,
  fields({ data, language }) {
    const text = copy(language)
    return (
      <>
        <ErrorFields data={data} language={language} />
        <Field name="remedy" type="textarea" rows={2} label={text.remedy} hint={text.remedyHint} />
        <Field name="workingDays" type="number" width="short" label={text.workingDays} suffix={text.days} />
      </>
    )
  },
}

const issue: Act = {
  offer: issueCorrectionOffer,
  action: issueCorrection as never,
  takesFile: true,
  initial: ({ dossier }) => ({ name: dossier.result?.name ?? '' }),
  explain: ({ language }) => copy(language).issue,
  fields: ({ language }) => <CorrectedFields language={language} />,
}

const end: Act = {
  offer: endCorrectionOffer,
  action: endCorrection as never,
  initial: ({ dossier }) => ({ receiverName: dossier.submitter.name, proof: 'receipt' }),
  explain: ({ language }) => copy(language).end,
  fields({ language }) {
    const text = copy(language)
    return (
      <>
        <Field name="receiverName" label={text.receiverName} />
        <Select name="proof" label={text.proof} width="long" blank={false} options={proofOptions(language)} />
      </>
    )
  },
}

const loss: Act<Reason[]> = {
  offer: lossOffer,
  action: recordLoss as never,
  read: ({ services }) => reasonsOf(services.database, 'loss'),
  initial: ({ now }) => ({ foundOn: localDate(now) }),
  explain: ({ language }) => copy(language).loss,
  fields({ dossier, data, language }) {
    const text = copy(language)
    return (
      <>
        <Select name="reasonCode" label={text.reason} options={reasonOptions(data, language)} />
        <Checkboxes
          name="papers"
          label={text.papers}
          options={dossier.components.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Field name="foundOn" type="date" label={text.foundOn} width="medium" />
        <Field name="place" label={text.place} optional />
        <Field name="cause" type="textarea" rows={3} label={text.cause} />
        <Field name="remedy" type="textarea" rows={3} label={text.lossRemedy} />
      </>
    )
  },
}

const keptOriginals = ({ components }: DossierDetail) =>
  components.filter(({ originals, isPresentedOnly, originalsReturnedAt }) => originals > 0 && !isPresentedOnly && !originalsReturnedAt)

const proofOptions = (language: Language) => Object.entries(proofWords(language)).map(([value, label]) => ({ value, label: String(label) }))

const parcelWords = (parcel: Parcel | undefined, language: Language): string =>
  parcel ? `${copy(language).parcel(parcel.trackingNumber, parcel.receiverName, formatMoment(parcel.sentAt))} ` : ''

export const routes: Route[] = [
  ...actRoutes(post),
  ...actRoutes(delivered),
  ...actRoutes(cameBack),
  ...actRoutes(replace),
  ...actRoutes(begin),
  ...actRoutes(issue),
  ...actRoutes(end),
  ...actRoutes(loss),
]

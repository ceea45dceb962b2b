/** The forms of T16 and T19: refusal in writing, stop, withdrawal. */
import { channelWords, type DossierDetail, type Reason, reasonsOf } from '#modules/dossier/index.ts'
import {
  confirmWithdrawal,
  declineWithdrawal,
  findOpenWithdrawal,
  refuseAfterAppraisal,
  requestWithdrawal,
  stopUnresolvable,
  type Withdrawal,
} from '#modules/settlement/index.ts'
import type { Route } from '#platform/http/route.ts'
import type { Language } from '#platform/language.ts'
import { formatDate, formatMoment, localDate } from '#platform/text/dates.ts'
import { Checkbox, Checkboxes, DefinitionList, Field, Radios, Select } from '#ui/index.ts'
import { type Act, actRoutes } from '../act-form.tsx'
import { reasonOptions } from '../reason-options.ts'
import { confirmWithdrawalOffer, declineWithdrawalOffer, refuseOffer, requestWithdrawalOffer, stopOffer } from './offers.ts'
import { copy } from './words.ts'

const refuseAct: Act<Reason[]> = {
  offer: refuseOffer,
  action: refuseAfterAppraisal as never,
  read: ({ services }) => reasonsOf(services.database, 'refusal'),
  explain: ({ language }) => copy(language).refuse,
  fields: ({ data, language }) => (
    <>
      <Select name="reasonCode" label={copy(language).reason} options={reasonOptions(data, language)} />
      <Field name="text" type="textarea" rows={4} label={copy(language).refusalText} hint={copy(language).printed} />
      <Field name="legalBasis" type="textarea" rows={3} label={copy(language).legalBasis} hint={copy(language).legalBasisHint} />
    </>
  ),
}

const stopAct: Act<Reason[]> = {
  offer: stopOffer,
  action: stopUnresolvable as never,
  read: ({ services }) => reasonsOf(services.database, 'stop'),
  explain: ({ language }) => copy(language).stop,
  fields: ({ data, dossier, language }) => (
    <>
      <Select name="reasonCode" label={copy(language).reason} options={reasonOptions(data, language)} />
      <Field name="text" type="textarea" rows={4} label={copy(language).words} hint={copy(language).printed} />
      <Originals dossier={dossier} language={language} />
    </>
  ),
}

const requestAct: Act<Reason[]> = {
  offer: requestWithdrawalOffer,
  action: requestWithdrawal as never,
  read: async ({ services }) => (await reasonsOf(services.database, 'withdrawal')).filter(({ code }) => !OF_DECISIONS.includes(code)),
  initial: ({ now }) => ({ channel: 'counter', requestedOn: localDate(now) }),
  explain: ({ language }) => copy(language).request,
  fields({ data, language }) {
    const text = copy(language)
    const channels = channelWords(language)
    return (
      <>
        <Radios
          name="channel"
          label={text.channel}
          options={(['counter', 'online', 'post'] as const).map((value) => ({ value, label: channels[value] }))}
          inline
        />
        <Field name="requestedOn" type="date" label={text.requestedOn} width="medium" />
        <Select name="reasonCode" label={text.reason} options={reasonOptions(data, language)} />
        <Field name="text" type="textarea" rows={2} label={text.words} optional />
        <Checkbox name="isIdentified" label={text.identified} hint={text.identifiedHint} />
      </>
    )
  },
}

/** Reasons why a withdrawal is not gone through with. */
const OF_DECISIONS: readonly string[] = ['withdrawal-revoked', 'decision-exists']

const confirmAct: Act<Withdrawal | undefined> = {
  offer: confirmWithdrawalOffer,
  action: confirmWithdrawal as never,
  read: ({ services }, { id }) => findOpenWithdrawal(services.database, id),
  explain: ({ language }) => copy(language).confirm,
  fields: ({ data, dossier, language }) => (
    <>
      <Requested withdrawal={data} language={language} />
      <Originals dossier={dossier} language={language} />
    </>
  ),
}

interface Declining {
  withdrawal: Withdrawal | undefined
  reasons: Reason[]
}

const declineAct: Act<Declining> = {
  offer: declineWithdrawalOffer,
  action: declineWithdrawal as never,
  read: async ({ services }, { id }) => ({
    withdrawal: await findOpenWithdrawal(services.database, id),
    reasons: (await reasonsOf(services.database, 'withdrawal')).filter(({ code }) => OF_DECISIONS.includes(code)),
  }),
  explain: ({ language }) => copy(language).decline,
  fields: ({ data, language }) => (
    <>
      <Requested withdrawal={data.withdrawal} language={language} />
      <Select name="reasonCode" label={copy(language).reason} options={reasonOptions(data.reasons, language)} />
      <Field name="text" type="textarea" rows={3} label={copy(language).words} />
    </>
  ),
}

function Requested({ withdrawal, language }: { withdrawal: Withdrawal | undefined; language: Language }) {
  const text = copy(language)
  if (!withdrawal) return null
  return (
    <DefinitionList
      rows={[
        { term: text.requestedOn, value: formatDate(withdrawal.requestedAt) },
        { term: text.channel, value: channelWords(language)[withdrawal.channel] },
        { term: text.reason, value: [withdrawal.reason[language], withdrawal.text].filter(Boolean).join('. ') },
        { term: text.recordedBy, value: withdrawal.recordedByName },
      ]}
    />
  )
}

/** Originals that lie with the dossier, to be ticked as they are handed over. */
function Originals({ dossier: { components }, language }: { dossier: DossierDetail; language: Language }) {
  const text = copy(language)
  const kept = components.filter(({ originals, isPresentedOnly }) => originals > 0 && !isPresentedOnly)
  if (kept.length === 0) return <p class="muted">{text.noOriginals}</p>
  return (
    <Checkboxes
      name="returnedPapers"
      label={text.originals}
      hint={text.originalsHint}
      options={kept.map(({ id, name, originals, originalsReturnedAt }) => ({
        value: String(id),
        label: name,
        hint: originalsReturnedAt ? text.backOn(formatMoment(originalsReturnedAt)) : text.originalsOf(originals),
        disabled: originalsReturnedAt !== null,
      }))}
      optional
    />
  )
}

export const routes: Route[] = [
  ...actRoutes(refuseAct),
  ...actRoutes(stopAct),
  ...actRoutes(requestAct),
  ...actRoutes(confirmAct),
  ...actRoutes(declineAct),
]

/** The forms of T17–T18: a later date before the one that counts, an apology after it, or why none is owed. */
import { type Reason, reasonsOf } from '#modules/dossier/index.ts'
import { apologiseLate, excuseLateness, extend } from '#modules/settlement/index.ts'
import type { Route } from '#platform/http/route.ts'
import type { Language } from '#platform/language.ts'
import { formatMomentLong, localTime } from '#platform/text/dates.ts'
import { Field, FieldRow, Select } from '#ui/index.ts'
import { type Act, actRoutes } from '../act-form.tsx'
import { reasonOptions } from '../reason-options.ts'
import { apologiseOffer, excuseOffer, extendOffer } from './offers.ts'
import { copy } from './words.ts'

const extendAct: Act<Reason[]> = {
  offer: extendOffer,
  action: extend as never,
  read: ({ services }) => reasonsOf(services.database, 'extension'),
  initial: ({ dossier }) => ({ newDueTime: dossier.state.clock && localTime(dossier.state.clock.dueAt) }),
  explain({ dossier, language }) {
    const { clock } = dossier.state
    return `${clock ? copy(language).promised(formatMomentLong(clock.dueAt, language)) : ''} ${copy(language).extend}`
  },
  fields: ({ data, language }) => (
    <>
      <Grounds reasons={data} language={language} />
      <NewDate label={copy(language).newDate} hint={copy(language).newDateHint} language={language} />
    </>
  ),
}

const apologiseAct: Act<Reason[]> = {
  ...extendAct,
  offer: apologiseOffer,
  action: apologiseLate as never,
  initial: () => ({}),
  explain({ dossier, language }) {
    const { clock, finishedAt } = dossier.state
    const text = copy(language)
    return `${clock ? text.broken(formatMomentLong(clock.dueAt, language)) : ''} ${finishedAt ? text.apologiseFinished : text.apologise}`
  },
  fields: ({ data, dossier, language }) => (
    <>
      <Grounds reasons={data} language={language} />
      {!dossier.state.finishedAt && <NewDate label={copy(language).willReturn} hint={copy(language).willReturnHint} language={language} />}
    </>
  ),
}

const excuseAct: Act<Reason[]> = {
  offer: excuseOffer,
  action: excuseLateness as never,
  read: ({ services }) => reasonsOf(services.database, 'no-apology'),
  explain: ({ language }) => copy(language).excuse,
  fields({ data, language }) {
    const text = copy(language)
    return (
      <>
        <Select name="reasonCode" label={text.reason} options={reasonOptions(data, language)} />
        <Field name="text" type="textarea" rows={3} label={text.words} hint={text.excuseHint} />
        <Field name="evidence" label={text.evidence} hint={text.evidenceHint} />
      </>
    )
  },
}

const Grounds = ({ reasons, language }: { reasons: Reason[]; language: Language }) => (
  <>
    <Select name="reasonCode" label={copy(language).reason} options={reasonOptions(reasons, language)} />
    <Field name="text" type="textarea" rows={3} label={copy(language).words} hint={copy(language).wordsHint} />
  </>
)

const NewDate = ({ label, hint, language }: { label: string; hint: string; language: Language }) => (
  <FieldRow>
    <Field name="newDueOn" type="date" label={label} hint={hint} width="medium" />
    <Field name="newDueTime" label={copy(language).time} hint={copy(language).timeHint} width="short" optional />
  </FieldRow>
)

export const routes: Route[] = [...actRoutes(extendAct), ...actRoutes(apologiseAct), ...actRoutes(excuseAct)]

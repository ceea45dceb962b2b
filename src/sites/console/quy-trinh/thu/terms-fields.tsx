/** What a trial is called, where its dossier comes in and is settled, and what is promised: for one that begins and one that is edited. */
import { returnMethodWords } from '#modules/dossier/index.ts'
import type { Language } from '#platform/language.ts'
import { Field, FieldRow, Radios, Select } from '#ui/index.ts'
import type { unitChoices } from '../../unit-choices.ts'
import { copy } from './words.ts'

const METHODS = ['counter', 'post', 'electronic'] as const
const UNITS = ['working-day', 'hour', 'calendar-day', 'month'] as const

type Units = Awaited<ReturnType<typeof unitChoices>>

export function PlaceFields({ units, language }: { units: Units; language: Language }) {
  const text = copy(language)
  return (
    <>
      <Field name="name" label={text.name} hint={text.nameHint} width="long" maxLength={200} />
      <FieldRow>
        <Select name="receivingUnitId" label={text.receivingUnit} options={units} />
        <Select name="settlingUnitId" label={text.settlingUnit} options={units} />
      </FieldRow>
    </>
  )
}

export function PromiseFields({ language }: { language: Language }) {
  const text = copy(language)
  const methods = returnMethodWords(language)
  return (
    <>
      <Radios name="returnMethod" label={text.returnMethod} inline options={METHODS.map((value) => ({ value, label: methods[value] }))} />
      <FieldRow>
        <Field name="limitAmount" type="number" label={text.limit} width="short" />
        <Select
          name="limitUnit"
          label={text.limitUnit}
          blank={false}
          width="medium"
          options={UNITS.map((value) => ({ value, label: text[value] }))}
        />
      </FieldRow>
    </>
  )
}

import { stepKindWords } from '#modules/dossier/index.ts'
import type { Language } from '#platform/language.ts'
import { Select } from '#ui/index.ts'
import { KINDS, STANDINGS } from './filters.ts'
import { copy } from './words.ts'

/** The two boxes by which every list of work is narrowed: how its date stands, and the kind of step. `hours`: before its date a step counts as near. */
export function StandingAndKind({ hours, language }: { hours: number; language: Language }) {
  const text = copy(language)
  const kinds = stepKindWords(language)
  return (
    <>
      <Select
        name="han"
        label={text.standing}
        hideLabel
        blank={text.anyStanding}
        options={Object.keys(STANDINGS).map((value) => ({
          value,
          label: value === 'sap-den' ? text.dueWithin(hours) : text[value as 'qua-han'],
        }))}
      />
      <Select
        name="buoc"
        label={text.kind}
        hideLabel
        blank={text.anyKind}
        options={KINDS.map((value) => ({ value, label: kinds[value] }))}
      />
    </>
  )
}

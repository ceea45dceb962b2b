import type { Reason } from '#modules/dossier/index.ts'
import type { Language } from '#platform/language.ts'
import type { Option } from '#ui/index.ts'

export const reasonOptions = (reasons: readonly Reason[], language: Language): Option[] =>
  reasons.map((reason) => ({ value: reason.code, label: reason[language] }))

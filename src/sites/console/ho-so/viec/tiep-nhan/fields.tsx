/** Fields that stand in several forms of reception. */
import type { Reason } from '#modules/dossier/index.ts'
import type { Language } from '#platform/language.ts'
import { Checkbox, Field, Select } from '#ui/index.ts'
import { reasonOptions } from '../reason-options.ts'
import { copy } from './words.ts'

export const AcceptFields = ({ language }: { language: Language }) => (
  <>
    <Checkbox name="isComplete" label={copy(language).isComplete} />
    <Checkbox name="forwards" label={copy(language).forwards} />
  </>
)

export function GroundsFields({ reasons, language }: { reasons: readonly Reason[]; language: Language }) {
  const text = copy(language)
  return (
    <>
      <Select name="reasonCode" label={text.refusalReason} options={reasonOptions(reasons, language)} width="long" />
      <Field name="text" type="textarea" rows={3} label={text.explained} hint={text.explainedHint} />
    </>
  )
}

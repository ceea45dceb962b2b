/** Whether a trial is green, in a word and a shape. */
import type { TrialStanding } from '#modules/workflow/index.ts'
import type { Language } from '#platform/language.ts'
import { Tag } from '#ui/index.ts'
import { copy } from './words.ts'

export function StandingTag({ standing, language }: { standing: TrialStanding; language: Language }) {
  const text = copy(language)
  if (standing === 'green')
    return (
      <Tag tone="ok" shape="tick">
        {text.green}
      </Tag>
    )
  if (standing === 'red')
    return (
      <Tag tone="late" shape="square">
        {text.red}
      </Tag>
    )
  return <Tag tone="neutral">{text.notRun}</Tag>
}

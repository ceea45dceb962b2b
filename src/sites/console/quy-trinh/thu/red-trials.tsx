/** On the list of processes: the trials that are red on a version that is drawn or in force. */
import type { RedTrial } from '#modules/workflow/index.ts'
import type { Language } from '#platform/language.ts'
import { Panel } from '#ui/index.ts'
import { GENERAL_SLUG } from '../line.ts'
import { copy } from './words.ts'

export function RedTrials({ trials, language }: { trials: readonly RedTrial[]; language: Language }) {
  const text = copy(language)
  if (trials.length === 0) return null
  return (
    <Panel title={text.reds(trials.length)} id="kich-ban-khong-dat" boxed tone="late">
      <ul>
        {trials.map(({ id, name, processName, version, isDraft, procedureCode, failure }) => (
          <li key={id}>
            <a href={`/quy-trinh/${procedureCode ?? GENERAL_SLUG}/thu/${id}`}>{name}</a> ({text.redOf(processName, version, isDraft)}):{' '}
            {failure[language]}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** On the page of publishing: how the trials stand on the draft, with what must be mended. */
import type { TrialLine } from '#modules/workflow/index.ts'
import type { Language } from '#platform/language.ts'
import { Button, Flash, Form } from '#ui/index.ts'
import { StandingTag } from './standing.tsx'
import { copy } from './words.ts'

export const areGreen = (lines: readonly TrialLine[]): boolean => lines.every(({ standing }) => standing === 'green')

export function PublishTrials({ lines, address, language }: { lines: readonly TrialLine[]; address: string; language: Language }) {
  const text = copy(language)
  if (lines.length === 0)
    return (
      <p>
        {text.noTrials} <a href={address}>{text.see}</a>
      </p>
    )
  if (areGreen(lines)) return <p>{text.allGreen(lines.length)}</p>
  return (
    <>
      <Flash tone="warning" title={text.blocked} />
      <ul>
        {lines
          .filter(({ standing }) => standing !== 'green')
          .map(({ id, name, standing, failure }) => (
            <li key={id}>
              <StandingTag standing={standing} language={language} /> <a href={`${address}/${id}`}>{name}</a>
              {standing === 'red' && failure && `: ${failure[language]}`}
            </li>
          ))}
      </ul>
      <Form action={address} label={text.runAll}>
        <Button>{text.runAll}</Button>
      </Form>
    </>
  )
}

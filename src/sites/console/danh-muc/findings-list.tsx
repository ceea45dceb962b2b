import { type Finding, findingSentence, severityOf } from '#modules/catalogue/index.ts'
import type { Language } from '#platform/language.ts'
import { Shape } from '#ui/index.ts'

/** Findings as sentences; suspicious and refused ones are marked by shape. */
export function FindingsList({ findings, language }: { findings: Finding[]; language: Language }) {
  return (
    <ul>
      {findings.map((finding, index) => (
        <li key={index}>
          {severityOf(finding) !== 'note' && <Shape shape={severityOf(finding) === 'refused' ? 'square' : 'triangle'} />}{' '}
          {findingSentence(finding, language)}
        </li>
      ))}
    </ul>
  )
}

/** docs/clock-words.md says what the code says: every name is in the source, every closed set is whole, every article is cited as in `LAW`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '#platform/project.ts'
import { TIMELINESS_RULE } from '../timeliness.ts'
import type { PayerKind } from './charge.ts'
import { type ClockSubject, entryWords, pauseWords, standingWords } from './entries.ts'
import { LAW, type LegalBasis } from './law.ts'
import { OWED_RULE } from './owed.ts'
import { VERDICT_RULES } from './verdict.ts'

const sections = new Map(
  readFileSync(join(projectFolder, 'docs/clock-words.md'), 'utf8')
    .split('\n## ')
    .map((section): [string, string[][]] => [
      section.slice(0, section.indexOf('\n')),
      section
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .slice(1)
        .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', ''))),
    ]),
)
const rows = [...sections].filter(([title]) => title !== 'Căn cứ').flatMap(([, lines]) => lines)
const codesOf = (title: string) => (sections.get(title) ?? []).map(([, , code]) => code)

/** Types have no list at run time; these records cannot miss a member. */
const subjects: Record<ClockSubject, true> = { reception: true, dossier: true, step: true, leg: true }
const payers: Record<PayerKind, true> = {
  unit: true,
  step: true,
  officer: true,
  applicant: true,
  'other-agency': true,
  tax: true,
  post: true,
  payment: true,
  'exchange-fault': true,
  nobody: true,
}

describe('docs/clock-words.md', () => {
  test('every code name is in the source', () => {
    const folder = import.meta.dirname
    const source = [...readdirSync(folder).filter((name) => !name.includes('.test.')), '../timeliness.ts']
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    const missing = rows.map(([, , code = '']) => code).filter((code) => !new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(source))
    expect(missing).toEqual([])
    expect(rows.length).toBeGreaterThan(50)
  })

  test.each<[string, string[]]>([
    ['Đồng hồ', ['Clock', 'ClockEntry', ...Object.keys(subjects)]],
    ['Ghi nhận', Object.keys(entryWords('vi'))],
    ['Lý do tạm dừng', Object.keys(pauseWords('vi'))],
    ['Đồng hồ đang thế nào', Object.keys(standingWords('vi'))],
    ['Trước hạn, đúng hạn, quá hạn', ['early', 'on-time', 'late', ...Object.values(VERDICT_RULES).map(({ name }) => name)]],
    ['Thời gian của ai', [...Object.keys(payers), OWED_RULE]],
  ])('“%s” is whole', (title, expected) => expect(codesOf(title).toSorted()).toEqual(expected.toSorted()))

  test('the program’s own rule is the one that is kept at closing', () => {
    expect(codesOf('Trước hạn, đúng hạn, quá hạn')).toContain(TIMELINESS_RULE)
  })

  test('every row names its article, and every article named is written out as the code cites it', () => {
    const named = new Set(rows.map(([, , , , basis = '']) => basis))
    expect([...named].filter((basis) => !Object.hasOwn(LAW, basis))).toEqual([])
    const written = (sections.get('Căn cứ') ?? []).map(([, key = '', citation, evidence]) => [key, citation, evidence])
    expect(written).toEqual(
      [...named]
        .sort()
        .map((basis) => [
          basis,
          (LAW as Record<string, LegalBasis>)[basis]?.vi,
          KNOWN[(LAW as Record<string, LegalBasis>)[basis]?.evidence ?? 'own-rule'],
        ]),
    )
  })
})

const KNOWN: Record<LegalBasis['evidence'], string> = {
  'full-text': 'đọc toàn văn',
  quoted: 'đọc trích dẫn',
  secondary: 'nguồn thứ cấp',
  'own-rule': 'quy ước, không phải luật',
}

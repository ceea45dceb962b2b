import { type Unit, unitKindWords } from '#modules/organization/index.ts'
import type { Language } from '#platform/language.ts'
import type { Column } from '#ui/index.ts'
import { unitWords } from './words.ts'

/** What every list of units shows first. */
export function unitColumns<Row extends Unit>(language: Language): Column<Row>[] {
  const text = unitWords(language)
  const kinds = unitKindWords(language)
  return [
    { key: 'name', head: text.unit, cell: (row) => row.name, width: 'wide' },
    { key: 'kind', head: text.kind, cell: (row) => kinds[row.kind] },
    { key: 'code', head: text.agencyCode, cell: (row) => row.agencyCode ?? '–', nowrap: true },
  ]
}

/** The clocks that are running, for the calendar's preview of an edit: nothing about people, only how each date was promised. */
import type { CountRules, Limit } from '#modules/calendar/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { FactOf } from '../facts.ts'

export interface OpenDossierClock {
  id: number
  code: string
  /** The settling unit, whose calendar counts, and the units above it, nearest first. */
  unitIds: number[]
  start: Date
  limit: Limit
  rules: CountRules
}

const PAGE = 2_000

/** Dossiers without a result that are due at `dueFrom` or later, in pages, so that a hundred thousand of them need no memory. */
export async function* openClocks(db: Queryable, dueFrom: Date): AsyncGenerator<OpenDossierClock> {
  let last = 0
  for (;;) {
    const rows = await db
      .selectFrom('dossier')
      .innerJoin('unit', 'unit.id', 'dossier.settlingUnitId')
      .innerJoin('dossierAction as receipt', (join) => join.onRef('receipt.dossierId', '=', 'dossier.id').on('receipt.sequence', '=', 1))
      .select(['dossier.id', 'dossier.code', 'dossier.receivedAt', 'unit.path', 'receipt.facts'])
      .where('dossier.finishedAt', 'is', null)
      .where('dossier.dueAt', '>=', dueFrom)
      .where('dossier.id', '>', last)
      .orderBy('dossier.id')
      .limit(PAGE)
      .execute()
    for (const { id, code, receivedAt, path, facts } of rows) {
      const { limit, mode, cutoff, lastHourRule } = (facts as unknown as FactOf<'received'>).promise
      yield { id, code, unitIds: path.split('.').map(Number).reverse(), start: receivedAt, limit, rules: { mode, cutoff, lastHourRule } }
      last = id
    }
    if (rows.length < PAGE) return
  }
}

/** The clocks that are running, for the calendar's preview of an edit: nothing about people, only how each date was promised. */
import { sql } from 'kysely'
import type { CountRules, Limit } from '#modules/calendar/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { FactOf, TimePromise } from '../facts.ts'

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

/** Dossiers whose clock runs and that are due at `dueFrom` or later, in pages, so that a hundred thousand of them need no memory. */
export async function* openClocks(db: Queryable, dueFrom: Date): AsyncGenerator<OpenDossierClock> {
  let last = 0
  for (;;) {
    const rows = await db
      .selectFrom('dossier')
      .innerJoin('unit', 'unit.id', 'dossier.settlingUnitId')
      .innerJoinLateral(
        (eb) =>
          eb
            .selectFrom('dossierAction')
            .select(['facts', 'at'])
            .whereRef('dossierId', '=', 'dossier.id')
            .where((each) => each.or([each('kind', '=', 'received'), each(sql`facts ->> 'entry'`, '=', 'restart')]))
            .where(sql`coalesce(facts ->> 'of', 'dossier')`, '=', 'dossier')
            .orderBy('sequence', 'desc')
            .limit(1)
            .as('counted'),
        (join) => join.onTrue(),
      )
      .select(['dossier.id', 'dossier.code', 'dossier.dueAt', 'counted.at', 'unit.path', 'counted.facts'])
      .where('dossier.finishedAt', 'is', null)
      .where('dossier.pausedAt', 'is', null)
      .where('dossier.dueAt', '>=', dueFrom)
      .where('dossier.id', '>', last)
      .orderBy('dossier.id')
      .limit(PAGE)
      .execute()
    for (const { id, code, dueAt, at, path, facts } of rows) {
      last = id
      const { limit, mode, cutoff, lastHourRule, dueAt: counted }: TimePromise = (facts as unknown as FactOf<'received'>).promise
      // Put off by a pause, or extended: what a person decided is not counted again.
      if (dueAt?.toISOString() !== counted) continue
      yield { id, code, unitIds: path.split('.').map(Number).reverse(), start: at, limit, rules: { mode, cutoff, lastHourRule } }
    }
    if (rows.length < PAGE) return
  }
}

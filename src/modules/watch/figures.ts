/** The figures of the watchdog that stand on every page and in `/metrics`: counted at most once a minute, because nothing becomes limbo within one. */
import { permittedUnitIds } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { wholeMinute } from '#platform/text/dates.ts'
import { FINDING_KINDS, type FindingKind } from './finding.ts'
import { countFindings, type FindingCount, READ_WATCH } from './queries/findings.ts'

export type FindingFigures = Partial<Record<FindingKind, number>>

const kept = new WeakMap<object, { minute: number; counts: Promise<FindingCount[]> }>()

/** Of the units whose watchdog the actor may read; kinds with nothing are absent. `isFresh`: counted now, for the page of the list itself. */
export async function findingFigures(
  db: Queryable,
  { actor, now }: { actor: Actor; now: Date },
  { isFresh = false } = {},
): Promise<FindingFigures> {
  const [unitIds, counts] = await Promise.all([permittedUnitIds(db, actor, READ_WATCH, now), countedAt(db, now, isFresh)])
  const permitted = new Set(unitIds)
  return summed(counts.filter(({ unitId }) => permitted.has(unitId)))
}

/** Of the whole installation, every kind; for `/metrics`. */
export async function allFindingFigures(db: Queryable, now: Date): Promise<Record<FindingKind, number>> {
  const figures = summed(await countedAt(db, now, false))
  return Object.fromEntries(FINDING_KINDS.map((kind) => [kind, figures[kind] ?? 0])) as Record<FindingKind, number>
}

export const totalOf = (figures: FindingFigures): number => Object.values(figures).reduce((sum, count) => sum + count, 0)

function countedAt(db: Queryable, now: Date, isFresh: boolean): Promise<FindingCount[]> {
  const minute = wholeMinute(now).getTime()
  const known = kept.get(db)
  if (known?.minute === minute && !isFresh) return known.counts
  const counts = countFindings(db, now)
  kept.set(db, { minute, counts })
  counts.catch(() => kept.delete(db))
  return counts
}

function summed(counts: readonly FindingCount[]): FindingFigures {
  const figures: FindingFigures = {}
  for (const { kind, count } of counts) figures[kind] = (figures[kind] ?? 0) + count
  return figures
}

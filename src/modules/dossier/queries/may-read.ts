import { permittedUnitPaths } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import { readActions } from '../append.ts'
import { hasWorkedOn } from './dossier.ts'

/** Whether the officer could open the dossier now, by the same rule as `getDossier`; nothing is opened, so no reading is written down. */
export async function mayRead(db: Queryable, dossierId: number, officerId: number, now: Date): Promise<boolean> {
  const actor = { kind: 'officer', id: officerId } as const
  const [paths, units, actions] = await Promise.all([
    permittedUnitPaths(db, actor, 'dossier.read', now),
    db
      .selectFrom('dossier as d')
      .innerJoin('unit as r', 'r.id', 'd.receivingUnitId')
      .innerJoin('unit as s', 's.id', 'd.settlingUnitId')
      .select(['r.path as receiving', 's.path as settling'])
      .where('d.id', '=', dossierId)
      .executeTakeFirst(),
    readActions(db, dossierId),
  ])
  if (!units) return false
  const isWithin = (unit: string) => paths.some((path) => `${unit}.`.startsWith(`${path}.`))
  return isWithin(units.receiving) || isWithin(units.settling) || hasWorkedOn(actor, actions)
}

import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'

export interface Delegation {
  id: number
  fromOfficerId: number
  fromName: string
  toOfficerId: number
  toName: string
  validFrom: string
  validTo: string
  reason: string
  revokedAt: Date | null
}

const delegations = (db: Queryable) =>
  db
    .selectFrom('delegation')
    .innerJoin('officer as giver', 'giver.id', 'delegation.fromOfficerId')
    .innerJoin('officer as taker', 'taker.id', 'delegation.toOfficerId')
    .select([
      'delegation.id',
      'delegation.fromOfficerId',
      'giver.fullName as fromName',
      'delegation.toOfficerId',
      'taker.fullName as toName',
      'delegation.validFrom',
      'delegation.validTo',
      'delegation.reason',
      'delegation.revokedAt',
    ])
    .orderBy('delegation.validFrom', 'desc')
    .orderBy('delegation.id', 'desc')

/** Given by the officer or to her. */
export const delegationsOf = (db: Queryable, officerId: number): Promise<Delegation[]> =>
  delegations(db)
    .where((eb) => eb.or([eb('delegation.fromOfficerId', '=', officerId), eb('delegation.toOfficerId', '=', officerId)]))
    .limit(100)
    .execute()

/** Of officers whose unit lies within the paths, for an administrator. */
export const delegationsWithin = (db: Queryable, paths: readonly string[], limit = 200): Promise<Delegation[]> =>
  delegations(db)
    .innerJoin('unit', 'unit.id', 'giver.homeUnitId')
    .where(sql<boolean>`unit.path <@ any (${[...paths]}::ltree[])`)
    .limit(limit)
    .execute()

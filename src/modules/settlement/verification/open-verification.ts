import type { Queryable } from '#platform/database.ts'

export interface Verification {
  id: number
  begunAt: Date
  plannedAt: Date
  place: string
  content: string
}

/** The verification of a dossier that has no minutes yet; there is one at most. */
export const findOpenVerification = (db: Queryable, dossierId: number): Promise<Verification | undefined> =>
  db
    .selectFrom('verification')
    .select(['id', 'begunAt', 'plannedAt', 'place', 'content'])
    .where('dossierId', '=', dossierId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()

/** What must be in order before a result leaves the house. */
import type { DossierState } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'

/** Nothing that was asked for is still to be paid. */
export const areFeesPaid = ({ financial }: Pick<DossierState, 'financial'>): boolean => financial !== 'due' && financial !== 'partly'

/** Whether the agency keeps originals of the applicant. */
export async function hasOriginals(db: Queryable, dossierId: number): Promise<boolean> {
  const row = await db
    .selectFrom('dossierComponent')
    .select('id')
    .where('dossierId', '=', dossierId)
    .where('originals', '>', 0)
    .where('isPresentedOnly', '=', false)
    .where('originalsReturnedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export interface Parcel {
  trackingNumber: string
  receiverName: string
  address: string
  sentAt: Date
}

/** The one that is on its way. */
export const findParcel = (db: Queryable, dossierId: number): Promise<Parcel | undefined> =>
  db
    .selectFrom('parcel')
    .select(['trackingNumber', 'receiverName', 'address', 'sentAt'])
    .where('dossierId', '=', dossierId)
    .where('outcome', 'is', null)
    .executeTakeFirst()

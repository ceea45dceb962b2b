import type { Queryable } from '#platform/database.ts'
import type { Difference } from '../verify.ts'

export interface Reconciliation {
  at: Date
  dossiers: number
  actions: number
  /** All of them; `first` has some in words. */
  differences: number
  first: Difference[]
}

const MOST = 31

/** The newest first, a month at most. */
export async function reconciliations(db: Queryable): Promise<Reconciliation[]> {
  const rows = await db.selectFrom('reconciliation').selectAll().orderBy('createdAt', 'desc').limit(MOST).execute()
  return rows.map(({ createdAt, dossierCount, actionCount, differenceCount, differences }) => ({
    at: createdAt,
    dossiers: dossierCount,
    actions: actionCount,
    differences: differenceCount,
    first: differences as unknown as Difference[],
  }))
}

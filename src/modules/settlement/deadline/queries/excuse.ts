import type { Queryable } from '#platform/database.ts'

export interface LatenessExcuse {
  reason: { vi: string; en: string }
  text: string
  evidence: string
  /** Absent where the system recorded it. */
  decidedByName: string | null
  decidedAt: Date
}

/** Why a late dossier owes no apology, as a leader recorded it. */
export async function latenessExcuseOf(db: Queryable, dossierId: number): Promise<LatenessExcuse | undefined> {
  const row = await db
    .selectFrom('apologyExcuse as x')
    .innerJoin('reason as r', 'r.id', 'x.reasonId')
    .leftJoin('officer as o', 'o.id', 'x.decidedById')
    .select(['r.vi', 'r.en', 'x.text', 'x.evidence', 'o.fullName as decidedByName', 'x.decidedAt'])
    .where('x.dossierId', '=', dossierId)
    .executeTakeFirst()
  if (!row) return undefined
  const { vi, en, ...excuse } = row
  return { reason: { vi, en }, ...excuse }
}

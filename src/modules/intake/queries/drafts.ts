/** Receptions begun and not finished, of one officer; nobody sees another's. */
import type { Queryable } from '#platform/database.ts'

/** The fields of the form by name, as typed. */
export type DraftForm = Record<string, string | string[]>

export interface ReceptionDraft {
  key: string
  unitId: number
  counterId: number | null
  form: DraftForm
  /** Code of the dossier it became. */
  code: string | null
  dossierId: number | null
  updatedAt: Date
}

const drafts = (db: Queryable, officerId: number) =>
  db
    .selectFrom('receptionDraft as d')
    .leftJoin('dossier', 'dossier.id', 'd.dossierId')
    .select(['d.key', 'd.unitId', 'd.counterId', 'd.form', 'd.dossierId', 'd.updatedAt', 'dossier.code'])
    .where('d.officerId', '=', officerId)
    .$castTo<ReceptionDraft>()

export const findDraft = (db: Queryable, officerId: number, key: string): Promise<ReceptionDraft | undefined> =>
  drafts(db, officerId).where('d.key', '=', key).executeTakeFirst()

/** The latest first. */
export const openDrafts = (db: Queryable, officerId: number): Promise<ReceptionDraft[]> =>
  drafts(db, officerId).where('d.dossierId', 'is', null).orderBy('d.updatedAt', 'desc').limit(20).execute()

/** Where the officer last received: the desk of today, most likely. */
export const lastDesk = (db: Queryable, officerId: number): Promise<{ unitId: number; counterId: number | null } | undefined> =>
  db
    .selectFrom('receptionDraft')
    .select(['unitId', 'counterId'])
    .where('officerId', '=', officerId)
    .orderBy('updatedAt', 'desc')
    .limit(1)
    .executeTakeFirst()

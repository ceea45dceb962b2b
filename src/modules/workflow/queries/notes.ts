import type { Queryable } from '#platform/database.ts'

export interface Note {
  id: number
  text: string
  officerName: string
  /** The step that was open; null after the last one. */
  stepName: string | null
  createdAt: Date
}

/** Internal notes, oldest first; for who may read the dossier (`getDossier` has recorded it). */
export const notesOf = (db: Queryable, dossierId: number): Promise<Note[]> =>
  db
    .selectFrom('taskNote as n')
    .innerJoin('officer as o', 'o.id', 'n.officerId')
    .leftJoin('task as t', 't.id', 'n.taskId')
    .select(['n.id', 'n.text', 'o.fullName as officerName', 't.name as stepName', 'n.createdAt'])
    .where('n.dossierId', '=', dossierId)
    .orderBy('n.createdAt')
    .orderBy('n.id')
    .execute()

import type { Queryable } from '#platform/database.ts'

export interface Mention {
  noteId: number
  dossierId: number
  code: string
  text: string
  authorName: string
  readAt: Date | null
  createdAt: Date
}

/** Notes that mention the officer: those not read yet first, then the newest; at most `limit`. */
export const mentionsOf = (db: Queryable, officerId: number, limit = 100): Promise<Mention[]> =>
  db
    .selectFrom('noteMention as m')
    .innerJoin('taskNote as n', 'n.id', 'm.noteId')
    .innerJoin('dossier as d', 'd.id', 'n.dossierId')
    .innerJoin('officer as o', 'o.id', 'n.officerId')
    .select(['m.noteId', 'n.dossierId', 'd.code', 'n.text', 'o.fullName as authorName', 'm.readAt', 'm.createdAt'])
    .where('m.officerId', '=', officerId)
    .orderBy((eb) => eb('m.readAt', 'is not', null))
    .orderBy('m.createdAt', 'desc')
    .orderBy('m.noteId', 'desc')
    .limit(limit)
    .execute()

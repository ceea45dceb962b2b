import type { Queryable } from '#platform/database.ts'

export interface Guidance {
  id: number
  kind: 'sample' | 'guide' | 'video'
  name: string
  url: string | null
  content: string | null
}

/** Sample dossiers, guides and videos of a procedure, in order. */
export async function guidanceOf(db: Queryable, procedureId: number): Promise<Guidance[]> {
  const rows = await db
    .selectFrom('procedureGuidance')
    .select(['id', 'kind', 'name', 'url', 'content'])
    .where('procedureId', '=', procedureId)
    .orderBy('position')
    .execute()
  return rows as Guidance[]
}

import { sql } from 'kysely'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'

/**
 * Whether every document was uploaded by the actor and is in no dossier yet: without this a made-up id would show somebody else's paper. The system (seeds,
 * simulator) may attach any.
 */
export async function isDocumentFree(db: Queryable, ids: readonly number[], actor: Actor): Promise<boolean> {
  const distinct = [...new Set(ids)]
  if (distinct.length < ids.length) return false
  if (distinct.length === 0) return true
  const own =
    actor.kind === 'officer'
      ? sql`d.officer_id = ${actor.id}`
      : actor.kind === 'partner'
        ? sql`d.partner_id = (select t.partner_id from api_token t where t.id = ${actor.id})`
        : actor.kind === 'system'
          ? sql`true`
          : sql`false`
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from document d
    where d.id = any (${distinct}::bigint[]) and ${own} and not exists (select from dossier_document u where u.document_id = d.id)`.execute(
    db,
  )
  return rows[0]?.count === distinct.length
}

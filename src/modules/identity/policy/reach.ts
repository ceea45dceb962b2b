/** What lists and pages ask: which rights somebody holds, and within which units. */
import { sql } from 'kysely'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { tokenOf } from '../queries/tokens.ts'
import { heldAssignments } from './held.ts'

/** The rights an officer holds in at least one unit. */
export async function rightsHeld(db: Queryable, officerId: number, now: Date): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select distinct r.name from ${heldAssignments(officerId, localDate(now))} held join role_right r on r.role_id = held.role_id`.execute(
    db,
  )
  return new Set(rows.map(({ name }) => name))
}

/**
 * The units within which the actor holds the right, as tree paths: a list shows rows of units with `unit.path <@ any(paths::ltree[])`. The system sees every
 * unit, the public none.
 */
export async function permittedUnitPaths(db: Queryable, actor: Actor, right: string, now: Date): Promise<string[]> {
  if (actor.kind === 'public') return []
  const token = tokenOf(actor)
  if (token) return token.rights.includes(right) ? [token.unitPath] : []
  const where =
    actor.kind === 'system'
      ? sql`u.parent_id is null`
      : actor.kind === 'officer'
        ? sql`u.id in (select held.unit_id from ${heldAssignments(actor.id, localDate(now))} held join role_right r on r.role_id = held.role_id and r.name = ${right})`
        : sql`u.id in (select t.unit_id from api_token t join partner p on p.id = t.partner_id and p.is_active
            where t.id = ${actor.id} and ${right} = any (t.rights) and t.revoked_at is null and (t.expires_at is null or t.expires_at > ${now}))`
  const { rows } = await sql<{
    path: string
  }>`select u.path::text as path from unit u where ${where} order by nlevel(u.path), u.path`.execute(db)
  // A unit below another of the list adds nothing.
  return rows.map(({ path }) => path).filter((path, index, all) => !all.slice(0, index).some((above) => `${path}.`.startsWith(`${above}.`)))
}

/** The same as ids of every unit within, for queries whose index is by unit. */
export async function permittedUnitIds(db: Queryable, actor: Actor, right: string, now: Date): Promise<number[]> {
  const paths = await permittedUnitPaths(db, actor, right, now)
  if (paths.length === 0) return []
  const { rows } = await sql<{ id: number }>`select id from unit where path <@ any (${paths}::ltree[]) order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Whether the actor holds the right at the unit; for a page that shows or hides a button. */
export async function holdsAt(db: Queryable, actor: Actor, right: string, unitPath: string, now: Date): Promise<boolean> {
  const paths = await permittedUnitPaths(db, actor, right, now)
  return paths.some((path) => `${unitPath}.`.startsWith(`${path}.`))
}

import { type RawBuilder, sql } from 'kysely'
import type { Authorise } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { parseSignInRules, SIGN_IN_SETTING } from '../sign-in/settings.ts'
import { isAdministrative, mayAdminister } from './administration.ts'
import { heldAssignments } from './held.ts'

/**
 * Decides by one prepared query whether the actor holds the right at the unit or at one above it; without a unit, at the root. Officers act by their roles of
 * today, partners by the rights and the unit of their token (`actor.id` is the token), the system by itself; the public holds nothing.
 */
export const authorise: Authorise = async (tx, actor, right, unitId, now) => {
  switch (actor.kind) {
    case 'system':
      return true
    case 'officer':
      return officerHolds(tx, actor, right, unitId, now)
    case 'partner':
      return tokenHolds(tx, actor.id, right, unitId, now)
    case 'public':
      return false
  }
}

async function officerHolds(
  db: Queryable,
  actor: Actor & { kind: 'officer' },
  right: string,
  unitId: number | undefined,
  now: Date,
): Promise<boolean> {
  const isRestricted = isAdministrative(right)
  const { rows } = await sql<{ holds: boolean; rules: unknown }>`
    select exists (
      select from ${heldAssignments(actor.id, now)} held
      join role_right r on r.role_id = held.role_id and r.name = ${right}
      join unit u on u.id = held.unit_id
      where ${covers(unitId)}) as holds
      ${isRestricted ? sql`, (select value from setting where key = ${SIGN_IN_SETTING}) as rules` : sql``}`.execute(db)
  const [row] = rows
  if (!row?.holds) return false
  return !isRestricted || mayAdminister(parseSignInRules(row.rules).administration, actor.source, now)
}

async function tokenHolds(db: Queryable, tokenId: number, right: string, unitId: number | undefined, now: Date): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select exists (
      select from api_token t
      join partner p on p.id = t.partner_id and p.is_active
      join unit u on u.id = t.unit_id
      where t.id = ${tokenId} and ${right} = any (t.rights) and t.revoked_at is null and (t.expires_at is null or t.expires_at > ${now})
        and ${covers(unitId)}) as holds`.execute(db)
  return rows[0]?.holds ?? false
}

/** `u` is the unit or above it; with no unit, the root of the system. */
const covers = (unitId: number | undefined): RawBuilder<boolean> =>
  unitId === undefined ? sql`u.parent_id is null` : sql`u.path @> (select path from unit where id = ${unitId})`

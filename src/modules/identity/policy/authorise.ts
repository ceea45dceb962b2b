import { sql } from 'kysely'
import type { Authorise } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { prepared } from '#platform/prepared.ts'
import { localDate } from '#platform/text/dates.ts'
import { parseSignInRules, SIGN_IN_SETTING } from '../sign-in/settings.ts'
import { isAdministrative, mayAdminister } from './administration.ts'
import { heldAssignments } from './held.ts'

/**
 * Decides by a prepared query whether the actor holds the right at the unit or at one above it; without a unit, at the root. Officers act by their roles of
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
  const given = { officerId: actor.id, right, unitId, today: localDate(now) }
  const isRestricted = isAdministrative(right)
  const [held, rules] = await Promise.all([
    (unitId === undefined ? officerAtRoot : officerAtUnit)(db, given).first(),
    isRestricted ? db.selectFrom('setting').select('value').where('key', '=', SIGN_IN_SETTING).executeTakeFirst() : undefined,
  ])
  if (!held?.holds) return false
  return !isRestricted || mayAdminister(parseSignInRules(rules?.value).administration, actor.source, now)
}

async function tokenHolds(db: Queryable, tokenId: number, right: string, unitId: number | undefined, now: Date): Promise<boolean> {
  const held = await (unitId === undefined ? tokenAtRoot : tokenAtUnit)(db, { tokenId, right, unitId, now }).first()
  return held?.holds ?? false
}

interface OfficerHolding {
  officerId: number
  right: string
  unitId?: number
  today: string
}

interface TokenHolding {
  tokenId: number
  right: string
  unitId?: number
  now: Date
}

/** `u` is the unit or above it. */
const atUnit = (unitId: number | undefined) => sql<boolean>`u.path @> (select path from unit where id = ${unitId})`
const atRoot = () => sql<boolean>`u.parent_id is null`

const officerHolding = (at: typeof atUnit) =>
  prepared(
    (_db, { officerId, right, unitId, today }: OfficerHolding) => sql<{ holds: boolean }>`
    select exists (
      select from ${heldAssignments(officerId, today)} held
      join role_right r on r.role_id = held.role_id and r.name = ${right}
      join unit u on u.id = held.unit_id
      where ${at(unitId)}) as holds`,
  )
const officerAtUnit = officerHolding(atUnit)
const officerAtRoot = officerHolding(atRoot)

const tokenHolding = (at: typeof atUnit) =>
  prepared(
    (_db, { tokenId, right, unitId, now }: TokenHolding) => sql<{ holds: boolean }>`
    select exists (
      select from api_token t
      join partner p on p.id = t.partner_id and p.is_active
      join unit u on u.id = t.unit_id
      where t.id = ${tokenId} and ${right} = any (t.rights) and t.revoked_at is null and (t.expires_at is null or t.expires_at > ${now})
        and ${at(unitId)}) as holds`,
  )
const tokenAtUnit = tokenHolding(atUnit)
const tokenAtRoot = tokenHolding(atRoot)

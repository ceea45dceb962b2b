import { sql } from 'kysely'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { prepared } from '#platform/prepared.ts'
import { hashSecret } from '../sign-in/secret.ts'

/** The last use of a token is written at most this often. */
const SEEN_EVERY_MS = 60_000

/** A partner's token that is in force. */
export interface ApiToken {
  id: number
  partnerId: number
  partnerCode: string
  partnerName: string
  /** The unit within which the rights hold. */
  unitId: number
  unitPath: string
  rights: string[]
}

/** The token of a bearer header; undefined when it is unknown, revoked, expired, or its partner is switched off. */
export async function findApiToken(db: Queryable, secret: string, now: Date): Promise<ApiToken | undefined> {
  const row = await tokenInForce(db, { hash: hashSecret(secret), now }).first()
  if (!row) return undefined
  const { lastUsedAt, ...token } = row
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > SEEN_EVERY_MS)
    await db.updateTable('apiToken').set({ lastUsedAt: now }).where('id', '=', row.id).execute()
  return token
}

const tokenInForce = prepared(
  (_db, { hash, now }: { hash: string; now: Date }) => sql<ApiToken & { lastUsedAt: Date | null }>`
  select t.id, t.partner_id, p.code as partner_code, p.name as partner_name, t.unit_id, u.path as unit_path, t.rights, t.last_used_at
  from api_token t
    join partner p on p.id = t.partner_id and p.is_active
    join unit u on u.id = t.unit_id
  where t.hash = ${hash} and t.revoked_at is null and (t.expires_at is null or t.expires_at > ${now})`,
)

/** Who a token acts as for one request. Lists of that request go by what was read of the token just now; actions ask again. */
export function partnerActor(token: ApiToken, source: string | undefined): Actor {
  const actor: Actor = { kind: 'partner', id: token.id, source }
  tokens.set(actor, token)
  return actor
}

/** The token of an actor made by `partnerActor`. */
export const tokenOf = (actor: Actor): ApiToken | undefined => tokens.get(actor)

const tokens = new WeakMap<Actor, ApiToken>()

export interface TokenLine {
  id: number
  hint: string
  partnerCode: string
  partnerName: string
  unitName: string
  rights: string[]
  expiresAt: Date | null
  revokedAt: Date | null
  lastUsedAt: Date | null
  createdAt: Date
}

/** Tokens of units within the paths, the newest first. */
export const listTokens = (db: Queryable, paths: readonly string[]): Promise<TokenLine[]> =>
  db
    .selectFrom('apiToken')
    .innerJoin('partner', 'partner.id', 'apiToken.partnerId')
    .innerJoin('unit', 'unit.id', 'apiToken.unitId')
    .select([
      'apiToken.id',
      'apiToken.hint',
      'partner.code as partnerCode',
      'partner.name as partnerName',
      'unit.name as unitName',
      'apiToken.rights',
      'apiToken.expiresAt',
      'apiToken.revokedAt',
      'apiToken.lastUsedAt',
      'apiToken.createdAt',
    ])
    .where(sql<boolean>`unit.path <@ any (${[...paths]}::ltree[])`)
    .orderBy('apiToken.id', 'desc')
    .limit(200)
    .execute()

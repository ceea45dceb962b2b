import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { hashSecret } from '../sign-in/secret.ts'

/** The last use of a token is written at most this often. */
const SEEN_EVERY_MS = 60_000

/** A partner's token that is in force. As an actor it is `{ kind: 'partner', id }` with the token's id. */
export interface ApiToken {
  id: number
  partnerId: number
  partnerCode: string
  partnerName: string
  /** The unit within which the rights hold. */
  unitId: number
  rights: string[]
}

/** The token of a bearer header; undefined when it is unknown, revoked, expired, or its partner is switched off. */
export async function findApiToken(db: Queryable, secret: string, now: Date): Promise<ApiToken | undefined> {
  const row = await db
    .selectFrom('apiToken')
    .innerJoin('partner', 'partner.id', 'apiToken.partnerId')
    .select([
      'apiToken.id',
      'apiToken.partnerId',
      'apiToken.unitId',
      'apiToken.rights',
      'apiToken.lastUsedAt',
      'partner.code as partnerCode',
      'partner.name as partnerName',
    ])
    .where('apiToken.hash', '=', hashSecret(secret))
    .where('apiToken.revokedAt', 'is', null)
    .where((eb) => eb.or([eb('apiToken.expiresAt', 'is', null), eb('apiToken.expiresAt', '>', now)]))
    .where('partner.isActive', '=', true)
    .executeTakeFirst()
  if (!row) return undefined
  const { lastUsedAt, ...token } = row
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > SEEN_EVERY_MS)
    await db.updateTable('apiToken').set({ lastUsedAt: now }).where('id', '=', row.id).execute()
  return token
}

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

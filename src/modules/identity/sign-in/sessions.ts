/** Sessions on the server: a random cookie whose hash is kept, with an idle and an absolute end. */
import type { Queryable } from '#platform/database.ts'
import { hashSecret, newSecret } from './secret.ts'
import type { SignInRules } from './settings.ts'

/** How long a session may wait for the second factor. */
export const CODE_MINUTES = 5

const DEVICE_LENGTH = 200

export interface OpenedSession {
  /** The cookie; shown only here. */
  secret: string
  maxAgeSeconds: number
}

export interface SessionRow {
  id: number
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  source: string | null
  device: string | null
}

export async function openSessionRow(
  db: Queryable,
  { officerId, awaitsCode, source, device }: { officerId: number; awaitsCode: boolean; source?: string; device?: string },
  rules: SignInRules,
  now: Date,
): Promise<OpenedSession> {
  await db.deleteFrom('session').where('expiresAt', '<', now).execute()
  const secret = newSecret()
  const maxAgeSeconds = awaitsCode ? CODE_MINUTES * 60 : rules.absoluteHours * 3600
  await db
    .insertInto('session')
    .values({
      hash: hashSecret(secret),
      officerId,
      awaitsCode,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + maxAgeSeconds * 1000),
      source: source ?? null,
      device: device?.slice(0, DEVICE_LENGTH) ?? null,
    })
    .execute()
  return { secret, maxAgeSeconds }
}

/** The sessions of an officer that still go on, the newest use first. */
export const sessionsOf = (db: Queryable, officerId: number, rules: SignInRules, now: Date): Promise<SessionRow[]> =>
  db
    .selectFrom('session')
    .select(['id', 'createdAt', 'lastSeenAt', 'expiresAt', 'source', 'device'])
    .where('officerId', '=', officerId)
    .where('awaitsCode', '=', false)
    .where('expiresAt', '>', now)
    .where('lastSeenAt', '>=', new Date(now.getTime() - rules.idleMinutes * 60_000))
    .orderBy('lastSeenAt', 'desc')
    .execute()

/** The session of a cookie, also one that waits for its code; undefined when it ended. */
export async function findSession(
  db: Queryable,
  secret: string | undefined,
  now: Date,
): Promise<{ id: number; officerId: number; awaitsCode: boolean } | undefined> {
  if (!secret) return undefined
  return db
    .selectFrom('session')
    .select(['id', 'officerId', 'awaitsCode'])
    .where('hash', '=', hashSecret(secret))
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

export async function endSessions(db: Queryable, officerId: number): Promise<void> {
  await db.deleteFrom('session').where('officerId', '=', officerId).execute()
}

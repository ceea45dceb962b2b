/** From a request to who is asking: one query for session, officer, rights and rules. */
import { sql } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/database.ts'
import type { Viewer } from '#platform/http/route.ts'
import { prepared } from '#platform/prepared.ts'
import { localDate } from '#platform/text/dates.ts'
import { isAdministrative, mayAdminister } from '../policy/administration.ts'
import { heldAssignments } from '../policy/held.ts'
import { sessionSecretOf } from './cookie.ts'
import { hashSecret } from './secret.ts'
import { parseSignInRules, SIGN_IN_SETTING, type SignInRules } from './settings.ts'

/** The last request of a session is written at most this often. */
const SEEN_EVERY_MS = 60_000
const DAY_MS = 86_400_000

/** The part of a Fastify request that is needed. */
export interface Asking {
  ip: string
  cookies?: Record<string, string | undefined>
}

export function createIdentify({ database, clock }: { database: Database; clock: Clock }): (request: Asking) => Promise<Viewer> {
  return async (request) => {
    const source = request.ip
    const secret = sessionSecretOf(request.cookies)
    const now = clock.now()
    const found = secret ? await readSession(database, hashSecret(secret), now) : undefined
    if (!found) return { actor: { kind: 'public', source }, holds: () => false }
    if (now.getTime() - found.lastSeenAt.getTime() > SEEN_EVERY_MS)
      await database.updateTable('session').set({ lastSeenAt: now }).where('id', '=', found.id).execute()
    const mayManage = mayAdminister(found.rules.administration, source, now)
    const rights = rightsIn(found.rights ?? '')
    return {
      actor: { kind: 'officer', id: found.officerId, source },
      name: found.fullName,
      holds: (right) => rights.has(right) && (mayManage || !isAdministrative(right)),
      ...(mustChangePassword(found, now) ? { mustVisit: '/mat-khau' } : {}),
    }
  }
}

interface FoundSession {
  id: number
  officerId: number
  lastSeenAt: Date
  fullName: string
  mustChangePassword: boolean
  passwordChangedAt: Date | null
  rules: SignInRules
  /** Names with a space between. */
  rights: string | null
}

/** A whole session that has not ended; one that still waits for the second factor is nobody. */
async function readSession(database: Database, hash: string, now: Date): Promise<FoundSession | undefined> {
  const row = await findSession(database, { hash, now, today: localDate(now) }).first()
  if (!row) return undefined
  const rules = parseSignInRules(row.rules)
  return now.getTime() - row.lastSeenAt.getTime() <= rules.idleMinutes * 60_000 ? { ...row, rules } : undefined
}

const findSession = prepared(
  (_db, { hash, now, today }: { hash: string; now: Date; today: string }) => sql<Omit<FoundSession, 'rules'> & { rules: unknown }>`
    select s.id, s.officer_id, s.last_seen_at, o.full_name, o.must_change_password, o.password_changed_at,
      (select value from setting where key = ${SIGN_IN_SETTING}) as rules,
      (select string_agg(distinct r.name, ' ') from ${heldAssignments(sql<number>`s.officer_id`, today)} held join role_right r on r.role_id = held.role_id) as rights
    from session s
    join officer o on o.id = s.officer_id and o.is_active
    where s.hash = ${hash} and not s.awaits_code and s.expires_at > ${now}`,
)

/** Many hold the same rights, and each holds them at every request: a list of names is taken apart once. */
function rightsIn(names: string): ReadonlySet<string> {
  const known = rightsByNames.get(names)
  if (known) return known
  if (rightsByNames.size >= MOST_LISTS) rightsByNames.clear()
  const rights = new Set(names.split(' '))
  rightsByNames.set(names, rights)
  return rights
}

const MOST_LISTS = 500
const rightsByNames = new Map<string, ReadonlySet<string>>()

const mustChangePassword = ({ mustChangePassword, passwordChangedAt, rules }: FoundSession, now: Date): boolean =>
  mustChangePassword ||
  (rules.passwordMaxAgeDays > 0 && (!passwordChangedAt || now.getTime() - passwordChangedAt.getTime() > rules.passwordMaxAgeDays * DAY_MS))

import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#platform/action.ts'
import { signInRules } from '../sign-in/settings.ts'

/** Writes a failed sign-in into the trail and locks the account for a time after too many in a row. */
export const failSignIn = action('identity.fail-sign-in', {
  input: z.object({
    officerId: z.number().int().optional(),
    reason: z.enum(['unknown', 'password', 'locked', 'inactive', 'code', 'too-many']),
  }),
  scope: () => 'open' as const,
  async work({ tx, now, about }, { officerId, reason }) {
    if (officerId === undefined) {
      about({ kind: 'officer', id: 'unknown' }, { reason })
      return
    }
    about({ kind: 'officer', id: officerId }, { reason })
    if (reason !== 'password' && reason !== 'code') return
    const { lockAfter, lockMinutes } = await signInRules(tx)
    const until = new Date(now.getTime() + lockMinutes * 60_000)
    // A lock that has run out begins the count anew; one that still holds is not made longer.
    await sql`
      update officer o set failed_attempts = n.attempts,
        locked_until = case when o.locked_until > ${now} then o.locked_until when n.attempts >= ${lockAfter} then ${until}::timestamptz end
      from (select id, case when locked_until <= ${now} then 1 else failed_attempts + 1 end as attempts from officer where id = ${officerId} for update) n
      where o.id = n.id`.execute(tx)
  },
})

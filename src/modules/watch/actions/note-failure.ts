import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#platform/action.ts'

/** Hồ sơ lỗi: the reminders of a dossier could not be made; it stands on the watchdog's list with its error until they can. Of the system alone. */
export const noteFailure = action('watch.note-failure', {
  input: z.object({ dossierId: z.number().int().positive(), error: z.string().min(1) }),
  scope: () => undefined,
  async work({ tx, now, about }, { dossierId, error }) {
    about({ kind: 'dossier', id: dossierId })
    await tx
      .insertInto('escalationFailure')
      .values({ dossierId, error, firstAt: now, lastAt: now })
      .onConflict((conflict) =>
        conflict.column('dossierId').doUpdateSet({ error, lastAt: now, attempts: sql<number>`escalation_failure.attempts + 1` }),
      )
      .execute()
  },
})

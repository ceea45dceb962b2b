import { z } from 'zod'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'

/** Đã đọc lời nhắc: one of my own, or all of them. Returns the code of its dossier. */
export const readReminder = action('watch.read-reminder', {
  input: z.object({ reminderId: z.preprocess((value) => value || undefined, z.coerce.number().int().positive().optional()) }),
  scope: () => 'own' as const,
  async work({ tx, actor, now, about }, { reminderId }): Promise<string | undefined> {
    if (actor.kind !== 'officer') return commonErrors.fail('access.denied')
    about({ kind: 'officer', id: actor.id }, { reminderId })
    const unread = tx.updateTable('reminder').set({ readAt: now }).where('officerId', '=', actor.id).where('readAt', 'is', null)
    if (reminderId === undefined) {
      await unread.execute()
      return undefined
    }
    await unread.where('id', '=', reminderId).execute()
    const row = await tx
      .selectFrom('reminder as r')
      .innerJoin('escalation as e', 'e.id', 'r.escalationId')
      .innerJoin('dossier as d', 'd.id', 'e.dossierId')
      .select('d.code')
      .where('r.id', '=', reminderId)
      .where('r.officerId', '=', actor.id)
      .executeTakeFirst()
    return row?.code ?? commonErrors.fail('record.not-found')
  },
})

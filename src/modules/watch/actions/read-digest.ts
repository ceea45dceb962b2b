import { z } from 'zod'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'

/** Đã đọc bản tin: my own of a day, and those before it that I never read. */
export const readDigest = action('watch.read-digest', {
  input: z.object({ day: z.iso.date() }),
  scope: () => 'own' as const,
  async work({ tx, actor, now, about }, { day }) {
    if (actor.kind !== 'officer') return commonErrors.fail('access.denied')
    about({ kind: 'officer', id: actor.id }, { day })
    await tx
      .updateTable('digest')
      .set({ readAt: now })
      .where('officerId', '=', actor.id)
      .where('day', '<=', day)
      .where('readAt', 'is', null)
      .execute()
  },
})

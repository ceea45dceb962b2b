import { z } from 'zod'
import { fields } from '#modules/organization/index.ts'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { self } from './open-session.ts'

/** Kết thúc một phiên of one's own, on another machine for instance. */
export const endOwnSession = action('identity.end-session', {
  input: z.object({ sessionId: fields.id() }),
  scope: () => 'own' as const,
  async work(work, { sessionId }) {
    const officerId = self(work)
    const ended = await work.tx.deleteFrom('session').where('id', '=', sessionId).where('officerId', '=', officerId).executeTakeFirst()
    commonErrors.insist(ended.numDeletedRows === 1n, 'record.not-found')
    work.about({ kind: 'officer', id: officerId })
  },
})

import { z } from 'zod'
import { action, type Work } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { identityErrors } from '../errors.ts'
import { hashSecret } from '../sign-in/secret.ts'
import { type OpenedSession, openSessionRow } from '../sign-in/sessions.ts'
import { signInRules } from '../sign-in/settings.ts'

/** Đăng nhập: the password has been checked (`sign-in/sign-in.ts`). The old session of the browser ends, wrong tries are forgotten. */
export const openSession = action('identity.sign-in', {
  input: z.object({
    awaitsCode: z.boolean(),
    device: z.string().optional(),
    previous: z.string().optional(),
    /** The hash made anew with today's parameters. */
    rehash: z.string().optional(),
  }),
  scope: () => 'own' as const,
  async work(work, { awaitsCode, device, previous, rehash }): Promise<OpenedSession> {
    const { tx, now, about } = work
    const officerId = self(work)
    if (previous) await tx.deleteFrom('session').where('hash', '=', hashSecret(previous)).execute()
    // With a second factor the count of wrong tries goes on until the code is right too.
    const changes = { ...(awaitsCode ? {} : { failedAttempts: 0, lockedUntil: null }), ...(rehash ? { passwordHash: rehash } : {}) }
    if (Object.keys(changes).length > 0) await tx.updateTable('officer').set(changes).where('id', '=', officerId).execute()
    about({ kind: 'officer', id: officerId }, { awaitsCode })
    return openSessionRow(tx, { officerId, awaitsCode, source: work.actor.source, device }, await signInRules(tx), now)
  },
})

/** The second factor was right: its time step is used up, and the session gets a new id. */
export const enterCode = action('identity.enter-code', {
  input: z.object({ waitingId: z.number().int(), step: z.number().int(), device: z.string().optional() }),
  scope: () => 'own' as const,
  async work(work, { waitingId, step, device }): Promise<OpenedSession> {
    const { tx, now, about } = work
    const officerId = self(work)
    const used = await tx
      .updateTable('officer')
      .set({ totpLastStep: step, failedAttempts: 0, lockedUntil: null })
      .where('id', '=', officerId)
      .where((eb) => eb.or([eb('totpLastStep', 'is', null), eb('totpLastStep', '<', step)]))
      .executeTakeFirst()
    identityErrors.insist(used.numUpdatedRows === 1n, 'identity.code-refused')
    const ended = await tx
      .deleteFrom('session')
      .where('id', '=', waitingId)
      .where('officerId', '=', officerId)
      .where('awaitsCode', '=', true)
      .executeTakeFirst()
    identityErrors.insist(ended.numDeletedRows === 1n, 'identity.code-expired')
    about({ kind: 'officer', id: officerId })
    return openSessionRow(tx, { officerId, awaitsCode: false, source: work.actor.source, device }, await signInRules(tx), now)
  },
})

/** The officer who acts about herself. */
export const self = ({ actor }: Pick<Work, 'actor'>): number => (actor.kind === 'officer' ? actor.id : commonErrors.fail('access.sign-in'))

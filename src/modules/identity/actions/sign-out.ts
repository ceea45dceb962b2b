import { z } from 'zod'
import { action } from '#platform/action.ts'
import { hashSecret } from '../sign-in/secret.ts'
import { self } from './open-session.ts'

/** Đăng xuất: the session of the cookie ends. */
export const signOut = action('identity.sign-out', {
  input: z.object({ secret: z.string() }),
  scope: () => 'own' as const,
  async work(work, { secret }) {
    const officerId = self(work)
    await work.tx.deleteFrom('session').where('hash', '=', hashSecret(secret)).where('officerId', '=', officerId).execute()
    work.about({ kind: 'officer', id: officerId })
  },
})

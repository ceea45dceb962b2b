import { z } from 'zod'
import { action } from '#platform/action.ts'
import { identityErrors } from '../errors.ts'
import { hashPassword, MAX_PASSWORD, verifyPassword, weakness } from '../sign-in/password.ts'
import { endSessions, type OpenedSession, openSessionRow } from '../sign-in/sessions.ts'
import { signInRules } from '../sign-in/settings.ts'
import { self } from './open-session.ts'

const password = (missing: string) => z.string({ error: missing }).min(1, missing).max(MAX_PASSWORD, 'Mật khẩu quá dài.')

export const ChangePassword = z
  .object({
    current: password('Hãy điền mật khẩu hiện tại.'),
    next: password('Hãy điền mật khẩu mới.'),
    again: password('Hãy điền lại mật khẩu mới.'),
    device: z.string().optional(),
  })
  .refine(({ next, again }) => next === again, { path: ['again'], message: 'Hai lần nhập mật khẩu mới chưa giống nhau.' })
  .refine(({ current, next }) => current !== next, { path: ['next'], message: 'Mật khẩu mới phải khác mật khẩu hiện tại.' })

/** Đổi mật khẩu: every session of the account ends and the browser gets a new one. */
export const changePassword = action('identity.change-password', {
  input: ChangePassword,
  scope: () => 'own' as const,
  async work(work, { current, next, device }): Promise<OpenedSession> {
    const { tx, now, about, actor } = work
    const officerId = self(work)
    const rules = await signInRules(tx)
    const officer = await tx
      .selectFrom('officer')
      .select(['username', 'passwordHash'])
      .where('id', '=', officerId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    about({ kind: 'officer', id: officerId })
    identityErrors.insist(await verifyPassword(officer.passwordHash, current), 'identity.password-wrong', {
      fields: { current: 'Mật khẩu hiện tại chưa đúng.' },
    })
    const reason = weakness(next, officer.username, rules)
    if (reason) identityErrors.fail('identity.password-weak', { parameters: { reason }, fields: { next: reason } })
    await tx
      .updateTable('officer')
      .set({ passwordHash: await hashPassword(next), mustChangePassword: false, passwordChangedAt: now })
      .where('id', '=', officerId)
      .execute()
    await endSessions(tx, officerId)
    return openSessionRow(tx, { officerId, awaitsCode: false, source: actor.source, device }, rules, now)
  },
})

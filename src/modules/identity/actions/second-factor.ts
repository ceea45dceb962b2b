import { z } from 'zod'
import { action } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import { identityErrors } from '../errors.ts'
import { MAX_PASSWORD, verifyPassword } from '../sign-in/password.ts'
import { acceptedStep, newTotpSecret } from '../sign-in/totp.ts'
import { self } from './open-session.ts'

const refusedCode = { fields: { code: 'Mã chưa đúng. Hãy nhập mã mới nhất trên ứng dụng.' } }

/** Bắt đầu bật xác thực hai lớp: makes a secret that counts only after its first code (`confirmSecondFactor`). */
export const beginSecondFactor = action('identity.begin-second-factor', {
  input: z.object({}),
  scope: () => 'own' as const,
  async work(work) {
    const officerId = self(work)
    const changed = await work.tx
      .updateTable('officer')
      .set({ totpSecret: newTotpSecret(), totpLastStep: null })
      .where('id', '=', officerId)
      .where('totpConfirmedAt', 'is', null)
      .executeTakeFirst()
    identityErrors.insist(changed.numUpdatedRows === 1n, 'identity.second-factor-on')
    work.about({ kind: 'officer', id: officerId })
  },
})

/** The first code proves that the application holds the secret; from now on it is asked for at every sign-in. */
export const confirmSecondFactor = action('identity.confirm-second-factor', {
  input: z.object({
    code: z
      .string({ error: 'Hãy điền mã 6 chữ số.' })
      .trim()
      .regex(/^\d{3}\s?\d{3}$/, 'Mã gồm 6 chữ số. Ví dụ: 123 456.'),
  }),
  scope: () => 'own' as const,
  async work(work, { code }) {
    const officerId = self(work)
    const officer = await secondFactorOf(work.tx, officerId)
    work.about({ kind: 'officer', id: officerId })
    identityErrors.insist(!officer.totpConfirmedAt, 'identity.second-factor-on')
    const step = officer.totpSecret ? acceptedStep(officer.totpSecret, code, officer.totpLastStep, work.now) : undefined
    identityErrors.insist(step !== undefined, 'identity.code-refused', refusedCode)
    await work.tx.updateTable('officer').set({ totpConfirmedAt: work.now, totpLastStep: step }).where('id', '=', officerId).execute()
  },
})

/** Tắt xác thực hai lớp, with the password. */
export const removeSecondFactor = action('identity.remove-second-factor', {
  input: z.object({ password: z.string({ error: 'Hãy điền mật khẩu.' }).min(1, 'Hãy điền mật khẩu.').max(MAX_PASSWORD) }),
  scope: () => 'own' as const,
  async work(work, { password }) {
    const officerId = self(work)
    const officer = await secondFactorOf(work.tx, officerId)
    work.about({ kind: 'officer', id: officerId })
    identityErrors.insist(officer.totpConfirmedAt, 'identity.second-factor-off')
    identityErrors.insist(await verifyPassword(officer.passwordHash, password), 'identity.password-wrong', {
      fields: { password: 'Mật khẩu chưa đúng.' },
    })
    await work.tx
      .updateTable('officer')
      .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
      .where('id', '=', officerId)
      .execute()
  },
})

const secondFactorOf = (tx: Transaction, officerId: number) =>
  tx
    .selectFrom('officer')
    .select(['totpSecret', 'totpConfirmedAt', 'totpLastStep', 'passwordHash'])
    .where('id', '=', officerId)
    .forUpdate()
    .executeTakeFirstOrThrow()

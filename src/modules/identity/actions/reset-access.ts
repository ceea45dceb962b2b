import { action } from '#platform/action.ts'
import { insistMayManage } from '../policy/escalation.ts'
import { homeUnitOf } from '../queries/officers.ts'
import { OfficerReference } from '../schemas.ts'
import { hashPassword } from '../sign-in/password.ts'
import { readableSecret } from '../sign-in/secret.ts'
import { endSessions } from '../sign-in/sessions.ts'

const PASSWORD_LENGTH = 12

/** Đặt lại mật khẩu: returns a password that is shown once and must be changed at the next sign-in; every session ends. */
export const resetPassword = action('identity.manage-officers', {
  input: OfficerReference,
  scope: (tx, input) => homeUnitOf(tx, input.officerId),
  async work({ tx, now, actor, about }, { officerId, reason }) {
    await insistMayManage(tx, actor, officerId, now)
    const password = readableSecret(PASSWORD_LENGTH)
    await tx
      .updateTable('officer')
      .set({
        passwordHash: await hashPassword(password),
        mustChangePassword: true,
        passwordChangedAt: now,
        failedAttempts: 0,
        lockedUntil: null,
      })
      .where('id', '=', officerId)
      .execute()
    await endSessions(tx, officerId)
    about({ kind: 'officer', id: officerId }, { did: 'reset-password', reason })
    return { password }
  },
})

/** Gỡ xác thực hai lớp of somebody who lost the telephone. */
export const resetSecondFactor = action('identity.manage-officers', {
  input: OfficerReference,
  scope: (tx, input) => homeUnitOf(tx, input.officerId),
  async work({ tx, now, actor, about }, { officerId, reason }) {
    await insistMayManage(tx, actor, officerId, now)
    await tx
      .updateTable('officer')
      .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
      .where('id', '=', officerId)
      .execute()
    await endSessions(tx, officerId)
    about({ kind: 'officer', id: officerId }, { did: 'reset-second-factor', reason })
  },
})

/** Kết thúc mọi phiên of an officer. */
export const endOfficerSessions = action('identity.manage-officers', {
  input: OfficerReference,
  scope: (tx, input) => homeUnitOf(tx, input.officerId),
  async work({ tx, now, actor, about }, { officerId, reason }) {
    await insistMayManage(tx, actor, officerId, now)
    await endSessions(tx, officerId)
    about({ kind: 'officer', id: officerId }, { did: 'end-sessions', reason })
  },
})

import { action } from '#platform/action.ts'
import { insistMayManage } from '../policy/escalation.ts'
import { homeUnitOf } from '../queries/officers.ts'
import { OfficerReference } from '../schemas.ts'
import { endSessions } from '../sign-in/sessions.ts'

/** Khóa tài khoản: the officer is signed out at once and cannot sign in; her roles stay as they are. */
export const lockOfficer = action('identity.manage-officers', {
  input: OfficerReference,
  scope: (tx, input) => homeUnitOf(tx, input.officerId),
  async work({ tx, now, actor, about }, { officerId, reason }) {
    await insistMayManage(tx, actor, officerId, now)
    await tx.updateTable('officer').set({ isActive: false }).where('id', '=', officerId).execute()
    await endSessions(tx, officerId)
    about({ kind: 'officer', id: officerId }, { did: 'lock', reason })
  },
})

/** Mở khóa tài khoản, also one that wrong passwords have locked for a time. */
export const unlockOfficer = action('identity.manage-officers', {
  input: OfficerReference,
  scope: (tx, input) => homeUnitOf(tx, input.officerId),
  async work({ tx, now, actor, about }, { officerId, reason }) {
    await insistMayManage(tx, actor, officerId, now)
    await tx.updateTable('officer').set({ isActive: true, failedAttempts: 0, lockedUntil: null }).where('id', '=', officerId).execute()
    about({ kind: 'officer', id: officerId }, { did: 'unlock', reason })
  },
})

import { action, type Work } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { localDate } from '#platform/text/dates.ts'
import { identityErrors } from '../errors.ts'
import { insistMayManage, insistOther } from '../policy/escalation.ts'
import { getOfficer, homeUnitOf } from '../queries/officers.ts'
import { Delegate, DelegateForOther, DelegationReference } from '../schemas.ts'
import { self } from './open-session.ts'

/** Ủy quyền: for these days the colleague also holds what I hold. What is delegated to me does not go on. */
export const delegate = action('identity.delegate', {
  input: Delegate,
  scope: () => 'own' as const,
  work: async (work, input) => insertDelegation(work, { fromOfficerId: self(work), ...input }),
})

/** Ủy quyền thay cán bộ, who is ill for instance. The administrator cannot make herself the one who receives. */
export const delegateForOther = action('identity.delegate-for-others', {
  input: DelegateForOther,
  scope: (tx, input) => homeUnitOf(tx, input.fromOfficerId),
  async work(work, input) {
    insistOther(work.actor, input.toOfficerId)
    await insistMayManage(work.tx, work.actor, input.fromOfficerId, work.now)
    return insertDelegation(work, input)
  },
})

/** Thu hồi ủy quyền của mình. */
export const revokeDelegation = action('identity.revoke-delegation', {
  input: DelegationReference,
  scope: () => 'own' as const,
  async work(work, { delegationId }) {
    const { fromOfficerId } = await getDelegation(work.tx, delegationId)
    commonErrors.insist(fromOfficerId === self(work), 'access.denied')
    await revoke(work, delegationId)
  },
})

export const revokeDelegationForOther = action('identity.delegate-for-others', {
  input: DelegationReference,
  scope: async (tx, { delegationId }) => homeUnitOf(tx, (await getDelegation(tx, delegationId)).fromOfficerId),
  work: (work, { delegationId }) => revoke(work, delegationId),
})

async function insertDelegation({ tx, now, about }: Work, input: DelegateForOther): Promise<number> {
  identityErrors.insist(input.fromOfficerId !== input.toOfficerId, 'identity.delegate-self', {
    fields: { toOfficerId: 'Hãy chọn người khác.' },
  })
  identityErrors.insist(input.validTo >= localDate(now), 'identity.date-past', {
    fields: { validTo: 'Ngày kết thúc phải từ hôm nay trở đi.' },
  })
  const to = await getOfficer(tx, input.toOfficerId)
  identityErrors.insist(to.isActive, 'identity.officer-inactive', { fields: { toOfficerId: 'Tài khoản của người này đang bị khóa.' } })
  const { id } = await tx
    .insertInto('delegation')
    .values({ ...input, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  about(
    { kind: 'officer', id: input.fromOfficerId },
    { did: 'delegate', toOfficerId: input.toOfficerId, from: input.validFrom, to: input.validTo },
  )
  return id
}

async function revoke({ tx, now, about }: Work, id: number): Promise<void> {
  const { fromOfficerId } = await getDelegation(tx, id)
  await tx.updateTable('delegation').set({ revokedAt: now }).where('id', '=', id).where('revokedAt', 'is', null).execute()
  about({ kind: 'officer', id: fromOfficerId }, { did: 'revoke-delegation', delegationId: id })
}

async function getDelegation(tx: Work['tx'], id: number): Promise<{ fromOfficerId: number }> {
  const row = await tx.selectFrom('delegation').select('fromOfficerId').where('id', '=', id).executeTakeFirst()
  return row ?? commonErrors.fail('record.not-found')
}

import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { identityErrors } from '../errors.ts'
import { getOfficer } from '../queries/officers.ts'
import { EndSecondment, SecondOfficer } from '../schemas.ts'
import { insertAssignment } from './assign-role.ts'

/** Cử biệt phái (NĐ 118/2025 art. 11: 12–36 months as a rule): roles at the unit she goes to, which end by themselves with the secondment. */
export const secondOfficer = action('identity.second-officer', {
  input: SecondOfficer,
  scope: (_tx, input) => input.toUnitId,
  async work(work, { officerId, toUnitId, roleIds, startsOn, endsOn, decision }) {
    const { tx, now, about } = work
    const officer = await getOfficer(tx, officerId)
    identityErrors.insist(officer.homeUnitId !== toUnitId, 'identity.same-unit', {
      fields: { toUnitId: 'Nơi đến phải khác đơn vị của cán bộ.' },
    })
    const { id } = await tx
      .insertInto('secondment')
      .values({ officerId, fromUnitId: officer.homeUnitId, toUnitId, startsOn, endsOn, decision, createdAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const roleId of roleIds)
      await insertAssignment(work, { officerId, roleId, unitId: toUnitId, validFrom: startsOn, validTo: endsOn, secondmentId: id })
    about({ kind: 'officer', id: officerId }, { did: 'second', toUnitId, startsOn, endsOn, decision })
    return id
  },
})

/** Kết thúc biệt phái before its time: its roles end on the same day. */
export const endSecondment = action('identity.second-officer', {
  input: EndSecondment,
  scope: async (tx, { secondmentId }) => (await getSecondment(tx, secondmentId)).toUnitId,
  async work({ tx, about }, { secondmentId, lastDay }) {
    const { officerId, startsOn, endsOn } = await getSecondment(tx, secondmentId)
    identityErrors.insist(lastDay >= startsOn && lastDay <= endsOn, 'identity.date-order', {
      fields: { lastDay: 'Ngày cuối cùng phải trong thời gian biệt phái.' },
    })
    await tx.updateTable('secondment').set({ endedOn: lastDay }).where('id', '=', secondmentId).execute()
    await tx
      .updateTable('roleAssignment')
      .set({ validTo: lastDay })
      .where('secondmentId', '=', secondmentId)
      .where('validTo', '>', lastDay)
      .execute()
    about({ kind: 'officer', id: officerId }, { did: 'end-secondment', secondmentId, lastDay })
  },
})

async function getSecondment(tx: Parameters<typeof getOfficer>[0], id: number) {
  const row = await tx
    .selectFrom('secondment')
    .select(['officerId', 'toUnitId', 'startsOn', 'endsOn'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? commonErrors.fail('record.not-found')
}

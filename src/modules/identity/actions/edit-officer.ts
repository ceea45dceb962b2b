import { commonUnit, getUnit } from '#modules/organization/index.ts'
import { action } from '#platform/action.ts'
import { insistMayManage } from '../policy/escalation.ts'
import { getOfficer } from '../queries/officers.ts'
import { EditOfficer } from '../schemas.ts'
import { officerSearchName } from './add-officer.ts'

/** Sửa thông tin cán bộ; moving somebody needs the right above both units. */
export const editOfficer = action('identity.manage-officers', {
  input: EditOfficer,
  async scope(tx, { officerId, homeUnitId }) {
    const from = await getUnit(tx, (await getOfficer(tx, officerId)).homeUnitId)
    return commonUnit(from.path, (await getUnit(tx, homeUnitId)).path)
  },
  async work({ tx, now, actor, about }, { officerId, ...input }) {
    const before = await getOfficer(tx, officerId)
    await insistMayManage(tx, actor, officerId, now)
    const after = { ...input, positionId: input.positionId ?? null, phone: input.phone ?? null, email: input.email ?? null }
    await tx
      .updateTable('officer')
      .set({ ...after, searchName: officerSearchName({ ...after, username: before.username }) })
      .where('id', '=', officerId)
      .execute()
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter((key) => before[key] !== after[key])
    about({ kind: 'officer', id: officerId }, { did: 'edit', changed })
  },
})

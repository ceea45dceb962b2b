import { action } from '#platform/action.ts'
import { organizationErrors } from '../errors.ts'
import { getUnit } from '../queries/units.ts'
import { MoveUnit } from '../schemas.ts'
import { isOpenOn } from '../unit.ts'
import { keepPast } from './keep-past.ts'

/**
 * Chuyển đơn vị: it and all below it stand under another unit from a date on. The right must be held above both places, or who may edit only one department could
 * pull another one in.
 */
export const moveUnit = action('organization.edit-unit', {
  input: MoveUnit,
  scope: async (tx, { unitId, parentId }) => commonUnit((await getUnit(tx, unitId)).path, (await getUnit(tx, parentId)).path),
  async work({ tx, now, about }, { unitId, parentId, from, decision }) {
    const unit = await getUnit(tx, unitId)
    const parent = await getUnit(tx, parentId)
    organizationErrors.insist(!`${parent.path}.`.startsWith(`${unit.path}.`), 'organization.below-itself', {
      fields: { parentId: 'Đây là chính đơn vị này hoặc đơn vị cấp dưới của nó.' },
    })
    organizationErrors.insist(isOpenOn(parent, from), 'organization.parent-closed')
    await keepPast(tx, unit, { from, decision, now })
    await tx.updateTable('unit').set({ parentId }).where('id', '=', unitId).execute()
    about({ kind: 'unit', id: unitId }, { did: 'move', from: unit.parentId, to: parentId, on: from, decision })
  },
})

/** The lowest unit above (or at) both; undefined when they share none. */
export function commonUnit(one: string, other: string): number | undefined {
  const [ids, others] = [one.split('.'), other.split('.')]
  const parting = ids.findIndex((each, index) => others[index] !== each)
  const last = ids[(parting === -1 ? ids.length : parting) - 1]
  return last === undefined ? undefined : Number(last)
}

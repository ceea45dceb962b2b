import { action } from '#platform/action.ts'
import { localDate } from '#platform/text/dates.ts'
import { organizationErrors } from '../errors.ts'
import { getUnit } from '../queries/units.ts'
import { CloseUnit } from '../schemas.ts'

/** Kết thúc hoạt động (giải thể, sáp nhập): `validTo` is its last day; the successor goes on with its work. Nothing is deleted. */
export const closeUnit = action('organization.edit-unit', {
  input: CloseUnit,
  scope: (_tx, input) => input.unitId,
  async work({ tx, now, about }, { unitId, validTo, decision, successorId }) {
    const unit = await getUnit(tx, unitId)
    organizationErrors.insist(unit.validTo === null || unit.validTo >= localDate(now), 'organization.unit-closed')
    organizationErrors.insist(validTo >= unit.validFrom, 'organization.date-order', {
      fields: { validTo: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.' },
    })
    const { count } = await tx
      .selectFrom('unit')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('parentId', '=', unitId)
      .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', validTo)]))
      .executeTakeFirstOrThrow()
    organizationErrors.insist(count === 0, 'organization.has-open-units', { parameters: { count } })
    if (successorId) await getUnit(tx, successorId)
    await tx
      .updateTable('unit')
      .set({ validTo, successorId: successorId ?? null, ...(decision ? { decision } : {}) })
      .where('id', '=', unitId)
      .execute()
    await tx
      .updateTable('counter')
      .set({ validTo })
      .where('unitId', '=', unitId)
      .where('validFrom', '<=', validTo)
      .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', validTo)]))
      .execute()
    about({ kind: 'unit', id: unitId }, { did: 'close', validTo, successorId, decision })
  },
})

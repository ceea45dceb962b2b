import { action } from '#platform/action.ts'
import { isSqlError, sqlState } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { searchable } from '#platform/text/searchable.ts'
import { organizationErrors } from '../errors.ts'
import { getUnit } from '../queries/units.ts'
import { AddUnit } from '../schemas.ts'
import { hasEnded, isOpenOn } from '../unit.ts'

/** Thêm đơn vị, by the decision that sets it up. Only who may edit the whole system adds a root. Returns the new id. */
export const addUnit = action('organization.edit-unit', {
  input: AddUnit,
  scope: (_tx, input) => input.parentId,
  async work({ tx, now, about }, input) {
    if (input.parentId) {
      const parent = await getUnit(tx, input.parentId)
      organizationErrors.insist(isOpenOn(parent, input.validFrom) && !hasEnded(parent, localDate(now)), 'organization.parent-closed', {
        fields: { parentId: 'Đơn vị cấp trên không hoạt động vào ngày này.' },
      })
    }
    const { id } = await tx
      .insertInto('unit')
      .values({ ...input, searchName: unitSearchName(input), createdAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
      .catch(refuseTakenCode)
    about({ kind: 'unit', id }, { did: 'add', code: input.code })
    return id
  },
})

export const unitSearchName = (unit: { name: string; shortName?: string; code: string }): string =>
  searchable([unit.name, unit.shortName ?? '', unit.code].join(' '))

/** Turns a broken unique index into a sentence at the field. */
export function refuseTakenCode(error: unknown): never {
  if (isSqlError(error, sqlState.unique, 'unit_code_key'))
    organizationErrors.fail('organization.code-taken', { fields: { code: 'Mã này đã thuộc về đơn vị khác.' } })
  if (isSqlError(error, sqlState.unique, 'unit_agency_code'))
    organizationErrors.fail('organization.code-taken', { fields: { agencyCode: 'Mã định danh này đã thuộc về đơn vị khác.' } })
  throw error
}

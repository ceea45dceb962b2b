import { action } from '#platform/action.ts'
import { isSqlError } from '#platform/database.ts'
import { organizationErrors } from '../errors.ts'
import { getCounter } from '../queries/counters.ts'
import { SaveCounter } from '../schemas.ts'

const EXCLUDED = '23P01'

/** Thêm, sửa hoặc đóng (by its last day) a counter. Returns its id. */
export const saveCounter = action('organization.edit-counter', {
  input: SaveCounter,
  scope: async (tx, input) => (input.counterId ? (await getCounter(tx, input.counterId)).unitId : input.unitId),
  async work({ tx, about }, { counterId, unitId, number, name, validFrom, validTo }) {
    organizationErrors.insist(!validTo || validTo >= validFrom, 'organization.date-order', {
      fields: { validTo: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.' },
    })
    const values = { number, name, validFrom, validTo: validTo ?? null }
    const saved = counterId
      ? tx.updateTable('counter').set(values).where('id', '=', counterId).returning('id')
      : tx
          .insertInto('counter')
          .values({ ...values, unitId })
          .returning('id')
    const { id } = await saved.executeTakeFirstOrThrow().catch((error: unknown) => {
      if (isSqlError(error, EXCLUDED))
        organizationErrors.fail('organization.counter-taken', { fields: { number: 'Số quầy này đã có trong thời gian đó.' } })
      throw error
    })
    about({ kind: 'counter', id }, { did: counterId ? 'edit' : 'add', number, validTo })
    return id
  },
})

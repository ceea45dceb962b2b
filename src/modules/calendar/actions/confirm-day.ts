import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { ConfirmDay } from '../schemas.ts'
import { settle } from './settle-year.ts'

/** Confirms a proposed day by the document that decides it. @throws record.not-found */
export const confirmDay = action('calendar.edit', {
  input: ConfirmDay,
  scope: (_tx, input) => input.unitId ?? undefined,
  async work({ tx, now, about }, { unitId, date, source }) {
    if (unitId === null) await settle(tx, Number(date.slice(0, 4)), now)
    const { numUpdatedRows } = await tx
      .updateTable('calendarDay')
      .set({ isConfirmed: true, source, updatedAt: now })
      .where('unitId', 'is not distinct from', unitId)
      .where('date', '=', date)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) commonErrors.fail('record.not-found')
    about({ kind: 'calendar-day', id: date }, { did: 'confirm', unitId, source })
  },
})

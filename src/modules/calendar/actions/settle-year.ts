import { action } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import { calendarChanged } from '../events.ts'
import { nationalDays } from '../holidays.ts'
import { hoursText } from '../hours.ts'
import { SettleYear } from '../schemas.ts'

/** Lập lịch năm: writes the year's national days, decided or proposed, as rows that may then be edited. Doing it again adds nothing. Returns how many were added. */
export const settleYear = action('calendar.edit', {
  input: SettleYear,
  scope: () => undefined,
  async work({ tx, now, about, emit }, { year }) {
    const added = await settle(tx, year, now)
    about({ kind: 'calendar-year', id: year }, { did: 'settle', added })
    await emit(calendarChanged, { unitId: null })
    return added
  },
})

/** Also the first step of any edit of a national day, so that the year's other days stay what they were. */
export async function settle(tx: Transaction, year: number, now: Date): Promise<number> {
  const { numInsertedOrUpdatedRows: isNew } = await tx
    .insertInto('calendarYear')
    .values({ year, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (!isNew) return 0
  const rows = nationalDays(year).map(({ hours, ...day }) => ({
    ...day,
    unitId: null,
    hours: hours ? hoursText(hours) : null,
    createdAt: now,
    updatedAt: now,
  }))
  const { numInsertedOrUpdatedRows: added } = await tx
    .insertInto('calendarDay')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(added ?? 0)
}

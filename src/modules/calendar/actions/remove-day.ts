import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { calendarChanged } from '../events.ts'
import { RemoveDay } from '../schemas.ts'
import { settle } from './settle-year.ts'

/** Takes an exceptional day away: it follows its weekday again, or the day of a higher unit. @throws record.not-found */
export const removeDay = action('calendar.edit', {
  input: RemoveDay,
  scope: (_tx, input) => input.unitId ?? undefined,
  async work({ tx, now, about, emit }, { unitId, date }) {
    if (unitId === null) await settle(tx, Number(date.slice(0, 4)), now)
    const removed = await tx
      .deleteFrom('calendarDay')
      .where('unitId', 'is not distinct from', unitId)
      .where('date', '=', date)
      .returning(['kind', 'hours', 'name', 'source', 'isConfirmed'])
      .executeTakeFirst()
    if (!removed) commonErrors.fail('record.not-found')
    about({ kind: 'calendar-day', id: date }, { did: 'remove', unitId, before: removed })
    await emit(calendarChanged, { unitId })
  },
})

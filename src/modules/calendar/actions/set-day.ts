import { action } from '#platform/action.ts'
import { calendarChanged } from '../events.ts'
import { hoursText } from '../hours.ts'
import { SetDay } from '../schemas.ts'
import { settle } from './settle-year.ts'

/** Sets one day that does not follow the week, for the country or a unit and all below it; a day that is there already is replaced. */
export const setDay = action('calendar.edit', {
  input: SetDay,
  scope: (_tx, input) => input.unitId ?? undefined,
  async work({ tx, now, about, emit }, { unitId, date, ...input }) {
    if (unitId === null) await settle(tx, Number(date.slice(0, 4)), now)
    const day = { ...input, hours: input.hours ? hoursText(input.hours) : null, updatedAt: now }
    const known = await tx
      .selectFrom('calendarDay')
      .select(['id', 'kind', 'hours', 'name', 'source', 'isConfirmed'])
      .where('unitId', 'is not distinct from', unitId)
      .where('date', '=', date)
      .forUpdate()
      .executeTakeFirst()
    if (known) await tx.updateTable('calendarDay').set(day).where('id', '=', known.id).execute()
    else
      await tx
        .insertInto('calendarDay')
        .values({ ...day, unitId, date, createdAt: now })
        .execute()
    about({ kind: 'calendar-day', id: date }, { did: 'set', unitId, before: known ?? null, after: { kind: day.kind, source: day.source } })
    await emit(calendarChanged, { unitId })
  },
})

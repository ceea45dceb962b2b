import { action } from '#platform/action.ts'
import { dateOf, dayNumber } from '../day.ts'
import { calendarChanged } from '../events.ts'
import { hoursText } from '../hours.ts'
import { SetHours } from '../schemas.ts'

/**
 * Sets the office hours of the country or a unit from a day on. The week in force ends the day before, one that begins the same day is replaced, and a week planned for
 * later stays. Mirrors `insertWeek` of the book, which the preview uses.
 */
export const setHours = action('calendar.edit', {
  input: SetHours,
  scope: (_tx, input) => input.unitId ?? undefined,
  async work({ tx, now, about, emit }, { unitId, validFrom, source, ...week }) {
    const ofOwner = () => tx.selectFrom('officeWeek').where('unitId', 'is not distinct from', unitId)
    const next = await ofOwner()
      .select((eb) => eb.fn.min('validFrom').as('from'))
      .where('validFrom', '>', validFrom)
      .executeTakeFirst()
    await tx.deleteFrom('officeWeek').where('unitId', 'is not distinct from', unitId).where('validFrom', '=', validFrom).execute()
    await tx
      .updateTable('officeWeek')
      .set({ validTo: dayBefore(validFrom) })
      .where('unitId', 'is not distinct from', unitId)
      .where('validFrom', '<', validFrom)
      .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', validFrom)]))
      .execute()
    const days = Object.fromEntries(Object.entries(week).map(([day, sessions]) => [day, hoursText(sessions)])) as Record<
      keyof typeof week,
      string
    >
    await tx
      .insertInto('officeWeek')
      .values({ unitId, validFrom, validTo: next?.from ? dayBefore(next.from) : null, source, ...days, createdAt: now })
      .execute()
    about({ kind: 'office-week', id: validFrom }, { did: 'set', unitId, source, ...days })
    await emit(calendarChanged, { unitId })
  },
})

const dayBefore = (date: string): string => dateOf(dayNumber(date) - 1)

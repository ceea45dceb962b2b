import { defineEvent } from '#platform/events.ts'

/** What counts due times has changed: a day, the hours of a week, a year's holidays. Whose: a unit with those below it, or null for the country. */
export const calendarChanged = defineEvent<{ unitId: number | null }>('calendar.changed')

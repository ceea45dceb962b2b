/** How dossiers and steps stand against their clocks, in words of working time. */
import { calendarReader, formatRemaining, remaining, type WorkingCalendar } from '#modules/calendar/index.ts'
import type { DueStanding as Standing } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { Language } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { DueBadge, type DueState } from '#ui/index.ts'

/** `còn 1 ngày 3 giờ làm việc`, counted by the calendar of the unit with this tree path. */
export type LeftWords = (unitPath: string, due: Date) => string

export async function leftWords(db: Queryable, now: Date, language: Language, calendarVersion?: string): Promise<LeftWords> {
  const calendarOf = await calendarReader(db, calendarVersion)
  const calendars = new Map<string, WorkingCalendar>()
  return (unitPath, due) => {
    const calendar = calendars.get(unitPath) ?? calendarOf(unitIdsOf(unitPath))
    calendars.set(unitPath, calendar)
    return formatRemaining(remaining(calendar, now, due), language)
  }
}

/** The unit and those above it, nearest first, as calendars want them. */
export const unitIdsOf = (path: string): number[] => path.split('.').map(Number).reverse()

const STATES: Record<Standing, DueState> = { within: 'in-time', near: 'near', late: 'late' }

/** A step has no day to spare: it is late from its due minute on. */
export const stepStanding = (due: Date, now: Date, nearUntil: Date): Standing => (due < now ? 'late' : due < nearUntil ? 'near' : 'within')

/** Word, shape, what is left, and the moment itself. */
export const Due = ({ standing, due, left }: { standing: Standing; due: Date; left?: string }) => (
  <>
    <DueBadge state={STATES[standing]} detail={left} /> <span class="nowrap">{formatMoment(due)}</span>
  </>
)

/** By when the one-stop unit passes a dossier on (NĐ 61/2018 art. 18(2), 18(3)). Pure. */
import { nextWorkingMoment, type WorkingCalendar } from '#modules/calendar/index.ts'
import { FORWARD_CUTOFF } from '#modules/dossier/index.ts'
import { instantAt, localDate, localTime } from '#platform/text/dates.ts'

const DAY_MS = 86_400_000

/** The legal date, `YYYY-MM-DD`: the same working day; received after 15:00, or on a day off, the next working day. */
export function forwardDay(calendar: WorkingCalendar, receivedAt: Date): string {
  const day = localDate(receivedAt)
  const opens = localDate(nextWorkingMoment(calendar, receivedAt))
  if (opens !== day || localTime(receivedAt) < FORWARD_CUTOFF) return opens
  return localDate(nextWorkingMoment(calendar, new Date(instantAt(day).getTime() + DAY_MS)))
}

/** Whether the day has gone by. */
export const isForwardLate = (calendar: WorkingCalendar, receivedAt: Date, now: Date): boolean =>
  localDate(now) > forwardDay(calendar, receivedAt)

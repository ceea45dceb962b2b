/**
 * Working time left, or overrun, in whole working days and minutes. A working day is a step to the same clock time on the next working day, so that "1 ngày" is a day
 * here too and not eight hours.
 */
import { type Language, words } from '#platform/language.ts'
import type { WorkingCalendar } from './calendar.ts'
import { dayOfInstant, minuteOfInstant } from './day.ts'
import { daysBefore, nextWorkingMoment, placeOf, sessionsOn, workingDayAt } from './working-time.ts'

export interface Remaining {
  isLate: boolean
  days: number
  minutes: number
}

/** From `now` to `due`; late once `now` is past the due minute. */
export function remaining(calendar: WorkingCalendar, now: Date, due: Date): Remaining {
  const isLate = Math.floor(now.getTime() / 60_000) > Math.floor(due.getTime() / 60_000)
  return { isLate, ...(isLate ? stretch(calendar, due, now) : stretch(calendar, now, due)) }
}

/** `còn 1 ngày 3 giờ làm việc`, `quá hạn 45 phút làm việc`. */
export function formatRemaining({ isLate, days, minutes }: Remaining, language: Language = 'vi'): string {
  const t = say(language)
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [days ? t.days(days) : '', hours ? t.hours(hours) : '', rest && days === 0 ? t.minutes(rest) : ''].filter(Boolean)
  if (parts.length === 0) return isLate ? t.justLate : t.now
  return isLate ? t.late(parts.join(' ')) : t.left(parts.join(' '))
}

function stretch(calendar: WorkingCalendar, from: Date, to: Date): { days: number; minutes: number } {
  const start = nextWorkingMoment(calendar, from)
  if (start >= to) return { days: 0, minutes: 0 }
  const day = dayOfInstant(start)
  const minute = minuteOfInstant(start)
  calendar.covering(day)
  const table = calendar.covering(dayOfInstant(to))
  const end = placeOf(table, dayOfInstant(to), minuteOfInstant(to))
  const rank = daysBefore(table, day)
  /** Working minutes before the same clock time so many working days on. */
  const placeAfter = (days: number): number => {
    const reached = workingDayAt(calendar, table, rank + days)
    return placeOf(reached.table, reached.day, Math.max(minute, sessionsOn(reached.table, reached.day)[0]?.[0] ?? 0))
  }
  let days = Math.max(daysBefore(table, dayOfInstant(to) + 1) - rank, 0)
  while (days > 0 && placeAfter(days) > end) days--
  return { days, minutes: end - placeAfter(days) }
}

const say = words({
  vi: {
    left: (time: string) => `còn ${time} làm việc`,
    late: (time: string) => `quá hạn ${time} làm việc`,
    now: 'đến hạn ngay bây giờ',
    justLate: 'vừa quá hạn',
    days: (count: number) => `${count} ngày`,
    hours: (count: number) => `${count} giờ`,
    minutes: (count: number) => `${count} phút`,
  },
  en: {
    left: (time: string) => `${time} of working time left`,
    late: (time: string) => `late by ${time} of working time`,
    now: 'due now',
    justLate: 'just past due',
    days: (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`,
    hours: (count: number) => `${count} ${count === 1 ? 'hour' : 'hours'}`,
    minutes: (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'}`,
  },
})

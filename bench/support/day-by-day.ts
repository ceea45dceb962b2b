/**
 * Due dates as one would count them with a wall calendar: day after day is looked at, nothing is summed up beforehand. The rules are those of `modules/calendar/due.ts`, written
 * a second time.
 */
import type { CountRules, Limit, Sessions, WorkingCalendar } from '#modules/calendar/index.ts'

const OFFSET_MS = 7 * 3_600_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const MIDNIGHT = 24 * 60
const HALF_DAY_MINUTES = 240

interface Moment {
  day: number
  minute: number
}

export function dueDayByDay(calendar: WorkingCalendar, start: Date, { amount, unit }: Limit, rules: CountRules): Date {
  const hoursOf = (day: number): Sessions => calendar.planOf(day).sessions
  const { moment: clock, isCounted } = clockStart(hoursOf, momentOf(start), rules)
  if (unit === 'hour') return instantOf(afterMinutes(hoursOf, clock, Math.round(amount * 60)))
  const carried = rules.mode === 'end' || isCounted ? MIDNIGHT : clock.minute
  const last = (days: number): Moment => {
    if (unit !== 'working-day') {
      const first = isCounted ? clock.day - 1 : clock.day
      let day = unit === 'month' ? monthsLater(first, days) : first + days
      if (hoursOf(day).length > 0) return { day, minute: promised(hoursOf(day), carried) }
      while (hoursOf(day).length === 0) day++
      return { day, minute: promised(hoursOf(day), MIDNIGHT) }
    }
    let day = clock.day
    for (let counted = isCounted ? 1 : 0; counted < days; ) if (hoursOf(++day).length > 0) counted++
    return { day, minute: promised(hoursOf(day), carried) }
  }
  const whole = Math.floor(amount)
  if (whole === amount) return instantOf(last(whole))
  const before = whole === 0 ? clock : last(whole)
  const after = last(whole + 1)
  if (rules.mode === 'end') {
    const noon = { day: after.day, minute: Math.min(after.minute, hoursOf(after.day)[0]?.[1] ?? after.minute) }
    return instantOf(isBefore(before, noon) ? noon : before)
  }
  const half = afterMinutes(hoursOf, before, HALF_DAY_MINUTES)
  return instantOf(isBefore(after, half) ? after : half)
}

function clockStart(hoursOf: (day: number) => Sessions, { day, minute }: Moment, { cutoff, lastHourRule }: CountRules) {
  const hours = hoursOf(day)
  const closes = hours.at(-1)?.[1]
  const isAfterCutoff = cutoff ? minute > Number(cutoff.slice(0, 2)) * 60 + Number(cutoff.slice(3)) : false
  if (closes !== undefined && minute <= closes && !isAfterCutoff && !(lastHourRule && minute >= closes - 60))
    return { moment: { day, minute: promised(hours, minute) }, isCounted: false }
  let next = day + 1
  while (hoursOf(next).length === 0) next++
  return { moment: { day: next, minute: hoursOf(next)[0]?.[0] ?? 0 }, isCounted: closes !== undefined }
}

function afterMinutes(hoursOf: (day: number) => Sessions, { day: first, minute }: Moment, minutes: number): Moment {
  let left = minutes
  for (let day = first; ; day++)
    for (const [opens, closes] of hoursOf(day)) {
      const from = day === first ? Math.max(opens, minute) : opens
      if (from >= closes) continue
      if (left <= closes - from) return { day, minute: from + left }
      left -= closes - from
    }
}

/** The minute itself while the office is open, else the next opening of the day, else its closing. */
function promised(hours: Sessions, minute: number): number {
  for (const [opens, closes] of hours) if (minute <= closes) return Math.max(minute, opens)
  return hours.at(-1)?.[1] ?? minute
}

function monthsLater(day: number, months: number): number {
  const date = new Date(day * DAY_MS)
  const target = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  let last = 31
  while (new Date(target + (last - 1) * DAY_MS).getUTCMonth() !== new Date(target).getUTCMonth()) last--
  return target / DAY_MS + Math.min(date.getUTCDate(), last) - 1
}

const isBefore = (one: Moment, other: Moment): boolean => one.day < other.day || (one.day === other.day && one.minute < other.minute)

function momentOf(instant: Date): Moment {
  const local = instant.getTime() + OFFSET_MS
  const day = Math.floor(local / DAY_MS)
  return { day, minute: Math.floor((local - day * DAY_MS) / MINUTE_MS) }
}

const instantOf = ({ day, minute }: Moment): Date => new Date(day * DAY_MS + minute * MINUTE_MS - OFFSET_MS)

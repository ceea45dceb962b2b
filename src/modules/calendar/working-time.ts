/**
 * Counting along working time. Every instant has a place: the number of working minutes that lie before it. Between two sessions the place stands still, so a place
 * at a session's edge is two instants; going forward it is the end of the session before, going back the start of the session after.
 */
import type { Table, WorkingCalendar } from './calendar.ts'
import { dayOfInstant, instantOf, minuteOfInstant } from './day.ts'
import { NO_HOURS, type Sessions } from './hours.ts'

/** A local moment: day number and minute of the day. */
export interface Moment {
  day: number
  minute: number
}

/** Whether the office is open; at the minute of closing it no longer is. */
export function isWorking(calendar: WorkingCalendar, instant: Date): boolean {
  const minute = minuteOfInstant(instant)
  const day = dayOfInstant(instant)
  return sessionsOn(calendar.covering(day), day).some(([opens, closes]) => opens <= minute && minute < closes)
}

/** The instant itself while the office is open, else the next opening. */
export function nextWorkingMoment(calendar: WorkingCalendar, instant: Date): Date {
  const day = dayOfInstant(instant)
  const minute = minuteOfInstant(instant)
  const table = calendar.covering(day)
  for (const [opens, closes] of sessionsOn(table, day)) if (minute < closes) return instantOf(day, Math.max(minute, opens))
  const next = nextWorkingDay(calendar, table, day)
  return instantOf(next.day, next.opens)
}

/** Working minutes from `from` to `to`; negative when `to` is earlier. Seconds are dropped on both sides, so that adjoining stretches add up. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  const first = Math.min(dayOfInstant(from), dayOfInstant(to))
  calendar.covering(first)
  const table = calendar.covering(Math.max(dayOfInstant(from), dayOfInstant(to)))
  return placeOf(table, dayOfInstant(to), minuteOfInstant(to)) - placeOf(table, dayOfInstant(from), minuteOfInstant(from))
}

/** `minutes` (above 0) of working time after the instant; a result at the end of a session stays there. */
export function addWorkingMinutes(calendar: WorkingCalendar, instant: Date, minutes: number): Date {
  const moment = momentAfter(calendar, { day: dayOfInstant(instant), minute: minuteOfInstant(instant) }, minutes)
  return instantOf(moment.day, moment.minute)
}

/** `minutes` (above 0) of working time before the instant; a result at the start of a session stays there. */
export function subtractWorkingMinutes(calendar: WorkingCalendar, instant: Date, minutes: number): Date {
  const day = dayOfInstant(instant)
  let table = calendar.covering(day)
  let place = placeOf(table, day, minuteOfInstant(instant)) - minutes
  while (place < 0) {
    table = calendar.covering(table.first - 1)
    place = placeOf(table, day, minuteOfInstant(instant)) - minutes
  }
  const index = lastIndexAtMost(table.minutesBefore, place)
  return instantOf(table.first + index, minuteFrom(table.sessions[index] ?? NO_HOURS, place - (table.minutesBefore[index] ?? 0)))
}

/** How many working days lie in the days after that of `from` up to and with that of `to`; the first day is not counted. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Date, to: Date): number {
  const first = dayOfInstant(from)
  const last = dayOfInstant(to)
  calendar.covering(Math.min(first, last))
  const table = calendar.covering(Math.max(first, last))
  return daysBefore(table, last + 1) - daysBefore(table, first + 1)
}

export function momentAfter(calendar: WorkingCalendar, { day, minute }: Moment, minutes: number): Moment {
  let table = calendar.covering(day)
  const place = placeOf(table, day, minute) + minutes
  while ((table.minutesBefore[table.length] ?? 0) < place) table = calendar.beyond(table)
  const index = lastIndexBelow(table.minutesBefore, place)
  return { day: table.first + index, minute: minuteAfter(table.sessions[index] ?? NO_HOURS, place - (table.minutesBefore[index] ?? 0)) }
}

/** The first working day after `day` and when it opens. */
export function nextWorkingDay(calendar: WorkingCalendar, table: Table, day: number): { day: number; opens: number } {
  const next = workingDayAt(calendar, table, daysBefore(table, day + 1))
  return { day: next.day, opens: sessionsOn(next.table, next.day)[0]?.[0] ?? 0 }
}

/** The working day with `rank` working days before it in the table; the table that reaches it comes along. */
export function workingDayAt(calendar: WorkingCalendar, table: Table, rank: number): { day: number; table: Table } {
  let reaching = table
  for (;;) {
    const day = reaching.workingDays[rank]
    if (day !== undefined) return { day, table: reaching }
    reaching = calendar.beyond(reaching)
  }
}

export const sessionsOn = (table: Table, day: number): Sessions => table.sessions[day - table.first] ?? NO_HOURS

export const daysBefore = (table: Table, day: number): number => table.daysBefore[day - table.first] ?? 0

/** Working minutes of the table that lie before the moment. */
export function placeOf(table: Table, day: number, minute: number): number {
  let place = table.minutesBefore[day - table.first] ?? 0
  for (const [opens, closes] of sessionsOn(table, day)) {
    if (minute <= opens) break
    place += Math.min(minute, closes) - opens
  }
  return place
}

/** The minute at which `worked` (above 0) minutes of the day are over. */
function minuteAfter(sessions: Sessions, worked: number): number {
  let left = worked
  for (const [opens, closes] of sessions) {
    if (left <= closes - opens) return opens + left
    left -= closes - opens
  }
  return sessions.at(-1)?.[1] ?? 0
}

/** The minute from which on more than `worked` minutes of the day are worked. */
function minuteFrom(sessions: Sessions, worked: number): number {
  let left = worked
  for (const [opens, closes] of sessions) {
    if (left < closes - opens) return opens + left
    left -= closes - opens
  }
  return sessions.at(-1)?.[1] ?? 0
}

/** Largest index whose sum is below the place; sums never fall. */
function lastIndexBelow(sums: Int32Array, place: number): number {
  let low = 0
  let high = sums.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) < place) low = middle
    else high = middle
  }
  return low
}

/** Largest index whose sum is at most the place. */
const lastIndexAtMost = (sums: Int32Array, place: number): number => lastIndexBelow(sums, place + 1)

/**
 * When a dossier is due (domain.md §2.5–2.8). Hours count working minutes from the moment the clock starts. Days count days: the first is not counted
 * (BLDS 2015 art. 147(2)), a working day is any day with office hours, and one day is never eight hours. `carry` promises the clock time of the start on the last
 * day, `end` the end of its office hours. Calendar days and months that end on a day off end with the next working day (BLDS art. 148(5)).
 *
 * - Received during office hours: the clock starts then, and that day is the first, uncounted day.
 * - Received after hours, after the cut-off or in the last hour (where those rules are set): the clock starts when the next working day opens, and that day counts
 *   as day 1; there is no clock time to carry, so the last day is promised to its end.
 * - Received on a day off: the dossier counts as received when the next working day opens, which is then the first, uncounted day.
 */
import type { WorkingCalendar } from './calendar.ts'
import { addMonths, dayOfInstant, instantOf, minuteOf, minuteOfInstant } from './day.ts'
import { calendarErrors } from './errors.ts'
import { daysBefore, type Moment, momentAfter, nextWorkingDay, sessionsOn, workingDayAt } from './working-time.ts'

export type LimitUnit = 'hour' | 'working-day' | 'calendar-day' | 'month'
export type CountMode = 'carry' | 'end'

export interface Limit {
  /** Above 0. Hours in any fraction that makes a minute; days and months whole or half. */
  amount: number
  unit: LimitUnit
}

export interface CountRules {
  mode: CountMode
  /** `HH:MM`: received after this minute counts from the next working day (NĐ 63/2024 art. 7(2): 15:00). */
  cutoff?: string | null
  /** Received in the last hour of office time counts from the next working day. */
  lastHourRule?: boolean
}

/** Why the clock does not start at the very moment of receipt. */
export type StartShift = 'before-opening' | 'break' | 'after-hours' | 'cutoff' | 'last-hour' | 'day-off'

export interface Due {
  due: Date
  clockStart: Date
  shift?: StartShift
}

/** Half a working day where it must be counted in minutes: half of the normal eight hours (BLLĐ 2019 art. 105). */
const HALF_DAY_MINUTES = 240
/** "Nửa tháng là mười lăm ngày" (BLDS art. 146(1)d). */
const HALF_MONTH_DAYS = 15
const LAST_HOUR_MINUTES = 60
/** Later than any closing: where there is no clock time to carry. */
const AT_CLOSING = 24 * 60
/** A hundred years of each, or more; beyond lies the end of the calendar. */
const MAX_AMOUNT: Record<LimitUnit, number> = { hour: 250_000, 'working-day': 30_000, 'calendar-day': 36_600, month: 1_200 }

/**
 * The due instant of a limit from an instant of receipt. Constant time for days, logarithmic for hours, any length.
 * @throws calendar.limit-invalid for an amount that cannot be counted · calendar.out-of-range past the year 2199
 */
export function dueAt(calendar: WorkingCalendar, start: Date, limit: Limit, rules: CountRules): Due {
  calendarErrors.insist(isCountable(limit), 'calendar.limit-invalid')
  const clock = startClock(calendar, start, rules)
  const due = limit.unit === 'hour' ? momentAfter(calendar, clock, minutesOf(limit)) : dueByDays(calendar, clock, limit, rules.mode)
  return { due: instantOf(due.day, due.minute), clockStart: instantOf(clock.day, clock.minute), shift: clock.shift }
}

/** Limits one after the other, such as 15 days for the department and then 15 working days for the province: each begins where the one before is due. */
export function dueAfterPhases(calendar: WorkingCalendar, start: Date, limits: readonly [Limit, ...Limit[]], rules: CountRules): Due {
  const [first, ...rest] = limits
  const begun = dueAt(calendar, start, first, rules)
  const due = rest.reduce((from, limit) => dueAt(calendar, from, limit, { mode: rules.mode }).due, begun.due)
  return { ...begun, due }
}

/** Whether the calendar can count the limit: hours that make a minute, days and months in wholes and halves, at most about a hundred years. */
export function isCountable({ amount, unit }: Limit): boolean {
  const makesSteps = unit === 'hour' ? Math.round(amount * 60) >= 1 : Number.isInteger(amount * 2)
  return amount > 0 && amount <= MAX_AMOUNT[unit] && makesSteps
}

/** Where the clock starts, and how days are counted from there. */
export interface ClockStart extends Moment {
  shift?: StartShift
  /** The opening day counts as day 1. */
  isCounted: boolean
}

export function startClock(calendar: WorkingCalendar, start: Date, rules: CountRules): ClockStart {
  const day = dayOfInstant(start)
  const minute = minuteOfInstant(start)
  const table = calendar.covering(day)
  const sessions = sessionsOn(table, day)
  const closes = sessions.at(-1)?.[1]
  const nextOpening = (shift: StartShift): ClockStart => {
    const next = nextWorkingDay(calendar, table, day)
    return { day: next.day, minute: next.opens, shift, isCounted: shift !== 'day-off' }
  }
  if (closes === undefined) return nextOpening('day-off')
  if (minute > closes) return nextOpening('after-hours')
  if (rules.cutoff && minute > minuteOf(rules.cutoff)) return nextOpening('cutoff')
  if (rules.lastHourRule && minute >= closes - LAST_HOUR_MINUTES) return nextOpening('last-hour')
  const opening = withinSessions(sessions, minute)
  const shift = opening === minute ? undefined : minute < (sessions[0]?.[0] ?? 0) ? 'before-opening' : 'break'
  return { day, minute: opening, shift, isCounted: false }
}

export const minutesOf = (limit: Limit): number => Math.round(limit.amount * 60)

function dueByDays(calendar: WorkingCalendar, clock: ClockStart, limit: Limit, mode: CountMode): Moment {
  const carried = mode === 'end' || clock.isCounted ? AT_CLOSING : clock.minute
  const whole = Math.floor(limit.amount)
  const isHalf = whole < limit.amount
  const landing = (amount: number): Moment => landOn(calendar, clock, amount, limit.unit, carried)
  if (!isHalf) return landing(whole)
  if (limit.unit === 'month') {
    const month = addMonths(firstDay(clock), whole)
    return endOnWorkingDay(calendar, month + HALF_MONTH_DAYS, carried)
  }
  const before = whole === 0 ? clock : landing(whole)
  const after = landing(whole + 1)
  if (mode === 'end') return latest(before, firstClosing(calendar, after))
  return earliest(momentAfter(calendar, before, HALF_DAY_MINUTES), after)
}

/** The moment on the last day of `amount` whole days or months. */
function landOn(calendar: WorkingCalendar, clock: ClockStart, amount: number, unit: LimitUnit, carried: number): Moment {
  if (unit === 'month') return endOnWorkingDay(calendar, addMonths(firstDay(clock), amount), carried)
  if (unit === 'calendar-day') return endOnWorkingDay(calendar, firstDay(clock) + amount, carried)
  const start = calendar.covering(clock.day)
  const last = workingDayAt(calendar, start, daysBefore(start, clock.day) + amount - (clock.isCounted ? 1 : 0))
  return { day: last.day, minute: withinSessions(sessionsOn(last.table, last.day), carried) }
}

/** The day that is not counted. */
export const firstDay = (clock: ClockStart): number => (clock.isCounted ? clock.day - 1 : clock.day)

/** A day off as last day moves the end to the end of the next working day (BLDS art. 148(5)). */
function endOnWorkingDay(calendar: WorkingCalendar, day: number, carried: number): Moment {
  const table = calendar.covering(day)
  const sessions = sessionsOn(table, day)
  if (sessions.length) return { day, minute: withinSessions(sessions, carried) }
  const next = nextWorkingDay(calendar, table, day)
  return { day: next.day, minute: closingOf(calendar, next.day) }
}

const closingOf = (calendar: WorkingCalendar, day: number): number => sessionsOn(calendar.covering(day), day).at(-1)?.[1] ?? 0

/** The end of the first session of the moment's day, unless the moment is earlier. */
function firstClosing(calendar: WorkingCalendar, moment: Moment): Moment {
  const closes = sessionsOn(calendar.covering(moment.day), moment.day)[0]?.[1] ?? moment.minute
  return { day: moment.day, minute: Math.min(moment.minute, closes) }
}

/** The minute itself within a session (both ends included), the next opening before one, the closing after the last. */
function withinSessions(sessions: readonly (readonly [number, number])[], minute: number): number {
  for (const [opens, closes] of sessions) if (minute <= closes) return Math.max(minute, opens)
  return sessions.at(-1)?.[1] ?? minute
}

const isBefore = (a: Moment, b: Moment): boolean => a.day < b.day || (a.day === b.day && a.minute < b.minute)
const earliest = (a: Moment, b: Moment): Moment => (isBefore(b, a) ? b : a)
const latest = (a: Moment, b: Moment): Moment => (isBefore(a, b) ? b : a)

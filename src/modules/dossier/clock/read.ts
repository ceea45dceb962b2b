/** What a clock shows at a moment: time used and time left, in working minutes by the settling unit's calendar. Pure. */
import { type WorkingCalendar, workingMinutesBetween } from '#modules/calendar/index.ts'
import { type Clock, openHolds, type Run } from './clock.ts'
import { PAUSES } from './entries.ts'
import { isPastDue } from './refuse-entry.ts'

export interface ClockReading {
  isRunning: boolean
  /** Working minutes that count towards the limit: since the start or the last recount from zero, without standstills. */
  elapsedMinutes: number
  /** Working minutes in which the clock has ever run, recounts included. */
  workedMinutes: number
  /** Working minutes left until the due date; negative past it, without standstills since. While the clock is paused, what was left when it stopped; undefined where it will be counted from zero. */
  remainingMinutes?: number
  /** Part of the limit that is used, for the 50 / 75 / 100 % lights; above 1 past the due date. Undefined with `remainingMinutes`. */
  usedShare?: number
}

/** At `now`, or at the finish if that was before. */
export function readClock(clock: Clock, calendar: WorkingCalendar, now: Date): ClockReading {
  const until = clock.finishedAt && clock.finishedAt < now ? clock.finishedAt : now
  const count = clock.runs.at(-1)?.count ?? 0
  const elapsedMinutes = minutesOf(
    clock.runs.filter((run) => run.count === count),
    calendar,
    until,
  )
  const workedMinutes = minutesOf(clock.runs, calendar, until)
  const isRunning = clock.standing === 'running'
  const [outermost] = openHolds(clock)
  if (outermost && PAUSES[outermost.reason].goesOnBy === 'restart') return { isRunning, elapsedMinutes, workedMinutes }
  const started = new Date(clock.promise.clockStartedAt)
  const from = outermost?.from ?? until
  const left = workingMinutesBetween(calendar, from < started ? started : from, clock.dueAt)
  const remainingMinutes = left < 0 ? 0 - lateMinutes(clock, calendar, from) : left
  const whole = elapsedMinutes + remainingMinutes
  return { isRunning, elapsedMinutes, workedMinutes, remainingMinutes, usedShare: whole > 0 ? elapsedMinutes / whole : 1 }
}

/** The moment that lateness is judged by: now, the finish, or the beginning of a standstill that is open or in which the clock ended. */
export function judgedAt({ finishedAt, holds }: Clock, now: Date): Date {
  const end = finishedAt && finishedAt < now ? finishedAt : now
  return holds.find(({ from, to, hasEndedClock }) => from <= end && (!to || to > end || hasEndedClock))?.from ?? end
}

/** Late by the one definition; a clock that stood still before its due date does not become late meanwhile. */
export const isLate = (clock: Clock, now: Date): boolean => isPastDue(clock, judgedAt(clock, now))

/** Working minutes past the due moment, without what it stood still since: a date that had passed stands, but the applicant's time is not lateness. */
export function lateMinutes(clock: Clock, calendar: WorkingCalendar, now: Date): number {
  const until = judgedAt(clock, now)
  let counted = clock.dueAt
  let minutes = 0
  for (const { from, to, hasPutOff } of clock.holds) {
    if (from > until) break
    if (hasPutOff) continue
    if (from > counted) minutes += workingMinutesBetween(calendar, counted, from)
    const ended = to ?? until
    if (ended > counted) counted = ended
  }
  return minutes + (until > counted ? workingMinutesBetween(calendar, counted, until) : 0)
}

const minutesOf = (runs: readonly Run[], calendar: WorkingCalendar, until: Date): number =>
  runs.reduce((sum, { from, to }) => sum + Math.max(0, workingMinutesBetween(calendar, from, to && to < until ? to : until)), 0)

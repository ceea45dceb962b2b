/** What a clock shows at a moment: time used and time left, in working minutes by the settling unit's calendar. Pure. */
import { type WorkingCalendar, workingMinutesBetween } from '#modules/calendar/index.ts'
import { type Clock, openHolds, type Run } from './clock.ts'
import { PAUSES } from './entries.ts'

export interface ClockReading {
  isRunning: boolean
  /** Working minutes that count towards the limit: since the start or the last recount from zero, without standstills. */
  elapsedMinutes: number
  /** Working minutes in which the clock has ever run, recounts included. */
  workedMinutes: number
  /** Working minutes left until the due date; negative past it. While the clock is paused, what was left when it stopped; undefined where it will be counted from zero. */
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
  const remainingMinutes = workingMinutesBetween(calendar, from < started ? started : from, clock.dueAt)
  const whole = elapsedMinutes + remainingMinutes
  return { isRunning, elapsedMinutes, workedMinutes, remainingMinutes, usedShare: whole > 0 ? elapsedMinutes / whole : 1 }
}

const minutesOf = (runs: readonly Run[], calendar: WorkingCalendar, until: Date): number =>
  runs.reduce((sum, { from, to }) => sum + Math.max(0, workingMinutesBetween(calendar, from, to && to < until ? to : until)), 0)

/** Makes the facts that promise a date, counted by the calendar of the unit that settles; and counts the promises of a clock again. Pure. */
import {
  addWorkingMinutes,
  type CountRules,
  dueAt,
  type Limit,
  nextWorkingMoment,
  type WorkingCalendar,
  workingDaysBetween,
  workingMinutesBetween,
} from '#modules/calendar/index.ts'
import type { TimePromise } from '../facts.ts'
import { afterEntry, type Clock, openHolds } from './clock.ts'
import { type ClockEntry, type ClockFact, PAUSES, type PauseReason, type StartReason } from './entries.ts'
import type { Basis } from './law.ts'
import { isPastDue, wholeDaysBefore } from './refuse-entry.ts'

/** The limit counted from `at`: what a receipt promises. @throws as `dueAt` of the calendar */
export function countPromise(calendar: WorkingCalendar, at: Date, limit: Limit, rules: CountRules): TimePromise {
  const { due, clockStart } = dueAt(calendar, at, limit, rules)
  return {
    clockStartedAt: clockStart.toISOString(),
    limit: { amount: limit.amount, unit: limit.unit },
    mode: rules.mode,
    ...(rules.cutoff ? { cutoff: rules.cutoff } : {}),
    ...(rules.lastHourRule ? { lastHourRule: true } : {}),
    dueAt: due.toISOString(),
  }
}

export const startFact = (reason: StartReason, basis: Basis, promise: TimePromise): ClockFact => ({
  entry: 'start',
  reason,
  basis,
  promise,
})

/** `text`: for a sector law the article, otherwise what the person adds. */
export const pauseFact = (reason: PauseReason, text?: string): ClockFact => ({
  entry: 'pause',
  reason,
  basis: PAUSES[reason].basis,
  ...(text === undefined ? {} : { text }),
})

/** Goes on at `at`: the due date moves by the time stood still, unless another standstill is still open or the date had passed before. */
export function resumeFact(calendar: WorkingCalendar, clock: Clock, reason: PauseReason, at: Date): ClockFact {
  const dueAt = afterStandstill(calendar, clock, clock.dueAt, at)
  const legalDueAt = afterStandstill(calendar, clock, clock.legalDueAt, at)
  return {
    entry: 'resume',
    reason,
    basis: PAUSES[reason].basis,
    dueAt: dueAt.toISOString(),
    ...(dueAt.getTime() === legalDueAt.getTime() ? {} : { legalDueAt: legalDueAt.toISOString() }),
  }
}

/** The whole limit again from `at`, when the supplement is complete (NĐ 61/2018 art. 19(4)). A date that had passed before the stop stays the one that counts. */
export function restartFact(calendar: WorkingCalendar, clock: Clock, at: Date): ClockFact {
  const counted = countPromise(calendar, at, clock.promise.limit, clock.promise)
  const promise = wasPastDue(clock) ? { ...counted, dueAt: clock.dueAt.toISOString() } : counted
  return { entry: 'restart', reason: 'supplement', basis: 'supplementAfterReception', promise }
}

/** Form 04: once, at the latest the day before the due date; `refuseEntry` says whether it may be. */
export const extendFact = (dueAt: Date, text: string): ClockFact => ({
  entry: 'extend',
  reason: 'extension',
  basis: 'extension',
  text,
  dueAt: dueAt.toISOString(),
})

/**
 * What the dossier's clock does to an open step or leg: it stops, goes on and counts again with the dossier. Undefined for what concerns the dossier alone, and where the
 * step does not stand so (it was opened during the standstill).
 */
export function followingFact(calendar: WorkingCalendar, step: Clock, fact: ClockFact, at: Date): ClockFact | undefined {
  if (step.standing === 'finished') return undefined
  const held = openHolds(step).at(-1)?.reason
  switch (fact.entry) {
    case 'pause':
      return held === undefined || (fact.reason === 'withdrawal' && held !== 'withdrawal') ? fact : undefined
    case 'resume':
      return held === fact.reason ? resumeFact(calendar, step, fact.reason, at) : undefined
    case 'restart':
      return held === fact.reason ? restartFact(calendar, step, at) : undefined
    default:
      return undefined
  }
}

/**
 * The same entries with every promise counted again by the calendar as it is now: equal to the given ones unless the calendar was changed after they were made. An
 * extension is a decision, not a count, and stays.
 */
export function recountClock(calendar: WorkingCalendar, entries: readonly ClockEntry[]): ClockEntry[] {
  let clock: Clock | undefined
  return entries.map((entry) => {
    const counted = { ...entry, ...recounted(calendar, clock, entry) } as ClockEntry
    clock = afterEntry(clock, counted)
    return counted
  })
}

function recounted(calendar: WorkingCalendar, clock: Clock | undefined, entry: ClockEntry): ClockFact {
  if (entry.entry === 'start') return { ...entry, promise: countPromise(calendar, entry.at, entry.promise.limit, entry.promise) }
  if (clock && entry.entry === 'resume') return resumeFact(calendar, clock, entry.reason, entry.at)
  if (clock && entry.entry === 'restart') return restartFact(calendar, clock, entry.at)
  return entry
}

/** Since when the clock stands still; the outermost standstill counts. */
const stoodStillSince = (clock: Clock): Date | undefined => openHolds(clock)[0]?.from

const wasPastDue = (clock: Clock): boolean => {
  const since = stoodStillSince(clock)
  return since !== undefined && isPastDue(clock, since)
}

function afterStandstill(calendar: WorkingCalendar, clock: Clock, due: Date, at: Date): Date {
  const since = stoodStillSince(clock)
  if (!since || openHolds(clock).length > 1 || isPastDue({ ...clock, dueAt: due }, since)) return due
  const counting = latest(since, new Date(clock.promise.clockStartedAt))
  return counting >= at ? due : moved(calendar, due, counting, at, clock.promise)
}

/**
 * The due date moved by a standstill, in what the limit is counted in. Hours, and working days that carry the clock time: by the working minutes of the standstill.
 * Working days that end with the day: by working days. Calendar days and months: by calendar days, an end on a day off moving on (BLDS 2015 art. 148(5)).
 */
function moved(calendar: WorkingCalendar, due: Date, from: Date, to: Date, { limit, mode }: TimePromise): Date {
  if (limit.unit === 'calendar-day' || limit.unit === 'month') {
    const days = wholeDaysBefore(from, to)
    return days > 0 ? dueAt(calendar, due, { amount: days, unit: 'calendar-day' }, { mode }).due : due
  }
  if (limit.unit === 'working-day' && mode === 'end') {
    const days = workingDaysBetween(calendar, nextWorkingMoment(calendar, from), nextWorkingMoment(calendar, to))
    return days > 0 ? dueAt(calendar, due, { amount: days, unit: 'working-day' }, { mode }).due : due
  }
  const minutes = workingMinutesBetween(calendar, from, to)
  return minutes > 0 ? addWorkingMinutes(calendar, due, minutes) : due
}

const latest = (a: Date, b: Date): Date => (a < b ? b : a)

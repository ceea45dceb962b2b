/** A clock as computed from its entries. Pure, and without a calendar: dates that were promised are in the entries. */
import type { TimePromise } from '../facts.ts'
import { type ClockEntry, type ClockStanding, type EntryKind, PAUSES, type PauseReason } from './entries.ts'
import type { Basis } from './law.ts'
import { refuseEntry } from './refuse-entry.ts'

export interface Clock {
  standing: ClockStanding
  /** The promise that is counted now: the one of the start, or of the last restart. */
  promise: TimePromise
  startedAt: Date
  /** Every date the applicant was ever given, oldest first. */
  appointments: Appointment[]
  /** The first date promised. It never changes. */
  originalDueAt: Date
  /** The date that counts now. */
  dueAt: Date
  /** The date that would count now without the extension: the legal limit with its pauses and recounts. */
  legalDueAt: Date
  /** Every standstill, oldest first; open ones have no end. Those inside another begin later and end earlier. */
  holds: Hold[]
  /** The stretches in which the clock ran. `count` goes up by one with each recount from zero. */
  runs: Run[]
  /** Supplements asked for so far. */
  supplements: number
  extensions: number
  finishedAt?: Date
  lastEntryAt: Date
}

export interface Appointment {
  entry: EntryKind
  at: Date
  dueAt: Date
  basis: Basis
}

export interface Hold {
  from: Date
  to?: Date
  reason: PauseReason
  basis: Basis
  actorKind: string
  actorId: number | null
  /** The due date was put off by it when it ended. */
  hasPutOff?: true
  /** The clock ended in it: closed for want of a supplement, withdrawn. */
  hasEndedClock?: true
}

export interface Run {
  from: Date
  to?: Date
  count: number
}

export const isRunning = (clock: Clock): boolean => clock.standing === 'running'

/** Standstills that have not ended, the outermost first. */
export const openHolds = (clock: Clock): Hold[] => clock.holds.filter(({ to }) => to === undefined)

/** @throws Error on a list that could not have happened, and on an empty one. */
export function clockOf(entries: readonly ClockEntry[]): Clock {
  const clock = entries.reduce<Clock | undefined>(afterEntry, undefined)
  if (!clock) throw new Error('A clock has no entries')
  return clock
}

/** The clock after one more entry. */
export function afterEntry(clock: Clock | undefined, entry: ClockEntry): Clock {
  const refusal = refuseEntry(clock, entry, entry.at)
  if (refusal) throw new Error(`Clock entry ${entry.entry} (${entry.reason}) is impossible: ${refusal.code}`)
  if (entry.entry === 'start') return started(entry)
  if (!clock) throw new Error('A clock begins with its start')
  const { at, basis, actorKind, actorId } = entry
  const next = { ...clock, lastEntryAt: at }
  switch (entry.entry) {
    case 'pause':
      return {
        ...next,
        standing: PAUSES[entry.reason].standing,
        holds: [...clock.holds, { from: at, reason: entry.reason, basis, actorKind, actorId }],
        runs: closeRun(clock.runs, at),
        supplements: clock.supplements + (entry.reason === 'supplement' ? 1 : 0),
      }
    case 'resume': {
      const released = release(next, at)
      if (released.standing !== 'running') return released
      const dueAt = new Date(entry.dueAt)
      return {
        ...released,
        runs: [...released.runs, { from: at, count: countOf(clock) }],
        ...promised(clock, entry, dueAt),
        holds: putOffBy(clock, released.holds, dueAt),
        legalDueAt: entry.legalDueAt === undefined ? dueAt : new Date(entry.legalDueAt),
      }
    }
    case 'restart': {
      const released = release(next, at)
      const dueAt = new Date(entry.promise.dueAt)
      return {
        ...released,
        promise: entry.promise,
        runs: [...released.runs, { from: new Date(entry.promise.clockStartedAt), count: countOf(clock) + 1 }],
        ...promised(clock, entry, dueAt),
        holds: putOffBy(clock, released.holds, dueAt),
        legalDueAt: dueAt,
      }
    }
    case 'extend':
      return { ...next, extensions: clock.extensions + 1, ...promised(clock, entry, new Date(entry.dueAt)) }
    case 'finish':
      return {
        ...next,
        standing: 'finished',
        finishedAt: at,
        holds: clock.holds.map((hold) => (hold.to ? hold : { ...hold, to: at, hasEndedClock: true })),
        runs: closeRun(clock.runs, at),
      }
  }
}

function started({ at, promise, entry, basis }: Extract<ClockEntry, { entry: 'start' }>): Clock {
  const dueAt = new Date(promise.dueAt)
  const startedAt = new Date(promise.clockStartedAt)
  return {
    standing: 'running',
    promise,
    startedAt,
    appointments: [{ entry, at, dueAt, basis }],
    originalDueAt: dueAt,
    dueAt,
    legalDueAt: dueAt,
    holds: [],
    runs: [{ from: startedAt, count: 0 }],
    supplements: 0,
    extensions: 0,
    lastEntryAt: at,
  }
}

/** A date that is promised again as it was is not a new appointment. */
const promised = (clock: Clock, { entry, at, basis }: ClockEntry, dueAt: Date): Pick<Clock, 'dueAt' | 'appointments'> => ({
  dueAt,
  appointments: dueAt.getTime() === clock.dueAt.getTime() ? clock.appointments : [...clock.appointments, { entry, at, dueAt, basis }],
})

/** Ends the innermost standstill. */
function release(clock: Clock, at: Date): Clock {
  const open = openHolds(clock)
  const innermost = open.at(-1)
  const outer = open.at(-2)
  return {
    ...clock,
    holds: clock.holds.map((hold) => (hold === innermost ? { ...hold, to: at } : hold)),
    standing: outer ? PAUSES[outer.reason].standing : 'running',
  }
}

/** The standstill that ends now, with those inside it, has put off the due date. */
function putOffBy(before: Clock, holds: Hold[], dueAt: Date): Hold[] {
  const since = openHolds(before)[0]?.from
  if (!since || dueAt.getTime() === before.dueAt.getTime()) return holds
  return holds.map((hold) => (hold.from >= since ? { ...hold, hasPutOff: true } : hold))
}

/** Received after the cut-off and stopped before the clock had started: nothing has run. */
const closeRun = (runs: Run[], at: Date): Run[] => runs.map((run) => (run.to ? run : { ...run, to: run.from > at ? run.from : at }))

const countOf = ({ runs }: Clock): number => runs.at(-1)?.count ?? 0

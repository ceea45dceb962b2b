/** How far a limit is used, as reminders count it: by the one function of the lights (`lightOf`), whatever else a list shows. Pure. */
import { type WorkingCalendar, workingMinutesBetween } from '#modules/calendar/index.ts'
import { type Clock, isLate, type LightThresholds, lightOf, readClock } from '#modules/dossier/index.ts'

/** In rising order: 50, 75 and 100 % of the limit, or what the installation has set for the first two. */
export const LEVELS = ['half', 'near', 'late'] as const
export type Level = (typeof LEVELS)[number]

export interface Used {
  level: Level
  /** Of the limit, in whole percent; above 100 past the due date. */
  percent: number
}

/** Undefined below the first level, and while the clock stands still or has ended. A step is late from its due minute on, a dossier by the law's own rule. */
export function usedOf(
  clock: Clock,
  of: 'dossier' | 'step',
  calendar: WorkingCalendar,
  now: Date,
  thresholds: LightThresholds,
): Used | undefined {
  if (clock.finishedAt || clock.standing !== 'running') return undefined
  const { usedShare } = readClock(clock, calendar, now)
  const light = lightOf({ usedShare, isLate: of === 'step' ? now > clock.dueAt : isLate(clock, now), isPaused: false }, thresholds)
  if (light === 'within' || light === 'paused') return undefined
  const over = Math.max(0, workingMinutesBetween(calendar, clock.dueAt, now))
  const whole = workingMinutesBetween(calendar, clock.startedAt, clock.dueAt)
  const share = light === 'late' && whole > 0 ? 1 + over / whole : (usedShare ?? 0)
  return { level: light, percent: Math.round(share * 100) }
}

/** Whether it goes beyond what was told already: of levels passed at once only the highest is told. */
export const isBeyond = (level: Level, told: readonly Level[]): boolean =>
  told.every((each) => LEVELS.indexOf(level) > LEVELS.indexOf(each))

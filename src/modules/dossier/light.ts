/**
 * Đèn hạn: how much of its limit a dossier or a step has used, in four states that lists and pages show by this one function. Late is what the law says it is
 * (`timeliness.ts`, or the due minute of a step), never a share; the two thresholds before it are settings of the installation.
 */
import { type WorkingCalendar, workingMinutesBetween } from '#modules/calendar/index.ts'

/** `half`: past the first threshold, still quiet. `paused`: the clock stands still, whatever it has used. */
export type Light = 'within' | 'half' | 'near' | 'late' | 'paused'

/** In percent of the limit; `half` below `near`, both from 1 to 99. */
export interface LightThresholds {
  half: number
  near: number
}

export interface Usage {
  /** As `readClock` or `usedShareOf` give it; undefined where it will be counted from zero. */
  usedShare: number | undefined
  isLate: boolean
  isPaused: boolean
}

/** A threshold counts from the minute in which it is reached. What is used up and not yet late (the rest of its last day) is near. */
export function lightOf({ usedShare = 0, isLate, isPaused }: Usage, { half, near }: LightThresholds): Light {
  if (isLate) return 'late'
  if (isPaused) return 'paused'
  const percent = usedShare * 100
  if (percent >= near) return 'near'
  return percent >= half ? 'half' : 'within'
}

/**
 * For lists, which have a row and not the clock's log: working time gone since `from` of all the working time from there to `due`. Exact while the clock never stood still; after a
 * standstill it counts on both sides, so that the light comes a little early and never late.
 */
export function usedShareOf(calendar: WorkingCalendar, from: Date, due: Date, now: Date): number {
  const whole = workingMinutesBetween(calendar, from, due)
  if (whole <= 0) return 1
  return Math.max(0, workingMinutesBetween(calendar, from, now)) / whole
}

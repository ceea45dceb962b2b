/**
 * Whole numbers for dates and times, so that counting needs no strings. A day number counts local calendar days from 1970-01-01 (day 0, a Thursday); a minute of
 * the day counts from midnight. The offset of the country comes from `#platform/text/dates.ts`, the only place that knows it.
 */
import { instantAt } from '#platform/text/dates.ts'

export const MINUTES_PER_DAY = 1_440

const MINUTE_MS = 60_000
const DAY_MS = MINUTES_PER_DAY * MINUTE_MS
const OFFSET_MS = -instantAt('1970-01-01').getTime()

/** Monday 1 … Sunday 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** `2026-11-24` → its day number. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS

/** Day number → `2026-11-24`. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

export const weekdayOf = (day: number): Weekday => (((((day + 3) % 7) + 7) % 7) + 1) as Weekday

export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear()

/** The local day of an instant. */
export const dayOfInstant = (instant: Date): number => Math.floor((instant.getTime() + OFFSET_MS) / DAY_MS)

/** The local minute of the day of an instant; seconds are dropped, as on a receipt. */
export const minuteOfInstant = (instant: Date): number =>
  Math.floor((instant.getTime() + OFFSET_MS - dayOfInstant(instant) * DAY_MS) / MINUTE_MS)

export const instantOf = (day: number, minute: number): Date => new Date(day * DAY_MS + minute * MINUTE_MS - OFFSET_MS)

/** The corresponding day `months` later, or the last day of that month where it has none (BLDS 2015 art. 148(3)). */
export function addMonths(day: number, months: number): number {
  const from = new Date(day * DAY_MS)
  const firstOf = (month: number) => Date.UTC(from.getUTCFullYear(), month, 1) / DAY_MS
  const target = from.getUTCMonth() + months
  return Math.min(firstOf(target) + from.getUTCDate() - 1, firstOf(target + 1) - 1)
}

/** `15:00` → 900. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** 900 → `15:00`. */
export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

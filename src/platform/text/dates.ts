/**
 * Dates as people here read them. Vietnam has kept UTC+7 without summer time since 1975 (reunification), which the whole program relies on;
 * a date is a `YYYY-MM-DD` string, an instant a `Date`.
 */
import type { Language } from '../language.ts'

const OFFSET_MS = 7 * 3_600_000
const MINUTE_MS = 60_000
const WEEKDAYS_VI = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** The local calendar date of an instant, `YYYY-MM-DD`. */
export const localDate = (instant: Date): string => shifted(instant).toISOString().slice(0, 10)

/** The local wall time of an instant, `HH:MM`. */
export const localTime = (instant: Date): string => shifted(instant).toISOString().slice(11, 16)

/** The instant of a local date and wall time; `time` is `HH:MM` or `HH:MM:SS`. */
export function instantAt(date: string, time = '00:00'): Date {
  return new Date(`${date}T${time.length === 5 ? `${time}:00` : time}+07:00`)
}

/** `27/11/2026` */
export const formatDate = (value: Date | string): string => {
  const [year, month, day] = (typeof value === 'string' ? value : localDate(value)).split('-')
  return `${day}/${month}/${year}`
}

/** The beginning of the minute: people read the clock by minutes. */
export const wholeMinute = (instant: Date): Date => new Date(Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS)

/** `17:00, 27/11/2026` */
export function formatMoment(instant: Date): string {
  const local = instant.getTime() + OFFSET_MS
  const day = Math.floor(local / DAY_MS)
  const minutes = Math.floor((local - day * DAY_MS) / MINUTE_MS)
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}, ${formatDay(day)}`
}

/** Lists show the same days again and again. */
function formatDay(day: number): string {
  const known = days.get(day)
  if (known) return known
  if (days.size >= MOST_DAYS) days.clear()
  const text = formatDate(new Date(day * DAY_MS).toISOString().slice(0, 10))
  days.set(day, text)
  return text
}

const days = new Map<number, string>()
const MOST_DAYS = 2_000
const DAY_MS = 86_400_000

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number))

/** `thứ Sáu, 27/11/2026, 17:00` */
export function formatMomentLong(instant: Date, language: Language = 'vi'): string {
  const names = language === 'vi' ? WEEKDAYS_VI : WEEKDAYS_EN
  return `${names[shifted(instant).getUTCDay()]}, ${formatDate(instant)}, ${localTime(instant)}`
}

/** `YYYY-MM-DDTHH:MM`, local. */
export const formatStamp = (instant: Date): string => shifted(instant).toISOString().slice(0, 16)

const shifted = (instant: Date): Date => new Date(instant.getTime() + OFFSET_MS)

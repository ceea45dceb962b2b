/** Dates and hours in the words of administrative papers (NĐ 30/2020/NĐ-CP, appendix I: days below 10 and months 1 and 2 carry a zero). */
import { formatDate, localDate, localTime } from '#platform/text/dates.ts'

/** `ngày 22 tháng 11 năm 2026`; of an instant or a `YYYY-MM-DD` date. */
export function legalDate(value: Date | string): string {
  const [year, month, day] = (typeof value === 'string' ? value : localDate(value)).split('-')
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}

/** `10 giờ 05 phút, ngày 22 tháng 11 năm 2026` */
export function legalMoment(instant: Date): string {
  const [hours, minutes] = localTime(instant).split(':')
  return `${hours} giờ ${minutes} phút, ${legalDate(instant)}`
}

/** `10:05\n22/11/2026`, for narrow columns. */
export const columnMoment = (instant: Date): string => `${localTime(instant)}\n${formatDate(instant)}`

/** `01`, `12`: counts of papers are written with two digits. */
export const twoDigits = (count: number): string => String(count).padStart(2, '0')

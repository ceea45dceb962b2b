/** A period of legal dates, both included, and the moment at which it is counted. */
import { formatDate, instantAt } from '#platform/text/dates.ts'
import { reportingErrors } from './errors.ts'

export interface Period {
  /** `YYYY-MM-DD` */
  from: string
  to: string
}

/** The instants that a period is counted by. A period that is not over is counted up to now. */
export interface Span {
  start: Date
  /** Nothing at or after it is counted: the end of the last day, or now. */
  cut: Date
}

const DAY_MS = 86_400_000

/** @throws AppError `reporting.period` when the dates are the wrong way round */
export function spanOf(period: Period, now: Date): Span {
  reportingErrors.insist(period.from <= period.to, 'reporting.period', { fields: { to: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.' } })
  const end = new Date(instantAt(period.to).getTime() + DAY_MS)
  return { start: instantAt(period.from), cut: end < now ? end : now }
}

/** The calendar month, quarter or year of a date; reporting periods are configuration (domain.md §7.3), these are the usual choices on the page. */
export function calendarPeriod(kind: 'month' | 'quarter' | 'year', day: string): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const months = { month: 1, quarter: 3, year: 12 }[kind]
  const first = Math.floor((month - 1) / months) * months
  return { from: dateOf(year, first, 1), to: dateOf(year, first + months, 0) }
}

/** The 0th day is the last one of the month before: 28, 29, 30 or 31, whatever today is. */
const dateOf = (year: number, month: number, day: number): string => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)

/** `Tháng 11 năm 2026`, `Quý IV năm 2026`, `Năm 2026`, or the two dates where it is none of these. */
export function periodName({ from, to }: Period): string {
  const year = from.slice(0, 4)
  const isWhole = (kind: 'month' | 'quarter' | 'year') => {
    const whole = calendarPeriod(kind, from)
    return whole.from === from && whole.to === to
  }
  if (isWhole('year')) return `Năm ${year}`
  if (isWhole('quarter')) return `Quý ${['I', 'II', 'III', 'IV'][Math.floor((Number(from.slice(5, 7)) - 1) / 3)]} năm ${year}`
  if (isWhole('month')) return `Tháng ${Number(from.slice(5, 7))} năm ${year}`
  return `Từ ${formatDate(from)} đến ${formatDate(to)}`
}

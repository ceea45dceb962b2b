import { formatMoment, instantAt } from '#platform/text/dates.ts'

const DATE = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000

export interface DayRange {
  /** Local days as shown. */
  first: string
  last: string
  /** Instants; `to` exclusive. */
  from: Date
  to: Date
}

/** The days of the query `tu`, `den`; without them the last seven. A wrong order is turned round. */
export function rangeFrom(query: Record<string, string>, today: string): DayRange {
  const last = dateOr(query.den, today)
  const first = dateOr(query.tu, daysBefore(last, 6))
  const [low, high] = first <= last ? [first, last] : [last, first]
  return { first: low, last: high, from: instantAt(low), to: new Date(instantAt(high).getTime() + DAY_MS) }
}

/** `09:05:33, 24/11/2026` */
export const momentWithSeconds = (at: Date): string => formatMoment(at).replace(',', `:${String(at.getUTCSeconds()).padStart(2, '0')},`)

const dateOr = (text: string | undefined, otherwise: string): string =>
  text && DATE.test(text) && !Number.isNaN(instantAt(text).getTime()) ? text : otherwise

const daysBefore = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)

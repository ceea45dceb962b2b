/**
 * The one definition of early, on time and late, used by lists, details, reports and exports. A limit in days is compared by calendar date, a limit in hours by
 * the minute (design convention of domain.md §2.7; the law names no finer rule). The rule's version is kept with the dossier when it closes.
 */
import { instantAt, localDate } from '#platform/text/dates.ts'
import type { TimePromise } from './facts.ts'

export const TIMELINESS_RULE = 'date-or-minute/1'

export type Timeliness = 'early' | 'on-time' | 'late'
/** Of a dossier still open: within time, near its due time, or past it. */
export type DueStanding = 'within' | 'near' | 'late'

export interface Bounds {
  /** Finished before this instant: early. */
  earlyBefore: Date
  /** Finished at or after this instant: late. Between the two: on time. */
  lateFrom: Date
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export function boundsOf(dueAt: Date, unit: TimePromise['limit']['unit']): Bounds {
  if (unit === 'hour') return { earlyBefore: dueAt, lateFrom: new Date(dueAt.getTime() + MINUTE_MS) }
  const dueDay = instantAt(localDate(dueAt))
  return { earlyBefore: dueDay, lateFrom: new Date(dueDay.getTime() + DAY_MS) }
}

export function timelinessOf(finishedAt: Date, { earlyBefore, lateFrom }: Bounds): Timeliness {
  if (finishedAt < earlyBefore) return 'early'
  return finishedAt < lateFrom ? 'on-time' : 'late'
}

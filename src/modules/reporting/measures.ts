/**
 * What each figure counts, said once, as a condition on the facts of a dossier (`dossier_fact` of the dossier module, alias `f`). The figure counts the rows for which it
 * holds, and the list behind the figure shows those rows: the same condition, so they cannot differ.
 *
 * Columns of biểu II.06a/VPCP/KSTT (TT 01/2020/TT-VPCP). A dossier belongs to a period when it was received in it or was still open when it began, so that
 * column 3 = 7 + 11 by construction; a test proves it on random histories. What was not accepted, or was withdrawn before it was received, has no `received_at` and belongs
 * nowhere. What was withdrawn, closed for want of a supplement or stopped is settled when it ended, and on time whatever its date (`VERDICT_RULES.form06a`: column 9 carries
 * those returned and withdrawn). What waits for a supplement stays in progress and in time: it goes on, and a month that is over must not change when it does.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Span } from './period.ts'

export const MEASURES = [
  'receivedOnline',
  'receivedCounter',
  'receivedPost',
  'carriedOver',
  'settledEarly',
  'settledOnTime',
  'settledLate',
  'openInTime',
  'openLate',
] as const
export type Measure = (typeof MEASURES)[number]

/** Sums of measures; their lists are the union of the parts. */
export const TOTALS = {
  received: ['receivedOnline', 'receivedCounter', 'receivedPost', 'carriedOver'],
  receivedInPeriod: ['receivedOnline', 'receivedCounter', 'receivedPost'],
  /** Column 5 of the form: direct and by public post. */
  receivedOther: ['receivedCounter', 'receivedPost'],
  settled: ['settledEarly', 'settledOnTime', 'settledLate'],
  open: ['openInTime', 'openLate'],
} as const satisfies Record<string, readonly Measure[]>
export type Total = keyof typeof TOTALS

export type Counts = Record<Measure, number>

export const isMeasure = (text: string): text is Measure => (MEASURES as readonly string[]).includes(text)
export const isTotal = (text: string): text is Total => text in TOTALS

export const totalOf = (counts: Counts, total: Total): number => TOTALS[total].reduce((sum, measure) => sum + counts[measure], 0)

/** Whether a dossier belongs to the span at all. */
export const belongs = ({ start, cut }: Span): RawBuilder<boolean> =>
  sql`(f.received_at < ${cut} and (f.received_at >= ${start} or f.finished_at is null or f.finished_at >= ${start}))`

/** Whether its date judges it: a result, or a refusal in writing. */
const JUDGED = sql`f.outcome in ('result', 'refused')`

/** Given that it belongs: whether it counts for the measure. */
export function counts(measure: Measure, { start, cut }: Span): RawBuilder<boolean> {
  const isSettled = sql`(f.finished_at is not null and f.finished_at < ${cut})`
  switch (measure) {
    case 'receivedOnline':
      return sql`(f.received_at >= ${start} and f.channel = 'online')`
    case 'receivedCounter':
      return sql`(f.received_at >= ${start} and f.channel = 'counter')`
    case 'receivedPost':
      return sql`(f.received_at >= ${start} and f.channel = 'post')`
    case 'carriedOver':
      return sql`(f.received_at < ${start})`
    case 'settledEarly':
      return sql`(${isSettled} and ${JUDGED} and f.timeliness = 'early')`
    case 'settledOnTime':
      return sql`(${isSettled} and (f.timeliness = 'on-time' or not ${JUDGED}))`
    case 'settledLate':
      return sql`(${isSettled} and ${JUDGED} and f.timeliness = 'late')`
    // Without `late_from` its clock stands still before the date: in time. Never neither of the two, else 3 = 7 + 11 would break.
    case 'openInTime':
      return sql`(not ${isSettled} and (f.late_from is null or f.late_from > ${cut}))`
    case 'openLate':
      return sql`(not ${isSettled} and f.late_from <= ${cut})`
  }
}

/** The condition of a measure or a total. */
export const countsFor = (what: Measure | Total, span: Span): RawBuilder<boolean> =>
  isTotal(what)
    ? sql`(${sql.join(
        TOTALS[what].map((measure) => counts(measure, span)),
        sql` or `,
      )})`
    : counts(what, span)

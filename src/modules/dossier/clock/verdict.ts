/**
 * How the measures of the law judge one finished or open dossier. `timeliness.ts` is the program's own definition of early, on time and late, kept at closing; a report
 * that must follow another text names its rule here. Rules are data with a version: a rule that changes gets a new name, old reports keep theirs.
 */
import type { Timeliness } from '../timeliness.ts'
import { boundsOf, TIMELINESS_RULE, timelinessOf } from '../timeliness.ts'
import { type Clock, openHolds } from './clock.ts'
import type { Basis } from './law.ts'
import { judgedAt } from './read.ts'

export interface VerdictRule {
  /** Name and version, kept with the figure. */
  name: string
  vi: string
  en: string
  basis: Basis
  /** Which date it is held against: the one that counts, the first promised, or the legal one that no extension moves. */
  against: 'current' | 'original' | 'legal'
  /** date: by calendar date where the limit is in days, by the minute where in hours · instant: by the minute always. */
  compare: 'date' | 'instant'
  /** What ends the time that is judged: the first of these that happened. */
  endsWith: readonly VerdictEnd[]
  /** More than so many supplement requests: late, whatever the dates say. */
  supplementsAllowed?: number
  /** While the first supplement is awaited, the time ends with the request (else the dossier is open). */
  isEndedByFirstSupplement: boolean
  /** Of a dossier without an end in the period: judged as if it ended with the period, or not judged. */
  open: 'ends-with-period' | 'not-judged'
  /** Of a dossier stopped, withdrawn or awaiting its supplement where that ends the time: judged by dates, or on time. */
  interrupted: 'by-dates' | 'on-time'
  /** Whether early and on time are told apart. */
  tellsEarly: boolean
  /** Points for early, on time, late, where the text scores. */
  points?: Readonly<Record<Timeliness, number>>
}

export type VerdictEnd = 'finished' | 'returned' | 'stopped'

export const VERDICT_RULES = {
  house: {
    name: TIMELINESS_RULE,
    vi: 'Quy ước của phần mềm: trước hạn, đúng hạn, quá hạn',
    en: 'Convention of this program: early, on time, late',
    basis: 'houseRule',
    against: 'current',
    compare: 'date',
    endsWith: ['finished'],
    isEndedByFirstSupplement: false,
    open: 'not-judged',
    interrupted: 'by-dates',
    tellsEarly: true,
  },
  qd766: {
    name: 'qd-766-2.1/1',
    vi: 'Quyết định 766/QĐ-TTg, chỉ số 2.1: đúng hạn',
    en: 'QĐ 766/QĐ-TTg, indicator 2.1: on time',
    basis: 'index766',
    against: 'current',
    compare: 'instant',
    endsWith: ['finished', 'returned', 'stopped'],
    supplementsAllowed: 1,
    isEndedByFirstSupplement: true,
    open: 'ends-with-period',
    interrupted: 'by-dates',
    tellsEarly: false,
  },
  nd61: {
    name: 'tt-01-2018-13-1/1',
    vi: 'Thông tư 01/2018/TT-VPCP, chỉ số 1: tổng thời gian giải quyết so với quy định',
    en: 'TT 01/2018/TT-VPCP, index 1: time of settlement against the legal time',
    basis: 'scoring2018',
    against: 'legal',
    compare: 'date',
    endsWith: ['finished'],
    isEndedByFirstSupplement: false,
    open: 'not-judged',
    interrupted: 'by-dates',
    tellsEarly: true,
    points: { early: 2, 'on-time': 1, late: 0 },
  },
  form06a: {
    // /2: what waits for its supplement goes on, so it is in progress as the form's own columns count it (`reporting/measures.ts`); /1 called it on time.
    name: 'ii-06a/2',
    vi: 'Biểu II.06a: giải quyết trước hạn, đúng hạn, quá hạn',
    en: 'Form II.06a: settled early, on time, late',
    basis: 'form06a',
    against: 'current',
    compare: 'date',
    endsWith: ['finished', 'stopped'],
    isEndedByFirstSupplement: false,
    open: 'not-judged',
    interrupted: 'on-time',
    tellsEarly: true,
  },
} as const satisfies Record<string, VerdictRule>

export interface JudgedDossier {
  clock: Clock
  finishedAt?: Date
  returnedAt?: Date
  /** Refused at reception, stopped or withdrawn after it had been received. */
  stoppedAt?: Date
}

export interface Verdict {
  rule: string
  timeliness: Timeliness
  /** What the time was judged to have ended with. */
  endedAt: Date
  points?: number
}

/** Undefined where the rule does not judge the dossier. `periodEnd`: the end of the reporting period. */
export function verdictBy(rule: VerdictRule, dossier: JudgedDossier, periodEnd: Date): Verdict | undefined {
  const end = endOf(rule, dossier, periodEnd)
  if (!end) return undefined
  const { clock } = dossier
  const timeliness = ((): Timeliness => {
    if (rule.supplementsAllowed !== undefined && clock.supplements > rule.supplementsAllowed) return 'late'
    if (end.isInterrupted && rule.interrupted === 'on-time') return 'on-time'
    const judged = timelinessOf(end.at, boundsOf(dueBy(rule, clock), rule.compare === 'instant' ? 'hour' : clock.promise.limit.unit))
    return judged === 'early' && !rule.tellsEarly ? 'on-time' : judged
  })()
  return { rule: rule.name, timeliness, endedAt: end.at, points: rule.points?.[timeliness] }
}

const dueBy = ({ against }: VerdictRule, clock: Clock): Date =>
  ({ current: clock.dueAt, original: clock.originalDueAt, legal: clock.legalDueAt })[against]

function endOf(rule: VerdictRule, { clock, ...ends }: JudgedDossier, periodEnd: Date): { at: Date; isInterrupted: boolean } | undefined {
  const at: Record<VerdictEnd, Date | undefined> = { finished: ends.finishedAt, returned: ends.returnedAt, stopped: ends.stoppedAt }
  for (const kind of rule.endsWith) {
    const end = at[kind]
    if (end && end <= periodEnd)
      return kind === 'stopped' ? { at: judgedAt(clock, end), isInterrupted: true } : { at: end, isInterrupted: false }
  }
  const hold = openHolds(clock)[0]
  if (rule.isEndedByFirstSupplement && hold?.reason === 'supplement' && hold.from <= periodEnd)
    return { at: hold.from, isInterrupted: true }
  return rule.open === 'ends-with-period' ? { at: periodEnd, isInterrupted: false } : undefined
}

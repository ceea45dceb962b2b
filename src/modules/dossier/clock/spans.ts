/** Who had the dossier from reception to finish, as spans that follow each other: what `charge` is given. Pure. */
import type { WorkingCalendar } from '#modules/calendar/index.ts'
import type { Payer, PayerKind, Span } from './charge.ts'
import type { Hold } from './clock.ts'
import { PAUSES } from './entries.ts'

/** A stretch in which somebody had the dossier. Holdings may overlap (parallel branches, a fault during a step); open ones have no end. */
export interface Holding {
  from: Date
  to?: Date
  payer: Payer
  calendar?: WorkingCalendar
}

/**
 * Where holdings overlap, one pays. First what keeps everybody from working: a fault of the exchange, then the post, a standstill of the clock (payment, the applicant, the
 * sector law). Then who was waited for: tax, another agency. Then the own house, the one with the dossier in hand before the step nobody had claimed. Among equals the one
 * that ended last pays, because the others were finished and waited for it.
 */
const PRECEDENCE: readonly PayerKind[] = [
  'exchange-fault',
  'post',
  'payment',
  'applicant',
  'tax',
  'other-agency',
  'officer',
  'step',
  'unit',
  'nobody',
]

/**
 * The life from `receivedAt` to `until` cut into spans. A minute that no holding covers belongs to `unitId`, the unit that answers for the dossier: time that is in
 * nobody's hands is that unit's time, not nobody's. `cutAt`: moments at which a span ends in any case, such as the due date.
 */
export function spansOf(
  receivedAt: Date,
  until: Date,
  unitId: number,
  holdings: readonly Holding[],
  cutAt: readonly (Date | undefined)[] = [],
): Span[] {
  const start = receivedAt.getTime()
  const end = until.getTime()
  if (end <= start) return []
  const answering: Holding = { from: receivedAt, payer: { kind: 'unit', id: unitId } }
  const ranked = holdings.toSorted(byPrecedence)
  const kept = new Set(cutAt.map((cut) => cut?.getTime()))
  const spans: Span[] = []
  let last: Holding | undefined
  for (const [from, to] of stretches(start, end, holdings, kept)) {
    const holder = ranked.find((each) => each.from.getTime() <= from && (each.to?.getTime() ?? end) >= to) ?? answering
    const before = spans.at(-1)
    if (before && last === holder && !kept.has(from)) before.to = new Date(to)
    else spans.push({ from: new Date(from), to: new Date(to), payer: holder.payer, calendar: holder.calendar })
    last = holder
  }
  return spans
}

/** The stretches between all moments at which anything begins, ends or is cut. */
function stretches(start: number, end: number, holdings: readonly Holding[], kept: ReadonlySet<number | undefined>): [number, number][] {
  const edges = new Set([start, end])
  const add = (edge: number | undefined) => edge !== undefined && edge > start && edge < end && edges.add(edge)
  kept.forEach(add)
  for (const { from, to } of holdings) {
    add(from.getTime())
    add(to?.getTime())
  }
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(1).map((to, index) => [sorted[index] as number, to])
}

/** The standstills of the dossier's clock, to whom they are charged. One standstill inside another is charged by the same precedence. */
export const holdingsOf = (holds: readonly Hold[]): Holding[] =>
  holds.map(({ from, to, reason }) => ({ from, ...(to ? { to } : {}), payer: { kind: PAUSES[reason].payer } }))

const byPrecedence = (a: Holding, b: Holding): number =>
  PRECEDENCE.indexOf(a.payer.kind) - PRECEDENCE.indexOf(b.payer.kind) || endOf(b) - endOf(a)

/** Still open: it has not ended, so later than any. */
const endOf = ({ to }: Holding): number => to?.getTime() ?? Number.MAX_SAFE_INTEGER

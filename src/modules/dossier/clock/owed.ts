/**
 * Who owes how much of a lateness (trách nhiệm của từng đơn vị, kể cả đơn vị liên thông). The law asks for it and names no formula; this is the rule of this
 * program. Each step has its working hours; what was used over them is that step's overrun, charged to whoever had it in those last minutes. Time in which no step was
 * open, carriage and faults were planned for by nobody, so they overrun from their first minute. The lateness is shared in proportion to the overruns, in whole minutes
 * that add up to it exactly. Time in which the clock stood still, and time before the last recount from zero, owes nothing.
 */
import type { WorkingCalendar } from '#modules/calendar/index.ts'
import type { Charge, ChargedPart, Payer, PayerSum } from './charge.ts'
import type { Clock } from './clock.ts'
import { isLate, lateMinutes } from './read.ts'

export const OWED_RULE = 'share-of-overrun/1'

export interface Owed {
  /** Working minutes past the due moment, by the settling unit's calendar; 0 while the dossier is not late. */
  lateMinutes: number
  /** The largest first; they add up to `lateMinutes`. */
  shares: PayerSum[]
}

/**
 * `budgets`: step's task number → working minutes. `unitId`: answers where nobody overran, because the plan itself was too long.
 * At `now`, or at the finish if that was before.
 */
export function owedBy(
  charged: Charge,
  clock: Clock,
  calendar: WorkingCalendar,
  budgets: ReadonlyMap<number, number>,
  unitId: number,
  now: Date,
): Owed {
  const late = isLate(clock, now) ? lateMinutes(clock, calendar, now) : 0
  if (late === 0) return { lateMinutes: 0, shares: [] }
  const overran = overruns(
    charged.parts.filter((part) => counts(part, clock)),
    budgets,
  )
  const shares = overran.length > 0 ? inProportion(late, overran) : [{ payer: { kind: 'unit' as const, id: unitId }, minutes: late }]
  return { lateMinutes: late, shares }
}

/** What was used over each step's budget, in the order in which the overruns began; those of one payer are one. */
export function overruns(parts: readonly ChargedPart[], budgets: ReadonlyMap<number, number>): PayerSum[] {
  const left = new Map(budgets)
  const over = new Map<string, PayerSum>()
  for (const { payer, minutes } of parts) {
    if (payer.kind === 'nobody') continue
    const budget = payer.step === undefined ? 0 : (left.get(payer.step) ?? 0)
    if (payer.step !== undefined) left.set(payer.step, Math.max(0, budget - minutes))
    if (minutes <= budget) continue
    const key = nameOf(payer)
    over.set(key, { payer, minutes: (over.get(key)?.minutes ?? 0) + minutes - budget })
  }
  return [...over.values()]
}

/** Whole minutes in proportion, the rest to the largest fractions. */
function inProportion(total: number, over: readonly PayerSum[]): PayerSum[] {
  const whole = over.reduce((sum, { minutes }) => sum + minutes, 0)
  const exact = over.map(({ payer, minutes }) => ({
    payer,
    minutes: Math.floor((total * minutes) / whole),
    rest: (total * minutes) % whole,
  }))
  let left = total - exact.reduce((sum, { minutes }) => sum + minutes, 0)
  for (const share of exact.toSorted((a, b) => b.rest - a.rest)) {
    if (left === 0) break
    share.minutes++
    left--
  }
  return exact
    .filter(({ minutes }) => minutes > 0)
    .map(({ payer, minutes }) => ({ payer, minutes }))
    .sort((a, b) => b.minutes - a.minutes)
}

/** While the clock ran, since it was last counted from zero. */
function counts({ from, to }: ChargedPart, { runs, holds }: Clock): boolean {
  const count = runs.at(-1)?.count
  const since = runs.find((run) => run.count === count)?.from
  return (!since || to > since) && !holds.some((hold) => hold.from <= from && (!hold.to || hold.to >= to))
}

const nameOf = ({ kind, id, step }: Payer): string => `${kind}/${id ?? ''}/${step ?? ''}`

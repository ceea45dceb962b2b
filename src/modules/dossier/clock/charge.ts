/**
 * Whose time it was. Every minute between reception and finish is charged to exactly one payer; minutes outside the office hours of whoever had the dossier are
 * nobody's. Minutes are whole: seconds are dropped at both ends, as everywhere in the calendar, so that the parts add up to the elapsed time by construction.
 */
import { type WorkingCalendar, workingMinutesBetween } from '#modules/calendar/index.ts'

/**
 * unit: it had the dossier, no step was open · step: opened and not yet claimed · officer: had it in hand · applicant: supplement, decision to withdraw · other-agency: a leg
 * or an opinion · tax: works out the obligation · post: carries it · payment: waiting for proof of payment · exchange-fault: a system did not deliver.
 */
export type PayerKind =
  | 'unit'
  | 'step'
  | 'officer'
  | 'applicant'
  | 'other-agency'
  | 'tax'
  | 'post'
  | 'payment'
  | 'exchange-fault'
  | 'nobody'

export interface Payer {
  kind: PayerKind
  /** Of the unit, the step's task number, the officer, the agency's unit or the partner; the applicant, payment and nobody have none. */
  id?: number
  /** The unit that answers for it; officers and steps belong to one, so that a unit's sum includes them. */
  unitId?: number
  /** The open step's task number. */
  step?: number
}

export interface Span {
  from: Date
  to: Date
  payer: Payer
  /** Of the payer, where its office hours are not those of the settling unit. */
  calendar?: WorkingCalendar
}

export interface ChargedPart {
  from: Date
  to: Date
  payer: Payer
  minutes: number
}

export interface Charge {
  elapsedMinutes: number
  /** In order of time; a span of which a part lies outside office hours gives two parts. No part is empty. */
  parts: ChargedPart[]
}

export const NOBODY: Payer = { kind: 'nobody' }

const MINUTE_MS = 60_000

/**
 * Charges spans that follow each other without gap or overlap.
 * @throws Error where they do not: a minute would be charged twice or to no one
 */
export function charge(spans: readonly Span[], calendar: WorkingCalendar): Charge {
  const parts: ChargedPart[] = []
  let elapsedMinutes = 0
  spans.forEach(({ from, to, payer, calendar: own }, index) => {
    const before = spans[index - 1]
    if (before && before.to.getTime() !== from.getTime()) throw new Error(`Span ${index} does not begin where the one before ends`)
    if (to < from) throw new Error(`Span ${index} ends before it begins`)
    const all = minuteOf(to) - minuteOf(from)
    const working = payer.kind === 'nobody' ? 0 : workingMinutesBetween(own ?? calendar, from, to)
    elapsedMinutes += all
    if (working > 0) parts.push({ from, to, payer, minutes: working })
    if (all > working) parts.push({ from, to, payer: NOBODY, minutes: all - working })
  })
  return { elapsedMinutes, parts }
}

export interface PayerSum {
  payer: Payer
  minutes: number
}

/** One sum for each payer, the largest first. They add up to the elapsed minutes as the parts do. */
export const sumsByPayer = ({ parts }: Charge): PayerSum[] => sums(parts, ({ kind, id }) => ({ kind, ...(id === undefined ? {} : { id }) }))

/** One sum for each kind of payer. */
export const sumsByKind = ({ parts }: Charge): PayerSum[] => sums(parts, ({ kind }) => ({ kind }))

/** One sum for each unit with its steps and officers; what belongs to no unit stays under its kind. */
export const sumsByUnit = ({ parts }: Charge): PayerSum[] =>
  sums(parts, ({ kind, id, unitId }) => {
    const unit = kind === 'unit' ? id : unitId
    return unit === undefined ? { kind } : { kind: 'unit', id: unit }
  })

function sums(parts: readonly ChargedPart[], key: (payer: Payer) => Payer): PayerSum[] {
  const byKey = new Map<string, PayerSum>()
  for (const { payer, minutes } of parts) {
    const summed = key(payer)
    const name = `${summed.kind}/${summed.id ?? ''}`
    const before = byKey.get(name)
    byKey.set(name, { payer: summed, minutes: (before?.minutes ?? 0) + minutes })
  }
  return [...byKey.values()].sort((a, b) => b.minutes - a.minutes)
}

export const minuteOf = (instant: Date): number => Math.floor(instant.getTime() / MINUTE_MS)

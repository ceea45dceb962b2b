/** T1–T23 of domain.md §2.3 in order. */
import { closing } from './table/closing.ts'
import { coordination } from './table/coordination.ts'
import { deadline } from './table/deadline.ts'
import { reception } from './table/reception.ts'
import { result } from './table/result.ts'
import { settlement } from './table/settlement.ts'
import { supplement } from './table/supplement.ts'
import type { Transition, TransitionRow } from './transition.ts'

const all = [...reception, ...settlement, ...supplement, ...coordination, ...result, ...deadline, ...closing] as const

export type TransitionId = (typeof all)[number]['id']

const numberOf = (row: TransitionRow): number => Number(row.slice(1))

export const TRANSITIONS: readonly (Transition & { id: TransitionId })[] = all.toSorted((a, b) => numberOf(a.row) - numberOf(b.row))

const byId = new Map(TRANSITIONS.map((transition) => [transition.id, transition]))

export function transitionById(id: TransitionId): Transition & { id: TransitionId } {
  const transition = byId.get(id)
  if (!transition) throw new Error(`There is no transition ${id}`)
  return transition
}

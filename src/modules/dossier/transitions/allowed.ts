/** What may be done with a dossier now, and why what is asked for may not be. Pure; actions and pages ask the same functions, so that a page never offers what is refused. */

import { localDate } from '#platform/text/dates.ts'
import { type Basis, cite } from '../clock/law.ts'
import { GUARDS, type GuardName, type Situation } from './guards.ts'
import { LIFE_STATES, type LifeState } from './life-states.ts'
import { TRANSITIONS, type TransitionId, transitionById } from './table.ts'
import type { Transition } from './transition.ts'

/** Where a dossier is, and where it goes back to after each interruption, outermost first. */
export interface Position {
  state: LifeState | 'nothing'
  interrupted: readonly LifeState[]
}

export const NOWHERE: Position = { state: 'nothing', interrupted: [] }

/** The transitions that leave a state; whether one may be made now is said by `refusalOf`. */
export const allowedFrom = (state: LifeState | 'nothing'): TransitionId[] =>
  TRANSITIONS.filter(({ from }) => from.includes(state)).map(({ id }) => id)

export interface TransitionRefusal {
  transition: TransitionId
  /** `state`: it does not leave this state at all. */
  code: 'state' | GuardName
  vi: string
  en: string
  basis: Basis
  /** The article as cited on the day, in both languages. */
  article: { vi: string; en: string }
}

/** The first reason against a transition, or undefined when it may be made. */
export const refusalOf = (id: TransitionId, situation: Situation): TransitionRefusal | undefined => refusalsOf(id, situation)[0]

/** All reasons against it, so that a page can name them at once. */
export function refusalsOf(id: TransitionId, situation: Situation): TransitionRefusal[] {
  const transition = transitionById(id)
  const refuse = (code: TransitionRefusal['code'], { vi, en }: { vi: string; en: string }, basis: Basis): TransitionRefusal => {
    const on = localDate(situation.now)
    return { transition: id, code, vi, en, basis, article: { vi: cite(basis, on, 'vi'), en: cite(basis, on, 'en') } }
  }
  if (!transition.from.includes(situation.state)) return [refuse('state', transition.elsewhere, transition.basis)]
  return transition.guards.filter((name) => !GUARDS[name].holds(situation)).map((name) => refuse(name, GUARDS[name], GUARDS[name].basis))
}

/**
 * The dossier's place after a transition.
 * @throws Error when the transition does not leave its state: guards are the caller's, the map is not
 */
export function move({ state, interrupted }: Position, transition: Transition): Position {
  if (!transition.from.includes(state)) throw new Error(`${transition.id} does not leave ${state}`)
  if (transition.to === 'same') return { state, interrupted }
  if (transition.to === 'before') {
    const before = interrupted.at(-1)
    if (!before) throw new Error(`${transition.id} has nothing to go back to`)
    return { state: before, interrupted: interrupted.slice(0, -1) }
  }
  if (transition.interrupts && state !== 'nothing') return { state: transition.to, interrupted: [...interrupted, state] }
  // What has ended goes back nowhere.
  return { state: transition.to, interrupted: LIFE_STATES[transition.to].clock === 'ended' ? [] : interrupted }
}

/** The place after a list of transitions from the beginning. */
export const positionAfter = (ids: readonly TransitionId[]): Position =>
  ids.reduce((position, id) => move(position, transitionById(id)), NOWHERE)

/** Whether the law lets a transition be made, by the same table as the actions, but from the facts alone. */
import { refusalsOf, type TransitionId } from '../../../../src/modules/dossier/index.ts'
import { type Given, legalSituation } from '../../../../src/modules/workflow/index.ts'
import type { Look } from '../act.ts'
import type { World } from '../world.ts'

/** `given`: what the person who asks knows and gives. */
export const isLawful = (id: TransitionId, { state, now, about }: Look, world: World, given: Given = {}): boolean =>
  refusalsOf(id, legalSituation({ state }, world.calendarAt(about.settlingUnitId), now, given)).length === 0

/** When a transition was last made. */
export const lastMade = ({ actions }: Look, ...ids: TransitionId[]): Date | undefined =>
  actions.findLast(({ fact }) => fact.kind === 'transition' && ids.includes(fact.id))?.at

export const timesMade = ({ actions }: Look, id: TransitionId): number =>
  actions.filter(({ fact }) => fact.kind === 'transition' && fact.id === id).length

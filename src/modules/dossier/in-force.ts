/** What counts of a list of actions: an act that was taken back stays in the list and in its chain, but nothing is computed from it any more. Pure. */
import type { DossierAction } from './facts.ts'

/** Without the acts taken back and without what took them back; the same list where nothing was. */
export function inForce(actions: readonly DossierAction[]): readonly DossierAction[] {
  const gone = takenBack(actions)
  return gone.size === 0 ? actions : actions.filter(({ sequence, fact }) => fact.kind !== 'undone' && !gone.has(sequence))
}

/** Sequence of each action that was taken back → when. */
export function takenBack(actions: readonly DossierAction[]): Map<number, Date> {
  const gone = new Map<number, Date>()
  for (const { fact, at } of actions)
    if (fact.kind === 'undone') for (let sequence = fact.from; sequence <= fact.to; sequence++) gone.set(sequence, at)
  return gone
}

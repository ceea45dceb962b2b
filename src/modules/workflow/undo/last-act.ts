/** The last act on a dossier, and whether it can be taken back. Pure. */
import { type DossierAction, inForce, type TransitionId, transitionById } from '#modules/dossier/index.ts'
import { tasksOf } from '../tasks.ts'
import { FACT_INVERSES, type Inverse, TRANSITION_INVERSES } from './inverses.ts'

export interface LastAct {
  /** Sequences of its facts: the head, and all that followed from it. */
  from: number
  to: number
  head: DossierAction
  transition?: TransitionId
  inverse: Inverse
}

/** What only follows an act. */
const FOLLOWS: ReadonlySet<string> = new Set(['task-opened', 'task-cancelled', 'clock', 'paper-issued', 'document-added'])

/** Undefined where nothing is left that could be taken back. */
export function lastAct(actions: readonly DossierAction[]): LastAct | undefined {
  const counted = inForce(actions)
  const at = counted.findLastIndex(({ fact }) => !FOLLOWS.has(fact.kind))
  const head = counted[at]
  const last = counted.at(-1)
  if (!head || !last) return undefined
  // Something came after it by itself, at another time: a file, a paper of its own.
  const isWhole = counted.slice(at).every((action) => action.at.getTime() === head.at.getTime())
  const act = { from: head.sequence, to: last.sequence, head }
  if (!isWhole) return { ...act, inverse: FACT_INVERSES[last.fact.kind === 'document-added' ? 'document-added' : 'paper-issued'] }
  const { fact } = head
  if (fact.kind === 'transition') return { ...act, transition: fact.id, inverse: TRANSITION_INVERSES[fact.id] }
  if (fact.kind === 'task-completed' && isLegs(counted, fact.number)) return { ...act, inverse: TRANSITION_INVERSES['end-consultation'] }
  if (fact.kind === 'task-completed' && isCorrection(counted, fact.number)) return { ...act, inverse: FACT_INVERSES['result-issued'] }
  // The step closed with what made it: a result issued or given out, a transition.
  const before = counted[at - 1]
  if (fact.kind === 'task-completed' && before && before.at.getTime() === head.at.getTime() && closesWith(before))
    return { ...act, inverse: inverseOf(before) }
  return { ...act, inverse: inverseOf(head) }
}

const closesWith = ({ fact }: DossierAction): boolean =>
  fact.kind === 'result-issued' ||
  fact.kind === 'result-returned' ||
  fact.kind === 'transition' ||
  fact.kind === 'received' ||
  fact.kind === 'task-opened'

/** A step that was opened and closed in one act (the reception’s own) belongs to that act. */
function inverseOf({ fact }: DossierAction): Inverse {
  if (fact.kind === 'transition') return TRANSITION_INVERSES[fact.id]
  if (fact.kind === 'task-opened') return FACT_INVERSES.received
  return FACT_INVERSES[fact.kind as keyof typeof FACT_INVERSES]
}

const taskOf = (actions: readonly DossierAction[], number: number) => tasksOf(actions).find((task) => task.number === number)
const isLegs = (actions: readonly DossierAction[], number: number): boolean => taskOf(actions, number)?.kind === 'leg'
const isCorrection = (actions: readonly DossierAction[], number: number): boolean => taskOf(actions, number)?.node === undefined

/** What the act is called, for the button. */
export const actName = ({ transition }: LastAct, language: 'vi' | 'en'): string | undefined =>
  transition && transitionById(transition)[language]

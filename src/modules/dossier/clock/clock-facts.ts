/**
 * Which clocks an action of the dossier moves. What has a fact of its own (a reception, a step opened, a result issued) is an entry by what it is; everything else is said by
 * a `clock` fact, so that nothing is written twice and nothing is inferred from neighbours.
 */
import type { DossierAction, DossierFact, OpenedTask, TimePromise } from '../facts.ts'
import { inForce } from '../in-force.ts'
import type { ClockEntry, ClockFact, ClockSubject } from './entries.ts'

export interface ClockMove {
  of: ClockSubject
  /** Of the step's task. */
  number?: number
  entry: ClockEntry
}

type Dated = Pick<DossierAction, 'at' | 'actorKind' | 'actorId' | 'fact'>

export function clockFactsIn({ at, actorKind, actorId, fact }: Dated): ClockMove[] {
  const move = (of: ClockSubject, entry: ClockFact, number?: number): ClockMove => ({
    of,
    ...(number === undefined ? {} : { number }),
    entry: { ...entry, at, actorKind, actorId },
  })
  return movesOf(fact).map(({ of, entry, number }) => move(of, entry, number))
}

function movesOf(fact: DossierFact): { of: ClockSubject; entry: ClockFact; number?: number }[] {
  switch (fact.kind) {
    case 'clock': {
      const { kind: _, of, number, ...entry } = fact
      return [{ of, number, entry: entry as ClockFact }]
    }
    case 'filed':
      return fact.promise
        ? [{ of: 'reception', entry: { entry: 'start', reason: 'filed', basis: 'onlineReception', promise: fact.promise } }]
        : []
    case 'received':
      return [{ of: 'dossier', entry: { entry: 'start', reason: 'received', basis: 'reception', promise: fact.promise } }]
    case 'result-issued':
      return [{ of: 'dossier', entry: { entry: 'finish', reason: 'result', basis: 'assignment' } }]
    case 'task-opened':
      return [
        {
          of: 'step',
          number: fact.task.number,
          entry: { entry: 'start', reason: 'step-opened', basis: 'assignment', promise: promiseOfTask(fact.task) },
        },
      ]
    case 'task-completed':
    case 'task-sent-back':
    case 'task-cancelled':
      return [{ of: 'step', number: fact.number, entry: { entry: 'finish', reason: 'step-done', basis: 'assignment' } }]
    default:
      return []
  }
}

/** Facts of before graphs hold only the due time. */
const promiseOfTask = ({ promise, dueAt }: OpenedTask): TimePromise =>
  promise ?? { clockStartedAt: dueAt, limit: { amount: 1, unit: 'hour' }, mode: 'carry', dueAt }

/** One clock's entries out of a dossier's list of actions; for a clock that was started again (a resubmission), those since its last start. */
export function entriesOf(actions: readonly Dated[], of: ClockSubject, number?: number): ClockEntry[] {
  const entries = counted(actions)
    .flatMap(clockFactsIn)
    .filter((each) => each.of === of && each.number === number)
  return entries.slice(entries.findLastIndex(({ entry }) => entry.entry === 'start')).map(({ entry }) => entry)
}

/** Without acts that were taken back; lists of single moves have no numbers and nothing taken back. */
const counted = (actions: readonly Dated[]): readonly Dated[] =>
  actions.some(({ fact }) => fact.kind === 'undone') ? inForce(actions as readonly DossierAction[]) : actions

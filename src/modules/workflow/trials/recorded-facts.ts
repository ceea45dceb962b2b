/** How the facts of a finished dossier hang together: what only follows an act, and what other agencies were asked by it. Pure. */
import type { DossierAction, OpenedTask } from '#modules/dossier/index.ts'
import { workflowErrors } from '../errors.ts'
import { legsByHand } from '../legs-by-hand.ts'
import type { Process } from '../process.ts'
import { type Task, tasksOf } from '../tasks.ts'
import type { TrialAct, TrialLeg } from './trial.ts'

export const CONSEQUENCES: ReadonlySet<string> = new Set(['task-opened', 'task-completed', 'task-cancelled', 'clock'])
export const isConsequence = (action: DossierAction | undefined): boolean =>
  action !== undefined && (CONSEQUENCES.has(action.fact.kind) || isOfSystem(action))

/** What follows by itself: the word of an early result, the end of a consultation by its last answer. */
export const isOfSystem = ({ fact, actorKind }: DossierAction): boolean =>
  fact.kind === 'transition' && (fact.id === 'announce-early-result' || (fact.id === 'end-consultation' && actorKind === 'system'))

/** Tasks outside the process that an act opened, but not for the answer that comes next. */
export function openedWith(actions: readonly DossierAction[], index: number): OpenedTask[] {
  const opened: OpenedTask[] = []
  for (let at = index + 1; at < actions.length && isConsequence(actions[at]); at += 1) {
    const fact = actions[at]?.fact
    if (fact?.kind === 'task-opened' && fact.task.node === undefined && !opensNext(actions, at)) opened.push(fact.task)
  }
  return opened
}

export function legOf(process: Process, { promise, unitId, roleId, assigneeId, stepName }: OpenedTask): TrialLeg {
  const role = [...process.roleIds].find(([, id]) => id === roleId)?.[0]
  if (!promise) return unrecordable(stepName)
  return {
    workingDays: promise.limit.amount,
    ...(role ? { place: { unitId, role, ...(assigneeId === undefined ? {} : { isHeld: true as const }) } } : {}),
  }
}

/** Of agencies asked one after the other: the next is opened right before the one that answered is closed, and the process's way says so. */
export function opensNext(actions: readonly DossierAction[], index: number): boolean {
  const [opened, done] = [actions[index]?.fact, actions[index + 1]?.fact]
  return (
    opened?.kind === 'task-opened' &&
    opened.task.asked !== undefined &&
    done?.kind === 'task-completed' &&
    done.way !== undefined &&
    taskOf(actions, done.number).asked !== undefined
  )
}

export function answerBefore(process: Process, actions: readonly DossierAction[], index: number): TrialAct | undefined {
  const [opened, done] = [actions[index]?.fact, actions[index + 1]?.fact]
  if (opened?.kind !== 'task-opened' || done?.kind !== 'task-completed' || !opensNext(actions, index)) return undefined
  return { kind: 'answer', leg: legNumber(actions, done.number), next: legOf(process, opened.task) }
}

export const legNumber = (actions: readonly DossierAction[], number: number): number =>
  legsByHand(actions).findIndex((task) => task.number === number) + 1

export function taskOf(actions: readonly DossierAction[], number: number): Task {
  return tasksOf(actions).find((task) => task.number === number) ?? unrecordable(String(number))
}

/** @throws AppError `workflow.trial-unrecordable` */
export const unrecordable = (what: string): never => workflowErrors.fail('workflow.trial-unrecordable', { parameters: { what } })

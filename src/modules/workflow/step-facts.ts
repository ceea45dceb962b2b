/** The facts that steps of the process are made of, as their actions append them; and what keeps a step from being done, whoever does it. Pure. */
import type { AppraisalVerdict, DossierFact, FactOf, HeldDossier, TaskKind, Way } from '#modules/dossier/index.ts'
import { factsOfMove, type Opening, wayOf } from './advance.ts'
import { workflowErrors } from './errors.ts'
import { goBack, type TokenMove } from './graph/engine.ts'
import type { Token } from './graph/position.ts'
import { waysBack } from './graph/runnable.ts'
import { insistLegsClosed, insistNotPaused } from './hold.ts'
import { type Process, returnStep } from './process.ts'
import { openTasks, positionOf, type Task, tasksOf } from './tasks.ts'

type Stepping = Pick<HeldDossier, 'actions' | 'state' | 'receivingUnitId' | 'settlingUnitId' | 'procedureId'>

/**
 * @throws AppError `workflow.issue-first`, `workflow.return-first`, `workflow.not-yours`, `workflow.own-act`, `workflow.paused`, `workflow.legs-open`,
 * `workflow.result-required`
 */
export function insistCompletable(
  dossier: Pick<HeldDossier, 'actions' | 'state'>,
  task: Pick<Task, 'kind' | 'node' | 'stepName'>,
  by?: 'system',
): void {
  const { kind } = task
  insistOwnWay(kind, by)
  // What was opened by an act outside the process is closed by that act's counterpart.
  workflowErrors.insist(task.node !== undefined, 'workflow.own-act', { parameters: { step: task.stepName } })
  insistNotPaused(dossier)
  insistLegsClosed(dossier, task)
  if (kind === 'signature')
    workflowErrors.insist(
      dossier.actions.some(({ fact }) => fact.kind === 'result-prepared'),
      'workflow.result-required',
    )
}

function insistOwnWay(kind: TaskKind, by?: 'system'): void {
  workflowErrors.insist(kind !== 'issue', 'workflow.issue-first')
  workflowErrors.insist(kind !== 'return', 'workflow.return-first')
  workflowErrors.insist(kind !== 'timer' || by === 'system', 'workflow.not-yours', { parameters: { step: 'chờ hết thời gian' } })
}

/** How the process goes on from a step. */
interface Onward {
  tokens: TokenMove
  opening: Opening
  /** Who gets what opens, where somebody is named. */
  assigneeOf?: (token: Token) => number | undefined
}

export function completedFacts(
  dossier: Stepping,
  process: Process,
  { number }: Pick<Task, 'number'>,
  { comment, verdict, officerId }: { comment?: string; verdict?: AppraisalVerdict; officerId?: number },
  { tokens, opening, assigneeOf }: Onward,
): DossierFact[] {
  return [
    {
      kind: 'task-completed',
      number,
      ...(officerId === undefined ? {} : { officerId }),
      comment,
      ...(verdict ? { verdict } : {}),
      way: wayOf(tokens),
    },
    ...factsOfMove(opening, dossier, process, tokens, { assigneeOf }),
  ]
}

/** Who did the step the last time, if somebody did: it goes to the same person when it comes up again (after a sending back). */
export const lastDoneOf = ({ actions }: Pick<HeldDossier, 'actions'>, node: string): Task | undefined =>
  tasksOf(actions).findLast((task) => task.node === node && task.closedById)

/** @throws AppError `workflow.no-way-back` where the dossier has not been at the step, or no way leads back to it */
export function sendBackMove(dossier: Stepping, process: Process, task: Task, toNode: string): { tokens: TokenMove; doer: Task } {
  const doer = tasksOf(dossier.actions).findLast(({ node, closedAt }) => node === toNode && closedAt)
  if (!task.node || !doer || !waysBack(process.runnable, task.node).includes(toNode))
    return workflowErrors.fail('workflow.no-way-back', { fields: { toNode: 'Hãy chọn một bước trước bước hiện tại.' } })
  return { tokens: goBack(process.runnable, positionOf(dossier.actions), task.number, toNode), doer }
}

export function sentBackFacts(
  dossier: Stepping,
  process: Process,
  { number }: Pick<Task, 'number'>,
  { toNode, reason, officerId }: { toNode: string; reason: string; officerId?: number },
  { tokens, opening, assigneeId }: { tokens: TokenMove; opening: Opening; assigneeId?: number },
): DossierFact[] {
  return [
    { kind: 'task-sent-back', number, ...(officerId === undefined ? {} : { officerId }), reason, toNode, way: wayOf(tokens) },
    ...factsOfMove(opening, dossier, process, tokens, { cancelledBy: 'sent-back', assigneeOf: () => assigneeId }),
  ]
}

export function issuedFacts(
  dossier: Stepping,
  process: Process,
  task: Pick<Task, 'number'>,
  given: Omit<FactOf<'result-issued'>, 'kind'> & { comment?: string; officerId?: number },
  { tokens, opening }: { tokens: TokenMove; opening: Opening },
): DossierFact[] {
  const { comment, officerId, ...issued } = given
  return [
    { kind: 'result-issued', ...issued },
    {
      kind: 'task-completed',
      number: task.number,
      ...(officerId === undefined ? {} : { officerId }),
      comment,
      way: wayOf(tokens),
    },
    ...factsOfMove(opening, dossier, process, tokens),
  ]
}

/** Of the last step: the result is with its receiver. */
export const returnedFacts = (
  { number }: Pick<Task, 'number'>,
  given: Omit<FactOf<'result-returned'>, 'kind'> & { officerId?: number },
): DossierFact[] => {
  const { officerId, ...returned } = given
  return [
    { kind: 'result-returned', ...returned },
    { kind: 'task-completed', number, ...(officerId === undefined ? {} : { officerId }) },
  ]
}

/** Everything that is open still, done by this very act. */
export const allDone = (actions: HeldDossier['actions']): DossierFact[] =>
  openTasks(actions).map(({ number }) => ({ kind: 'task-completed', number }))

/**
 * The step at which results are returned, opened wherever the dossier stands: what is refused in writing goes there at once.
 * @throws Error for a process without such a step, which cannot be published
 */
export function onwardToReturn(dossier: Stepping, process: Process, opening: Opening): { facts: DossierFact[]; way: Way } {
  const step = returnStep(process)
  if (!step) throw new Error(`Process ${process.id} has no step at which results are returned`)
  const { next } = positionOf(dossier.actions)
  const token = { id: next, node: step.id }
  const facts = factsOfMove(opening, dossier, process, { entered: [token], cancelled: [] })
  return { facts, way: wayOf({ position: { next: next + 1, tokens: [token] }, taken: [] }) }
}

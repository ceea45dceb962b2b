/** Takes a dossier and one of its open tasks for an action, and says who may act on it. Two people at once: the second gets a clear sentence, nothing is done twice. */
import { type HeldDossier, holdDossier, LIFE_STATES, openHolds, pauseWords } from '#modules/dossier/index.ts'
import { findOfficerName, holdsRoleAt, standsInFor } from '#modules/identity/index.ts'
import type { Work } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import type { Transaction } from '#platform/database.ts'
import { AppError, commonErrors } from '#platform/errors.ts'
import { prepared } from '#platform/prepared.ts'
import { workflowErrors } from './errors.ts'
import { openLegsByHand } from './legs-by-hand.ts'
import type { Process } from './process.ts'
import { getProcess } from './queries/process.ts'
import { type Task, tasksOf } from './tasks.ts'

export interface HeldTask {
  dossier: HeldDossier
  task: Task
  process: Process
}

/** Names the open task the person saw; a form that is out of date is answered, not obeyed. */
export interface TaskReference {
  dossierId: number
  taskNumber: number
}

/** The unit of a task: the scope of every action on it. @throws AppError `record.not-found` */
export async function unitOfTask(tx: Transaction, { dossierId, taskNumber }: TaskReference): Promise<number> {
  const row = await unitOf(tx, { dossierId, taskNumber }).first()
  return row?.unitId ?? commonErrors.fail('record.not-found')
}

const unitOf = prepared((db, { dossierId, taskNumber }: TaskReference) =>
  db.selectFrom('task').select('unitId').where('dossierId', '=', dossierId).where('number', '=', taskNumber),
)

/**
 * The dossier and its open task, held until the transaction ends.
 * @throws AppError `workflow.task-closed` when the task was done meanwhile
 */
export async function holdTask(tx: Transaction, reference: TaskReference): Promise<HeldTask> {
  const dossier = await holdDossier(tx, reference.dossierId)
  const task = tasksOf(dossier.actions).find(({ number }) => number === reference.taskNumber)
  if (!task) return commonErrors.fail('record.not-found')
  if (task.closedAt) {
    const name = task.closedById ? await findOfficerName(tx, task.closedById) : undefined
    return workflowErrors.fail('workflow.task-closed', { parameters: { by: name ? ` (${name})` : '' } })
  }
  return { dossier, task, process: await processOf(tx, dossier) }
}

/** The version the dossier was received under. @throws Error before its reception */
export function processOf(tx: Transaction, { state }: Pick<HeldDossier, 'state'>): Promise<Process> {
  if (state.processId === undefined) throw new Error('A dossier has no process before its reception')
  return getProcess(tx, state.processId)
}

/**
 * While the clock stands still nobody brings the process on: the applicant has to act first. Nor while something is being verified, whose minutes are to be written first.
 * @throws AppError `workflow.paused`, `workflow.verifying`
 */
export function insistNotPaused({ state }: Pick<HeldDossier, 'state'>): void {
  const [hold] = state.clock && !state.clock.finishedAt ? openHolds(state.clock) : []
  if (hold) workflowErrors.fail('workflow.paused', { parameters: { why: pauseWords('vi')[hold.reason].toLowerCase() } })
  if (state.state === 'AWAITING_SUPPLEMENT' || state.state === 'WITHDRAWAL_REQUESTED')
    workflowErrors.fail('workflow.paused', { parameters: { why: LIFE_STATES[state.state].vi.toLowerCase() } })
  workflowErrors.insist(state.state !== 'IN_VERIFICATION', 'workflow.verifying')
}

/** Why nobody brings the process on now, if so. */
export function pauseRefusal(dossier: Pick<HeldDossier, 'state'>): AppError | undefined {
  try {
    insistNotPaused(dossier)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  return undefined
}

/**
 * While other agencies that were asked by hand have not answered, the process waits for them: the lead ends the consultation or liên thông first. What the tax agency is asked
 * keeps nobody but the issue waiting (NĐ 61/2018 art. 19(5)–(7)).
 * @throws AppError `workflow.legs-open`
 */
export function insistLegsClosed(
  { actions, state }: Pick<HeldDossier, 'actions' | 'state'>,
  { kind, node }: Pick<Task, 'kind' | 'node'>,
): void {
  if (kind === 'leg' || kind === 'outside' || node === undefined) return
  const isAsking = state.state === 'IN_CONSULTATION' || state.state === 'INTEROPERATING'
  if (!isAsking && kind !== 'issue') return
  const open = openLegsByHand(actions)
  if (open.length > 0) workflowErrors.fail('workflow.legs-open', { parameters: { legs: open.map(({ stepName }) => stepName).join('; ') } })
}

/**
 * Lets pass whoever holds the task's role at its unit; while somebody has claimed it, only her and who stands in for her today. Partners and the system act by their
 * rights alone.
 * @throws AppError `workflow.not-yours`, `workflow.held-by-other`
 */
export async function insistMayWork({ tx, actor, now }: Pick<Work, 'tx' | 'actor' | 'now'>, task: Task): Promise<void> {
  if (actor.kind !== 'officer') return
  if (task.assigneeId === actor.id) return
  if (task.assigneeId !== undefined) {
    if (await standsInFor(tx, actor.id, task.assigneeId, now)) return
    workflowErrors.fail('workflow.held-by-other', { parameters: { name: (await findOfficerName(tx, task.assigneeId)) ?? '' } })
  }
  workflowErrors.insist(
    task.roleId !== undefined && (await holdsRoleAt(tx, actor.id, task.roleId, task.unitId, now)),
    'workflow.not-yours',
    { parameters: { step: task.stepName } },
  )
}

/**
 * The units in whose scope an act on the dossier as a whole is judged: the settling unit, or else the receiving one, so that both ends may write notes and add
 * papers. A partner acts for the receiving unit alone.
 * @throws AppError `record.not-found`
 */
export async function unitsOfDossier(tx: Transaction, dossierId: number, actor: Actor): Promise<readonly number[]> {
  const row = await tx.selectFrom('dossier').select(['receivingUnitId', 'settlingUnitId']).where('id', '=', dossierId).executeTakeFirst()
  if (!row) return commonErrors.fail('record.not-found')
  return actor.kind === 'officer' ? [row.settlingUnitId, row.receivingUnitId] : [row.receivingUnitId]
}

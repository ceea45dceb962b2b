import { z } from 'zod'
import type { HeldDossier } from '#modules/dossier/index.ts'
import { holdsRoleAt } from '#modules/identity/index.ts'
import { action, type Work } from '#platform/action.ts'
import { appendWithTasks, type Opening, placeOf, prepareOpening } from '../advance.ts'
import { announce } from '../announce.ts'
import { askedOf } from '../asked.ts'
import { doerAgain } from '../doer-again.ts'
import { workflowErrors } from '../errors.ts'
import { leave, type TokenMove } from '../graph/engine.ts'
import type { Token } from '../graph/position.ts'
import { type HeldTask, holdTask, insistMayWork, unitOfTask } from '../hold.ts'
import { type Process, waitingAt } from '../process.ts'
import { completedFacts, insistCompletable, lastDoneOf } from '../step-facts.ts'
import { positionOf } from '../tasks.ts'
import { Comment, TaskReference } from './reference.ts'

const blank = (value: unknown) => (value === '' ? undefined : value)

export const CompleteTask = TaskReference.extend({
  comment: Comment,
  /** Who does the next step; must be named where the step is an assignment (phân công). */
  assigneeId: z.preprocess(blank, z.coerce.number().int().positive().optional()),
  /** What an appraisal found; the process may ask about it. */
  verdict: z.preprocess(blank, z.enum(['fit', 'unfit'], { error: 'Hãy chọn kết luận thẩm định.' }).optional()),
  /** The lead of several branches goes on without the others; says why. */
  goesOnBecause: z.preprocess(blank, z.string().trim().min(5, 'Hãy ghi lý do, ít nhất 5 ký tự.').max(2_000).optional()),
})

export type CompleteTask = z.infer<typeof CompleteTask>

/**
 * Hoàn thành bước: closes the open task and opens what follows it in the process. Issuing and returning have their own actions, because they make something.
 * Returns the numbers of the tasks that opened, the first also as `taskNumber`.
 */
export const completeTask = action('workflow.complete', {
  input: CompleteTask,
  scope: (tx, input) => unitOfTask(tx, input),
  async work(work, input) {
    const held = await holdTask(work.tx, input)
    work.about({ kind: 'dossier', id: held.dossier.id }, { task: held.task.number, step: held.task.kind })
    workflowErrors.insist(held.task.kind !== 'timer', 'workflow.not-yours', { parameters: { step: held.task.stepName } })
    return completeHeld(work, held, input)
  },
})

/** The same for a task that is held already: an answer of another agency, a timer that has run out. */
export async function completeHeld(
  work: Work,
  { dossier, task, process }: HeldTask,
  input: Pick<CompleteTask, 'comment' | 'assigneeId' | 'verdict' | 'goesOnBecause'>,
): Promise<{ dossierId: number; taskNumber: number; taskNumbers: number[] }> {
  insistCompletable(dossier, task, work.actor.kind === 'system' ? 'system' : undefined)
  if (task.kind === 'assignment')
    workflowErrors.insist(input.assigneeId, 'workflow.assignee-required', { fields: { assigneeId: 'Hãy chọn người xử lý.' } })
  const position = positionOf(dossier.actions)
  const decision = input.goesOnBecause ? 'go-on' : undefined
  const move = leave(process.runnable, position, task.number, askedOf(dossier, work.now, input.verdict), decision)
  const opening = await prepareOpening(work.tx, dossier, work.now)
  await Promise.all([
    insistMayWork(work, task),
    ...move.entered.map((token) => {
      if (!input.assigneeId) return undefined
      const { unitId, roleId } = placeOf(process, dossier, waitingAt(process, token.node, token.leg), opening.fills)
      return insistFit(work, input.assigneeId, roleId, unitId)
    }),
  ])
  const doers = input.assigneeId ? new Map<string, number | undefined>() : await lastDoers(work, dossier, process, move, opening)
  const given = { comment: input.comment || input.goesOnBecause || undefined, verdict: input.verdict }
  const assigneeOf = ({ node }: Token) => input.assigneeId ?? doers.get(node)
  appendWithTasks(work, dossier, ...completedFacts(dossier, process, task, given, { tokens: move, opening, assigneeOf }))
  const opened = move.entered.map(({ id }) => id)
  const legs = move.entered.filter(({ leg }) => leg !== undefined).map(({ id }) => id)
  if (legs.length > 0) await announce(work, dossier, 'leg-sent', { tasks: legs })
  return { dossierId: dossier.id, taskNumber: opened[0] ?? task.number, taskNumbers: opened }
}

/** @throws AppError `workflow.assignee-unfit` */
async function insistFit({ tx, now }: Work, officerId: number, roleId: number | undefined, unitId: number): Promise<void> {
  workflowErrors.insist(roleId !== undefined && (await holdsRoleAt(tx, officerId, roleId, unitId, now)), 'workflow.assignee-unfit', {
    fields: { assigneeId: 'Người này không giữ vai trò của bước tiếp theo.' },
  })
}

/** By node: who gets a step that somebody has done before and that comes up again (after a sending back). */
async function lastDoers(
  work: Work,
  dossier: HeldDossier,
  process: Process,
  { entered }: TokenMove,
  { fills }: Opening,
): Promise<Map<string, number | undefined>> {
  const doers = new Map<string, number | undefined>()
  for (const { node, leg } of entered) {
    const before = lastDoneOf(dossier, node)
    if (before) doers.set(node, await doerAgain(work, before, placeOf(process, dossier, waitingAt(process, node, leg), fills)))
  }
  return doers
}

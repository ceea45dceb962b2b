import { z } from 'zod'
import type { HeldDossier, TaskKind } from '#modules/dossier/index.ts'
import { holdsRoleAt } from '#modules/identity/index.ts'
import { action, type Work } from '#platform/action.ts'
import { appendWithTasks, factsOfMove, type Opening, placeOf, prepareOpening, wayOf } from '../advance.ts'
import { announce } from '../announce.ts'
import { askedOf } from '../asked.ts'
import { doerAgain } from '../doer-again.ts'
import { workflowErrors } from '../errors.ts'
import { leave, type TokenMove } from '../graph/engine.ts'
import { holdTask, insistLegsClosed, insistMayWork, insistNotPaused, unitOfTask } from '../hold.ts'
import { type Process, waitingAt } from '../process.ts'
import { positionOf, tasksOf } from '../tasks.ts'
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

/**
 * Hoàn thành bước: closes the open task and opens what follows it in the process. Issuing and returning have their own actions, because they make something.
 * Returns the numbers of the tasks that opened, the first also as `taskNumber`.
 */
export const completeTask = action('workflow.complete', {
  input: CompleteTask,
  scope: (tx, input) => unitOfTask(tx, input),
  async work(work, input) {
    const { dossier, task, process } = await holdTask(work.tx, input)
    work.about({ kind: 'dossier', id: dossier.id }, { task: task.number, step: task.kind })
    insistOwnWay(task.kind)
    // What was opened by an act outside the process is closed by that act's counterpart.
    workflowErrors.insist(task.node !== undefined, 'workflow.own-act', { parameters: { step: task.stepName } })
    insistNotPaused(dossier)
    insistLegsClosed(dossier, task)
    if (task.kind === 'signature')
      workflowErrors.insist(
        dossier.actions.some(({ fact }) => fact.kind === 'result-prepared'),
        'workflow.result-required',
      )
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
    appendWithTasks(
      work,
      dossier,
      {
        kind: 'task-completed',
        number: task.number,
        comment: input.comment || input.goesOnBecause || undefined,
        ...(input.verdict ? { verdict: input.verdict } : {}),
        way: wayOf(move),
      },
      ...factsOfMove(opening, dossier, process, move, { assigneeOf: ({ node }) => input.assigneeId ?? doers.get(node) }),
    )
    const opened = move.entered.map(({ id }) => id)
    const legs = move.entered.filter(({ leg }) => leg !== undefined).map(({ id }) => id)
    if (legs.length > 0) await announce(work, dossier, 'leg-sent', { tasks: legs })
    return { dossierId: dossier.id, taskNumber: opened[0] ?? task.number, taskNumbers: opened }
  },
})

function insistOwnWay(kind: TaskKind): void {
  workflowErrors.insist(kind !== 'issue', 'workflow.issue-first')
  workflowErrors.insist(kind !== 'return', 'workflow.return-first')
  workflowErrors.insist(kind !== 'timer', 'workflow.not-yours', { parameters: { step: 'chờ hết thời gian' } })
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
  const tasks = tasksOf(dossier.actions)
  const doers = new Map<string, number | undefined>()
  for (const { node, leg } of entered) {
    const before = tasks.findLast((task) => task.node === node && task.closedById)
    if (before) doers.set(node, await doerAgain(work, before, placeOf(process, dossier, waitingAt(process, node, leg), fills)))
  }
  return doers
}

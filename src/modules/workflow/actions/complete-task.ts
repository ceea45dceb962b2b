import { z } from 'zod'
import type { HeldDossier } from '#modules/dossier/index.ts'
import { holdsRoleAt } from '#modules/identity/index.ts'
import { action, type Work } from '#platform/action.ts'
import { appendWithTasks, openStep, unitOfStep } from '../advance.ts'
import { workflowErrors } from '../errors.ts'
import { holdTask, insistMayWork, unitOfTask } from '../hold.ts'
import { stepAfter } from '../process.ts'
import { tasksOf } from '../tasks.ts'
import { Comment, TaskReference } from './reference.ts'

export const CompleteTask = TaskReference.extend({
  comment: Comment,
  /** Who does the next step; must be named where the step is an assignment (phân công). */
  assigneeId: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().positive().optional()),
})

/**
 * Hoàn thành bước: closes the open task and opens the next step of the line. Issuing and returning have their own actions, because they make something.
 * Returns the number of the task that is open now.
 */
export const completeTask = action('workflow.complete', {
  input: CompleteTask,
  scope: (tx, input) => unitOfTask(tx, input),
  async work(work, input) {
    const { dossier, task, process, step } = await holdTask(work.tx, input)
    work.about({ kind: 'dossier', id: dossier.id }, { task: task.number, step: step.kind })
    workflowErrors.insist(step.kind !== 'issue', 'workflow.issue-first')
    workflowErrors.insist(step.kind !== 'return', 'workflow.return-first')
    if (step.kind === 'signature')
      workflowErrors.insist(
        dossier.actions.some(({ fact }) => fact.kind === 'result-prepared'),
        'workflow.result-required',
      )
    const next = stepAfter(process, step)
    if (!next) throw new Error(`Process ${process.id} ends at a step that is not a return`)
    if (step.kind === 'assignment')
      workflowErrors.insist(input.assigneeId, 'workflow.assignee-required', { fields: { assigneeId: 'Hãy chọn người xử lý.' } })
    const number = task.number + 1
    const [opened] = await Promise.all([
      openStep(work, dossier, next, number, input.assigneeId ?? lastDoer(dossier, next.id)),
      insistMayWork(work, task),
      input.assigneeId && insistFit(work, input.assigneeId, next.roleId, unitOfStep(dossier, next)),
    ])
    appendWithTasks(work, dossier, { kind: 'task-completed', number: task.number, comment: input.comment || undefined }, opened)
    return { dossierId: dossier.id, taskNumber: number }
  },
})

/** @throws AppError `workflow.assignee-unfit` */
async function insistFit({ tx, now }: Work, officerId: number, roleId: number, unitId: number): Promise<void> {
  workflowErrors.insist(await holdsRoleAt(tx, officerId, roleId, unitId, now), 'workflow.assignee-unfit', {
    fields: { assigneeId: 'Người này không giữ vai trò của bước tiếp theo.' },
  })
}

/** A step that somebody has done before and that comes up again (after a sending back) goes to the same person. */
function lastDoer(dossier: HeldDossier, stepId: number): number | undefined {
  return tasksOf(dossier.actions)
    .filter((task) => task.stepId === stepId && task.closedById)
    .at(-1)?.closedById
}

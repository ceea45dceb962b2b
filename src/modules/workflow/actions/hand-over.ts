import { z } from 'zod'
import { holdsRoleAt } from '#modules/identity/index.ts'
import type { Work } from '#platform/action.ts'
import { action } from '#platform/action.ts'
import { appendWithTasks } from '../advance.ts'
import { workflowErrors } from '../errors.ts'
import { type HeldTask, holdTask, insistMayWork, unitOfTask } from '../hold.ts'
import { Reason, TaskReference } from './reference.ts'

export const HandOver = TaskReference.extend({
  toOfficerId: z.coerce.number({ error: 'Hãy chọn đồng nghiệp.' }).int().positive(),
  reason: Reason,
})
export type HandOver = z.infer<typeof HandOver>

/** Chuyển cho đồng nghiệp: the holder of a task gives it to a colleague of the same role. */
export const handOver = action('workflow.hand-over', {
  input: HandOver,
  scope: (tx, input) => unitOfTask(tx, input),
  async work(work, input) {
    const held = await holdTask(work.tx, input)
    await insistMayWork(work, held.task)
    await giveTo(work, held, input)
  },
})

/** Phân công lại: a leader moves a task that somebody else holds. */
export const reassignTask = action('workflow.reassign', {
  input: HandOver,
  scope: (tx, input) => unitOfTask(tx, input),
  work: async (work, input) => giveTo(work, await holdTask(work.tx, input), input),
})

async function giveTo(work: Work, { dossier, task }: HeldTask, { toOfficerId, reason }: HandOver): Promise<void> {
  work.about({ kind: 'dossier', id: dossier.id }, { task: task.number, toOfficerId })
  const isFit = task.roleId !== undefined && (await holdsRoleAt(work.tx, toOfficerId, task.roleId, task.unitId, work.now))
  workflowErrors.insist(isFit, 'workflow.assignee-unfit', {
    fields: { toOfficerId: 'Người này không giữ vai trò của bước tại đơn vị.' },
  })
  if (task.assigneeId === toOfficerId) return
  appendWithTasks(work, dossier, { kind: 'task-handed-over', number: task.number, toOfficerId, reason })
}

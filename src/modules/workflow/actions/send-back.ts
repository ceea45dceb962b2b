import { z } from 'zod'
import { action } from '#platform/action.ts'
import { appendWithTasks, openStep } from '../advance.ts'
import { workflowErrors } from '../errors.ts'
import { holdTask, insistMayWork, unitOfTask } from '../hold.ts'
import { stepsBefore } from '../process.ts'
import { tasksOf } from '../tasks.ts'
import { Reason, TaskReference } from './reference.ts'

export const SendBack = TaskReference.extend({
  toStepId: z.coerce.number({ error: 'Hãy chọn bước nhận lại.' }).int().positive(),
  reason: Reason,
})

/** Chuyển trả: back to an earlier step of the line, to whoever did it, with the reason. Nothing is sent back once the result is issued. */
export const sendBack = action('workflow.send-back', {
  input: SendBack,
  scope: (tx, input) => unitOfTask(tx, input),
  async work(work, input) {
    const { dossier, task, process, step } = await holdTask(work.tx, input)
    work.about({ kind: 'dossier', id: dossier.id }, { task: task.number })
    await insistMayWork(work, task)
    workflowErrors.insist(!dossier.state.finishedAt, 'workflow.result-issued')
    const target = stepsBefore(process, step).find(({ id }) => id === input.toStepId)
    if (!target) return workflowErrors.fail('workflow.no-way-back', { fields: { toStepId: 'Hãy chọn một bước trước bước hiện tại.' } })
    const doer = tasksOf(dossier.actions)
      .filter((each) => each.stepId === target.id)
      .at(-1)?.closedById
    appendWithTasks(
      work,
      dossier,
      { kind: 'task-sent-back', number: task.number, reason: input.reason, toStepId: target.id },
      await openStep(work, dossier, target, task.number + 1, doer),
    )
    return { dossierId: dossier.id, taskNumber: task.number + 1 }
  },
})

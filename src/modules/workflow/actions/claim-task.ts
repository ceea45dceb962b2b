import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { appendWithTasks } from '../advance.ts'
import { holdTask, insistMayWork, unitOfTask } from '../hold.ts'
import { TaskReference } from './reference.ts'

/** Nhận xử lý: the officer takes an unassigned task of her role. Claiming what one already holds changes nothing. */
export const claimTask = action('workflow.claim', {
  input: TaskReference,
  scope: (tx, input) => unitOfTask(tx, input),
  async work(work, input) {
    const { dossier, task } = await holdTask(work.tx, input)
    work.about({ kind: 'dossier', id: dossier.id }, { task: task.number })
    if (work.actor.kind !== 'officer') return commonErrors.fail('access.denied')
    await insistMayWork(work, task)
    if (task.assigneeId === work.actor.id) return
    appendWithTasks(work, dossier, { kind: 'task-claimed', number: task.number, officerId: work.actor.id })
  },
})

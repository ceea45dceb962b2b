import { z } from 'zod'
import { action } from '#platform/action.ts'
import { appendWithTasks, factsOfMove, placeOf, prepareOpening, wayOf } from '../advance.ts'
import { doerAgain } from '../doer-again.ts'
import { workflowErrors } from '../errors.ts'
import { goBack } from '../graph/engine.ts'
import { waysBack } from '../graph/runnable.ts'
import { holdTask, insistMayWork, insistNotPaused, unitOfTask } from '../hold.ts'
import { waitingAt } from '../process.ts'
import { positionOf, tasksOf } from '../tasks.ts'
import { Reason, TaskReference } from './reference.ts'

export const SendBack = TaskReference.extend({
  toNode: z.string({ error: 'Hãy chọn bước nhận lại.' }).min(1, 'Hãy chọn bước nhận lại.').max(60),
  reason: Reason,
})

/** Chuyển trả: back to an earlier step of the process, to whoever did it, with the reason. Nothing is sent back once the result is issued. */
export const sendBack = action('workflow.send-back', {
  input: SendBack,
  scope: (tx, input) => unitOfTask(tx, input),
  async work(work, input) {
    const { dossier, task, process } = await holdTask(work.tx, input)
    work.about({ kind: 'dossier', id: dossier.id }, { task: task.number })
    await insistMayWork(work, task)
    insistNotPaused(dossier)
    workflowErrors.insist(!dossier.state.finishedAt, 'workflow.result-issued')
    const doer = tasksOf(dossier.actions).findLast(({ node, closedAt }) => node === input.toNode && closedAt)
    if (!task.node || !doer || !waysBack(process.runnable, task.node).includes(input.toNode))
      return workflowErrors.fail('workflow.no-way-back', { fields: { toNode: 'Hãy chọn một bước trước bước hiện tại.' } })
    const move = goBack(process.runnable, positionOf(dossier.actions), task.number, input.toNode)
    const opening = await prepareOpening(work.tx, dossier, work.now)
    const target = move.entered[0]
    const place = target && placeOf(process, dossier, waitingAt(process, target.node, target.leg), opening.fills)
    const assigneeId = place && (await doerAgain(work, doer, place))
    appendWithTasks(
      work,
      dossier,
      { kind: 'task-sent-back', number: task.number, reason: input.reason, toNode: input.toNode, way: wayOf(move) },
      ...factsOfMove(opening, dossier, process, move, { cancelledBy: 'sent-back', assigneeOf: () => assigneeId }),
    )
    return { dossierId: dossier.id, taskNumber: move.entered[0]?.id ?? task.number }
  },
})

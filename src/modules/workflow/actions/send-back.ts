import { z } from 'zod'
import { action } from '#platform/action.ts'
import { appendWithTasks, placeOf, prepareOpening } from '../advance.ts'
import { doerAgain } from '../doer-again.ts'
import { workflowErrors } from '../errors.ts'
import { holdTask, insistMayWork, insistNotPaused, unitOfTask } from '../hold.ts'
import { waitingAt } from '../process.ts'
import { sendBackMove, sentBackFacts } from '../step-facts.ts'
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
    const { tokens, doer } = sendBackMove(dossier, process, task, input.toNode)
    const opening = await prepareOpening(work.tx, dossier, work.now)
    const target = tokens.entered[0]
    const place = target && placeOf(process, dossier, waitingAt(process, target.node, target.leg), opening.fills)
    const assigneeId = place && (await doerAgain(work, doer, place))
    const { toNode, reason } = input
    appendWithTasks(work, dossier, ...sentBackFacts(dossier, process, task, { toNode, reason }, { tokens, opening, assigneeId }))
    return { dossierId: dossier.id, taskNumber: tokens.entered[0]?.id ?? task.number }
  },
})

import { z } from 'zod'
import { isRunning } from '#modules/dossier/index.ts'
import { action } from '#platform/action.ts'
import { holdTask, unitOfTask } from '../hold.ts'
import { completeHeld } from './complete-task.ts'
import { TaskReference } from './reference.ts'

/** Hết thời gian chờ: the system goes on from a timer that has run out. Done before, not yet due, or the dossier stands still: nothing happens. */
export const completeTimer = action('workflow.complete', {
  input: TaskReference.extend({ taskNumber: z.number().int().positive() }),
  scope: (tx, input) => unitOfTask(tx, input),
  async work(work, input): Promise<{ isDone: boolean }> {
    if (work.actor.kind !== 'system') return { isDone: false }
    const held = await holdTask(work.tx, input)
    work.about({ kind: 'dossier', id: held.dossier.id }, { task: held.task.number })
    const { task, dossier } = held
    const standsStill = dossier.state.clock !== undefined && !isRunning(dossier.state.clock) && !dossier.state.finishedAt
    if (task.kind !== 'timer' || task.dueAt > work.now || standsStill) return { isDone: false }
    await completeHeld(work, held, {})
    return { isDone: true }
  },
})

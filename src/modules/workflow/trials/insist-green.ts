/** A version with a trial that is red, or that never ran on this drawing, is not published. */
import type { Transaction } from '#platform/database.ts'
import { workflowErrors } from '../errors.ts'
import { getTrialVersion } from './queries/setting.ts'
import { trialLines, trialsOf } from './queries/trials.ts'
import { runTrial } from './run-trial.ts'

/**
 * Runs them once more, because calendars and bindings may be others by now.
 * @throws AppError `workflow.trials-not-run`, `workflow.trials-red` with their names
 * @returns how many there are
 */
export async function insistGreen(
  tx: Transaction,
  { templateId, processId }: { templateId: number; processId: number },
  now: Date,
): Promise<number> {
  const lines = await trialLines(tx, templateId, processId)
  const waiting = lines.filter(({ standing }) => standing === 'not-run').map(({ name }) => name)
  workflowErrors.insist(waiting.length === 0, 'workflow.trials-not-run', {
    parameters: { count: waiting.length, names: waiting.join('; ') },
  })
  if (lines.length === 0) return 0
  const version = await getTrialVersion(tx, processId)
  const red: string[] = []
  for (const trial of await trialsOf(tx, templateId)) if (!(await runTrial(tx, trial, version, now))?.isGreen) red.push(trial.name)
  workflowErrors.insist(red.length === 0, 'workflow.trials-red', { parameters: { count: red.length, names: red.join('; ') } })
  return lines.length
}

import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#platform/action.ts'
import { localDate } from '#platform/text/dates.ts'
import { getTrialVersion } from '../queries/setting.ts'
import { getTrial, trialsOf } from '../queries/trials.ts'
import { runTrial } from '../run-trial.ts'

export const RunTrials = z.object({ templateId: z.coerce.number().int().positive(), processId: z.coerce.number().int().positive() })

/** Chạy các kịch bản thử của một quy trình trên một phiên bản. */
export const runTrials = action('workflow.edit-process', {
  input: RunTrials,
  scope: () => undefined,
  async work(work, { templateId, processId }) {
    const [trials, version] = await Promise.all([trialsOf(work.tx, templateId), getTrialVersion(work.tx, processId)])
    let red = 0
    for (const trial of trials) if ((await runTrial(work.tx, trial, version, work.now))?.isGreen === false) red += 1
    work.about({ kind: 'process', id: processId }, { did: 'trials', count: trials.length, red })
    return { count: trials.length, red }
  },
})

/** Chạy lại sau khi lịch làm việc thay đổi: every trial, on each drawn version and each in force where it has run as it is now. */
export const rerunTrials = action('workflow.edit-process', {
  input: z.object({}),
  scope: () => undefined,
  async work(work) {
    const { tx, now } = work
    const { rows } = await sql<{ trialId: number; processId: number }>`
      select r.process_trial_id as trial_id, r.process_id from process_trial_run r
        join process_trial t on t.id = r.process_trial_id and t.revision = r.trial_revision join process p on p.id = r.process_id
      where p.status = 'draft' or p.valid_to is null or p.valid_to >= ${localDate(now)}::date order by r.process_id, r.process_trial_id`.execute(
      tx,
    )
    let red = 0
    for (const [processId, pairs] of Map.groupBy(rows, (row) => row.processId)) {
      const version = await getTrialVersion(tx, processId)
      for (const { trialId } of pairs) if ((await runTrial(tx, await getTrial(tx, trialId), version, now))?.isGreen === false) red += 1
    }
    work.about({ kind: 'process-trial', id: 'all' }, { did: 'rerun', count: rows.length, red })
    return { count: rows.length, red }
  },
})

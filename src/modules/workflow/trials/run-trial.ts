/** Runs a kept trial on a version and keeps what came of it. */
import type { Transaction } from '#platform/database.ts'
import type { TrialVersion } from './queries/setting.ts'
import { trialSetting } from './queries/setting.ts'
import type { Trial } from './queries/trials.ts'
import { type Replay, replay } from './replay.ts'
import { sayFailure } from './say.ts'

/** @returns nothing where the version cannot be run yet */
export async function runTrial(tx: Transaction, trial: Trial, version: TrialVersion, now: Date): Promise<Replay | undefined> {
  if (!version.process) return undefined
  const done = replay(await trialSetting(tx, trial, version.process), trial.steps)
  const run = {
    trialRevision: trial.revision,
    processRevision: version.revision,
    isGreen: done.isGreen,
    failure: done.isGreen
      ? null
      : JSON.stringify({ vi: sayFailure(done.steps, version.graph, 'vi') ?? '', en: sayFailure(done.steps, version.graph, 'en') ?? '' }),
    ranAt: now,
  }
  await tx
    .insertInto('processTrialRun')
    .values({ processTrialId: trial.id, processId: version.id, ...run, createdAt: now })
    .onConflict((conflict) => conflict.columns(['processTrialId', 'processId']).doUpdateSet(run))
    .execute()
  return done
}

import { z } from 'zod'
import { systemActor } from '#platform/actor.ts'
import type { Database } from '#platform/database.ts'
import { AppError } from '#platform/errors.ts'
import type { EventContext } from '#platform/events.ts'
import { defineJob, enqueue, handleJob, type JobHandler, type Scheduled } from '#platform/jobs.ts'
import type { Services } from '#platform/services.ts'
import { completeTimer } from './actions/complete-timer.ts'
import { keepReconciliation } from './reconciliation/keep-reconciliation.ts'
import { rerunTrials } from './trials/actions/run-trials.ts'
import { verifyDossiers } from './verify.ts'

const timersJob = defineJob('workflow.timers', z.object({}))
const rerunTrialsJob = defineJob('workflow.rerun-trials', z.object({}))
const verifyJob = defineJob('workflow.verify', z.object({}))

/** Timers every five minutes; the comparison every night at 02:37 in Vietnam. */
export const workflowSchedule: Scheduled[] = [
  { job: timersJob.name, at: '*/5 * * * *', isFrequent: true },
  { job: verifyJob.name, at: '37 19 * * *' },
]

export const workflowJobs = (services: Services): JobHandler[] => [
  handleJob(timersJob, async () => {
    const { done, failed } = await completeTimers(services)
    if (done + failed > 0) services.log.info({ done, failed }, 'timers run out')
  }),
  handleJob(verifyJob, async () => {
    const { differences } = await verifyAndKeep(services)
    if (differences > 0) services.log.error({ differences }, 'stored columns differ from the lists of actions')
  }),
  handleJob(rerunTrialsJob, async () => {
    await services.perform(systemActor('rerun-trials'), rerunTrials, {})
  }),
]

/** A calendar that was changed may move due times: the trials run again, once for a row of changes. */
export const rerunTrialsLater = ({ tx }: EventContext): Promise<void> => enqueue(tx, rerunTrialsJob, {}, { key: rerunTrialsJob.name })

/** The nightly comparison; returns how many differences there are. */
export async function verifyAndKeep({ perform, database }: Pick<Services, 'perform' | 'database'>): Promise<{ differences: number }> {
  const found = await verifyDossiers(database)
  await perform(systemActor('verify'), keepReconciliation, found)
  return { differences: found.differences.length }
}

const BATCH = 200

/** Each in a transaction of its own, so that one that fails stops no other; run again, what is done is done. */
export async function completeTimers({ perform, database, clock, log }: Pick<Services, 'perform' | 'database' | 'clock' | 'log'>) {
  const counted = { done: 0, failed: 0 }
  for (const task of await dueTimers(database, clock.now())) {
    try {
      if ((await perform(systemActor('timers'), completeTimer, task)).isDone) counted.done++
    } catch (error) {
      // Done meanwhile by another worker: nothing is wrong.
      if (error instanceof AppError && error.code === 'workflow.task-closed') continue
      counted.failed++
      log.error({ err: error, dossierId: task.dossierId }, 'a timer could not be completed')
    }
  }
  return counted
}

const dueTimers = (db: Database, now: Date): Promise<{ dossierId: number; taskNumber: number }[]> =>
  db
    .selectFrom('task')
    .select(['dossierId', 'number as taskNumber'])
    .where('kind', '=', 'timer')
    .where('closedAt', 'is', null)
    .where('pausedAt', 'is', null)
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .limit(BATCH)
    .execute()

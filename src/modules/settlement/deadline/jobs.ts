/** The lateness of dossiers is written down by a small job: each in its own transaction, so that one bad case stops nobody. */
import { z } from 'zod'
import { systemActor } from '#platform/actor.ts'
import { defineJob, handleJob, type JobHandler, type Scheduled } from '#platform/jobs.ts'
import type { Services } from '#platform/services.ts'
import { findOverdue } from './actions/find-overdue.ts'
import { unrecordedLate } from './queries/unrecorded-late.ts'

const findOverdueJob = defineJob('settlement.find-overdue', z.object({}))

/** Every quarter of an hour: dates fall on office hours' ends and on any minute of hour limits. */
export const latenessSchedule: Scheduled[] = [{ job: findOverdueJob.name, at: '*/15 * * * *', isFrequent: true }]

/** What one run looks at; the rest waits a quarter of an hour. */
const MOST = 500

export interface Recorded {
  recorded: number
  failed: number
}

export const latenessJobs = (services: Services): JobHandler[] => [
  handleJob(findOverdueJob, async () => {
    const found = await recordLateness(services)
    if (found.recorded + found.failed > 0) services.log.info(found, 'lateness recorded')
  }),
]

/** Dossiers that have become late since the last run; a refused one is logged and tried again. */
export async function recordLateness({
  perform,
  database,
  clock,
  log,
}: Pick<Services, 'perform' | 'database' | 'clock' | 'log'>): Promise<Recorded> {
  let recorded = 0
  let failed = 0
  for (const dossierId of await unrecordedLate(database, clock.now(), MOST)) {
    try {
      const { isFound } = await perform(systemActor('find-overdue'), findOverdue, { dossierId })
      if (isFound) recorded++
    } catch (error) {
      failed++
      log.warn({ err: error, dossierId }, 'lateness could not be recorded')
    }
  }
  return { recorded, failed }
}

import { z } from 'zod'
import { systemActor } from '#platform/actor.ts'
import { defineJob, handleJob, type JobHandler, type Scheduled } from '#platform/jobs.ts'
import type { Services } from '#platform/services.ts'
import { tellLateLegs } from './actions/tell-late-legs.ts'
import { dossiersWithLateLegs } from './legs.ts'

const lateLegsJob = defineJob('settlement.late-legs', z.object({}))

/** Every quarter of an hour. */
export const lateLegSchedule: Scheduled[] = [{ job: lateLegsJob.name, at: '*/15 * * * *', isFrequent: true }]

export const lateLegJobs = (services: Services): JobHandler[] => [
  handleJob(lateLegsJob, async () => {
    await tellOfLateLegs(services)
  }),
]

/** Each dossier in a transaction of its own; one that fails stops no other. Returns how many legs were told of. */
export async function tellOfLateLegs({
  perform,
  database,
  clock,
  log,
}: Pick<Services, 'perform' | 'database' | 'clock' | 'log'>): Promise<number> {
  let count = 0
  for (const dossierId of await dossiersWithLateLegs(database, clock.now())) {
    try {
      count += (await perform(systemActor('late-legs'), tellLateLegs, { dossierId })).told.length
    } catch (error) {
      log.error({ err: error, dossierId }, 'a late leg could not be told of')
    }
  }
  return count
}

import { z } from 'zod'
import { systemActor } from '#platform/actor.ts'
import { defineJob, handleJob, type JobHandler, type Scheduled } from '#platform/jobs.ts'
import type { Services } from '#platform/services.ts'
import { makeDigests } from './actions/make-digests.ts'
import { escalateAll } from './escalate.ts'

const escalateJob = defineJob('watch.escalate', z.object({}))
const digestJob = defineJob('watch.make-digests', z.object({}))

/** Every quarter of an hour (units whose office is closed are left until it opens), and every morning at 6:45 in Vietnam. */
export const watchSchedule: Scheduled[] = [
  { job: escalateJob.name, at: '*/15 * * * *', isFrequent: true },
  { job: digestJob.name, at: '45 23 * * *' },
]

/** The background work of the watchdog, for the composition root. */
export const watchJobs = (services: Services): JobHandler[] => [
  handleJob(escalateJob, async () => {
    const run = await escalateAll(services)
    if (run.escalations + run.failed > 0) services.log.info(run, 'limits escalated')
  }),
  handleJob(digestJob, async () => {
    const made = await services.perform(systemActor('watch.make-digests'), makeDigests, {})
    services.log.info({ made }, 'morning digests made')
  }),
]

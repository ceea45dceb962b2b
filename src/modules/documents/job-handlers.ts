import { z } from 'zod'
import { defineJob, handleJob, type JobHandler, type Scheduled } from '#platform/jobs.ts'
import type { Services } from '#platform/services.ts'
import { sweepFiles } from './sweep-files.ts'

const sweepFilesJob = defineJob('documents.sweep-files', z.object({}))

/** Every night at 01:17 in Vietnam. */
export const documentSchedule: Scheduled[] = [{ job: sweepFilesJob.name, at: '17 18 * * *' }]

/** The background work on documents, for the composition root. */
export const documentJobs = ({ perform, database, files, clock, log }: Services, unusedDays: number): JobHandler[] => [
  handleJob(sweepFilesJob, async () => {
    const swept = await sweepFiles({ perform, database, files, now: clock.now(), unusedDays })
    log.info(swept, 'unused files swept')
  }),
]

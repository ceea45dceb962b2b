import type { JobHandler } from '#platform/jobs.ts'
import type { Services } from '#platform/services.ts'
import { lateLegJobs, lateLegSchedule } from './coordination/jobs.ts'
import { latenessJobs, latenessSchedule } from './deadline/jobs.ts'

export const settlementJobs = (services: Services): JobHandler[] => [...latenessJobs(services), ...lateLegJobs(services)]

export const settlementSchedule = [...latenessSchedule, ...lateLegSchedule]

import { z } from 'zod'
import { defineJob, handleJob, type JobHandler, type Scheduled } from '#platform/jobs.ts'
import { errorFacts } from '#platform/log.ts'
import type { Services } from '#platform/services.ts'
import { closeUnansweredDossiers } from './close-unanswered-job.ts'
import { DRAFT_DAYS } from './drafts.ts'

const purgeDrafts = defineJob('intake.purge-drafts', z.object({}))
const closeUnanswered = defineJob('intake.close-unanswered', z.object({}))

/** Drafts every night at 01:07 in Vietnam; unanswered requests every hour, so that one missed night leaves nothing open. */
export const intakeSchedule: Scheduled[] = [
  { job: purgeDrafts.name, at: '7 18 * * *' },
  { job: closeUnanswered.name, at: '23 * * * *', isFrequent: true },
]

/** The background work of reception, for the composition root. */
export const intakeJobs = ({ perform, database, clock, log }: Services): JobHandler[] => [
  // Receptions that were begun and given up.
  handleJob(purgeDrafts, async () => {
    const before = new Date(clock.now().getTime() - DRAFT_DAYS * 86_400_000)
    await database.deleteFrom('receptionDraft').where('updatedAt', '<', before).execute()
  }),
  handleJob(closeUnanswered, async () => {
    const { closed, failed } = await closeUnansweredDossiers({ perform, database }, clock.now())
    for (const { dossierId, error } of failed) log.error({ dossierId, error: errorFacts(error) }, 'an unanswered dossier was not closed')
    if (closed > 0) log.info({ closed }, 'unanswered dossiers closed')
  }),
]

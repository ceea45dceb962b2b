import { z } from 'zod'
import { defineJob, handleJob, type JobHandler } from '#platform/jobs.ts'
import type { Services } from '#platform/services.ts'
import { DRAFT_DAYS } from './drafts.ts'

/** Removes receptions that were begun and given up; run daily. */
export const purgeDrafts = defineJob('intake.purge-drafts', z.unknown())

export const purgeDraftsHandler = ({ database, clock }: Pick<Services, 'database' | 'clock'>): JobHandler =>
  handleJob(purgeDrafts, async () => {
    const before = new Date(clock.now().getTime() - DRAFT_DAYS * 86_400_000)
    await database.deleteFrom('receptionDraft').where('updatedAt', '<', before).execute()
  })

import { z } from 'zod'
import { defineJob } from '#platform/jobs.ts'

/** Judges the staged rows of an import batch by batch. Running it again goes on where it stopped. */
export const judgeImportJob = defineJob('catalogue.judge-import', z.object({ importId: z.number().int().positive() }))

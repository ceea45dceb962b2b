import type { Perform } from '#platform/action.ts'
import { systemActor } from '#platform/actor.ts'
import { handleJob, type JobHandler } from '#platform/jobs.ts'
import { judgeFile } from './import/run-import.ts'
import { judgeImportJob } from './jobs.ts'

/** The background work of the catalogue, for the composition root. */
export const catalogueJobs = (perform: Perform): JobHandler[] => [
  handleJob(judgeImportJob, ({ importId }) => judgeFile(perform, systemActor('judge-import'), importId)),
]

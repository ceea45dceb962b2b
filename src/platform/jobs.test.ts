/** The worker as the program runs it: jobs of a transaction, and those that nobody enqueues. */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../tests/support/database.ts'
import { jobSchedule } from '../app.ts'
import { defineJob, enqueue, handleJob, type Scheduled, startWorker } from './jobs.ts'

const { database, pool } = await testDatabase()
const complaints: string[] = []
const log = (level: string, message: string) => void complaints.push(`${level}: ${message}`)
const greet = defineJob('test.greet', z.object({ name: z.string() }))

/** Waits for what happens in the background; the test's own time limit is the limit. */
async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('the worker', () => {
  test('runs a job once its transaction has committed, and never one that was rolled back', async () => {
    const greeted: string[] = []
    const worker = await startWorker(pool, [handleJob(greet, async ({ name }) => void greeted.push(name))], { log })
    await database
      .transaction()
      .execute(async (tx) => {
        await enqueue(tx, greet, { name: 'nobody' })
        throw new Error('rolled back')
      })
      .catch(() => {})
    await database.transaction().execute((tx) => enqueue(tx, greet, { name: 'Lan' }))
    await until(() => greeted.length > 0)
    await worker.stop()
    expect(worker.isRunning()).toBe(false)
    expect(greeted).toEqual(['Lan'])
  })

  test('knows every scheduled job of the program, and makes up for what was missed within a day', async () => {
    const run: unknown[] = []
    const schedule: Scheduled[] = jobSchedule
    const names = schedule.map(({ job }) => job)
    const jobs = schedule.filter(({ isFrequent }) => !isFrequent).map(({ job }) => job)
    const handlers = names.map((name) => ({ name, handle: async (payload: unknown) => void run.push([name, z.object({}).parse(payload)]) }))
    const start = () => startWorker(pool, handlers, { schedule: jobSchedule, log })
    await (await start()).stop()
    // As if it had last run two days ago and stood still since.
    await pool.query(
      `update graphile_worker._private_known_crontabs set known_since = now() - interval '3 days', last_execution = now() - interval '2 days'`,
    )
    const worker = await start()
    await until(() => run.filter((each) => jobs.includes((each as [string])[0])).length >= jobs.length)
    await worker.stop()
    // A frequent one may come round by itself meanwhile.
    expect(run.filter((each) => jobs.includes((each as [string])[0])).sort()).toEqual(jobs.map((name) => [name, {}]).sort())
    expect(complaints).toEqual([])
  })
})

/**
 * Background jobs, enqueued inside the transaction that needs them, so that they run if and only if it commits. graphile-worker is hidden here.
 * Handlers must be idempotent: a job may run twice after a crash.
 */
import { type Runner, run } from 'graphile-worker'
import { sql } from 'kysely'
import type pg from 'pg'
import type { z } from 'zod'
import type { Queryable } from './database.ts'

export interface Job<Payload> {
  name: string
  payload: z.ZodType<Payload>
}

export const defineJob = <Payload>(name: string, payload: z.ZodType<Payload>): Job<Payload> => ({ name, payload })

/** `key`: a job with the same key that has not run yet is replaced. `runAt`: not before. */
export async function enqueue<Payload>(
  tx: Queryable,
  job: Job<Payload>,
  payload: Payload,
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${job.name}, ${JSON.stringify(payload)}::json,
    run_at := ${options.runAt ?? null}::timestamptz, job_key := ${options.key ?? null}::text)`.execute(tx)
}

export interface JobHandler {
  name: string
  handle(payload: unknown): Promise<void>
}

export function handleJob<Payload>(job: Job<Payload>, handle: (payload: Payload) => Promise<void>): JobHandler {
  return { name: job.name, handle: async (payload) => handle(job.payload.parse(payload)) }
}

export interface Worker {
  isRunning(): boolean
  stop(): Promise<void>
}

const DAY_MS = 24 * 3_600_000

/** A job that nobody enqueues. What was missed within a day, because nothing ran then, is made up for at the next start. */
export interface Scheduled {
  job: string
  /** Comes again within the hour and then does all that has fallen due: nothing to make up for. */
  isFrequent?: true
  /** `minute hour day month weekday` in UTC, which is Vietnam time minus seven hours. */
  at: string
}

export async function startWorker(
  pool: pg.Pool,
  handlers: JobHandler[],
  options: { concurrency?: number; schedule?: Scheduled[]; log: (level: 'info' | 'warn' | 'error', message: string) => void },
): Promise<Worker> {
  const { Logger, parseCronItems } = await import('graphile-worker')
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: options.concurrency ?? 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    parsedCronItems: parseCronItems(
      (options.schedule ?? []).map(({ job, at, isFrequent }) => ({
        task: job,
        match: at,
        options: { backfillPeriod: isFrequent ? 0 : DAY_MS },
      })),
    ),
    taskList: Object.fromEntries(handlers.map(({ name, handle }) => [name, (payload: unknown) => handle(payload)])),
    logger: new Logger(() => (level, message) => {
      if (level === 'error') options.log('error', message)
      else if (level === 'warning') options.log('warn', message)
    }),
  })
  let running = true
  runner.promise
    .catch(() => {})
    .finally(() => {
      running = false
    })
  return {
    isRunning: () => running,
    stop: async () => {
      if (running) await runner.stop()
    },
  }
}

/**
 * The PostgreSQL that comes with the program: real binaries from npm, a cluster in the data folder, one server tied to this process. It
 * needs nothing of the machine, runs for a plain user and for root, and also where only root may enter the folder: the server is given
 * the cluster as an open descriptor, not as a path. For a large site use `DATABASE_URL`.
 *
 * Acknowledged commits survive `kill -9` of anything at any moment (fsync is on): a server that is left behind ends by itself or is ended
 * by the next start, which recovers from the log. The caller makes sure that one program at a time uses the folder (`claimDataFolder`).
 */
import { closeSync, openSync } from 'node:fs'
import { mkdir, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { stopwatch } from '../clock.ts'
import { AppError } from '../errors.ts'
import { findBinaries } from './binaries.ts'
import {
  checkCluster,
  createCluster,
  exists,
  lastWords,
  type Places,
  placesIn,
  readPassword,
  removeUnfinished,
  SUPERUSER,
} from './cluster.ts'
import { postgresErrors } from './errors.ts'
import { endLeftovers, readStatus } from './leftovers.ts'
import { type Supervised, supervise } from './supervised.ts'
import { userFor } from './system-user.ts'

export interface PostgresOptions {
  /** Made when missing; the cluster is its folder `postgres`. */
  dataFolder: string
  /** Sentences about long phases, for the person who waits. */
  log?: (message: string) => void
  /** The server ended for good against our will (it is restarted a few times first). */
  onFailure?: (error: unknown) => void
  /** Data that nobody needs: faster, not safe at a power cut, with room for many connections. */
  forTests?: boolean
}

export interface Postgres {
  /** Of the database `postgres`, as the owner of everything. Contains the password. */
  url: string
  /** Fast shutdown; resolves when the server has ended. */
  stop(): Promise<void>
}

/**
 * @throws AppError `postgres.*`, whose sentence says what to do
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const log = options.log ?? (() => {})
  const places = placesIn(options.dataFolder)
  const command = await prepare(options, places, log)
  const password = await readPassword(places)
  let server = await startServer(command, places, log)
  let isStopping = false
  const restarts: number[] = []

  const watch = (): void => {
    const watched = server.process
    watched.ended
      .then(async () => {
        if (isStopping || server.process !== watched) return
        const now = stopwatch()
        restarts.push(now)
        if (restarts.filter((at) => now - at < RESTART_WINDOW).length > MAX_RESTARTS) throw await failure(places)
        log('PostgreSQL đã dừng đột ngột, đang khởi động lại…')
        server = await startServer(command, places, log, server.port)
        if (isStopping) server.process.end()
        watch()
      })
      .catch((error: unknown) => options.onFailure?.(error))
  }
  watch()

  return {
    url: urlOf(server.port, password),
    async stop() {
      isStopping = true
      server.process.end()
      await server.process.ended
      // The shell in between may have been killed alone.
      await endLeftovers(places.cluster, log)
    },
  }
}

/** Address of the server that another process of this installation runs on the folder, or undefined while none is ready. */
export async function findRunningPostgres(dataFolder: string): Promise<string | undefined> {
  const places = placesIn(dataFolder)
  const status = await readStatus(places.cluster)
  return status?.isReady ? urlOf(status.port, await readPassword(places)) : undefined
}

/** More than this many restarts within the window (milliseconds) is a failure. */
const MAX_RESTARTS = 3
const RESTART_WINDOW = 60_000
const LOG_LIMIT_BYTES = 10 * 1024 * 1024

const urlOf = (port: number, password: string): string => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`

const failure = async (places: Places): Promise<AppError> =>
  new AppError('postgres.failed', { parameters: { file: places.log, reason: await lastWords(places.log) } })

/** Everything before the server may run; gives its start. */
async function prepare(options: PostgresOptions, places: Places, log: (message: string) => void): Promise<(port: number) => Supervised> {
  const { dataFolder } = options
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 })
    const user = userFor(places.cluster)
    const binaries = await findBinaries(user)
    await removeUnfinished(dataFolder)
    if (!(await exists(places.cluster))) {
      log('Đang tạo cơ sở dữ liệu…')
      await createCluster(dataFolder, { binaries, user, isSynced: !options.forTests })
    }
    await checkCluster(places, user)
    const size = await stat(places.log).catch(() => undefined)
    if (size && size.size > LOG_LIMIT_BYTES) await rename(places.log, `${places.log}.old`)
    return (port) => {
      const files = [openSync(places.cluster, 'r'), openSync(places.log, 'a', 0o600)] as const
      try {
        return supervise(
          [...user.prefix.server, binaries.postgres, '-D', '/proc/self/fd/3', ...settings(options, port)],
          user,
          [files[0]],
          files[1],
        )
      } finally {
        files.forEach(closeSync)
      }
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    return postgresErrors.fail('postgres.folder-unusable', { parameters: { folder: dataFolder, reason } })
  }
}

function settings({ forTests = false }: PostgresOptions, port: number): string[] {
  const values: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: forTests ? 200 : 100,
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    random_page_cost: 1.1,
    max_wal_size: '2GB',
    checkpoint_completion_target: 0.9,
    timezone: 'Asia/Ho_Chi_Minh',
    log_timezone: 'Asia/Ho_Chi_Minh',
    log_checkpoints: 'off',
    // Statements may hold personal data, and the log is a plain file.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(forTests ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : {}),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const ATTEMPTS = 3

/** A second try is for a port taken meanwhile or a server of a killed program that was only just starting. */
async function startServer(
  command: (port: number) => Supervised,
  places: Places,
  log: (message: string) => void,
  samePort?: number,
): Promise<{ process: Supervised; port: number }> {
  for (let attempt = 1; ; attempt++) {
    await endLeftovers(places.cluster, log)
    const port = samePort ?? (await freePort())
    const started = command(port)
    if (await becomesReady(started, places, port, log)) return { process: started, port }
    if (attempt === ATTEMPTS) throw await failure(places)
  }
}

/** Waits as long as the server lives: recovery after a crash takes what it takes. */
async function becomesReady(started: Supervised, places: Places, port: number, log: (message: string) => void): Promise<boolean> {
  let hasEnded = false
  void started.ended.then(() => {
    hasEnded = true
  })
  let announceAt = stopwatch() + 3_000
  while (!hasEnded) {
    const status = await readStatus(places.cluster)
    if (status?.isReady && status.port === port) return true
    if (stopwatch() > announceAt) {
      log('PostgreSQL đang phục hồi dữ liệu của lần chạy trước…')
      announceAt += 10_000
    }
    await sleep(10)
  }
  return false
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

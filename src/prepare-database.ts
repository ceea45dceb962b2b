/** From an empty database to one that can be worked with: tables, what every installation needs, and where wished the demonstration province. */
import { join } from 'node:path'
import type pg from 'pg'
import { isUnused } from '#modules/identity/index.ts'
import type { Press } from '#modules/results/index.ts'
import type { Clock } from '#platform/clock.ts'
import { type Database, type DatabaseHandle, openDatabase } from '#platform/database.ts'
import { migrate } from '#platform/migrate.ts'
import { projectFolder } from '#platform/project.ts'
import { writeSetting } from '#platform/settings.ts'
import type { DemonstrationProgress } from '../db/seeds/demonstration.ts'
import { seedReference } from '../db/seeds/reference.ts'

export interface Preparation {
  handle: DatabaseHandle
  clock: Clock
  /** Load the demonstration province while nobody has been entered, its documents made with these. */
  demo: false | Press
  /** What is loaded then; left out: the demonstration. */
  load?: Load
  say(sentence: string): void
  progress: DemonstrationProgress
}

/** Into an empty, migrated database. `now` is the present. */
export type Load = (database: Database, press: Press, now: Date, progress: DemonstrationProgress) => Promise<unknown>

/** Safe at every start, from several processes at once, and after being killed in the middle. Returns the migrations that were run. */
export async function prepareDatabase({ handle, clock, demo, load, say, progress }: Preparation): Promise<string[]> {
  const turn = await handle.pool.connect()
  try {
    await turn.query('select pg_advisory_lock($1)', [LOCK])
    if ((await demonstrationState(turn)) === 'loading') {
      say('Lần nạp dữ liệu trình diễn trước bị ngắt giữa chừng, đang làm lại từ đầu…')
      await empty(turn)
    }
    const names = await migrate(handle.pool, join(projectFolder, 'db/migrations'))
    if (names.length > 0) say(`Cơ sở dữ liệu: đã chạy ${names.length} bước nâng cấp.`)
    await handle.database.transaction().execute(seedReference)
    if (demo && (await isUnused(handle.database))) await loadInvented({ handle, clock, load, say, progress, press: demo })
    return names
  } finally {
    await turn.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    turn.release()
  }
}

const LOCK = 4_610_002
const MARK = 'demonstration'

/** Marked before and after: the demonstration is made by thousands of actions, each its own transaction. */
async function loadInvented({ handle, clock, load, say, progress, press }: Omit<Preparation, 'demo'> & { press: Press }): Promise<void> {
  say('Đang nạp dữ liệu trình diễn (tỉnh Quảng Trị, người và hồ sơ đều là hư cấu)…')
  await writeSetting(handle.database, MARK, { state: 'loading' }, clock.now())
  const fill: Load = load ?? (await import('../db/seeds/demonstration.ts')).seedDemonstration
  // After a crash it is made anew, so its thousands of commits need not wait for the disk; the last one below does, and with it all.
  const quick = openDatabase(String(handle.pool.options.connectionString), { waitsForDisk: false })
  try {
    await fill(quick.database, press, clock.now(), progress)
  } finally {
    await quick.close()
  }
  await handle.pool.query('analyze')
  await writeSetting(handle.database, MARK, { state: 'loaded' }, clock.now())
}

async function demonstrationState(client: pg.PoolClient): Promise<string | undefined> {
  const { rows } = await client.query<{ exists: boolean }>(`select to_regclass('setting') is not null as exists`)
  if (!rows[0]?.exists) return undefined
  const found = await client.query<{ state: string }>(`select value ->> 'state' as state from setting where key = $1`, [MARK])
  return found.rows[0]?.state
}

/** Only ever reached while the demonstration was being loaded, so there is nothing in it but the demonstration. */
async function empty(client: pg.PoolClient): Promise<void> {
  await client.query('drop schema if exists graphile_worker cascade')
  await client.query('drop schema public cascade')
  await client.query('create schema public')
}

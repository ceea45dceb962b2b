/** Plain SQL migrations, forward only, each in its own transaction; a changed file that has already run is an error. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'

const LOCK = 4_610_001

export interface Migration {
  name: string
  sql: string
  hash: string
}

export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings the database to the newest version and returns the names that were run. Safe to call from several processes at once.
 * @throws Error when a migration that has run was changed afterwards, or the database is newer than the program.
 */
export async function migrate(pool: pg.Pool, folder: string, report: (name: string) => void = () => {}): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = await pool.connect()
  const done: string[] = []
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(`create table if not exists migration (
      name text primary key, hash text not null, created_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration order by name')
    const run = new Map(rows.map((row) => [row.name, row.hash]))
    for (const name of run.keys())
      if (!migrations.some((migration) => migration.name === name))
        throw new Error(`Cơ sở dữ liệu mới hơn chương trình: có bước ${name} mà chương trình không biết.`)
    for (const migration of migrations) {
      const hash = run.get(migration.name)
      if (hash === migration.hash) continue
      if (hash) throw new Error(`Bước nâng cấp ${migration.name} đã chạy nhưng nội dung tệp đã bị sửa.`)
      report(migration.name)
      await client.query('begin')
      try {
        await client.query(migration.sql)
        await client.query('insert into migration (name, hash) values ($1, $2)', [migration.name, migration.hash])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
      done.push(migration.name)
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    client.release()
  }
  await runMigrations({ pgPool: pool })
  return done
}

/** Whether every migration of the folder has run; for the readiness check. */
export async function isMigrated(pool: pg.Pool, folder: string): Promise<boolean> {
  const migrations = await readMigrations(folder)
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from migration')
  return rows[0]?.count === migrations.length
}

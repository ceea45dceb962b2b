/** The bench's own PostgreSQL in a throw-away folder, with fsync on as in production, and a province in each of its databases. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { paperTemplates } from '#modules/papers/index.ts'
import { openDatabase } from '#platform/database.ts'
import { startPostgres } from '#platform/embedded-postgres/index.ts'
import type { Ending } from '#platform/ending.ts'
import { createFileStore } from '#platform/files/index.ts'
import { migrate } from '#platform/migrate.ts'
import { createPdf } from '#platform/pdf/index.ts'
import { projectFolder } from '#platform/project.ts'
import { seedProvince } from '../../db/seeds/province.ts'
import { makeManyDossiers } from './many-dossiers.ts'
import { NOW, openProvince } from './province.ts'
import type { Bench, Province } from './row.ts'

const TEMPLATE = 'bench_province'

export async function openBench(ending: Ending, say: (line: string) => void): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-'))
  ending.onEnd(() => rm(folder, { recursive: true, force: true }))
  let template: Promise<string> | undefined
  const provinces = new Map<number, Promise<Province>>()

  const make = async (dossiers: number): Promise<Province> => {
    template ??= makeTemplate(folder, ending, say)
    const server = await template
    const name = `bench_${dossiers}`
    const url = databaseUrl(server, name)
    await administer(server, `create database ${name} template ${TEMPLATE}`)
    say(`${dossiers.toLocaleString('en')} dossiers…`)
    await fill(url, dossiers)
    return openProvince({ databaseUrl: url, folder: join(folder, name), ending })
  }

  return {
    folder,
    say,
    province(dossiers) {
      const known = provinces.get(dossiers) ?? make(dossiers)
      provinces.set(dossiers, known)
      return known
    },
  }
}

/** The demonstration province without dossiers, to be cloned. Returns the server's address. */
async function makeTemplate(folder: string, ending: Ending, say: (line: string) => void): Promise<string> {
  say('PostgreSQL and the demonstration province…')
  const server = await startPostgres({ dataFolder: join(folder, 'data') })
  ending.onEnd(() => server.stop())
  await administer(server.url, `create database ${TEMPLATE}`)
  const handle = openDatabase(databaseUrl(server.url, TEMPLATE))
  await migrate(handle.pool, join(projectFolder, 'db/migrations'))
  const pdf = createPdf({ templateFolder: paperTemplates })
  await seedProvince(handle.database, { files: await createFileStore({ kind: 'folder', folder: join(folder, 'files') }), pdf })
  await pdf.close()
  await handle.close()
  return server.url
}

/** In the state of a database that has been in use: vacuumed, analysed, written out. */
async function fill(url: string, dossiers: number): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  try {
    await makeManyDossiers(pool, dossiers, NOW)
    for (const sql of ['vacuum analyze', 'checkpoint']) await pool.query(sql)
  } finally {
    await pool.end()
  }
}

async function administer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(sql)
  await client.end()
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** A database of its own for a test file, cloned from a template in some fifty milliseconds. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type DatabaseHandle, openDatabase } from '../../src/platform/database.ts'

export interface TestDatabase extends DatabaseHandle {
  url: string
}

/**
 * `empty`: migrated, no rows. `demo`: with the demonstration province (units, roles, officers, catalogue, processes; no dossiers), built once a run.
 * Call it at the top of a test file; it is dropped when the file ends.
 */
export async function testDatabase(from: 'empty' | 'demo' = 'empty'): Promise<TestDatabase> {
  const serverUrl = inject('databaseServer')
  if (from === 'demo') await ensureDemoTemplate(serverUrl)
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(serverUrl, (admin) =>
    admin.query(`create database ${name} template ${from === 'demo' ? 'motcua_demo' : 'motcua_template'}`),
  )
  const url = withName(serverUrl, name)
  const handle = openDatabase(url, { max: 10 })
  const close = async () => {
    await handle.close()
    await administer(serverUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`))
  }
  afterAll(close)
  return { ...handle, url, close }
}

async function ensureDemoTemplate(serverUrl: string): Promise<void> {
  await administer(serverUrl, async (admin) => {
    // One test file builds it, the others wait.
    await admin.query('select pg_advisory_lock(4610002)')
    const { rowCount } = await admin.query(`select 1 from pg_database where datname = 'motcua_demo'`)
    if (!rowCount) {
      await admin.query('drop database if exists motcua_demo_making with (force)')
      await admin.query('create database motcua_demo_making template motcua_template')
      const handle = openDatabase(withName(serverUrl, 'motcua_demo_making'))
      const { seedProvince } = await import('../../db/seeds/province.ts')
      const { createFileStore } = await import('../../src/platform/files/index.ts')
      const { createPdf } = await import('../../src/platform/pdf/index.ts')
      const { paperTemplates } = await import('../../src/modules/papers/index.ts')
      const folder = await mkdtemp(join(tmpdir(), 'motcua-demo-'))
      const pdf = createPdf({ templateFolder: paperTemplates })
      await seedProvince(handle.database, { files: await createFileStore({ kind: 'folder', folder }), pdf })
      await pdf.close()
      await rm(folder, { recursive: true })
      await handle.close()
      await admin.query('alter database motcua_demo_making rename to motcua_demo')
    }
    await admin.query('select pg_advisory_unlock(4610002)')
  })
}

async function administer<Result>(serverUrl: string, work: (admin: pg.Client) => Promise<Result>): Promise<Result> {
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

function withName(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

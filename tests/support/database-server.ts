/** One PostgreSQL for the whole test run, with a migrated template that each test file clones. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { migrate } from '../../src/platform/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string
  }
}

export default async function setUp(project: TestProject) {
  const given = process.env.MOTCUA_TEST_DATABASE
  const folder = await mkdtemp(join(tmpdir(), 'motcua-test-'))
  const server = given
    ? { url: given, stop: async () => {} }
    : await startPostgres({ dataFolder: join(folder, 'postgres'), forTests: true })
  await makeTemplate(server.url)
  project.provide('databaseServer', server.url)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query('drop database if exists motcua_template with (force)')
  await admin.query('drop database if exists motcua_demo with (force)')
  await admin.query('create database motcua_template')
  await admin.end()
  const url = new URL(serverUrl)
  url.pathname = '/motcua_template'
  const pool = new pg.Pool({ connectionString: url.href, max: 2 })
  pool.on('error', () => {})
  await migrate(pool, join(import.meta.dirname, '../../db/migrations'))
  await pool.end()
}

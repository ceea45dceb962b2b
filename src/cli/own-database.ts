import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DatabaseHandle, openDatabase } from '#platform/database.ts'
import { startPostgres } from '#platform/embedded-postgres/index.ts'
import { migrate } from '#platform/migrate.ts'
import { projectFolder } from '#platform/project.ts'

/** Works on a migrated database of its own that is thrown away. */
export async function onOwnDatabase<Result>(work: (handle: DatabaseHandle, url: string) => Promise<Result>): Promise<Result> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'motcua-own-'))
  const server = await startPostgres({ dataFolder, forTests: true })
  const handle = openDatabase(server.url)
  try {
    await migrate(handle.pool, join(projectFolder, 'db/migrations'))
    return await work(handle, server.url)
  } finally {
    await handle.close()
    await server.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

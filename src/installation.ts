/** What every process of an installation begins with: its turn on the data, and the database. */
import { type DatabaseHandle, openDatabase } from '#platform/database.ts'
import { startPostgres } from '#platform/embedded-postgres/index.ts'
import { AppError } from '#platform/errors.ts'
import { checkExternalDatabase } from '#platform/external-database.ts'
import { type Config, withoutPassword } from './config.ts'
import { type Opening, takeTurn } from './turn.ts'

/** Where the database is, in words. */
export const databasePlace = (config: Config): string =>
  config.databaseUrl ? `PostgreSQL ${withoutPassword(config.databaseUrl)}` : `PostgreSQL đi kèm, dữ liệu ở ${config.dataFolder}`

/**
 * The database of this installation: the external one, checked, or the one that comes along. `turn` when it was taken already.
 * @throws AppError `turn.running` for a second server, `postgres.*`, `database.*`
 */
export async function openInstallation(opening: Opening, turn = takeTurn(opening)): Promise<DatabaseHandle> {
  const { config, ending, say } = opening
  const { runningUrl } = await turn
  if (config.databaseUrl) for (const advice of await checkExternalDatabase(config.databaseUrl)) say(advice)
  const handle = openDatabase(config.databaseUrl ?? runningUrl ?? (await embeddedUrl(opening)))
  ending.onEnd(() => handle.close())
  return handle
}

async function embeddedUrl({ config, ending, say }: Opening): Promise<string> {
  const postgres = await startPostgres({
    dataFolder: config.dataFolder,
    log: say,
    onFailure: (error) => {
      say(error instanceof AppError ? error.sentence('vi') : String(error))
      void ending.now(1)
    },
  })
  ending.onEnd(() => postgres.stop())
  return postgres.url
}

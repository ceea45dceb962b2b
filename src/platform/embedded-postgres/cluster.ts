/** The database cluster on disk: made once, whole or not at all. */
import { randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { access, chmod, chown, mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { postgresErrors } from './errors.ts'
import { supervise } from './supervised.ts'
import { giveTo, type SystemUser } from './system-user.ts'

export const MAJOR = '15'

/** The owner of everything in the cluster. */
export const SUPERUSER = 'motcua'

export interface Places {
  /** PostgreSQL's own folder. */
  cluster: string
  password: string
  log: string
}

export const placesIn = (dataFolder: string): Places => ({
  cluster: join(dataFolder, 'postgres'),
  password: join(dataFolder, 'postgres.password'),
  log: join(dataFolder, 'postgres.log'),
})

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** The password of an existing cluster. */
export async function readPassword(places: Places): Promise<string> {
  const password = (await readFile(places.password, 'utf8').catch(() => '')).trim()
  if (!password) postgresErrors.fail('postgres.no-password', { parameters: { file: places.password } })
  return password
}

/** Makes an existing cluster fit to start: the right version, its owner and its mode. */
export async function checkCluster(places: Places, user: SystemUser): Promise<void> {
  const found = (await readFile(join(places.cluster, 'PG_VERSION'), 'utf8').catch(() => '?')).trim()
  if (found !== MAJOR) postgresErrors.fail('postgres.other-version', { parameters: { folder: places.cluster, found, expected: MAJOR } })
  await giveTo(user, places.cluster)
  await chmod(places.cluster, 0o700)
}

/**
 * Makes the cluster in a folder beside its place and moves it there when it is complete, so that a program killed in between leaves only
 * rubbish that the next start removes. Sorted in Vietnamese order (ICU `vi-VN`); every connection needs the password.
 */
export async function createCluster(
  dataFolder: string,
  { binaries, user, isSynced }: { binaries: Binaries; user: SystemUser; isSynced: boolean },
): Promise<void> {
  const places = placesIn(dataFolder)
  await writeFile(places.password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  const fresh = await mkdtemp(join(dataFolder, UNFINISHED))
  const cluster = join(fresh, 'cluster')
  const secret = join(fresh, 'password')
  await mkdir(cluster, { mode: 0o700 })
  await writeFile(secret, await readPassword(places), { mode: 0o600 })
  if (user.isOther) for (const path of [cluster, secret]) await chown(path, user.uid, user.gid)
  const files = [openSync(cluster, 'r'), openSync(secret, 'r')]
  const log = await open(places.log, 'a', 0o600)
  const flags = [
    `--username=${SUPERUSER}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--locale-provider=icu',
    '--icu-locale=vi-VN',
    '--data-checksums',
    ...(isSynced ? [] : ['--no-sync']),
  ]
  const code = await supervise(
    [...user.prefix.creation, binaries.initdb, '-D', '/proc/self/fd/3', '--pwfile=/proc/self/fd/4', ...flags],
    user,
    files,
    log.fd,
  ).ended
  for (const file of files) closeSync(file)
  await log.close()
  if (code !== 0) postgresErrors.fail('postgres.failed', { parameters: { file: places.log, reason: await lastWords(places.log) } })
  await rename(cluster, places.cluster)
  if (isSynced) await syncFolder(dataFolder)
  await removeUnfinished(dataFolder)
}

const UNFINISHED = 'postgres.unfinished-'

/** What an interrupted creation left behind. */
export async function removeUnfinished(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder))
    if (name.startsWith(UNFINISHED)) await rm(join(dataFolder, name), { recursive: true, force: true, maxRetries: 3 })
}

/** The last lines of the log that say why. */
export async function lastWords(log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).trimEnd().split('\n')
  const reasons = lines.slice(-20).filter((line) => /FATAL|PANIC|error:|HINT|could not/.test(line))
  return (reasons.length > 0 ? reasons : lines).slice(-3).join(' ').slice(-600)
}

/** A rename is kept over a power cut only when its folder is written too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

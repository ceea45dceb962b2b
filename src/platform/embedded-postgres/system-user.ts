/** As whom PostgreSQL runs: it refuses the user 0, and to be created by a user without a name. */
import { spawnSync } from 'node:child_process'
import { lstatSync, statSync } from 'node:fs'
import { chown, readdir } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { postgresErrors } from './errors.ts'

/** The user `nobody` of every Linux. */
const NOBODY = 65_534

export interface SystemUser {
  uid: number
  gid: number
  /** Files and processes are handed to this user, because the program runs as root. */
  isOther: boolean
  /** Put before the server's command, and before the command that creates the cluster. */
  prefix: { server: string[]; creation: string[] }
}

/** The user who owns the cluster already, else the one who runs the program, else (for root) `nobody`. */
export function userFor(clusterFolder: string): SystemUser {
  const uid = process.getuid?.() ?? 0
  const gid = process.getgid?.() ?? 0
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })
  if (uid === 0) {
    const other = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : { uid: NOBODY, gid: NOBODY }
    if (canBecome(other)) return { ...other, isOther: true, prefix: { server: [], creation: [] } }
    return { uid, gid, isOther: false, prefix: { server: AS_NOBODY, creation: AS_NOBODY } }
  }
  if (owner && owner.uid !== uid)
    postgresErrors.fail('postgres.folder-of-other', { parameters: { folder: clusterFolder, owner: owner.uid, uid } })
  return { uid, gid, isOther: false, prefix: { server: [], creation: hasName() ? [] : AS_NOBODY } }
}

/**
 * The same user, seen as `nobody` in a name space of its own: for containers where root is not allowed to become anybody, and for a user
 * number without an entry in /etc/passwd.
 */
const AS_NOBODY = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--']

const canBecome = (user: { uid: number; gid: number }): boolean => spawnSync('/bin/sh', ['-c', ':'], { ...user, cwd: '/' }).status === 0

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/** Gives a folder with all it holds to the user; a restored copy made by root comes as root's. */
export async function giveTo({ uid, gid, isOther }: SystemUser, folder: string): Promise<void> {
  if (!isOther || lstatSync(folder).uid === uid) return
  for (const name of await readdir(folder, { recursive: true })) await chown(join(folder, name), uid, gid)
  // Last, so that an interrupted hand-over is taken up again.
  await chown(folder, uid, gid)
}

/** Servers left behind on a cluster by a program that was killed, found by what they are and not by a number in a file. */
import { readlinkSync, statSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stopwatch } from '../clock.ts'

/** Milliseconds for a clean end, and then for an immediate one (the next start recovers from the log). */
const CLEAN_END = 30_000
const QUICK_END = 5_000

/**
 * Ends every PostgreSQL process that works in the folder and removes a stale `postmaster.pid`: after a crash its number may by now be
 * another program's, and PostgreSQL would refuse to start. The caller holds the data folder, so none of them is in use.
 */
export async function endLeftovers(clusterFolder: string, log: (message: string) => void): Promise<void> {
  let left = await processesIn(clusterFolder)
  if (left.length > 0) {
    log('Đang dừng PostgreSQL còn lại từ lần chạy trước…')
    const main = await postmasterOf(clusterFolder)
    // A single process without its postmaster ends by itself; the signals after it are for one that hangs.
    if (main && left.includes(main)) signal([main], 'SIGINT')
    left = await waitForEnd(clusterFolder, main ? CLEAN_END : QUICK_END)
    signal(left, 'SIGQUIT')
    left = left.length > 0 ? await waitForEnd(clusterFolder, QUICK_END) : left
    signal(left, 'SIGKILL')
    if (left.length > 0) await waitForEnd(clusterFolder, QUICK_END)
  }
  await rm(join(clusterFolder, 'postmaster.pid'), { force: true })
}

/** PostgreSQL processes that have the folder as their working folder (all of them do). */
export async function processesIn(clusterFolder: string): Promise<number[]> {
  const folder = statSync(clusterFolder, { throwIfNoEntry: false })
  if (!folder) return []
  const found: number[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const where = statSync(`/proc/${name}/cwd`)
      if (where.dev === folder.dev && where.ino === folder.ino && basename(readlinkSync(`/proc/${name}/exe`)).startsWith('postgres'))
        found.push(Number(name))
    } catch {
      // Gone meanwhile, or another user's.
    }
  }
  return found
}

export async function postmasterOf(clusterFolder: string): Promise<number | undefined> {
  return (await readStatus(clusterFolder))?.pid
}

/** What a running server writes about itself in `postmaster.pid`, or undefined when there is none. */
export async function readStatus(clusterFolder: string): Promise<{ pid: number; port: number; isReady: boolean } | undefined> {
  const text = await readFile(join(clusterFolder, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

async function waitForEnd(clusterFolder: string, milliseconds: number): Promise<number[]> {
  const until = stopwatch() + milliseconds
  for (;;) {
    const left = await processesIn(clusterFolder)
    if (left.length === 0 || stopwatch() > until) return left
    await sleep(20)
  }
}

function signal(processes: number[], name: NodeJS.Signals): void {
  for (const pid of processes) {
    try {
      process.kill(pid, name)
    } catch {
      // It has ended meanwhile.
    }
  }
}

/**
 * One program at a time on a data folder. The claim is a socket in Linux's abstract name space: it vanishes with the program however that
 * ends, so nothing stale can block the next start, and whoever comes second can ask the holder who it is.
 */
import { createHash } from 'node:crypto'
import { mkdir, stat } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Occupant {
  kind: 'server' | 'command'
  pid: number
  /** `ending`: it has been told to stop, or what started it is gone. */
  state: 'starting' | 'running' | 'ending'
  /** Where it can be reached, or the command's name. */
  address?: string
}

export type Claim = { isHeld: true; release(): Promise<void> } | { isHeld: false; occupant: Occupant }

/**
 * Tries to take the folder (made when missing); `introduce` answers those who come later.
 */
export async function claimDataFolder(folder: string, introduce: () => Occupant): Promise<Claim> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { dev, ino } = await stat(folder)
  // The zero byte makes the name abstract. The folder's own numbers: the same by whatever path it is reached.
  const name = `\0motcua-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32)}`
  for (;;) {
    const server = await listen(name, introduce)
    if (server) return { isHeld: true, release: () => new Promise((resolve) => server.close(() => resolve())) }
    const occupant = await ask(name)
    if (occupant) return { isHeld: false, occupant }
    await sleep(20)
  }
}

/** Milliseconds. The holder notices within `ANSWER_DELAY` that it is an orphan, and answers after it. */
const ANSWER_DELAY = 200
const PATIENCE = 2_000

function listen(name: string, introduce: () => Occupant): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      setTimeout(() => socket.end(JSON.stringify(introduce())), introduce().state === 'running' ? ANSWER_DELAY : 0).unref()
    })
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(name, () => {
      server.unref()
      resolve(server)
    })
  })
}

/** What the holder says, or undefined when it has gone meanwhile. */
function ask(name: string): Promise<Occupant | undefined> {
  return new Promise((resolve) => {
    const socket: Socket = connect(name)
    let answer = ''
    socket.setTimeout(PATIENCE, () => {
      socket.destroy()
      // It lives (the name is taken) but is too busy to answer.
      resolve({ kind: 'server', pid: 0, state: 'running' })
    })
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', () => resolve(undefined))
    socket.on('end', () => resolve(answer ? (JSON.parse(answer) as Occupant) : undefined))
  })
}

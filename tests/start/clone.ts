/** A bare clone in a folder of its own that only its owner may enter, with the packages of this one. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectFolder } from '#platform/project.ts'

const NOT_IN_A_CLONE = ['node_modules', 'dist', 'data', '.cache', '.git', 'test-results', 'playwright-report']

export interface Clone {
  folder: string
  /** Runs a script of the project to its end. */
  run(script: string, args?: string[], environment?: Record<string, string>): Promise<Ended>
  /** Starts the program and waits for its address. */
  start(environment?: Record<string, string>): Promise<Started>
  /** Ends what is left and removes the folder. */
  remove(): Promise<void>
}

export interface Ended {
  code: number
  out: string
  err: string
  /** Milliseconds. */
  took: number
}

export interface Started {
  address: string
  /** The launcher; the program itself is its child. */
  launcher: ChildProcess
  /** Process number of the program. */
  program: number
  output(): string
  ended: Promise<number>
  took: number
}

export async function makeClone(): Promise<Clone> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-clone-'))
  for (const name of readdirSync(projectFolder))
    if (!NOT_IN_A_CLONE.includes(name)) await cp(join(projectFolder, name), join(folder, name), { recursive: true })
  await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'))
  const running = new Set<ChildProcess>()
  const launch = (script: string, args: string[], environment: Record<string, string>) => {
    const { NODE_ENV: _, VITEST: __, ...inherited } = process.env
    const child = spawn('node', [join('scripts', script), ...args], {
      cwd: folder,
      env: { ...inherited, PORT: '0', MOTCUA_DEMO: '0', MOTCUA_LOG_LEVEL: 'warn', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    const ended = new Promise<number>((resolve) =>
      child.once('close', (code, signal) => {
        running.delete(child)
        resolve(signal ? -1 : (code ?? -1))
      }),
    )
    return { child, ended, out: () => out, err: () => err }
  }
  return {
    folder,
    async run(script, args = [], environment = {}) {
      const begin = performance.now()
      const { ended, out, err } = launch(script, args, environment)
      const code = await ended
      return { code, out: out(), err: err(), took: performance.now() - begin }
    },
    async start(environment = {}) {
      const begin = performance.now()
      const { child, ended, out, err } = launch('start.mjs', [], environment)
      await until(() => out().includes('Nhấn Ctrl-C') || child.exitCode !== null || child.signalCode !== null)
      const address = /Người dân: +(http:\S+)\//.exec(out())?.[1]
      if (!address) throw new Error(`it did not start:\n${out()}${err()}`)
      const program = processesOf(folder).find(({ parent }) => parent === child.pid)?.pid ?? 0
      return { address, launcher: child, program, output: out, ended, took: performance.now() - begin }
    },
    async remove() {
      for (const child of running) child.kill('SIGKILL')
      await until(() => processesOf(folder).length === 0)
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Everything that runs from the clone: its programs, and the database servers in its data folder. */
export function processesOf(folder: string): { pid: number; parent: number; name: string }[] {
  const cluster = statSync(join(folder, 'data', 'postgres'), { throwIfNoEntry: false })
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return []
    try {
      const where = statSync(`/proc/${entry}/cwd`)
      const isServer = cluster && where.ino === cluster.ino && where.dev === cluster.dev
      if (!isServer && readlinkSync(`/proc/${entry}/cwd`) !== folder) return []
      const [, name = '', parent = '0'] = /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${entry}/stat`, 'utf8')) ?? []
      return [{ pid: Number(entry), parent: Number(parent), name }]
    } catch {
      return []
    }
  })
}

export async function until(isTrue: () => boolean, seconds = 30): Promise<void> {
  for (let tries = 0; tries < seconds * 50; tries++) {
    if (isTrue()) return
    await sleep(20)
  }
  throw new Error(`it did not come true within ${seconds} seconds`)
}

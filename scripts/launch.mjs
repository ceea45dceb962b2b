// Runs the program under its own Node, and ties the two together: signals go down, the exit code comes up, and neither outlives the other.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { parentOf, startOf } from './processes.mjs'
import { project } from './project.mjs'

/**
 * @param {string} node
 * @param {string[]} args script and arguments
 * @returns {Promise<number>} exit code, as a shell counts it
 */
export const launch = (node, args) => startChild(node, args).ended

export function startChild(node, args) {
  const child = spawn(node, ['--enable-source-maps', ...args], {
    cwd: project,
    // The channel has no messages: its end tells the program that its launcher is gone, even by kill -9.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // What V8 has compiled is kept, for a quicker next start.
    env: { ...process.env, NODE_ENV: 'production', NODE_COMPILE_CACHE: join(project, '.cache', 'compiled') },
  })
  const passOn = (signal) => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, passOn)
  const watch = whenNpmIsGone(() => child.kill('SIGTERM'))
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, passOn)
      clearInterval(watch)
      resolve(signal ? 128 + constants.signals[signal] : code)
    })
  })
  return { ended, end: () => child.kill('SIGTERM') }
}

const OFTEN = 100

/** npm passes signals on, except the one it cannot see. Whoever kills `npm start` wants the program to end too. */
function whenNpmIsGone(react) {
  const npm = process.env.npm_lifecycle_event ? findNpm() : undefined
  if (!npm) return undefined
  const watch = setInterval(() => {
    if (startOf(npm.pid) === npm.start) return
    clearInterval(watch)
    react()
  }, OFTEN)
  return watch
}

/** npm among the processes above this one; there may be a shell between. */
function findNpm() {
  let pid = process.ppid
  for (let level = 0; level < 3 && pid > 1; level++) {
    try {
      if (/\bnpm\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))) return { pid, start: startOf(pid) }
      pid = parentOf(pid)
    } catch {
      return undefined
    }
  }
  return undefined
}

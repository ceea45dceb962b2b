// From a bare clone to something that runs: packages, then the build. Two commands at the same moment wait for each other.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { startOf } from './processes.mjs'
import { project } from './project.mjs'
import { checkMachine, runtime } from './runtime.mjs'

/**
 * @param {'run' | 'test'} level
 * @returns {Promise<string>} path of the Node that runs the program
 */
export async function setUp(level, progress) {
  checkMachine()
  const release = await takeTurn(progress)
  try {
    await install(level, progress)
    const node = runtime()
    await build(node, progress)
    return node
  } finally {
    release()
  }
}

const folder = join(project, '.cache')
const turn = join(folder, 'set-up.pid')

async function takeTurn(progress) {
  let hasSaid = false
  for (;;) {
    try {
      mkdirSync(folder, { recursive: true })
      writeFileSync(turn, `${process.pid} ${startOf(process.pid)}`, { flag: 'wx' })
      const release = () => rmSync(turn, { force: true })
      process.once('exit', release)
      return release
    } catch (error) {
      // A clone that may only be read is set up already, or cannot be.
      if (error.code === 'EROFS' || error.code === 'EACCES') return () => {}
      if (error.code !== 'EEXIST') throw error
      if (isStale()) rmSync(turn, { force: true })
      else if (!hasSaid) {
        hasSaid = true
        progress.say('Một lệnh khác đang cài đặt, đợi lệnh đó xong…')
      }
      await sleep(100)
    }
  }
}

const PATIENCE = 2_000

/** Left by a command that was killed. */
function isStale() {
  try {
    const [pid, start] = readFileSync(turn, 'utf8').split(' ')
    // It is empty for the moment between being made and being written.
    if (!pid) return Date.now() - statSync(turn).mtimeMs > PATIENCE
    return startOf(pid) !== start
  } catch {
    return false
  }
}

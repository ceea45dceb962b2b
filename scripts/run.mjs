import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { project } from './project.mjs'

/**
 * Runs a tool of the packages in the project's folder, its output being ours.
 * @returns {Promise<number>} exit code
 */
export function runTool(node, tool, args, environment = {}) {
  const bin = join(project, 'node_modules', '.bin')
  const child = spawn(join(bin, tool), args, {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: [bin, dirname(node), process.env.PATH].join(delimiter), ...environment },
  })
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${tool}: ${error.message}\n`)
      resolve(1)
    })
    child.once('close', (code) => resolve(code ?? 1))
  })
}

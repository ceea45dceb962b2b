/** The built program with the demonstration province, one for each worker of the journeys: what one does, no other sees. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test as base } from '@playwright/test'

const READY_WITHIN_MS = 180_000
const ENDS_WITHIN_MS = 15_000

/** A journey. Its pages' addresses begin at the worker's own program. */
export const test = base.extend<object, { address: string }>({
  address: [
    async ({ browserName: _ }, use, { parallelIndex }) => {
      const port = await freePort()
      const program = spawn(process.execPath, ['dist/main.js'], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          PORT: String(port),
          // A worker that takes another's place goes on with its data.
          MOTCUA_DATA: join(process.env.JOURNEY_DATA ?? '', String(parallelIndex)),
          MOTCUA_CLOCK_SHIFT_MINUTES: process.env.JOURNEY_SHIFT,
          MOTCUA_LOG_LEVEL: 'error',
        },
      })
      const address = `http://127.0.0.1:${port}`
      await untilReady(program, address)
      await use(address)
      await end(program)
    },
    { scope: 'worker', timeout: READY_WITHIN_MS },
  ],
  baseURL: ({ address }, use) => use(address),
})

async function untilReady(program: ChildProcess, address: string): Promise<void> {
  for (;;) {
    if (program.exitCode !== null) throw new Error(`The program ended with ${program.exitCode}`)
    const answer = await fetch(`${address}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(200)
  }
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null) return
  const ended = once(program, 'exit')
  program.kill('SIGTERM')
  const late = setTimeout(() => program.kill('SIGKILL'), ENDS_WITHIN_MS)
  await ended
  clearTimeout(late)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

import { spawn } from 'node:child_process'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimDataFolder, type Occupant } from './data-folder.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-claim-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const me =
  (address: string, state: Occupant['state'] = 'running') =>
  (): Occupant => ({ kind: 'server', pid: process.pid, state, address })

describe('claimDataFolder', () => {
  it('gives the folder to one, and tells the second who has it', async () => {
    const first = await claimDataFolder(folder, me('http://127.0.0.1:1'))
    expect(first.isHeld).toBe(true)
    const second = await claimDataFolder(folder, me('http://127.0.0.1:2'))
    expect(second).toEqual({
      isHeld: false,
      occupant: { kind: 'server', pid: process.pid, state: 'running', address: 'http://127.0.0.1:1' },
    })
    if (first.isHeld) await first.release()
  })

  it('knows the folder by another path too', async () => {
    const first = await claimDataFolder(folder, me('a'))
    await symlink(folder, `${folder}-link`)
    const second = await claimDataFolder(`${folder}-link`, me('b'))
    await rm(`${folder}-link`)
    expect(second.isHeld).toBe(false)
    if (first.isHeld) await first.release()
  })

  it('gives it to exactly one of many at the same moment', async () => {
    const claims = await Promise.all(Array.from({ length: 10 }, (_, index) => claimDataFolder(folder, me(String(index), 'starting'))))
    expect(claims.filter((claim) => claim.isHeld)).toHaveLength(1)
    for (const claim of claims) if (claim.isHeld) await claim.release()
  })

  it('is free again after a release, and after kill -9 of the holder', async () => {
    const first = await claimDataFolder(folder, me('a'))
    if (first.isHeld) await first.release()
    const program = `import { claimDataFolder } from ${JSON.stringify(join(import.meta.dirname, 'data-folder.ts'))}
      const claim = await claimDataFolder(process.argv[1], () => ({ kind: 'command', pid: process.pid, state: 'starting', address: 'verify' }))
      console.log(claim.isHeld); setInterval(() => {}, 1000)`
    const holder = spawn(process.execPath, ['--input-type=module', '-e', program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    expect(String(await new Promise((resolve) => holder.stdout.once('data', resolve))).trim()).toBe('true')
    const refused = await claimDataFolder(folder, me('b'))
    expect(refused).toMatchObject({ isHeld: false, occupant: { kind: 'command', address: 'verify', pid: holder.pid } })
    holder.kill('SIGKILL')
    await new Promise((resolve) => holder.once('exit', resolve))
    const next = await claimDataFolder(folder, me('c'))
    expect(next.isHeld).toBe(true)
    if (next.isHeld) await next.release()
  })
})

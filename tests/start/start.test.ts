/** `npm start` as a person does it: on a bare clone, twice at once, with Ctrl-C, with kill -9, with wrong settings. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Clone, makeClone, processesOf, until } from './clone.ts'

let clone: Clone
beforeAll(async () => {
  clone = await makeClone()
})
afterAll(() => clone.remove())

describe('npm start', () => {
  it('builds, answers, refuses a second start, lets commands share its database, and Ctrl-C leaves nothing running', async () => {
    const started = await clone.start()
    expect(started.output()).toContain('Dựng chương trình')
    expect(started.output()).toContain(`${clone.folder}/data`)
    expect(started.output()).toMatch(/thiet-lap và nhập mã thiết lập \S+/)
    expect(await (await fetch(`${started.address}/healthz`)).json()).toEqual({ status: 'ok' })
    expect(await (await fetch(`${started.address}/readyz`)).json()).toMatchObject({ status: 'ready' })

    const second = await clone.run('start.mjs')
    expect(second).toMatchObject({ code: 1, err: '' })
    expect(second.out.trim()).toBe(
      `Một Cửa đang chạy với dữ liệu ở ${clone.folder}/data: ${started.address} (tiến trình ${started.program}).`,
    )
    expect(second.took).toBeLessThan(3_000)

    const command = await clone.run('motcua.mjs', ['verify'])
    expect(command).toMatchObject({ code: 0, out: '0 hồ sơ, 0 thao tác, 0 chỗ khác nhau.\n' })

    // A terminal gives Ctrl-C to the whole group, and npm passes it on once more.
    process.kill(started.program, 'SIGINT')
    started.launcher.kill('SIGINT')
    expect(await started.ended).toBe(0)
    expect(processesOf(clone.folder)).toEqual([])
    await expect(fetch(`${started.address}/healthz`)).rejects.toThrow()
  })

  it('is ready soon the second time, and recovers when the program, then its launcher, is killed', async () => {
    const first = await clone.start()
    // Five seconds is what is promised on a quiet machine (measured in the closing note); a test that is busy elsewhere must not fail on it.
    expect(first.took).toBeLessThan(60_000)
    expect(first.output()).not.toContain('Dựng chương trình')
    process.kill(first.program, 'SIGKILL')
    expect(await first.ended).toBe(137)

    const second = await clone.start()
    second.launcher.kill('SIGKILL')
    // The program is alone now; whoever comes next waits until it has ended.
    const third = await clone.start()
    expect((await fetch(`${third.address}/readyz`)).status).toBe(200)
    expect(processesOf(clone.folder).filter(({ name }) => name === 'node' || name.startsWith('MainThread'))).toHaveLength(2)
    third.launcher.kill('SIGTERM')
    expect(await third.ended).toBe(0)
    expect(processesOf(clone.folder)).toEqual([])
  })

  it('recovers from kill -9 of everything at once', async () => {
    await clone.start()
    for (const { pid } of processesOf(clone.folder)) process.kill(pid, 'SIGKILL')
    const next = await clone.start()
    expect((await fetch(`${next.address}/readyz`)).status).toBe(200)
    next.launcher.kill('SIGTERM')
    await next.ended
    await until(() => processesOf(clone.folder).length === 0)
  })

  it('works on a database of the site, with web and jobs apart', async () => {
    const url = new URL(inject('databaseServer'))
    url.pathname = '/external_start'
    await administer('create database external_start')
    const web = await clone.start({ DATABASE_URL: url.href, MOTCUA_ROLE: 'web', MOTCUA_DATA: 'other-data' })
    const worker = clone.run('start.mjs', [], { DATABASE_URL: url.href, MOTCUA_ROLE: 'worker', MOTCUA_DATA: 'other-data' })
    expect((await fetch(`${web.address}/readyz`)).status).toBe(200)
    expect(web.output()).toContain('motcua:***@127.0.0.1')
    expect(existsSync(join(clone.folder, 'other-data', 'postgres'))).toBe(false)
    const command = await clone.run('motcua.mjs', ['verify'], { DATABASE_URL: url.href })
    expect(command.out).toBe('0 hồ sơ, 0 thao tác, 0 chỗ khác nhau.\n')
    for (const { pid, parent } of processesOf(clone.folder)) if (parent === process.pid) process.kill(pid, 'SIGTERM')
    expect((await worker).code).toBe(0)
    expect(await web.ended).toBe(0)
    await administer('drop database external_start')
  })

  it.each([
    [{ PORT: 'tám nghìn' }, 2, 'PORT=tám nghìn không đúng'],
    [{ MOTCUA_DATTA: '/srv' }, 2, 'có phải bạn muốn đặt MOTCUA_DATA?'],
    [{ DATABASE_URL: 'postgres://nobody:geheim@127.0.0.1:1/motcua' }, 2, 'Không kết nối được PostgreSQL ở 127.0.0.1:1'],
    [{ HOST: '203.0.113.7' }, 1, 'HOST=203.0.113.7 không phải địa chỉ của máy này'],
  ])('says in one sentence what is wrong with %o', async (environment, code, sentence) => {
    const refused = await clone.run('start.mjs', [], environment as Record<string, string>)
    expect(refused.code).toBe(code)
    const said = (refused.out + refused.err).trim()
    expect(said).toContain(sentence)
    expect(said.split('\n')).toHaveLength(1)
    expect(said).not.toContain('geheim')
  })

  it('says that the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    const refused = await clone.run('start.mjs', [], { PORT: String(port) })
    other.close()
    expect(refused.code).toBe(1)
    expect(refused.out).toContain(`Cổng ${port} trên 127.0.0.1 đang có chương trình khác dùng`)
    expect(processesOf(clone.folder)).toEqual([])
  })
})

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

describe('npm run -s motcua', () => {
  const due = ['due', '--start', '2026-11-20T10:00', '--limit', '3', '--unit', 'working-day']

  it('prints only the answer, also when it must build first', async () => {
    await writeFile(join(clone.folder, 'src/added-for-the-test.ts'), 'export const added = true\n')
    const answers = await Promise.all([clone.run('motcua.mjs', due), clone.run('motcua.mjs', due)])
    for (const answer of answers) expect(answer).toMatchObject({ code: 0, out: '2026-11-26T10:00\n' })
    expect(answers.map(({ err }) => err).filter((err) => err.includes('Dựng chương trình'))).toHaveLength(1)
    // A program that does not build is told by its place, and the next try is a fresh one.
    await writeFile(join(clone.folder, 'src/main.ts'), 'import "./nowhere.ts"\n')
    const broken = await clone.run('motcua.mjs', due)
    expect(broken).toMatchObject({ code: 1, out: '' })
    expect(broken.err).toContain('src/main.ts:1: Could not resolve "./nowhere.ts"')
  })

  it('explains itself, and refuses what it does not know', async () => {
    const other = await makeClone()
    try {
      const help = await other.run('motcua.mjs', ['--help'])
      expect(help.code).toBe(0)
      expect(help.out).toContain('import-catalogue')
      const unknown = await other.run('motcua.mjs', ['dew'])
      expect(unknown).toMatchObject({ code: 2, out: '' })
      expect(unknown.err).toContain('Không có lệnh "dew"')
    } finally {
      await other.remove()
    }
  })
})

/** `MOTCUA_DEMO=0`: the first administrator makes herself by the page, once; and what was acknowledged to her outlives `kill -9` of everything in the middle of writing. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Clone, makeClone, processesOf, type Started, until } from './clone.ts'

let clone: Clone
beforeAll(async () => {
  clone = await makeClone()
})
afterAll(() => clone.remove())

const PASSWORD = 'Gió biển 2026'
const SET_UP = {
  unitName: 'Ủy ban nhân dân tỉnh Thử Nghiệm',
  unitKind: 'province',
  agencyCode: 'H99',
  fullName: 'Lê Thị Quản Trị',
  username: 'quantri',
  password: PASSWORD,
  again: PASSWORD,
}

/** A visitor of the running program, who keeps her session. */
function visitorOf({ address }: Started) {
  let cookie = ''
  const ask = async (path: string, form?: Record<string, string>) => {
    const answer = await fetch(`${address}${path}`, {
      redirect: 'manual',
      headers: { cookie, origin: address },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    const session = answer.headers.getSetCookie().find((each) => each.startsWith('session='))
    if (session) cookie = session.split(';')[0] ?? ''
    return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() }
  }
  return { get: (path: string) => ask(path), post: ask }
}

it('is set up once, and every unit that was acknowledged is there after kill -9 and the next start', async () => {
  const first = await clone.start()
  const visitor = visitorOf(first)
  const code = /nhập mã thiết lập (\S+)/.exec(first.output())?.[1] ?? ''
  expect((await visitor.get('/thiet-lap')).html).toContain('name="code"')
  const stranger = await visitor.post('/thiet-lap', { ...SET_UP, code: 'AAAAAAAAAA' })
  expect([stranger.status, stranger.html.includes('Mã chưa đúng')]).toEqual([403, true])
  expect(await visitor.post('/thiet-lap', { ...SET_UP, code })).toMatchObject({ status: 303, location: '/dang-nhap' })
  expect(await visitor.get('/thiet-lap')).toMatchObject({ status: 303, location: '/dang-nhap' })
  const again = await visitor.post('/thiet-lap', { ...SET_UP, code, username: 'kehai' })
  expect([again.status, again.html.includes('Hệ thống đã được thiết lập')]).toEqual([409, true])

  expect(await visitor.post('/dang-nhap', { username: 'quantri', password: PASSWORD })).toMatchObject({ status: 303 })
  const root = /\/to-chuc\/\d+/.exec((await visitor.get('/to-chuc')).html)?.[0] ?? ''
  const validFrom = /name="validFrom"[^>]*value="([\d-]+)"/.exec((await visitor.get(`${root}/them`)).html)?.[1] ?? ''
  const nameOf = (number: number) => `D${String(number).padStart(5, '0')}`
  const formOf = (unit: string) => ({ code: unit, name: `Đơn vị ${unit}`, kind: 'department', level: 'province', validFrom })
  const acknowledged: string[] = []
  let refused: string | undefined
  let next = 0
  let isDead = false
  const writer = async () => {
    while (!isDead) {
      const unit = nameOf(++next)
      const answer = await visitor.post(`${root}/them`, formOf(unit)).catch(() => undefined)
      if (answer?.status === 303) acknowledged.push(unit)
      else if (answer) refused = `${answer.status}: ${/<main.*<\/main>/s.exec(answer.html)?.[0]}`
    }
  }
  const writers = Promise.all(Array.from({ length: 6 }, writer))
  await until(() => acknowledged.length >= 40 || refused !== undefined)
  const before = acknowledged.length
  for (const { pid } of processesOf(clone.folder)) process.kill(pid, 'SIGKILL')
  isDead = true
  await writers
  expect(refused).toBeUndefined()
  expect(acknowledged.length).toBeGreaterThanOrEqual(before)

  const second = await clone.start()
  expect((await fetch(`${second.address}/readyz`)).status).toBe(200)
  expect(second.output()).not.toContain('mã thiết lập')
  const later = visitorOf(second)
  await later.post('/dang-nhap', { username: 'quantri', password: PASSWORD })
  const page = await later.get('/to-chuc')
  expect(acknowledged.filter((unit) => !page.html.includes(`Đơn vị ${unit}`))).toEqual([])
  // Of those that were cut off each is there whole or not at all: then its code is free.
  for (let number = 1; number <= next; number++) {
    const unit = nameOf(number)
    if (page.html.includes(`Đơn vị ${unit}`)) continue
    expect(await later.post(`${root}/them`, formOf(unit))).toMatchObject({ status: 303 })
  }
  expect(await clone.run('motcua.mjs', ['verify'])).toMatchObject({ code: 0 })
  second.launcher.kill('SIGTERM')
  expect(await second.ended).toBe(0)
}, 120_000)

/** What operators see: whether the program is well, how busy it is, and a log without personal data. */
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { errorFacts } from '../src/platform/log.ts'
import { testApp } from './support/app.ts'
import { browserOf } from './support/browser.ts'
import { aDesk, aProcedure } from './support/desk.ts'

let logged = ''
const sink = new Writable({
  write(chunk, _encoding, done) {
    logged += chunk
    done()
  },
})
const app = await testApp('demo', pino({ level: 'trace' }, sink))
const { database, pool } = app.handle

describe('the log', () => {
  test('of a reception, with refusals, a search, a look-up and an error, names nobody', async () => {
    const desk = await aDesk(app)
    const procedure = await aProcedure(app, desk)
    const browser = await browserOf(app, desk.receptionists[0])
    const person = {
      name: 'Đặng Thị Ngọc Huyền',
      number: '045190009123',
      phone: '0905123789',
      address: 'Ngõ 17 Trần Quang Khải',
      mail: 'huyen@example.vn',
    }
    const receive = async (owner: Record<string, string>) => {
      const blank = await browser.press(await browser.get('/tiep-nhan'), 'Nhập người hoặc tổ chức mới')
      const known = await browser.press(blank, 'Dùng thông tin này', owner)
      const chosen = await browser.press(known, 'Enter', { 'procedure.find': procedure.code })
      return browser.press(await browser.press(await browser.press(chosen, 'Đủ theo quy định'), 'Enter'), 'Enter')
    }
    const page = await receive({
      'owner.name': person.name,
      'owner.identifier': person.number,
      'owner.phone': person.phone,
      'owner.email': person.mail,
      'owner.address': person.address,
    })
    expect(page.text).toContain('Đã tiếp nhận hồ sơ')
    const stored = await database.selectFrom('party').select(['name', 'identifier']).where('identifier', '=', person.number).execute()
    expect(stored).toEqual([{ name: person.name, identifier: person.number }])
    await browser.get(`/lam-viec/tim?q=${encodeURIComponent(person.name)}`)
    await browser.get(`/ho-so?q=${person.number}`)
    await browser.get(`/tra-cuu?ma=${encodeURIComponent(person.phone)}`)
    // The database refuses in the middle, and quotes what it was given.
    await pool.query('alter table party add constraint nobody_new check (id < 0) not valid')
    expect((await receive({ 'owner.name': `${person.name} Hai`, 'owner.phone': '0905123790' })).status).toBe(500)
    await pool.query('alter table party drop constraint nobody_new')

    expect(logged).toContain('"route":"/tiep-nhan')
    expect(logged).toContain('nobody_new')
    for (const line of logged.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg')
    for (const secret of [
      person.name,
      'Huyền',
      'huyen',
      person.number,
      person.phone,
      person.phone.slice(1),
      '0905123790',
      person.address,
      person.mail,
    ])
      expect(logged).not.toContain(secret)
  })

  test('tells what went wrong in the database without the values it went wrong with', async () => {
    const facts = async (statement: string) => JSON.stringify(errorFacts(await pool.query(statement).catch((error: unknown) => error)))
    expect(await facts(`select 'Đặng Thị "Huyền'::bigint`)).toMatch(/"code":"22P02".*invalid input syntax/)
    expect(await facts(`select 'Đặng Thị "Huyền'::bigint`)).not.toMatch(/Huyền|Đặng/)
    const party = await database.selectFrom('party').selectAll().where('identifier', 'is not', null).limit(1).executeTakeFirstOrThrow()
    const twice = await facts(
      `insert into party overriding system value select (p).* from (select p from party p where id = ${party.id}) one`,
    )
    expect(twice).toContain('"table":"party"')
    expect(twice).not.toContain(party.name)
    expect(twice).not.toContain(party.identifier)
    expect(JSON.stringify(errorFacts(new SyntaxError('Unexpected token, "{"name":"Huyền" is not valid JSON')))).not.toContain('Huyền')
  })
})

describe('readiness', () => {
  const ask = async (server = app.server) => {
    const answer = await server.inject({ method: 'GET', url: '/readyz' })
    return [answer.statusCode, answer.json().checks]
  }

  test('is 200 when database, migrations and worker are there', async () => {
    expect(await ask()).toEqual([200, { database: true, migrations: true, worker: true }])
  })

  test('is 503 with what is missing: a migration, the worker, the database', async () => {
    const { name, hash } = (await pool.query('delete from migration where name = (select max(name) from migration) returning name, hash'))
      .rows[0]
    expect(await ask()).toEqual([503, { database: true, migrations: false, worker: true }])
    await pool.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    let isAlive = false
    const other = await createApp({ ...app.services, handle: app.handle, isWorkerAlive: () => isAlive })
    expect(await ask(other.server)).toEqual([503, { database: true, migrations: true, worker: false }])
    isAlive = true
    expect((await ask(other.server))[0]).toBe(200)
    const gone = { ...app.handle, pool: { query: () => Promise.reject(new Error('gone')) } as never }
    const without = await createApp({ ...app.services, handle: gone, isWorkerAlive: () => true })
    expect(await ask(without.server)).toEqual([503, { database: false, migrations: false, worker: false }])
    expect((await without.server.inject('/healthz')).json()).toEqual({ status: 'ok' })
  })
})

test('the metrics are Prometheus text, by route pattern', async () => {
  await app.server.inject('/ho-so/H50-261118-0001')
  const answer = await app.server.inject('/metrics')
  expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
  const lines = answer.body.trim().split('\n')
  const FORM = /^(# (HELP|TYPE) [a-zA-Z_:][\w:]* .*|[a-zA-Z_:][\w:]*(\{([a-zA-Z_]\w*="(\\.|[^"\\])*",?)*\})? (-?[\d.eE+-]+|NaN|[+-]Inf))$/
  expect(lines.filter((line) => line !== '' && !FORM.test(line))).toEqual([])
  expect(answer.body).toContain('http_request_duration_seconds_count{method="GET",route="/ho-so/:code"')
  expect(answer.body).toMatch(/^database_connections\{state="idle"\} \d+$/m)
  expect(answer.body).not.toContain('H50-261118')
})

/** The partners' API through the real server on a real database: one dossier all the way, and everything that is refused. */
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'

const app = await testApp()
let procedureCaseId = 0
let components: { id: number; originals: number; copies: number }[] = []
let receivingUnitId = 0
let token = ''
let weakToken = ''
let keys = 0

const call = async (method: 'GET' | 'POST', path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const answer = await app.server.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${token}`, ...(method === 'POST' ? { 'idempotency-key': `test-key-${++keys}` } : {}), ...headers },
    ...(body === undefined ? {} : { payload: body as object }),
  })
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() }
}

const filing = () => ({
  procedureCaseId,
  channel: 'counter',
  receivingUnitId,
  owner: { name: 'Nguyễn Văn Minh Họa', identifierKind: 'personal-id', identifier: '044090123456' },
  components: components.map(({ id, originals, copies }) => ({ componentId: id, originals, copies })),
  returnMethod: 'counter',
})

beforeAll(async () => {
  const offer = await app.anOffer()
  procedureCaseId = offer.caseId
  components = offer.components
  receivingUnitId = offer.receivingUnitId
  const rights = [
    'catalogue.read',
    'intake.receive',
    'dossier.search',
    'dossier.read',
    'workflow.complete',
    'workflow.prepare-result',
    'workflow.issue-result',
    'intake.return-result',
    'reporting.read',
  ]
  token = await app.aToken({ rights })
  weakToken = await app.aToken({ rights: ['dossier.search'] })
})

describe('OpenAPI', () => {
  test('describes every endpoint with its right and its errors', async () => {
    const { status, body } = await call('GET', '/openapi.json')
    expect(status).toBe(200)
    expect(body.openapi).toBe('3.1.0')
    const operations = Object.values(
      body.paths as Record<string, Record<string, { operationId: string; description: string; responses: object }>>,
    ).flatMap((path) => Object.values(path))
    expect(operations.length).toBeGreaterThanOrEqual(11)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    for (const operation of operations) {
      expect(operation.description).toMatch(/Quyền: `[a-z-]+\.[a-z-]+`/)
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['401', '403', '422']))
    }
  })
})

describe('one dossier all the way', () => {
  let code = ''

  test('is received with a code and a promised date', async () => {
    const { status, body } = await call('POST', '/dossiers', filing())
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body.code).toMatch(/^H50[.\d]*-\d{6}-\d{4}$/)
    expect(Date.parse(body.dueAt)).toBeGreaterThan(Date.parse(body.receivedAt))
    code = body.code
  })

  test('goes through its steps to an issued and returned result', async () => {
    let open = 2
    const read = async () => (await call('GET', `/dossiers/${code}`)).body
    for (let guard = 0; guard < 12; guard++) {
      const dossier = await read()
      const task = dossier.tasks.find((each: { closedAt: string | null }) => each.closedAt === null)
      if (!task) break
      open = task.number
      if (task.kind === 'return') {
        const returned = await call('POST', `/dossiers/${code}/tasks/${open}/return`, {
          method: 'counter',
          receiverName: 'Nguyễn Văn Minh Họa',
          proof: 'receipt',
        })
        expect(returned.status, JSON.stringify(returned.body)).toBe(200)
        continue
      }
      if (task.kind === 'issue') {
        const issued = await call('POST', `/dossiers/${code}/tasks/${open}/issue`, { symbol: 'GP-SVHTTDL' })
        expect(issued.body).toMatchObject({ number: 1, symbol: 'GP-SVHTTDL' })
        continue
      }
      if (task.kind === 'appraisal')
        expect((await call('POST', `/dossiers/${code}/tasks/${open}/result`, { name: 'Giấy phép' })).status).toBe(200)
      const assigneeId = task.kind === 'assignment' ? await app.anOfficerWithRole('specialist', task.unitId) : undefined
      const completed = await call('POST', `/dossiers/${code}/tasks/${open}/completion`, { assigneeId })
      expect(completed.status, JSON.stringify(completed.body)).toBe(200)
    }
    const dossier = await read()
    expect(dossier).toMatchObject({ state: 'RESULT_RETURNED', nationalStatus: 10, timeliness: 'early' })
    expect(dossier.tasks.map(({ kind }: { kind: string }) => kind)).toEqual([
      'reception',
      'assignment',
      'appraisal',
      'review',
      'signature',
      'issue',
      'return',
    ])
  })

  test('its state is looked up without personal data', async () => {
    const { body } = await call('GET', `/lookup/${code}`)
    expect(body).toMatchObject({ code, nationalStatus: 10 })
    expect(JSON.stringify(body)).not.toContain('Minh Họa')
  })

  test('is counted', async () => {
    app.clock.set(new Date(app.clock.now().getTime() + 60_000))
    const day = app.today()
    const { body } = await call('GET', `/figures?from=${day}&to=${day}`)
    const total = (measure: string) => body.rows.reduce((sum: number, row: Record<string, number>) => sum + (row[measure] ?? 0), 0)
    expect([total('receivedCounter'), total('receivedPost'), total('receivedOnline')]).toEqual([1, 0, 0])
    expect(total('settledEarly')).toBe(1)
  })
})

describe('a repeated request', () => {
  test('has one effect and gives the first answer', async () => {
    const key = { 'idempotency-key': 'the-same-key' }
    const body = filing()
    const [first, second] = await Promise.all([call('POST', '/dossiers', body, key), call('POST', '/dossiers', body, key)])
    expect(second.body).toEqual(first.body)
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']].filter(Boolean)).toEqual(['true'])
    const other = await call('POST', '/dossiers', { ...body, sets: 2 }, key)
    expect(other).toMatchObject({ status: 409, body: { code: 'request.key-reused' } })
  })

  test('needs a key', async () => {
    expect(await call('POST', '/dossiers', filing(), { 'idempotency-key': 'short' })).toMatchObject({
      status: 422,
      body: { code: 'api.idempotency-key' },
    })
  })
})

describe('what is refused', () => {
  test('no token, a wrong token, a token without the right', async () => {
    expect((await call('GET', '/dossiers', undefined, { authorization: '' })).status).toBe(401)
    const wrong = await call('GET', '/dossiers', undefined, { authorization: 'Bearer nonsense' })
    expect(wrong).toMatchObject({ status: 401, body: { code: 'api.token' } })
    expect(wrong.headers['content-type']).toMatch('application/problem+json')
    expect(await call('POST', '/dossiers', filing(), { authorization: `Bearer ${weakToken}` })).toMatchObject({
      status: 403,
      body: { code: 'access.denied' },
    })
  })

  test('fields are named', async () => {
    const { status, body } = await call('POST', '/dossiers', { ...filing(), sets: 0, owner: {} })
    expect(status).toBe(422)
    expect(Object.keys(body.fields)).toEqual(expect.arrayContaining(['sets', 'owner.name']))
  })

  test('what is wrong is said in Vietnamese, never in the program’s words', async () => {
    const { body } = await call('POST', '/dossiers', {})
    expect(body.fields).toMatchObject({ owner: 'Thiếu nội dung này.', procedureCaseId: 'Thiếu nội dung này.' })
    expect((await call('GET', '/figures?from=hom-nay')).body.fields).toEqual({
      from: 'Ngày chưa đúng. Ví dụ: 2026-11-27.',
      to: 'Thiếu nội dung này.',
    })
  })

  test('a body that is not JSON says so', async () => {
    const send = async (payload: string, type: string) => {
      const reply = await app.server.inject({
        method: 'POST',
        url: '/api/v1/dossiers',
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': `test-key-${++keys}`, 'content-type': type },
        payload,
      })
      return { status: reply.statusCode, type: reply.headers['content-type'], code: reply.json().code }
    }
    const type = 'application/problem+json; charset=utf-8'
    expect(await send('{"owner":', 'application/json')).toEqual({ status: 400, type, code: 'api.json' })
    expect(await send('owner=A', 'application/x-www-form-urlencoded')).toEqual({ status: 415, type, code: 'api.media-type' })
    expect(await send('<a/>', 'text/xml')).toEqual({ status: 415, type, code: 'api.media-type' })
  })

  test.each(['khong-phai', 'WyJob20gbmF5IiwxXQ', 'Wy01XQ'])(
    'a cursor that is not ours (%s) never leads back to the beginning',
    async (cursor) => {
      for (const list of ['/dossiers', '/procedures'])
        expect(await call('GET', `${list}?cursor=${cursor}`)).toMatchObject({
          status: 422,
          body: { fields: { cursor: expect.any(String) } },
        })
    },
  )

  test.each(['/dossiers/H50-000000-0000', '/dossiers/%00', "/dossiers/' or 1=1", '/procedures/9.999999', '/nowhere'])(
    '%s is not found, plainly',
    async (path) => {
      const { status, body } = await call('GET', path)
      expect(status).toBe(404)
      expect(JSON.stringify(body)).not.toMatch(/at .*\.ts|select |stack/i)
    },
  )
})

describe('lists', () => {
  test('pages follow one another without gap or repeat', async () => {
    for (let filed = 0; filed < 3; filed++) await call('POST', '/dossiers', filing())
    const all = (await call('GET', '/dossiers?limit=200')).body.items.map(({ code }: { code: string }) => code)
    const paged: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await call('GET', `/dossiers?limit=2${cursor && `&cursor=${cursor}`}`)
      paged.push(...body.items.map(({ code }: { code: string }) => code))
      if (!body.nextCursor) break
      cursor = body.nextCursor
    }
    expect(paged).toEqual(all)
    expect(all.length).toBeGreaterThanOrEqual(5)
  })

  test('procedures are found without marks', async () => {
    const { body } = await call('GET', '/procedures?text=du%20lich')
    expect(body.total).toBeGreaterThan(0)
    expect(body.items[0].name.toLocaleLowerCase('vi')).toContain('du lịch')
  })
})

/** A portal sends the papers of a filing, files, and later asks to withdraw: through the real server. */
import { expect, test } from 'vitest'
import { seedableOffers } from '../../../db/seeds/dossier-queries.ts'
import { testApp } from '../../../tests/support/app.ts'
import { stateOf } from '../../../tests/support/settling.ts'

const app = await testApp()
const { database } = app.services
const offers = await seedableOffers(database, app.today())
const offer = offers.find(({ channels, components }) => channels.includes('online') && components.length > 0) ?? nothingOffered()
const token = await app.aToken({ rights: ['intake.file', 'intake.request-withdrawal'] })
const stranger = await app.aToken({ rights: ['dossier.search'] })

function nothingOffered(): never {
  throw new Error('Nothing is offered online')
}

const PDF = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF')
const BOUNDARY = 'ranh-gioi'
const multipart = (...files: [name: string, content: Buffer][]) =>
  Buffer.concat([
    ...files.flatMap(([name, content]) => [
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      content,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ])
let keys = 0
const post = async (path: string, payload: object | Buffer, { key = `papers-${++keys}-key`, as = token, type = '' } = {}) => {
  const isFile = Buffer.isBuffer(payload)
  const answer = await app.server.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: {
      authorization: `Bearer ${as}`,
      'idempotency-key': key,
      'content-type': type || (isFile ? `multipart/form-data; boundary=${BOUNDARY}` : 'application/json'),
    },
    payload,
  })
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers }
}

test('papers are sent, the filing names them, and the desk can open them; a withdrawal is asked for and waits for its decision', async () => {
  const sent = await post('/documents', multipart(['Đơn đề nghị.pdf', PDF], ['Phụ lục.pdf', Buffer.concat([PDF, Buffer.from('\n')])]))
  expect(sent.status, JSON.stringify(sent.body)).toBe(201)
  expect(sent.body.documents.map(({ name }: { name: string }) => name)).toEqual(['Đơn đề nghị.pdf', 'Phụ lục.pdf'])
  const [form, annex] = sent.body.documents.map(({ documentId }: { documentId: number }) => documentId)
  const filing = {
    procedureCaseId: offer.caseId,
    receivingUnitId: offer.receivingUnitId,
    owner: { name: 'Nguyễn Văn Trực Tuyến', identifierKind: 'personal-id', identifier: '044090123456', phone: '0905000123' },
    components: offer.components.map(({ id }, at) => ({ componentId: id, copies: 1, documentIds: at === 0 ? [form] : [] })),
    documentIds: [annex],
  }
  const filed = await post('/filings', filing)
  expect(filed.status, JSON.stringify(filed.body)).toBe(201)
  const { id } = await database.selectFrom('dossier').select('id').where('code', '=', filed.body.code).executeTakeFirstOrThrow()
  const papers = await database
    .selectFrom('dossierDocument')
    .select('documentId')
    .where('dossierId', '=', id)
    .orderBy('documentId')
    .execute()
  expect(papers.map(({ documentId }) => documentId)).toEqual([form, annex])
  // A paper belongs to one dossier.
  expect((await post('/filings', filing)).status).toBe(422)

  const wish = { reasonCode: 'no-need', text: 'Không còn nhu cầu.', isIdentified: true }
  expect((await post(`/dossiers/${filed.body.code}/withdrawal`, wish, { as: stranger })).status).toBe(403)
  expect((await post(`/dossiers/${filed.body.code}/withdrawal`, { ...wish, reasonCode: 'bad' })).status).toBe(422)
  const asked = await post(`/dossiers/${filed.body.code}/withdrawal`, wish, { key: 'withdraw-once' })
  expect(asked.status, JSON.stringify(asked.body)).toBe(200)
  const again = await post(`/dossiers/${filed.body.code}/withdrawal`, wish, { key: 'withdraw-once' })
  expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([200, asked.body, 'true'])
  expect((await stateOf(app, id)).state).toBe('WITHDRAWAL_REQUESTED')
})

test('what is no paper, no form, or not theirs is refused and leaves nothing behind', async () => {
  const before = await database
    .selectFrom('document')
    .select(({ fn }) => fn.countAll().as('many'))
    .executeTakeFirstOrThrow()
  const wrong = await post('/documents', multipart(['trang.html', Buffer.from('<html></html>')]))
  expect(wrong.status).toBe(422)
  expect(wrong.body.code).toMatch(/^files\./)
  expect(wrong.body.errors ?? wrong.body.fields).toBeTruthy()
  expect((await post('/documents', { files: [] })).status).toBe(415)
  expect((await post('/documents', multipart())).status).toBe(422)
  expect((await post('/documents', multipart(['a.pdf', PDF]), { as: stranger })).status).toBe(403)
  const after = await database
    .selectFrom('document')
    .select(({ fn }) => fn.countAll().as('many'))
    .executeTakeFirstOrThrow()
  expect(after).toEqual(before)
  const key = 'same-papers-key'
  const [one, two] = [
    await post('/documents', multipart(['a.pdf', PDF]), { key }),
    await post('/documents', multipart(['a.pdf', PDF]), { key }),
  ]
  expect(two.body).toEqual(one.body)
})

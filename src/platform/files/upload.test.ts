import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import multipart from '@fastify/multipart'
import Fastify from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { AppError } from '../errors.ts'
import { cleanName, createFileStore, type FileStore, receiveUpload } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-upload-'))
const server = Fastify()
let store: FileStore
let url: string
let settled: (outcome: string) => void = () => {}

beforeAll(async () => {
  store = await createFileStore({ kind: 'folder', folder })
  await server.register(multipart, { limits: { fileSize: 1_000, files: 5, fields: 10, fieldSize: 100 } })
  server.post('/', async (request, reply) => {
    const outcome = await receiveUpload(request, store, { maxBytes: 100_000, maxTotalBytes: 250_000 }).catch((error: AppError) => error)
    settled(outcome instanceof Error ? (outcome.code ?? outcome.message) : 'received')
    if (outcome instanceof Error) return reply.status(outcome.status ?? 500).send({ code: outcome.code })
    return { ...outcome, error: outcome.error && { code: outcome.error.code, fields: outcome.error.fields } }
  })
  url = await server.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(() => {
  expect(readdirSync(join(folder, 'temp'))).toEqual([])
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const pdf = (size = 100) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)])
const file = (content: Buffer, name: string, type = 'application/pdf') => new File([new Uint8Array(content)], name, { type })
async function send(parts: [string, string | File][]) {
  const body = new FormData()
  for (const [name, value] of parts) body.append(name, value)
  const response = await fetch(url, { method: 'POST', body })
  return { status: response.status, ...((await response.json()) as { code?: string; form?: object; files?: unknown; error?: unknown }) }
}
const keptFiles = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}$/.test(name)).length

describe('a form with files', () => {
  test('gives fields and stored files, under the names people gave them', async () => {
    const answer = await send([
      ['name', 'Nguyễn Thị Hường'],
      ['choice', 'a'],
      ['choice', 'b'],
      ['paper', file(pdf(50_000), 'Đơn đề nghị (bản ký).pdf')],
      ['paper', file(pdf(), 'Phụ lục.pdf')],
    ])
    expect(answer).toMatchObject({ status: 200, form: { name: 'Nguyễn Thị Hường', choice: ['a', 'b'] } })
    const files = answer.files as { field: string; name: string; hash: string; size: number }[]
    expect(files.map(({ field, name, size }) => [field, name, size])).toEqual([
      ['paper', 'Đơn đề nghị (bản ký).pdf', 50_009],
      ['paper', 'Phụ lục.pdf', 109],
    ])
    for (const { hash } of files) expect(await store.verify(hash)).toBe('intact')
  })

  test('skips a file field that was left empty', async () => {
    expect(
      await send([
        ['paper', file(Buffer.alloc(0), '', 'application/octet-stream')],
        ['after', 'x'],
      ]),
    ).toMatchObject({ files: [], form: { after: 'x' } })
  })

  test('with one bad file keeps none, names the field and keeps what was typed', async () => {
    const before = keptFiles()
    const answer = await send([
      ['good', file(pdf(), 'a.pdf')],
      ['bad', file(Buffer.from('<html>'), 'b.pdf')],
      ['large', file(pdf(150_000), 'c.pdf')],
      ['name', 'Nguyễn Thị Hường'],
    ])
    expect(answer).toMatchObject({ files: [], form: { name: 'Nguyễn Thị Hường' } })
    expect(answer.error).toEqual({
      code: 'files.type-refused',
      fields: {
        bad: 'Không nhận loại tệp này. Chỉ nhận PDF, PNG, JPEG, DOCX, XLSX.',
        large: 'Tệp lớn hơn 0,1 MB. Hãy quét với độ phân giải thấp hơn hoặc tách thành nhiều tệp.',
      },
    })
    expect(keptFiles()).toBe(before)
  })

  test('that is too large together is refused by its length, before anything is read', async () => {
    const body = new FormData()
    for (const name of ['a', 'b', 'c']) body.append(name, file(pdf(99_000), `${name}.pdf`))
    const response = await fetch(url, { method: 'POST', body })
    expect([response.status, await response.json()]).toEqual([413, { code: 'files.total-too-large' }])
  })

  test('with too many files or an endless field is refused', async () => {
    const before = keptFiles()
    expect((await send(Array.from({ length: 6 }, (_, index) => [`f${index}`, file(pdf(), 'a.pdf')]))).code).toBe('FST_FILES_LIMIT')
    expect((await send([['text', 'x'.repeat(200)]])).code).toBe('request.too-large')
    expect(keptFiles()).toBe(before)
  })
})

describe('a line that breaks', () => {
  test.each(['in the middle of a file', 'between two files'])('%s leaves nothing behind', async (where) => {
    const before = keptFiles()
    const outcome = new Promise<string>((resolve) => {
      settled = resolve
    })
    const part = (name: string) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"; filename="${name}.pdf"\r\nContent-Type: application/pdf\r\n\r\n`
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1')
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 90000\r\n\r\n`)
    socket.write(Buffer.concat([Buffer.from(part('one')), pdf(20_000)]))
    if (where === 'between two files') socket.write(`\r\n${part('two')}`)
    while (readdirSync(join(folder, 'temp')).length === 0) await sleep(5)
    socket.destroy()
    expect(await outcome).toBe('files.interrupted')
    await sleep(20)
    expect(keptFiles()).toBe(before)
  })

  test('a form that ends too early is refused', async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: '--b\r\nContent-Disposition: form-data; name="a"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 half',
    })
    expect([response.status, await response.json()]).toEqual([400, { code: 'files.interrupted' }])
  })
})

test('names are taken without folders and tricks', () => {
  expect(cleanName('../../etc/Đơn đề nghị.pdf')).toBe('Đơn đề nghị.pdf')
  expect(cleanName('C:\\Users\\x\\a.pdf')).toBe('a.pdf')
  expect(cleanName('fdp.\u202Eexe\u0000.pdf')).toBe('fdp.exe.pdf')
  expect(cleanName('..')).toBe('')
  expect(cleanName(`${'ă'.repeat(300)}.docx`)).toBe(`${'ă'.repeat(250)}.docx`)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TemplateHandler } from 'easy-template-x'
import { afterAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/actor.ts'
import { createFileStore } from '#platform/files/index.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { makeDocx } from '../../../tests/support/make-zip.ts'
import {
  addTemplate,
  documentReply,
  fileReply,
  findDocuments,
  getDocument,
  getTemplate,
  insistOwnDocuments,
  makeFromTemplate,
  registerDocument,
  templates,
} from './index.ts'

const { database } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'motcua-documents-'))
const store = await createFileStore({ kind: 'folder', folder })
afterAll(() => rmSync(folder, { recursive: true }))

const now = new Date('2026-11-20T10:05:00+07:00')
const system: Actor = { kind: 'system', name: 'test' }
const inTransaction = database.transaction()

async function anOfficer(username: string): Promise<Actor> {
  const unit = await database
    .insertInto('unit')
    .values({
      code: username.toUpperCase(),
      name: 'Trung tâm',
      kind: 'centre',
      level: 'province',
      searchName: 'trung tam',
      validFrom: '2025-07-01',
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await database
    .insertInto('officer')
    .values({ username, fullName: 'Lê Văn Bảo', searchName: 'le van bao', staffKind: 'civil-servant', homeUnitId: unit.id, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { kind: 'officer', id }
}

describe('a document', () => {
  test('is a name on a file; the same content is one file', async () => {
    const file = await store.put(Buffer.from('%PDF-1.7 đơn'))
    const add = (name: string) => inTransaction.execute((tx) => registerDocument(tx, { file, name, origin: 'upload', actor: system, now }))
    const ids = await Promise.all(['Đơn.pdf', 'Đơn (bản 2).pdf', 'Đơn.pdf'].map(add))
    expect(new Set(ids).size).toBe(3)
    expect(await database.selectFrom('file').select('size').where('hash', '=', file.hash).execute()).toEqual([{ size: file.size }])
    expect(await getDocument(database, ids[1] as number)).toMatchObject({
      name: 'Đơn (bản 2).pdf',
      hash: file.hash,
      type: 'pdf',
      officerId: null,
    })
    expect((await findDocuments(database, [...ids, 999_999])).map(({ id }) => id)).toEqual([...ids].sort((a, b) => a - b))
    await expect(getDocument(database, 999_999)).rejects.toMatchObject({ code: 'documents.not-found' })
  })

  test('may be attached only by who brought it', async () => {
    const [bao, dat] = [await anOfficer('bao'), await anOfficer('dat')]
    const file = await store.put(Buffer.from('%PDF-1.7 của Bảo'))
    const id = await inTransaction.execute((tx) => registerDocument(tx, { file, name: 'a.pdf', origin: 'upload', actor: bao, now }))
    const attach = (actor: Actor, ids: number[]) => inTransaction.execute((tx) => insistOwnDocuments(tx, actor, ids))
    await attach(bao, [id, id])
    for (const actor of [dat, { kind: 'public' }, { kind: 'partner', id: (bao as { id: number }).id }] as Actor[])
      await expect(attach(actor, [id])).rejects.toMatchObject({ code: 'documents.not-yours' })
    await expect(attach(bao, [id, 999_999])).rejects.toMatchObject({ code: 'documents.not-yours' })
  })

  test('leaves with its name in UTF-8 and headers under which nothing runs', async () => {
    const file = await store.put(Buffer.from('%PDF-1.7 tải'))
    const id = await inTransaction.execute((tx) =>
      registerDocument(tx, { file, name: 'Đơn "gấp"\r\nx: y; é.pdf', origin: 'upload', actor: system, now }),
    )
    const reply = await documentReply(store, await getDocument(database, id), 'inline')
    if (reply.kind !== 'body') throw new Error('not a body')
    expect(reply.type).toBe('application/pdf')
    expect(reply.headers?.['content-disposition']).toMatch(/^inline; filename="[\w.-]+"; filename\*=UTF-8''%C4%90%C6%A1n%20/)
    expect(reply.headers?.['content-disposition']).not.toMatch(/[\r\n]|[^\x20-\x7e]/)
    expect(reply.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' })
    const word = fileReply(Buffer.from(''), { name: 'a.docx', type: 'docx' }, 'inline')
    expect(word).toMatchObject({
      headers: {
        'content-disposition': expect.stringMatching(/^attachment;/),
        'content-security-policy': expect.stringMatching(/sandbox$/),
      },
    })
  })
})

describe('a template', () => {
  const add = async (text: string, validFrom: string, code = 'giay-phep') => {
    const file = await store.put(makeDocx([text]))
    return inTransaction.execute((tx) =>
      addTemplate(tx, store, { code, name: 'Giấy phép', file, known: ['ten'], validFrom, actor: system, now }),
    )
  }

  test('has versions by date; a result is made from the one in force and registered', async () => {
    expect(await add('Bản một: {ten}', '2026-01-01')).toMatchObject({ version: 1, fields: ['ten'] })
    expect(await add('Bản hai: {ten}', '2026-07-01')).toMatchObject({ version: 2 })
    expect(await getTemplate(database, 'giay-phep', '2026-06-30')).toMatchObject({ version: 1, validTo: '2026-06-30' })
    expect(await getTemplate(database, 'giay-phep', '2026-07-01')).toMatchObject({ version: 2, validTo: null })
    await expect(getTemplate(database, 'giay-phep', '2025-12-31')).rejects.toMatchObject({ code: 'documents.template-none' })
    expect((await templates(database, '2026-11-20')).map(({ version }) => version)).toEqual([2])

    const make = (data: Record<string, string>) =>
      inTransaction.execute((tx) =>
        makeFromTemplate(tx, store, { code: 'giay-phep', day: '2026-06-30', data, name: 'Giấy phép 145', actor: system, now }),
      )
    const made = await getDocument(database, (await make({ ten: 'Hường' })).documentId)
    expect(made).toMatchObject({ name: 'Giấy phép 145.docx', origin: 'template', type: 'docx' })
    expect(await new TemplateHandler().getText(Buffer.from(await store.read(made.hash)))).toContain('Bản một: Hường')
    await expect(make({})).rejects.toMatchObject({ code: 'documents.template-missing-fields' })
  })

  test('added twice at the same moment becomes two versions; one with unknown fields is refused', async () => {
    const added = await Promise.all([add('{ten} a', '2026-02-01', 'mau'), add('{ten} b', '2026-02-01', 'mau')])
    expect(added.map(({ version }) => version).sort()).toEqual([1, 2])
    expect((await getTemplate(database, 'mau', '2026-02-01')).version).toBe(2)
    await expect(add('{la}', '2026-02-01', 'mau')).rejects.toMatchObject({ code: 'documents.template-unknown-fields' })
  })
})

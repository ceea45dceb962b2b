/** What nobody needs goes after its days; what any row points to stays, also when it is pointed to at that very moment. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { createPerform } from '#platform/action.ts'
import { systemActor } from '#platform/actor.ts'
import { movableClock } from '#platform/clock.ts'
import type { Transaction } from '#platform/database.ts'
import { createFileStore } from '#platform/files/index.ts'
import { testDatabase } from '../../../tests/support/database.ts'
import { registerDocument } from './documents.ts'
import { registerUploads } from './index.ts'
import { sweepFiles, sweepRows } from './sweep-files.ts'

const { database } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'motcua-sweep-'))
const files = await createFileStore({ kind: 'folder', folder })
afterAll(() => rmSync(folder, { recursive: true }))

const DAY = 86_400_000
// The store goes by the clock of the file system, so the days go by in the argument.
const today = new Date()
const perform = createPerform({ database, clock: movableClock(today), authorise: async () => true, listeners: new Map() })
const system = systemActor('test')
const sweepAfter = (days: number) => sweepFiles({ perform, database, files, now: new Date(today.getTime() + days * DAY), unusedDays: 30 })
const NOTHING = { documents: 0, files: 0, setAside: 0, putBack: 0, removed: 0 }

// A table of a module yet to come: the sweep knows it by its foreign key alone.
await sql`create table keepsake (id bigint generated always as identity primary key, document_id bigint references document (id))`.execute(
  database,
)
const point = (db: Transaction | typeof database, id: number) => sql`insert into keepsake (document_id) values (${id})`.execute(db)

const store = () => files.put(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200)]))
async function upload(file?: Awaited<ReturnType<typeof store>>) {
  const kept = file ?? (await store())
  const { documentIds } = await perform(system, registerUploads, { files: [{ ...kept, name: 'Đơn đề nghị.pdf' }] })
  return { hash: kept.hash, id: documentIds[0] ?? 0 }
}
const isRow = async (id: number) => (await database.selectFrom('document').select('id').where('id', '=', id).execute()).length === 1

describe('a sweep', () => {
  test('leaves what is young, and what any row points to however old it is', async () => {
    const used = await upload()
    await point(database, used.id)
    const unused = await upload()
    const stray = await store()
    expect(await sweepAfter(29)).toEqual(NOTHING)
    expect(await sweepAfter(31)).toEqual({ ...NOTHING, documents: 1, files: 1, setAside: 2 })
    expect([await isRow(used.id), await isRow(unused.id)]).toEqual([true, false])
    // Set aside is not gone.
    expect([await files.verify(unused.hash), await files.verify(stray.hash)]).toEqual(['intact', 'intact'])
    expect(await sweepAfter(31 + 1 / 48)).toMatchObject({ documents: 0, files: 0, setAside: 0 })
    expect([await files.verify(used.hash), await files.verify(unused.hash), await files.verify(stray.hash)]).toEqual([
      'intact',
      'missing',
      'missing',
    ])
    expect(await sweepAfter(32)).toEqual(NOTHING)
  })

  test('keeps a file as long as one of its documents is used', async () => {
    const used = await upload()
    const other = await upload(await files.put(await files.read(used.hash)))
    await point(database, used.id)
    expect(await sweepAfter(40)).toEqual({ ...NOTHING, documents: 1 })
    expect(await isRow(other.id)).toBe(false)
    expect(await files.verify(used.hash)).toBe('intact')
  })

  test('passes over a document that is being attached, and does not wait for it', async () => {
    const { id, hash } = await upload()
    await database.transaction().execute(async (tx) => {
      await point(tx, id)
      expect(await sweepAfter(50)).toEqual(NOTHING)
    })
    expect(await sweepAfter(50)).toEqual(NOTHING)
    expect(await isRow(id)).toBe(true)
    expect(await files.verify(hash)).toBe('intact')
  })

  test('beside many who attach at the same moment: what was attached is there, whole', async () => {
    const uploads = await Promise.all(Array.from({ length: 40 }, () => upload()))
    const attaching = uploads.map(async ({ id }) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
      return point(database, id).then(
        () => true,
        () => false,
      )
    })
    const sweeping = [sweepAfter(60), sweepAfter(60)]
    const attached = await Promise.all(attaching)
    await Promise.all(sweeping)
    await sweepAfter(62)
    for (const [index, { id, hash }] of uploads.entries()) {
      expect(await isRow(id)).toBe(attached[index])
      expect(await files.verify(hash)).toBe(attached[index] ? 'intact' : 'missing')
    }
  })

  test('content that was found stored before the sweep and named by a row after it is never lost', async () => {
    const stray = await store()
    // A second upload of the same content finds it there and writes nothing …
    const again = await files.put(await files.read(stray.hash))
    // … then it is set aside …
    expect(await sweepAfter(70)).toMatchObject({ setAside: 1 })
    // … and only now the transaction of the upload names it.
    const { id, hash } = await upload(again)
    await point(database, id)
    expect(await files.verify(hash)).toBe('intact')
    expect(await sweepAfter(72)).toEqual({ ...NOTHING, putBack: 1 })
    expect(await sweepAfter(120)).toEqual(NOTHING)
    expect(await files.verify(hash)).toBe('intact')
  })

  test('content sent again while it lies aside is written anew', async () => {
    const stray = await store()
    const content = await files.read(stray.hash)
    await sweepAfter(130)
    const { id, hash } = await upload(await files.put(content))
    await point(database, id)
    await sweepAfter(132)
    await sweepAfter(134)
    expect(await files.verify(hash)).toBe('intact')
  })

  test('registering a file that a sweep is deleting waits, and then makes its row again', async () => {
    const { hash } = await upload()
    const file = { hash, size: (await files.size(hash)) ?? 0, type: 'pdf' as const }
    let registering: Promise<number> | undefined
    await database.transaction().execute(async (tx) => {
      await sql`delete from document where file_id = (select id from file where hash = ${hash})`.execute(tx)
      await sql`delete from file where hash = ${hash}`.execute(tx)
      registering = database
        .transaction()
        .execute((other) => registerDocument(other, { file, name: 'Đơn.pdf', origin: 'upload', actor: system, now: today }))
      await new Promise((resolve) => setTimeout(resolve, 50))
    })
    expect(await isRow((await registering) ?? 0)).toBe(true)
  })

  test('is the system’s alone', async () => {
    await expect(perform({ kind: 'officer', id: 1 }, sweepRows, { before: today })).rejects.toMatchObject({ code: 'access.denied' })
  })
})

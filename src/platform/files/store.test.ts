import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFileStore, type FileStore, type FileStoreSettings } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'))
const places = { folder: join(folder, 'files'), s3: join(folder, 's3'), s3Temp: join(folder, 's3-temp') }
const pdf = (size = 100) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)])
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
async function* inChunks(bytes: Buffer, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}
const bytesOf = async (store: FileStore, hash: string) => {
  const chunks: Buffer[] = []
  for await (const chunk of await store.open(hash)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

let server: S3rver
let s3: FileStoreSettings & { kind: 's3' }

beforeAll(async () => {
  server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: places.s3 })
  const { port } = await server.run()
  s3 = { kind: 's3', endpoint: `http://127.0.0.1:${port}`, bucket: 'ho-so', region: 'us-east-1', key: 'S3RVER', secret: 'S3RVER' }
  const client = new S3Client({
    endpoint: s3.endpoint,
    region: s3.region,
    credentials: { accessKeyId: s3.key, secretAccessKey: s3.secret },
    forcePathStyle: true,
  })
  await client.send(new CreateBucketCommand({ Bucket: s3.bucket }))
  client.destroy()
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

describe.each([
  { name: 'a folder', open: () => createFileStore({ kind: 'folder', folder: places.folder }), temp: join(places.folder, 'temp') },
  { name: 'S3', open: () => createFileStore(s3, places.s3Temp), temp: places.s3Temp },
])('files in $name', ({ open, temp }) => {
  test('are stored by their hash and come back byte for byte', async () => {
    const store = await open()
    const content = pdf(300_000)
    expect(await store.put(inChunks(content, 1_000))).toEqual({ hash: hashOf(content), size: content.length, type: 'pdf' })
    expect((await bytesOf(store, hashOf(content))).equals(content)).toBe(true)
    expect(Buffer.from(await store.read(hashOf(content))).equals(content)).toBe(true)
    expect(await store.size(hashOf(content))).toBe(content.length)
    expect(await store.verify(hashOf(content))).toBe('intact')
    expect(readdirSync(temp)).toEqual([])
  })

  test('sent twice, also at the same moment, are kept once', async () => {
    const store = await open()
    const content = pdf()
    const stored = await Promise.all(Array.from({ length: 6 }, () => store.put(content)))
    expect(new Set(stored.map(({ hash }) => hash))).toEqual(new Set([hashOf(content)]))
    expect((await bytesOf(store, hashOf(content))).equals(content)).toBe(true)
  })

  test('that are not there are a clear error, and a name is never a path', async () => {
    const store = await open()
    for (const hash of ['f'.repeat(64), '../../etc/passwd', '']) {
      await expect(store.open(hash)).rejects.toMatchObject({ code: 'files.missing' })
      expect(await store.has(hash)).toBe(false)
      expect(await store.verify(hash)).toBe('missing')
    }
  })

  test('staged are seen only when kept', async () => {
    const store = await open()
    const [kept, dropped] = [pdf(), pdf()]
    const first = await store.stage(inChunks(kept, 50))
    const second = await store.stage(inChunks(dropped, 50))
    expect(await store.has(first.hash)).toBe(false)
    await first.keep()
    await second.discard()
    expect([await store.has(first.hash), await store.has(second.hash)]).toEqual([true, false])
    expect(readdirSync(temp)).toEqual([])
  })

  test('can be listed, set aside where they are still read, put back, and removed only from there', async () => {
    const store = await open()
    const content = pdf()
    const { hash } = await store.put(content)
    const listed = async (area: 'kept' | 'aside') => {
      const found: boolean[] = []
      for await (const one of store.list(area)) if (one.hash === hash) found.push(one.changedAt.getTime() > 0)
      return found
    }
    expect([await listed('kept'), await listed('aside')]).toEqual([[true], []])
    await store.setAside(hash)
    await store.setAside(hash)
    expect([await listed('kept'), await listed('aside')]).toEqual([[], [true]])
    expect((await bytesOf(store, hash)).equals(content)).toBe(true)
    expect([await store.size(hash), await store.has(hash), await store.verify(hash)]).toEqual([content.length, true, 'intact'])
    await store.putBack(hash)
    await store.remove(hash)
    expect(await store.verify(hash)).toBe('intact')
    await store.setAside(hash)
    await store.remove(hash)
    expect(await store.verify(hash)).toBe('missing')
    await store.remove(hash)
    await store.putBack(hash)
    expect([await listed('kept'), await listed('aside')]).toEqual([[], []])
  })

  test('whose stream breaks leave nothing behind', async () => {
    const store = await open()
    async function* broken() {
      yield pdf()
      throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
    }
    await expect(store.put(broken())).rejects.toMatchObject({ code: 'files.interrupted' })
    expect(readdirSync(temp)).toEqual([])
  })

  test('larger than allowed are given up at the limit, not at the end', async () => {
    const store = await open()
    let sent = 0
    async function* endless() {
      for (;;) {
        sent += 1_000
        yield sent === 1_000 ? pdf(991) : randomBytes(1_000)
      }
    }
    await expect(store.put(endless(), { maxBytes: 50_000 })).rejects.toMatchObject({ code: 'files.too-large' })
    expect(sent).toBe(51_000)
    expect(readdirSync(temp)).toEqual([])
    expect((await store.put(pdf(49_991), { maxBytes: 50_000 })).size).toBe(50_000)
  })
})

describe('a file that was changed in the store', () => {
  test('is found by verify, and reading it fails instead of giving false content', async () => {
    const store = await createFileStore({ kind: 'folder', folder: places.folder })
    const content = pdf()
    const { hash } = await store.put(content)
    const path = join(places.folder, hash.slice(0, 2), hash.slice(2, 4), hash)
    writeFileSync(path, Buffer.concat([content.subarray(0, -1), Buffer.from('x')]))
    expect(await store.verify(hash)).toBe('corrupt')
    await expect(bytesOf(store, hash)).rejects.toMatchObject({ code: 'files.corrupt' })
  })
})

test('what a killed process left is cleared after a day, what is still being received is not', async () => {
  const temp = join(places.folder, 'temp')
  await createFileStore({ kind: 'folder', folder: places.folder })
  writeFileSync(join(temp, 'old'), 'x')
  writeFileSync(join(temp, 'new'), 'x')
  const dayAgo = (statSync(join(temp, 'new')).mtimeMs - 25 * 3_600_000) / 1_000
  utimesSync(join(temp, 'old'), dayAgo, dayAgo)
  await createFileStore({ kind: 'folder', folder: places.folder })
  expect(readdirSync(temp)).toEqual(['new'])
  rmSync(join(temp, 'new'))
})

test('a wrong bucket is an error, not a missing file', async () => {
  const store = await createFileStore({ ...s3, bucket: 'khong-co' }, places.s3Temp)
  await expect(store.put(pdf())).rejects.toThrow()
  await expect(store.open('f'.repeat(64))).rejects.not.toMatchObject({ code: 'files.missing' })
})

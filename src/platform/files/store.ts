/** Files by the hash of their content, behind one interface; a folder or S3 keeps them. The same content is kept once, and nothing is ever overwritten. */
import { createHash } from 'node:crypto'
import { unlink } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { fileErrors } from './errors.ts'
import { prepareTempFolder, type Received, receiveToTemp, type StoredFile, type UploadLimits } from './receive.ts'

export interface FileStore {
  /** Receives a file but keeps it only on `keep()`; otherwise call `discard()`. */
  stage(content: AsyncIterable<Uint8Array>, limits?: UploadLimits): Promise<StagedFile>
  /** `stage` and `keep` at once. @throws AppError `files.…` when the file is not acceptable */
  put(content: AsyncIterable<Uint8Array> | Uint8Array, limits?: UploadLimits): Promise<StoredFile>
  /** The content; the stream fails at its end when it is not what the hash says. @throws AppError `files.missing` */
  open(hash: string): Promise<Readable>
  /** The whole content; for small files only. @throws AppError `files.missing`, `files.corrupt` */
  read(hash: string): Promise<Uint8Array>
  /** Bytes; `undefined` when it is not there. */
  size(hash: string): Promise<number | undefined>
  has(hash: string): Promise<boolean>
  /** Reads it all and compares. */
  verify(hash: string): Promise<'intact' | 'missing' | 'corrupt'>
}

export interface StagedFile extends StoredFile {
  keep(): Promise<StoredFile>
  discard(): Promise<void>
}

/** What a folder or S3 must be able to do. */
export interface FileDriver {
  /** Moves or copies the temporary file to its place; the store deletes what is left of it. */
  keep(file: Received): Promise<void>
  open(hash: string): Promise<AsyncIterable<Uint8Array> | undefined>
  size(hash: string): Promise<number | undefined>
}

const HASH = /^[0-9a-f]{64}$/

/** `tempFolder` must lie on the file system of a folder driver, so that a file can be moved into its place in one step. */
export async function createStore(driver: FileDriver, tempFolder: string): Promise<FileStore> {
  await prepareTempFolder(tempFolder)

  async function open(hash: string): Promise<Readable> {
    const content = HASH.test(hash) ? await driver.open(hash) : undefined
    return content ? Readable.from(verified(content, hash), { objectMode: false }) : fileErrors.fail('files.missing')
  }

  async function stage(content: AsyncIterable<Uint8Array>, limits: UploadLimits = {}): Promise<StagedFile> {
    const received = await receiveToTemp(tempFolder, content, limits)
    const { path, ...stored } = received
    const discard = () => unlink(path).catch(() => {})
    return {
      ...stored,
      discard,
      async keep() {
        try {
          if ((await driver.size(stored.hash)) !== stored.size) await driver.keep(received)
          return stored
        } finally {
          await discard()
        }
      },
    }
  }

  return {
    stage,
    open,
    put: async (content, limits) => (await stage(content instanceof Uint8Array ? single(content) : content, limits)).keep(),
    async read(hash) {
      const chunks: Uint8Array[] = []
      for await (const chunk of await open(hash)) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
    size: async (hash) => (HASH.test(hash) ? driver.size(hash) : undefined),
    has: async (hash) => HASH.test(hash) && (await driver.size(hash)) !== undefined,
    async verify(hash) {
      const content = HASH.test(hash) ? await driver.open(hash) : undefined
      if (!content) return 'missing'
      const actual = createHash('sha256')
      for await (const chunk of content) actual.update(chunk)
      return actual.digest('hex') === hash ? 'intact' : 'corrupt'
    },
  }
}

async function* verified(content: AsyncIterable<Uint8Array>, hash: string): AsyncGenerator<Uint8Array> {
  const actual = createHash('sha256')
  for await (const chunk of content) {
    actual.update(chunk)
    yield chunk
  }
  if (actual.digest('hex') !== hash) fileErrors.fail('files.corrupt')
}

async function* single(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}

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
  /** What is kept, or what was set aside, with the time by the store's own clock. */
  list(area: Area): AsyncIterable<Listed>
  /** Out of use but still read. The same content put again is written anew, so nothing ever counts on what lies aside. */
  setAside(hash: string): Promise<void>
  putBack(hash: string): Promise<void>
  /** For ever; only what was set aside. */
  remove(hash: string): Promise<void>
}

export type Area = 'kept' | 'aside'

export interface Listed {
  hash: string
  /** When it was written or moved. */
  changedAt: Date
}

export interface StagedFile extends StoredFile {
  keep(): Promise<StoredFile>
  discard(): Promise<void>
}

/** What a folder or S3 must be able to do. */
export interface FileDriver {
  /** Moves or copies the temporary file to its place; the store deletes what is left of it. */
  keep(file: Received): Promise<void>
  open(hash: string, area: Area): Promise<AsyncIterable<Uint8Array> | undefined>
  size(hash: string, area: Area): Promise<number | undefined>
  list(area: Area): AsyncIterable<Listed>
  /** Does nothing when it is not there; replaces what lies at the other place. */
  move(hash: string, to: Area): Promise<void>
  remove(hash: string, area: Area): Promise<void>
}

const HASH = /^[0-9a-f]{64}$/

/** `tempFolder` must lie on the file system of a folder driver, so that a file can be moved into its place in one step. */
export async function createStore(driver: FileDriver, tempFolder: string): Promise<FileStore> {
  await prepareTempFolder(tempFolder)

  // Moved from one place to the other while we look: so the first is asked once more.
  async function inAnyArea<Result>(hash: string, ask: (area: Area) => Promise<Result | undefined>): Promise<Result | undefined> {
    if (!HASH.test(hash)) return undefined
    return (await ask('kept')) ?? (await ask('aside')) ?? ask('kept')
  }
  const find = (hash: string) => inAnyArea(hash, (area) => driver.open(hash, area))
  const size = (hash: string) => inAnyArea(hash, (area) => driver.size(hash, area))

  async function open(hash: string): Promise<Readable> {
    const content = await find(hash)
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
          if ((await driver.size(stored.hash, 'kept')) !== stored.size) await driver.keep(received)
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
    size,
    has: async (hash) => (await size(hash)) !== undefined,
    async *list(area) {
      for await (const listed of driver.list(area)) if (HASH.test(listed.hash)) yield listed
    },
    setAside: (hash) => driver.move(hash, 'aside'),
    putBack: (hash) => driver.move(hash, 'kept'),
    remove: (hash) => driver.remove(hash, 'aside'),
    async verify(hash) {
      const content = await find(hash)
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

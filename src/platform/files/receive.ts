/** Takes a stream into a temporary file, hashing, counting and looking at it on the way: the whole is never in memory. */
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../errors.ts'
import { fileErrors } from './errors.ts'
import {
  extensionOf,
  FILE_TYPES,
  type FileType,
  fileTypes,
  formatMegabytes,
  typeOfMedia,
  typeOfName,
  typeWords,
  UPLOAD_MAX_BYTES,
} from './file-type.ts'
import { HEAD_BYTES, sniffHead, sniffOffice } from './sniff.ts'

export interface UploadLimits {
  /** Default: 20 MB. */
  maxBytes?: number
  /** Default: all five. */
  accept?: FileType[]
  /** What the sender says it is; the content must agree. */
  declared?: { name?: string; mediaType?: string }
}

export interface StoredFile {
  /** SHA-256 of the content, in hexadecimal: its name in the store. */
  hash: string
  /** Bytes. */
  size: number
  type: FileType
}

export interface Received extends StoredFile {
  path: string
}

/**
 * The file lies at `path`, whole, checked and on the disk; whoever asked moves or deletes it. Whatever goes wrong, nothing stays behind.
 * @throws AppError `files.…`
 */
export async function receiveToTemp(folder: string, content: AsyncIterable<Uint8Array>, limits: UploadLimits): Promise<Received> {
  const path = join(folder, randomUUID())
  const file = await open(path, 'wx+', 0o600)
  try {
    const { hash, size, head } = await write(file, content, limits)
    const accept = limits.accept ?? FILE_TYPES
    const type = head === 'zip' ? await sniffOffice(file, size, accept) : head
    insistExpected(type, limits, accept)
    await file.sync()
    return { path, hash, size, type }
  } catch (error) {
    await unlink(path).catch(() => {})
    throw isBroken(error) ? new AppError('files.interrupted') : error
  } finally {
    await file.close()
  }
}

async function write(file: FileHandle, content: AsyncIterable<Uint8Array>, limits: UploadLimits) {
  const { maxBytes = UPLOAD_MAX_BYTES, accept = FILE_TYPES } = limits
  const hash = createHash('sha256')
  let size = 0
  let first = Buffer.alloc(0)
  let head: FileType | 'zip' | undefined
  for await (const chunk of content) {
    size += chunk.length
    if (size > maxBytes) fileErrors.fail('files.too-large', { parameters: { limit: formatMegabytes(maxBytes) } })
    if (!head) {
      first = Buffer.concat([first, chunk])
      if (first.length >= HEAD_BYTES) head = sniffHead(first, accept)
    }
    hash.update(chunk)
    await file.appendFile(chunk)
  }
  if (size === 0) fileErrors.fail('files.empty')
  return { hash: hash.digest('hex'), size, head: head ?? sniffHead(first, accept) }
}

function insistExpected(type: FileType, { declared }: UploadLimits, accept: FileType[]): void {
  if (!accept.includes(type)) fileErrors.fail('files.type-refused', { parameters: { accepted: typeWords(accept) } })
  const name = declared?.name ?? ''
  const extension = extensionOf(name)
  const claims = [extension && { said: `.${extension}`, type: typeOfName(name) }, mediaClaim(declared?.mediaType)]
  for (const claim of claims)
    if (claim && claim.type !== type)
      fileErrors.fail('files.type-mismatch', { parameters: { actual: fileTypes[type].word, declared: claim.said } })
}

/** Browsers that do not know a type say `application/octet-stream` or nothing; that is no claim. */
function mediaClaim(mediaType: string | undefined) {
  const type = mediaType ? typeOfMedia(mediaType) : undefined
  return type && { said: fileTypes[type].word, type }
}

/** The sender went away or sent half a form: busboy, Fastify and sockets each have their own words for it. */
export const isBroken = (error: unknown): boolean =>
  error instanceof Error &&
  !(error instanceof AppError) &&
  (BROKEN_WORDS.test(error.message) || ('code' in error && (error.code === 'ECONNRESET' || error.code === 'FST_MP_PREMATURE_CLOSE')))

const BROKEN_WORDS = /premature close|aborted|unexpected end|terminated early|boundary not found/i

const LEFTOVER_MS = 24 * 3_600_000

/** Makes the folder for temporary files and clears what a killed process left there a day ago, by the file system's own clock. */
export async function prepareTempFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const probe = join(folder, `probe-${randomUUID()}`)
  await writeFile(probe, '')
  const { mtimeMs: now } = await stat(probe)
  await unlink(probe)
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (found && now - found.mtimeMs > LEFTOVER_MS) await rm(join(folder, name), { force: true })
  }
}

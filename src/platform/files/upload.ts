/** A multipart form streamed into the store, part after part. Files are kept only when all of the form arrived and all of them are acceptable. */
import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { AppError, commonErrors } from '../errors.ts'
import type { Language } from '../language.ts'
import { fileErrors } from './errors.ts'
import { formatMegabytes, UPLOAD_MAX_BYTES, UPLOAD_MAX_TOTAL_BYTES } from './file-type.ts'
import { isBroken, type StoredFile, type UploadLimits } from './receive.ts'
import type { FileStore, StagedFile } from './store.ts'

export interface Upload {
  /** The other fields; one sent several times is an array. */
  form: Record<string, string | string[]>
  files: UploadedFile[]
  /** Why no file was kept, with a sentence for each field; the form is there all the same, so that the page keeps what was typed. */
  error?: AppError
}

export interface UploadedFile extends StoredFile {
  field: string
  /** As the sender called it: without folders and control characters, at most 255 letters. */
  name: string
}

export interface ReceiveOptions extends Omit<UploadLimits, 'declared'> {
  maxTotalBytes?: number
  language?: Language
}

/**
 * A file field left empty is skipped; an unacceptable file is `error`, not thrown.
 * @throws AppError `files.interrupted` when the connection broke, `files.total-too-large`, `request.too-large` for a field that is too long
 */
export async function receiveUpload(request: FastifyRequest, store: FileStore, options: ReceiveOptions = {}): Promise<Upload> {
  const { maxBytes = UPLOAD_MAX_BYTES, maxTotalBytes = UPLOAD_MAX_TOTAL_BYTES, language = 'vi', accept } = options
  const staged: (UploadedFile & { file: StagedFile })[] = []
  const form: Upload['form'] = {}
  const refused: Record<string, AppError> = {}
  insistTotal(Number(request.headers['content-length'] ?? 0), maxTotalBytes)
  let total = 0
  try {
    // One byte more than we take, so that the store sees what is too large instead of a file cut off.
    for await (const part of request.parts({ ...NO_OTHER_LIMIT, limits: { fileSize: maxBytes + 1 } })) {
      if (part.type === 'field') {
        commonErrors.insist(!part.valueTruncated, 'request.too-large', { parameters: { limit: part.fieldname } })
        addField(form, part.fieldname, String(part.value))
        continue
      }
      const name = cleanName(part.filename ?? '')
      const content = counted(part.file, (bytes) => {
        total += bytes
        insistTotal(total, maxTotalBytes)
      })
      try {
        const file = await store.stage(content, { maxBytes, accept, declared: { name, mediaType: part.mimetype } })
        staged.push({ field: part.fieldname, name: name || part.fieldname, hash: file.hash, size: file.size, type: file.type, file })
      } catch (error) {
        if (!(error instanceof AppError) || ENDS_REQUEST.includes(error.code)) throw error
        // A file field left empty in the browser arrives as nothing, without a name.
        if (error.code !== 'files.empty' || name !== '') refused[part.fieldname] ??= error
        // The rest is read and dropped, so that the sender gets to read the answer.
        part.file.resume()
      }
    }
    const first = Object.values(refused)[0]
    if (first) return { form, files: [], error: withFields(first, refused, language) }
    for (const { file } of staged) await file.keep()
    return { form, files: staged.map(({ file: _file, ...uploaded }) => uploaded) }
  } catch (error) {
    throw isBroken(error) ? new AppError('files.interrupted') : error
  } finally {
    for (const { file } of staged) await file.discard()
  }
}

/** A setting of @fastify/multipart that its types for `parts` forget. */
const NO_OTHER_LIMIT: object = { throwFileSizeLimit: false }
const ENDS_REQUEST = ['files.interrupted', 'files.total-too-large']
const MAX_NAME = 255

/** `../../Đơn đề nghị.pdf` → `Đơn đề nghị.pdf`. The ending stays when the name is cut. */
export function cleanName(name: string): string {
  const bare = (name.normalize('NFC').split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  if (bare.length <= MAX_NAME) return /^\.+$/.test(bare) ? '' : bare
  const ending = /\.[^.]{1,20}$/.exec(bare)?.[0] ?? ''
  return bare.slice(0, MAX_NAME - ending.length) + ending
}

function addField(form: Upload['form'], name: string, value: string): void {
  const known = form[name]
  form[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value]
}

/** Passes bytes on and counts them; leaves the source open when the reader stops early. */
async function* counted(source: Readable, add: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of source.iterator({ destroyOnReturn: false })) {
    add(chunk.length)
    yield chunk
  }
}

function insistTotal(bytes: number, most: number): void {
  if (bytes > most) fileErrors.fail('files.total-too-large', { parameters: { limit: formatMegabytes(most) } })
}

function withFields(first: AppError, refused: Record<string, AppError>, language: Language): AppError {
  const fields = Object.fromEntries(Object.entries(refused).map(([field, error]) => [field, error.sentence(language)]))
  return new AppError(first.code, { fields, parameters: first.parameters })
}

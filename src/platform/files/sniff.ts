/** What a file is, by its first bytes; a ZIP is opened to see whether it is Word or Excel and harmless. */
import type { FileHandle } from 'node:fs/promises'
import { fileErrors } from './errors.ts'
import { type FileType, typeWords } from './file-type.ts'
import { readZip, type ZipEntry, type ZipLimits } from './zip.ts'

/** How many first bytes must be known before `sniffHead` can decide. */
export const HEAD_BYTES = 8

const PDF = Buffer.from('%PDF-')
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
/** Compound file: Office before 2007, and today's Office files with a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/**
 * `'zip'` needs a look inside once the whole file is there.
 * @throws AppError `files.type-refused`, `files.encrypted`: while the upload is still running
 */
export function sniffHead(head: Buffer, accept: FileType[]): FileType | 'zip' {
  const starts = (signature: Buffer) => head.subarray(0, signature.length).equals(signature)
  if (starts(PDF)) return 'pdf'
  if (starts(PNG)) return 'png'
  if (starts(JPEG)) return 'jpeg'
  if (starts(ZIP) && accept.some((type) => type === 'docx' || type === 'xlsx')) return 'zip'
  if (starts(OLE)) fileErrors.fail('files.encrypted')
  return fileErrors.fail('files.type-refused', { parameters: { accepted: typeWords(accept) } })
}

/** A 20 MB document with many pictures unpacks to some 60 MB. */
const OFFICE_LIMITS: ZipLimits = { entries: 2_000, unpackedBytes: 256 * 1024 * 1024 }
const CONTENT_TYPES = '[Content_Types].xml'
const MACRO_NAMES = /(^|\/)(vbaProject[^/]*\.bin|vbaData\.xml|activeX\/)/i
const MACRO_TYPES = /macroEnabled|vbaProject|ms-office\.activeX/i

/**
 * Word or Excel, unpacked once to know that it is whole, not encrypted, without macros and no bomb.
 * @throws AppError `files.damaged`, `files.encrypted`, `files.bomb`, `files.macro`, `files.type-refused`
 */
export async function sniffOffice(file: FileHandle, size: number, accept: FileType[]): Promise<FileType> {
  const { entries, texts } = await readZip(file, size, OFFICE_LIMITS, [CONTENT_TYPES])
  const has = (name: string) => entries.some((entry: ZipEntry) => entry.name === name)
  const types = texts.get(CONTENT_TYPES)
  const type = has('word/document.xml') ? 'docx' : has('xl/workbook.xml') ? 'xlsx' : undefined
  if (!types || !type) return fileErrors.fail('files.type-refused', { parameters: { accepted: typeWords(accept) } })
  if (MACRO_TYPES.test(types) || entries.some(({ name }) => MACRO_NAMES.test(name))) fileErrors.fail('files.macro')
  return type
}

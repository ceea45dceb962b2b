/**
 * Reads a ZIP without trusting it: the directory, then every entry unpacked and counted but not kept. Entries that overlap, lie about their size, are encrypted or
 * use another method than store or deflate are refused. (APPNOTE 6.3.10; 20 MB files need no ZIP64.)
 */
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { fileErrors } from './errors.ts'

export interface ZipEntry {
  name: string
  compressedSize: number
  size: number
  offset: number
  method: number
}

export interface ZipLimits {
  entries: number
  unpackedBytes: number
}

const END_SIGNATURE = 0x06054b50
const END_BYTES = 22
const DIRECTORY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const MAX_COMMENT = 0xffff
const ENCRYPTED = 0x1 | 0x40
const STORE = 0
const DEFLATE = 8
const MAX_TEXT = 1024 * 1024

/** The entries, and the text of those named in `wanted` (up to 1 MB each). @throws AppError `files.damaged`, `files.encrypted`, `files.bomb` */
export async function readZip(
  file: FileHandle,
  fileSize: number,
  limits: ZipLimits,
  wanted: string[],
): Promise<{ entries: ZipEntry[]; texts: Map<string, string> }> {
  const entries = await readDirectory(file, fileSize, limits)
  const texts = new Map<string, string>()
  let end = 0
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    insist(entry.offset >= end)
    const start = await dataStart(file, entry)
    end = start + entry.compressedSize
    insist(end <= fileSize)
    const text = await unpack(file, entry, start, wanted.includes(entry.name))
    if (wanted.includes(entry.name)) texts.set(entry.name, text)
  }
  return { entries, texts }
}

async function readDirectory(file: FileHandle, fileSize: number, limits: ZipLimits): Promise<ZipEntry[]> {
  const { count, size, offset, at } = await findEnd(file, fileSize)
  insist(offset + size === at && count > 0)
  if (count > limits.entries) fileErrors.fail('files.bomb')
  const directory = await read(file, offset, size)
  const entries: ZipEntry[] = []
  let place = 0
  for (let index = 0; index < count; index++) {
    insist(place + 46 <= size && directory.readUInt32LE(place) === DIRECTORY_SIGNATURE)
    const nameEnd = place + 46 + directory.readUInt16LE(place + 28)
    insist(nameEnd <= size)
    if (directory.readUInt16LE(place + 8) & ENCRYPTED) fileErrors.fail('files.encrypted')
    entries.push({
      name: directory.toString('utf8', place + 46, nameEnd),
      method: directory.readUInt16LE(place + 10),
      compressedSize: directory.readUInt32LE(place + 20),
      size: directory.readUInt32LE(place + 24),
      offset: directory.readUInt32LE(place + 42),
    })
    place = nameEnd + directory.readUInt16LE(place + 30) + directory.readUInt16LE(place + 32)
  }
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > limits.unpackedBytes) fileErrors.fail('files.bomb')
  return entries
}

async function findEnd(file: FileHandle, fileSize: number) {
  const start = Math.max(0, fileSize - END_BYTES - MAX_COMMENT)
  const tail = await read(file, start, fileSize - start)
  for (let place = tail.length - END_BYTES; place >= 0; place--) {
    if (tail.readUInt32LE(place) !== END_SIGNATURE || place + END_BYTES + tail.readUInt16LE(place + 20) !== tail.length) continue
    return {
      count: tail.readUInt16LE(place + 10),
      size: tail.readUInt32LE(place + 12),
      offset: tail.readUInt32LE(place + 16),
      at: start + place,
    }
  }
  return fileErrors.fail('files.damaged')
}

async function dataStart(file: FileHandle, entry: ZipEntry): Promise<number> {
  const header = await read(file, entry.offset, 30)
  insist(header.readUInt32LE(0) === LOCAL_SIGNATURE)
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}

/** Unpacks to nowhere, stopping as soon as there is more than the directory says. */
async function unpack(file: FileHandle, entry: ZipEntry, start: number, keeps: boolean): Promise<string> {
  insist(entry.method === DEFLATE || (entry.method === STORE && entry.size === entry.compressedSize))
  if (keeps) insist(entry.size <= MAX_TEXT)
  if (entry.compressedSize === 0) return ''
  const source = file.createReadStream({ start, end: start + entry.compressedSize - 1, autoClose: false })
  const kept: Buffer[] = []
  let size = 0
  const count = async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > entry.size) fileErrors.fail('files.bomb')
      if (keeps) kept.push(chunk)
    }
  }
  try {
    if (entry.method === STORE) await pipeline(source, count)
    else await pipeline(source, createInflateRaw(), count)
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) fileErrors.fail('files.damaged')
    throw error
  }
  insist(size === entry.size)
  return Buffer.concat(kept).toString('utf8')
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  insist(bytesRead === length)
  return buffer
}

function insist(isSound: boolean): void {
  if (!isSound) fileErrors.fail('files.damaged')
}

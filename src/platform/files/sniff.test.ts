import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { docxParts, makeDocx, makeZip, type ZipPart } from '../../../tests/support/make-zip.ts'
import type { AppError } from '../errors.ts'
import { createFileStore, type FileStore, type FileType, uploadHint } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'motcua-sniff-'))
let store: FileStore
beforeAll(async () => {
  store = await createFileStore({ kind: 'folder', folder })
})
afterAll(() => {
  expect(readdirSync(join(folder, 'temp'))).toEqual([])
  rmSync(folder, { recursive: true })
})

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 0xff, 0xd9])
const PDF = Buffer.from('%PDF-1.7\n%%EOF')
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
const DOCX = makeDocx(['Xin chào'])

const put = (content: Buffer, name?: string, mediaType?: string, accept?: FileType[]) =>
  store.put(content, { declared: { name, mediaType }, accept })
const refusal = (content: Buffer, name?: string, mediaType?: string, accept?: FileType[]) =>
  put(content, name, mediaType, accept).then(
    () => 'accepted',
    (error: AppError) => error.code,
  )

describe('the type is told by content', () => {
  test('for the five accepted kinds', async () => {
    const xlsx = await writeXlsxFile([[{ value: 'Mã hồ sơ' }, { value: 1 }]] as never).toBuffer()
    expect((await put(PDF, 'don.PDF', 'application/pdf')).type).toBe('pdf')
    expect((await put(PNG, 'anh.png', 'image/png')).type).toBe('png')
    expect((await put(JPEG, 'Ảnh chụp.jpeg', 'image/jpeg')).type).toBe('jpeg')
    expect((await put(JPEG, 'a.jpg')).type).toBe('jpeg')
    expect((await put(DOCX, 'Tờ khai.docx')).type).toBe('docx')
    expect((await put(xlsx, 'bang.xlsx', 'application/octet-stream')).type).toBe('xlsx')
    expect((await put(PDF)).type).toBe('pdf')
  })

  test('and a name or type that says otherwise is refused with both', async () => {
    const error: AppError = await put(PNG, 'don.pdf').then(
      () => Promise.reject(new Error('accepted')),
      (reason) => reason,
    )
    expect(error.sentence('vi')).toContain('Nội dung tệp là PNG, không đúng với tên hoặc loại đã khai (.pdf)')
    expect(await refusal(PDF, 'a.docx')).toBe('files.type-mismatch')
    expect(await refusal(PDF, 'virus.exe')).toBe('files.type-mismatch')
    expect(await refusal(PDF, 'a.pdf', 'image/png')).toBe('files.type-mismatch')
    expect(await refusal(DOCX, 'a.xlsx')).toBe('files.type-mismatch')
  })

  test('and anything else is refused by name of what is accepted', async () => {
    for (const content of [
      '<html><script>alert(1)</script>',
      '<?xml version="1.0"?><svg/>',
      'MZ\x90\0\x03\0\0\0',
      'GIF89a\0\0',
      '#!/bin/sh\n',
      'x',
    ])
      expect(await refusal(Buffer.from(content, 'latin1'))).toBe('files.type-refused')
    expect(await refusal(Buffer.alloc(0))).toBe('files.empty')
    expect(await refusal(PNG, 'a.png', undefined, ['pdf'])).toBe('files.type-refused')
    expect(await refusal(DOCX, 'a.docx', undefined, ['pdf', 'png'])).toBe('files.type-refused')
    expect(await refusal(DOCX, 'a.docx', undefined, ['xlsx'])).toBe('files.type-refused')
    expect(await refusal(OLE, 'cu.doc')).toBe('files.encrypted')
  })
})

describe('a ZIP is opened before it is believed', () => {
  const zip = (...more: ZipPart[]) => makeZip([...docxParts(['x']), ...more])

  test('macros and controls are refused, wherever they are named', async () => {
    expect(await refusal(zip({ name: 'word/vbaProject.bin', content: 'x' }), 'a.docx')).toBe('files.macro')
    expect(await refusal(zip({ name: 'word/activeX/activeX1.xml', content: 'x' }), 'a.docx')).toBe('files.macro')
    const renamed = docxParts(['x']).map((part) => ({
      ...part,
      content: String(part.content).replace('wordprocessingml.document.main', 'document.macroEnabled.main'),
    }))
    expect(await refusal(makeZip([...renamed, { name: 'word/hidden.bin', content: 'x' }]), 'a.docx')).toBe('files.macro')
  })

  test('other archives are refused', async () => {
    expect(await refusal(makeZip([{ name: 'a.txt', content: 'x' }]), 'a.docx')).toBe('files.type-refused')
    expect(await refusal(makeZip([{ name: 'word/document.xml', content: 'x' }]), 'a.docx')).toBe('files.type-refused')
  })

  test('encrypted entries are refused', async () => {
    expect(await refusal(zip({ name: 'word/secret.xml', content: 'x', encrypted: true }), 'a.docx')).toBe('files.encrypted')
  })

  test('bombs are refused: honest ones, ones that lie about their size, and overlapping ones', async () => {
    const zeros = Buffer.alloc(40 * 1024 * 1024)
    const honest = Array.from({ length: 7 }, (_, index) => ({ name: `word/media/${index}`, content: zeros }))
    expect(await refusal(zip(...honest), 'a.docx')).toBe('files.bomb')
    expect(await refusal(zip({ name: 'word/a', content: zeros, claimedSize: 10 }), 'a.docx')).toBe('files.bomb')
    expect(await refusal(zip({ name: 'word/a', content: 'abc', claimedSize: 1_000 }), 'a.docx')).toBe('files.damaged')
    expect(await refusal(zip({ name: 'word/a', content: 'abc', overlaps: true }), 'a.docx')).toBe('files.damaged')
    expect(await refusal(zip(...Array.from({ length: 2_001 }, (_, index) => ({ name: `word/${index}`, content: '' }))), 'a.docx')).toBe(
      'files.bomb',
    )
  })

  test('cut or scrambled files are refused', async () => {
    expect(await refusal(DOCX.subarray(0, DOCX.length - 5), 'a.docx')).toBe('files.damaged')
    expect(await refusal(DOCX.subarray(0, 40), 'a.docx')).toBe('files.damaged')
    for (let at = 4; at < DOCX.length; at += 7) {
      const scrambled = Buffer.from(DOCX)
      scrambled[at] = (scrambled[at] ?? 0) ^ 0xff
      expect(['accepted', 'files.damaged', 'files.encrypted', 'files.bomb', 'files.type-refused', 'files.macro']).toContain(
        await refusal(scrambled, 'a.docx'),
      )
    }
  })
})

test('the page says what is accepted', () => {
  expect(uploadHint('vi')).toBe('PDF, PNG, JPEG, DOCX, XLSX; tối đa 20 MB mỗi tệp')
  expect(uploadHint('en', ['pdf'], 5 * 1024 * 1024)).toBe('PDF; at most 5 MB a file')
})

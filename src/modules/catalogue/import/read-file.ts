/** Opens a file to import: JSON (also gzipped), CSV or XLSX → rows as they are, and the columns where it is a table. */
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { parse as parseCsv } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { AppError } from '#platform/errors.ts'
import { catalogueErrors } from '../errors.ts'
import { headerRow } from './mapping.ts'

export type FileFormat = 'json' | 'csv' | 'xlsx'

export interface ImportFile {
  format: FileFormat
  /** Headers of a table in order; empty for JSON. */
  columns: string[]
  /** JSON: the records. Tables: one object a row, header → text of the cell. */
  rows: unknown[]
}

const LARGEST_BYTES = 300 * 1024 * 1024

export async function readImportFile(content: Uint8Array, fileName: string): Promise<ImportFile> {
  if (content[0] === 0x1f && content[1] === 0x8b) {
    const inflated = await promisify(gunzip)(content, { maxOutputLength: LARGEST_BYTES }).catch(() =>
      catalogueErrors.fail('catalogue.file-damaged'),
    )
    return readImportFile(inflated, fileName.replace(/\.gz$/i, ''))
  }
  if (content[0] === 0x50 && content[1] === 0x4b) return readXlsx(content)
  const text = decodeUtf8(content)
  if (/^[[{]/.test(text.trimStart().slice(0, 1))) return readJson(text)
  return readCsv(text)
}

function readJson(text: string): ImportFile {
  const parsed = parseJson(text)
  return Array.isArray(parsed) ? { format: 'json', columns: [], rows: parsed } : catalogueErrors.fail('catalogue.file-not-list')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return catalogueErrors.fail('catalogue.file-damaged')
  }
}

async function readXlsx(content: Uint8Array): Promise<ImportFile> {
  // Numbers stay text: a code read as a number has lost its zeros, and we want to see exactly what is left of it.
  const sheet = await readSheet<string>(Buffer.from(content), { parseNumber: (written) => written }).catch(() =>
    catalogueErrors.fail('catalogue.file-damaged'),
  )
  return { format: 'xlsx', ...table(sheet.map((row) => row.map(cellText))) }
}

function readCsv(text: string): ImportFile {
  const sample = text.slice(0, 20_000)
  const delimiter = [',', ';', '\t'].reduce((best, one) => (sample.split(one).length > sample.split(best).length ? one : best))
  try {
    return {
      format: 'csv',
      ...table(parseCsv(text, { delimiter, bom: true, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true, trim: true })),
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    return catalogueErrors.fail('catalogue.file-damaged')
  }
}

/** Sheets often start with a title and the office's name: the header is the row that reads most like one. */
function table(cells: string[][]): { columns: string[]; rows: Record<string, string>[] } {
  const header = headerRow(cells)
  catalogueErrors.insist(header >= 0, 'catalogue.file-no-header')
  const seen = new Map<string, number>()
  const columns = (cells[header] ?? []).map((cell, index) => {
    const name = cell || `Cột ${index + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
  const rows = cells
    .slice(header + 1)
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ''])))
  return { columns, rows }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell).trim()
}

function decodeUtf8(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(content)
  } catch {
    return catalogueErrors.fail('catalogue.file-encoding')
  }
}

/** Form II.06a as a spreadsheet: the same rows and columns as the printed one; every cell is text or a number, never a formula. */
import writeXlsxFile from 'write-excel-file/node'
import { MEASURES, totalOf } from './measures.ts'
import type { FigureRow } from './queries/figures.ts'

const HEADS = [
  'STT',
  'Đơn vị',
  'Lĩnh vực',
  '(3) Tổng tiếp nhận',
  '(4) Trong kỳ, trực tuyến',
  '(5) Trong kỳ, trực tiếp và bưu chính',
  '(6) Từ kỳ trước',
  '(7) Tổng đã giải quyết',
  '(8) Trước hạn',
  '(9) Đúng hạn',
  '(10) Quá hạn',
  '(11) Tổng đang giải quyết',
  '(12) Trong hạn',
  '(13) Quá hạn',
]

export async function report06aXlsx(rows: readonly (FigureRow & { unitName: string })[]): Promise<Uint8Array> {
  const heads = HEADS.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true }))
  const lines = rows.map((row, index) => [
    { value: index + 1, type: Number },
    { value: row.unitName, type: String, wrap: true },
    { value: row.name, type: String, wrap: true },
    ...columns(row).map((value) => ({ value, type: Number })),
  ])
  const sums = columns(sum(rows)).map((value) => ({ value, type: Number, fontWeight: 'bold' as const }))
  const total = [null, { value: 'Tổng cộng', type: String, fontWeight: 'bold' as const }, null, ...sums]
  return writeXlsxFile([heads, ...lines, total], {
    sheet: 'Biểu II.06a',
    columns: HEADS.map((_, index) => ({ width: [6, 40, 30][index] ?? 14 })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }).toBuffer()
}

/** Columns 3 to 13 of the form. */
function columns(row: Omit<FigureRow, 'key' | 'name'>): number[] {
  const { receivedOnline, carriedOver, settledEarly, settledOnTime, settledLate, openInTime, openLate } = row
  return [
    totalOf(row, 'received'),
    receivedOnline,
    totalOf(row, 'receivedOther'),
    carriedOver,
    totalOf(row, 'settled'),
    settledEarly,
    settledOnTime,
    settledLate,
    totalOf(row, 'open'),
    openInTime,
    openLate,
  ]
}

function sum(rows: readonly FigureRow[]): Omit<FigureRow, 'key' | 'name'> {
  const total = Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Omit<FigureRow, 'key' | 'name'>
  for (const row of rows) for (const measure of MEASURES) total[measure] += row[measure]
  return total
}

/** The late list as a spreadsheet: a line for each share, so that it can be summed by unit or person. Every cell is text or a number, never a formula. */
import writeXlsxFile from 'write-excel-file/node'
import { apologyWords } from '#modules/papers/index.ts'
import { formatMoment } from '#platform/text/dates.ts'
import type { LateList, LateRow } from './late-list.ts'

const COLUMNS: {
  head: string
  width: number
  value: (row: LateRow, share: LateRow['shares'][number] | undefined) => string | number | undefined
}[] = [
  { head: 'Mã hồ sơ', width: 26, value: ({ code }) => code },
  { head: 'Tên TTHC', width: 60, value: ({ procedureName }) => procedureName },
  { head: 'Tổ chức, cá nhân', width: 32, value: ({ ownerName }) => ownerName },
  { head: 'Cơ quan giải quyết', width: 40, value: ({ settlingUnitName }) => settlingUnitName },
  { head: 'Tiếp nhận', width: 20, value: ({ receivedAt }) => formatMoment(receivedAt) },
  { head: 'Hẹn trả', width: 20, value: ({ dueAt }) => formatMoment(dueAt) },
  { head: 'Có kết quả', width: 20, value: ({ finishedAt }) => (finishedAt ? formatMoment(finishedAt) : undefined) },
  { head: 'Đã xin lỗi', width: 12, value: ({ apology }) => apologyWords[apology] },
  { head: 'Tính cho', width: 40, value: (_row, share) => share?.who },
  { head: 'Số phút làm việc quá hạn', width: 18, value: (_row, share) => share?.minutes ?? 0 },
]

export async function lateListXlsx({ rows, lateMinutes }: Pick<LateList, 'rows' | 'lateMinutes'>): Promise<Uint8Array> {
  const heads = COLUMNS.map(({ head }) => ({ value: head, type: String, fontWeight: 'bold' as const, wrap: true }))
  const lines = rows.flatMap((row) =>
    (row.shares.length > 0 ? row.shares : [undefined]).map((share) =>
      COLUMNS.map(({ value }) => {
        const content = value(row, share)
        if (content === undefined) return null
        return typeof content === 'number' ? { value: content, type: Number } : { value: content, type: String, wrap: true }
      }),
    ),
  )
  const total = COLUMNS.map((_, at) =>
    at === 0
      ? { value: 'Tổng cộng', type: String, fontWeight: 'bold' as const }
      : at === COLUMNS.length - 1
        ? { value: lateMinutes, type: Number, fontWeight: 'bold' as const }
        : null,
  )
  return writeXlsxFile([heads, ...lines, total], {
    sheet: 'Hồ sơ quá hạn',
    columns: COLUMNS.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }).toBuffer()
}

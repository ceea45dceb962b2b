/** The register as a spreadsheet, with the heads of form 07. Every cell is text or a number: nothing typed by anybody can become a formula. */
import writeXlsxFile from 'write-excel-file/node'
import { formatMoment } from '#platform/text/dates.ts'
import { type RegisterRow, registerMethod } from '../register.ts'

const COLUMNS: { head: string; width: number; value: (row: RegisterRow, index: number) => string | number | undefined }[] = [
  { head: 'STT', width: 6, value: (_row, index) => index + 1 },
  { head: 'Mã hồ sơ', width: 26, value: (row) => row.dossierCode },
  { head: 'Tên TTHC', width: 60, value: (row) => row.procedureName },
  { head: 'Tên tổ chức, cá nhân', width: 32, value: (row) => row.applicantName },
  { head: 'Địa chỉ', width: 40, value: (row) => row.address },
  { head: 'Số điện thoại', width: 16, value: (row) => row.phone },
  { head: 'Cơ quan chủ trì giải quyết', width: 36, value: (row) => row.settlingOffice },
  { head: 'Nhận hồ sơ', width: 20, value: (row) => formatMoment(row.receivedAt) },
  { head: 'Hẹn trả kết quả', width: 20, value: (row) => formatMoment(row.dueAt) },
  { head: 'Trả kết quả', width: 20, value: (row) => row.returnedAt && formatMoment(row.returnedAt) },
  { head: 'Phương thức nhận kết quả', width: 24, value: (row) => registerMethod[row.returnMethod] },
  { head: 'Ký nhận', width: 16, value: () => undefined },
]

export async function registerXlsx(rows: readonly RegisterRow[]): Promise<Uint8Array> {
  const heads = COLUMNS.map(({ head }) => ({ value: head, type: String, fontWeight: 'bold' as const, wrap: true }))
  const lines = rows.map((row, index) =>
    COLUMNS.map(({ value }) => {
      const content = value(row, index)
      if (content === undefined) return null
      return typeof content === 'number' ? { value: content, type: Number } : { value: content, type: String, wrap: true }
    }),
  )
  return writeXlsxFile([heads, ...lines], {
    sheet: 'Sổ theo dõi hồ sơ',
    columns: COLUMNS.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }).toBuffer()
}

/** Mẫu số 07, Sổ theo dõi hồ sơ (TT 03/2025/TT-VPCP, appendix I), A4. One register per field or group of fields; numbered through the year. */
import type { ReturnMethod } from '#modules/dossier/index.ts'
import { formatDate } from '#platform/text/dates.ts'
import { columnMoment } from './legal-time.ts'
import { type PaperHead, type PaperSheet, printedHead } from './sheet.ts'

export interface RegisterData extends PaperHead {
  /** Lĩnh vực; absent: all. */
  field?: string
  /** `YYYY-MM-DD`, both included. */
  from: string
  to: string
  rows: RegisterRow[]
}

export interface RegisterRow {
  dossierCode: string
  procedureName: string
  applicantName: string
  address?: string
  phone?: string
  settlingOffice: string
  receivedAt: Date
  dueAt: Date
  returnedAt?: Date
  returnMethod: ReturnMethod
}

/** Phương thức nhận kết quả, as the form has it. */
export const registerMethod: Record<ReturnMethod, string> = { counter: 'Trực tiếp', post: 'Bưu chính', electronic: 'Trực tuyến' }

export function registerPaper(register: RegisterData): PaperSheet {
  return {
    form: 'DOSSIER_REGISTER',
    template: 'register.typ',
    data: {
      ...printedHead('DOSSIER_REGISTER', register),
      field: register.field ?? 'Tất cả các lĩnh vực',
      period: `Từ ngày ${formatDate(register.from)} đến ngày ${formatDate(register.to)}`,
      rows: register.rows.map((row, index) => [
        String(index + 1),
        row.dossierCode,
        row.procedureName,
        row.applicantName,
        [row.address, row.phone].filter(Boolean).join('\n'),
        row.settlingOffice,
        columnMoment(row.receivedAt),
        columnMoment(row.dueAt),
        row.returnedAt ? columnMoment(row.returnedAt) : '',
        registerMethod[row.returnMethod],
      ]),
    },
    barcodes: {},
  }
}

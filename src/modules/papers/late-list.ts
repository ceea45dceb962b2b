/** Danh sách hồ sơ quá hạn, with who owes how much of each and of all (NĐ 61/2018/NĐ-CP art. 26: trách nhiệm của từng đơn vị); A4 across. */
import { formatDate, formatMoment } from '#platform/text/dates.ts'
import { type PaperHead, type PaperSheet, printedHead } from './sheet.ts'

/** Under “Đã xin lỗi”. */
export const apologyWords = { made: 'Có', excused: 'Không phải', owed: 'Chưa' }

export interface LateListData extends PaperHead {
  /** Whose dossiers. */
  unitName: string
  /** Of what was finished late, `YYYY-MM-DD`, both included. */
  from: string
  to: string
  rows: {
    code: string
    procedureName: string
    ownerName: string
    settlingUnitName: string
    dueAt: Date
    finishedAt: Date | null
    /** Whether form 04 was laid. */
    apology: keyof typeof apologyWords
    /** Working minutes. */
    lateMinutes: number
    shares: { who: string; minutes: number }[]
  }[]
  sums: { who: string; minutes: number; dossiers: number }[]
  lateMinutes: number
  preparerName: string
}

export const lateListPaper = (list: LateListData): PaperSheet => ({
  form: 'LATE_LIST',
  template: 'late-list.typ',
  data: {
    ...printedHead('LATE_LIST', list),
    unitName: list.unitName,
    period: `Hồ sơ đang quá hạn và hồ sơ có kết quả quá hạn từ ngày ${formatDate(list.from)} đến ngày ${formatDate(list.to)}`,
    count: String(list.rows.length),
    total: hours(list.lateMinutes),
    rows: list.rows.map((row, index) => [
      String(index + 1),
      row.code,
      row.procedureName,
      row.ownerName,
      row.settlingUnitName,
      formatMoment(row.dueAt),
      row.finishedAt ? formatMoment(row.finishedAt) : 'Đang giải quyết',
      hours(row.lateMinutes),
      row.shares.map(({ who, minutes }) => `${who}: ${hours(minutes)}`).join('; '),
      apologyWords[row.apology],
    ]),
    sums: list.sums.map(({ who, minutes, dossiers }) => [who, String(dossiers), hours(minutes)]),
    signerName: list.preparerName,
  },
  barcodes: {},
})

/** `26 giờ 05`: hours and minutes of working time. */
const hours = (minutes: number): string => `${Math.floor(minutes / 60)} giờ ${String(minutes % 60).padStart(2, '0')}`

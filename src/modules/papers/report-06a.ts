/**
 * Biểu số II.06a/VPCP/KSTT, Tình hình, kết quả giải quyết TTHC (TT 01/2020/TT-VPCP), A4. Totals are added up here, and a report that does not balance
 * (column 3 = 7 + 11) is refused rather than printed.
 */
import { defineErrors } from '#platform/errors.ts'
import { formatDate } from '#platform/text/dates.ts'
import { type PaperHead, type PaperSheet, printedHead } from './sheet.ts'

export interface Report06aData extends PaperHead {
  /** `Quý IV năm 2026`, `Tháng 11 năm 2026`… */
  periodName: string
  /** `YYYY-MM-DD`, both included. */
  from: string
  to: string
  /** Đơn vị báo cáo, đơn vị nhận báo cáo. */
  reportingOffice: string
  receivingOffice: string
  /** Groups (sở, ban, ngành; xã, phường) with their fields or units. */
  groups: { name: string; rows: ({ name: string } & Report06aCounts)[] }[]
  preparerName: string
  headName: string
}

/** Numbers of dossiers; the names follow the columns of the form. */
export interface Report06aCounts {
  /** 4 */
  receivedOnline: number
  /** 5: at the counter and by public post */
  receivedOther: number
  /** 6 */
  carriedOver: number
  /** 8 */
  settledEarly: number
  /** 9: includes those waiting for supplement, returned, withdrawn */
  settledOnTime: number
  /** 10 */
  settledLate: number
  /** 12 */
  openInTime: number
  /** 13 */
  openLate: number
}

const errors = defineErrors({
  'papers.report-unbalanced': {
    status: 409,
    vi: 'Biểu II.06a không cân: dòng “{row}” có {received} hồ sơ ở cột 3 nhưng cột 7 + cột 11 là {accounted}. Hãy kiểm tra số liệu của kỳ.',
    en: 'Form II.06a does not balance: row “{row}” has {received} in column 3, but columns 7 + 11 make {accounted}. Check the figures of the period.',
  },
})

export function report06aPaper(report: Report06aData): PaperSheet {
  const all = report.groups.flatMap((group) => group.rows)
  return {
    form: 'REPORT_II_06A',
    template: 'report-06a.typ',
    data: {
      ...printedHead('REPORT_II_06A', report),
      periodName: report.periodName,
      period: `(Từ ngày ${formatDate(report.from)} đến ngày ${formatDate(report.to)})`,
      reportingOffice: report.reportingOffice,
      receivingOffice: report.receivingOffice,
      groups: report.groups.map((group, index) => ({
        cells: [ROMAN[index] ?? String(index + 1), group.name, ...columns(group.name, sumCounts(group.rows))],
        rows: group.rows.map((row, position) => [String(position + 1), row.name, ...columns(row.name, row)]),
      })),
      total: columns('Tổng cộng', sumCounts(all)),
      preparerName: report.preparerName,
      headName: report.headName,
    },
    barcodes: {},
  }
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** Columns 3 to 13 as printed. @throws AppError `papers.report-unbalanced` */
function columns(row: string, counts: Report06aCounts): string[] {
  const { receivedOnline, receivedOther, carriedOver, settledEarly, settledOnTime, settledLate, openInTime, openLate } = counts
  const received = receivedOnline + receivedOther + carriedOver
  const settled = settledEarly + settledOnTime + settledLate
  const open = openInTime + openLate
  if (received !== settled + open) errors.fail('papers.report-unbalanced', { parameters: { row, received, accounted: settled + open } })
  return [
    received,
    receivedOnline,
    receivedOther,
    carriedOver,
    settled,
    settledEarly,
    settledOnTime,
    settledLate,
    open,
    openInTime,
    openLate,
  ].map((count) => count.toLocaleString('vi-VN'))
}

function sumCounts(rows: Report06aCounts[]): Report06aCounts {
  const sum: Report06aCounts = {
    receivedOnline: 0,
    receivedOther: 0,
    carriedOver: 0,
    settledEarly: 0,
    settledOnTime: 0,
    settledLate: 0,
    openInTime: 0,
    openLate: 0,
  }
  for (const row of rows) for (const key of Object.keys(sum) as (keyof Report06aCounts)[]) sum[key] += row[key]
  return sum
}

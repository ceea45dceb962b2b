/** Thông báo nghĩa vụ tài chính: what is to be paid, by when and how; the dossier waits meanwhile (domain.md §2.6). */
import { formatDongWords } from '#platform/money.ts'
import { type PaperSheet, printedHead } from '../sheet.ts'
import { codeBars, type DossierPaper, moment, printedAbout } from './about.ts'

export interface FinancialNoticeDetails {
  /** Amounts in đồng; at least one. */
  obligations: { name: string; amount: number }[]
  /** Căn cứ: the notice of the tax agency, `Thông báo số 15/TB-CCT ngày 20/11/2026`. */
  basis?: string
  payBy?: Date
  /** Cách nộp: `Nộp trực tuyến tại Cổng Dịch vụ công quốc gia`. */
  howToPay?: string
}

export function financialNoticePaper(paper: DossierPaper<FinancialNoticeDetails>): PaperSheet {
  const { details } = paper
  return {
    form: 'FINANCIAL_NOTICE',
    template: 'financial-notice.typ',
    data: {
      ...printedHead('FINANCIAL_NOTICE', paper),
      ...printedAbout(paper),
      obligations: details.obligations.map(({ name, amount }) => [name, formatDongWords(amount)]),
      total: formatDongWords(details.obligations.reduce((sum, { amount }) => sum + amount, 0)),
      basis: details.basis ?? null,
      payBy: moment(details.payBy),
      howToPay: details.howToPay ?? null,
    },
    barcodes: codeBars(paper.about),
  }
}

/** Thông báo đóng hồ sơ do không bổ sung: fifteen working days, or the procedure's own period, went by without an answer (domain.md §2.3, T10). */
import { type PaperSheet, printedHead } from '../sheet.ts'
import { codeBars, type DossierPaper, moment, printedAbout } from './about.ts'

export interface ClosingNoticeDetails {
  /** When the supplement was asked for, and by which paper: `12/PBS-TTPVHCC`. */
  askedAt: Date
  requestNumber?: string
  /** The last moment for the answer. */
  answerBy: Date
  closedAt: Date
}

export const closingNoticePaper = (paper: DossierPaper<ClosingNoticeDetails>): PaperSheet => ({
  form: 'CLOSING_NOTICE',
  template: 'closing-notice.typ',
  data: {
    ...printedHead('CLOSING_NOTICE', paper),
    ...printedAbout(paper),
    askedAt: moment(paper.details.askedAt),
    requestNumber: paper.details.requestNumber ?? null,
    answerBy: moment(paper.details.answerBy),
    closedAt: moment(paper.details.closedAt),
  },
  barcodes: codeBars(paper.about),
})

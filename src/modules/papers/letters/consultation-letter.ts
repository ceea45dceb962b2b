/** Phiếu lấy ý kiến: one for each agency asked, with its own last day (NĐ 61/2018/NĐ-CP art. 19(5)). */
import { type PaperSheet, printedHead } from '../sheet.ts'
import { codeBars, type DossierPaper, moment, printedAbout } from './about.ts'

export interface ConsultationLetterDetails {
  /** Kính gửi. */
  agency: string
  /** Nội dung xin ý kiến; lines are kept. */
  question: string
  answerBy: Date
  /** Tài liệu gửi kèm. */
  attachments?: string[]
}

export const consultationLetterPaper = (paper: DossierPaper<ConsultationLetterDetails>): PaperSheet => ({
  form: 'CONSULTATION_LETTER',
  template: 'consultation-letter.typ',
  data: {
    ...printedHead('CONSULTATION_LETTER', paper),
    ...printedAbout(paper),
    agency: paper.details.agency,
    question: paper.details.question,
    answerBy: moment(paper.details.answerBy),
    attachments: (paper.details.attachments ?? []).map((name) => ({ name, count: '' })),
  },
  barcodes: codeBars(paper.about),
})

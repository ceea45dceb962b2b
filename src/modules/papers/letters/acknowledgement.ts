/** Thông báo tự động đã nhận hồ sơ trực tuyến: said at once by the system; it is no receipt and promises no result (domain.md §2.5). */
import { type PaperSheet, printedHead } from '../sheet.ts'
import { codeBars, type DossierPaper, moment, printedAbout } from './about.ts'

export interface AcknowledgementDetails {
  /** When the dossier, or its supplement, arrived. */
  filedAt: Date
  /** Until when the officer accepts, asks or refuses: eight working hours. */
  answerBy: Date
  /** A supplement came rather than a new dossier. */
  isSupplement?: boolean
}

export const acknowledgementPaper = (paper: DossierPaper<AcknowledgementDetails>): PaperSheet => ({
  form: 'ACKNOWLEDGEMENT',
  template: 'acknowledgement.typ',
  data: {
    ...printedHead('ACKNOWLEDGEMENT', paper),
    ...printedAbout(paper),
    what: paper.details.isSupplement ? 'hồ sơ bổ sung, hoàn thiện' : 'hồ sơ trực tuyến',
    filedAt: moment(paper.details.filedAt),
    answerBy: moment(paper.details.answerBy),
    components: paper.about.components.map(({ name }) => ({ name, count: '' })),
  },
  barcodes: codeBars(paper.about),
})

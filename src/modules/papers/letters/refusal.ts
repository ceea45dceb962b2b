/** Mẫu số 03, Phiếu từ chối tiếp nhận giải quyết hồ sơ. */
import { type PaperSheet, printedHead } from '../sheet.ts'
import { codeBars, type DossierPaper, printedAbout } from './about.ts'

export interface RefusalDetails {
  /** Lý do cụ thể: the reason of the list with the officer's own words. */
  reason: string
}

export const refusalPaper = (paper: DossierPaper<RefusalDetails>): PaperSheet => ({
  form: 'REFUSAL',
  template: 'refusal.typ',
  data: { ...printedHead('REFUSAL', paper), ...printedAbout(paper), reason: paper.details.reason },
  barcodes: codeBars(paper.about),
})

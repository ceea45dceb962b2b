/** Văn bản xin lỗi for a wrong result or for lost papers (NĐ 61/2018/NĐ-CP art. 21); a late result is apologised for by form 04. */
import { type PaperSheet, printedHead } from '../sheet.ts'
import { codeBars, type DossierPaper, printedAbout } from './about.ts'

export interface ApologyLetterDetails {
  /** What the agency did wrong. */
  fault: string
  /** How it is made good, at the agency's cost. */
  remedy: string
}

export const apologyLetterPaper = (paper: DossierPaper<ApologyLetterDetails>): PaperSheet => ({
  form: 'APOLOGY_LETTER',
  template: 'apology-letter.typ',
  data: { ...printedHead('APOLOGY_LETTER', paper), ...printedAbout(paper), fault: paper.details.fault, remedy: paper.details.remedy },
  barcodes: codeBars(paper.about),
})

/** Văn bản từ chối giải quyết after appraisal, with the reason and the law it rests on (NĐ 61/2018/NĐ-CP art. 19(8)); an official notice of the agency. */
import { type PaperSheet, printedHead } from '../sheet.ts'
import { codeBars, type DossierPaper, printedAbout } from './about.ts'

export interface RefusalLetterDetails {
  reason: string
  /** Căn cứ, one each: `Khoản 2 Điều 15 Nghị định số 144/2020/NĐ-CP`. */
  legalBasis?: string[]
}

export const refusalLetterPaper = (paper: DossierPaper<RefusalLetterDetails>): PaperSheet => ({
  form: 'REFUSAL_LETTER',
  template: 'refusal-letter.typ',
  data: {
    ...printedHead('REFUSAL_LETTER', paper),
    ...printedAbout(paper),
    reason: paper.details.reason,
    legalBasis: paper.details.legalBasis ?? [],
  },
  barcodes: codeBars(paper.about),
})

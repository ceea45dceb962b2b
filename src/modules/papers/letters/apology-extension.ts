/**
 * Mẫu số 04: in the set of 2018 Phiếu xin lỗi và hẹn lại ngày trả kết quả, in that of 2025 Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết. Signed by the head of the
 * agency that settles.
 */
import { formSetOn } from '../form-set.ts'
import { type PaperSheet, printedHead } from '../sheet.ts'
import { codeBars, type DossierPaper, moment, printedAbout } from './about.ts'

export interface ApologyExtensionDetails {
  /** Lý do chưa trả kết quả. */
  reason: string
  /** Thời gian hẹn trả as it stood before: the promise that is not kept. */
  promisedAt: Date
  /** Ngày trả mới; absent in an apology for a dossier that is late and gets no new date. */
  newDueAt?: Date
}

export const apologyExtensionPaper = (paper: DossierPaper<ApologyExtensionDetails>): PaperSheet => ({
  form: 'APOLOGY_EXTENSION',
  template: 'apology-extension.typ',
  data: {
    ...printedHead('APOLOGY_EXTENSION', paper),
    ...printedAbout(paper),
    reason: paper.details.reason,
    promisedAt: moment(paper.details.promisedAt),
    newDueAt: moment(paper.details.newDueAt),
    asksExtension: formSetOn(paper.issuedAt).name !== 'TT-01-2018',
  },
  barcodes: codeBars(paper.about),
})

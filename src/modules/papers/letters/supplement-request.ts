/** Mẫu số 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: everything that is wrong, in one request (NĐ 118/2025/NĐ-CP art. 11, 18). */
import { type PaperSheet, printedHead } from '../sheet.ts'
import { codeBars, type DossierPaper, moment, printedAbout } from './about.ts'

export interface SupplementRequestDetails {
  /** Nội dung cần hoàn thiện, one line each; at least one. */
  faults: Fault[]
  /** Lý do. */
  reason: string
  /** Until when it may be answered. */
  answerBy?: Date
  /** Whom to ask; absent: the signer, at the unit's telephone. */
  contact?: { name: string; phone?: string }
}

export interface Fault {
  /** The component or the question of the form that is wrong: `Đơn đề nghị cấp phép`. */
  about?: string
  /** What is wrong with it: `Thiếu chữ ký của người đại diện`. */
  problem: string
}

export function supplementRequestPaper(paper: DossierPaper<SupplementRequestDetails>): PaperSheet {
  const { details, about, signer, officePhone } = paper
  return {
    form: 'SUPPLEMENT_REQUEST',
    template: 'supplement-request.typ',
    data: {
      ...printedHead('SUPPLEMENT_REQUEST', paper),
      ...printedAbout(paper),
      faults: details.faults.map(({ about, problem }) => [about, problem].filter(Boolean).join(': ')),
      reason: details.reason,
      answerBy: moment(details.answerBy),
      contactName: details.contact?.name ?? signer?.name ?? null,
      contactPhone: details.contact ? (details.contact.phone ?? null) : (officePhone ?? null),
    },
    barcodes: codeBars(about),
  }
}

/** Phiếu trả kết quả: who took what, on what identity, when, and which original papers went back (NĐ 61/2018/NĐ-CP art. 20; provincial practice), A5. */
import { legalDate, legalMoment } from './legal-time.ts'
import { type HandedIn, handedInCount } from './receipt.ts'
import { type PaperHead, type PaperSheet, printedHead } from './sheet.ts'

export interface ReturnSlipData extends PaperHead {
  dossierCode: string
  ownerName: string
  subject: string
  results: { name: string /** `145/GP-SVHTTDL` */; number?: string; issuedAt?: Date; originals: number; copies: number }[]
  /** Originals kept for comparison, handed back now. */
  returnedPapers: HandedIn[]
  /** Phương thức: `Trực tiếp tại quầy`, `Qua bưu chính`… */
  method: string
  returnedAt: Date
  receiver: {
    name: string
    /** What was shown: `CCCD số …`, `Giấy tiếp nhận hồ sơ số …`. */
    proof: string
    phone?: string
  }
  giverName: string
}

export function returnSlipPaper(slip: ReturnSlipData): PaperSheet {
  return {
    form: 'RETURN_SLIP',
    template: 'return-slip.typ',
    data: {
      ...printedHead('RETURN_SLIP', slip),
      code: slip.dossierCode,
      officeName: slip.office.name,
      ownerName: slip.ownerName,
      subject: slip.subject,
      results: slip.results.map((result) => ({ name: resultName(result), count: handedInCount(result) })),
      returnedPapers: slip.returnedPapers.map((paper) => ({ name: paper.name, count: handedInCount(paper) })),
      method: slip.method,
      returnedAt: legalMoment(slip.returnedAt),
      receiverName: slip.receiver.name,
      receiverProof: slip.receiver.proof,
      receiverPhone: slip.receiver.phone ?? null,
      giverName: slip.giverName,
    },
    barcodes: { code: { kind: 'code128', text: slip.dossierCode } },
  }
}

function resultName({ name, number, issuedAt }: ReturnSlipData['results'][number]): string {
  return [name, number && `số ${number}`, issuedAt && legalDate(issuedAt)].filter(Boolean).join(' ')
}

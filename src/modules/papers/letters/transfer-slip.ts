/** Phiếu chuyển xử lý: what goes to which agency, what each has to do and by when (NĐ 61/2018/NĐ-CP art. 18(3), 19(6), carried on by NĐ 118/2025/NĐ-CP). */
import { type HandedIn, handedInCount } from '../receipt.ts'
import { type PaperSheet, printedHead } from '../sheet.ts'
import { codeBars, type DossierPaper, moment, printedAbout } from './about.ts'

export interface TransferSlipDetails {
  /** `interoperation`: to the agencies that take part; `right-authority`: to the one whose business it is; `tax`: to determine a financial obligation. */
  purpose: 'interoperation' | 'right-authority' | 'tax'
  /** Kính gửi, in the order in which they work, or all at once. */
  legs: TransferLeg[]
  /** Cơ quan chủ trì; absent: the settling agency. */
  leadAgency?: string
  /** Gives the legs one after the other; otherwise all begin at once. */
  isInOrder?: boolean
  /** What goes along; absent: everything handed in. */
  papers?: HandedIn[]
  note?: string
}

export interface TransferLeg {
  agency: string
  /** Nội dung đề nghị giải quyết. */
  work: string
  dueAt?: Date
}

export function transferSlipPaper(paper: DossierPaper<TransferSlipDetails>): PaperSheet {
  const { details, about } = paper
  return {
    form: 'TRANSFER_SLIP',
    template: 'transfer-slip.typ',
    data: {
      ...printedHead('TRANSFER_SLIP', paper),
      ...printedAbout(paper),
      purpose: PURPOSES[details.purpose],
      leadAgency: details.leadAgency ?? about.settlingOffice,
      order: details.legs.length < 2 ? null : details.isInOrder ? 'Lần lượt theo thứ tự nêu trên' : 'Đồng thời tới các cơ quan nêu trên',
      legs: details.legs.map(({ agency, work, dueAt }) => ({ agency, work, dueAt: moment(dueAt) })),
      papers: (details.papers ?? about.components).map((each) => ({ name: each.name, count: handedInCount(each) })),
      note: details.note ?? null,
    },
    barcodes: codeBars(about),
  }
}

const PURPOSES: Record<TransferSlipDetails['purpose'], string> = {
  interoperation: 'Phối hợp giải quyết thủ tục hành chính liên thông',
  'right-authority': 'Chuyển hồ sơ đến cơ quan có thẩm quyền giải quyết',
  tax: 'Xác định nghĩa vụ tài chính',
}

/**
 * Mẫu số 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả (TT 03/2025/TT-VPCP, appendix I), A5, with the dossier's code as Code 128 and the address
 * of its look-up page as QR.
 */
import { formatDongWords } from '#platform/money.ts'
import { legalMoment, twoDigits } from './legal-time.ts'
import { type PaperHead, type PaperSheet, printedHead } from './sheet.ts'

export interface ReceiptData extends PaperHead {
  dossierCode: string
  applicant: Person
  /** When somebody files for another: who gave the authorisation, and by what paper. */
  authorizer?: Person & { paper?: string }
  /** Nội dung yêu cầu giải quyết. */
  subject: string
  components: HandedIn[]
  /** Số lượng hồ sơ (bộ). */
  sets: number
  /** Thời gian giải quyết theo quy định, in words: `3 ngày làm việc`. */
  limit: string
  receivedAt: Date
  dueAt: Date
  /** Đăng ký nhận kết quả tại. */
  returnPlace: string
  register?: { book: string; position: number }
  /** Amounts in đồng. */
  fees?: { name: string; amount: number }[]
  submitterName: string
  receiverName: string
  /** Address of the public look-up page of this dossier; holds no personal data. */
  lookupUrl: string
  hotline?: string
}

export interface Person {
  name: string
  /** Số định danh cá nhân/tổ chức. */
  identifier?: string
  address?: string
  phone?: string
  email?: string
}

export interface HandedIn {
  name: string
  originals: number
  copies: number
  /** Only shown for comparison and given back at once. */
  isPresentedOnly?: boolean
}

export function receiptPaper(receipt: ReceiptData): PaperSheet {
  return {
    form: 'RECEIPT_APPOINTMENT',
    template: 'receipt.typ',
    data: {
      ...printedHead('RECEIPT_APPOINTMENT', receipt),
      code: receipt.dossierCode,
      officeName: receipt.office.name,
      applicant: printedPerson(receipt.applicant),
      authorizer: receipt.authorizer ? { ...printedPerson(receipt.authorizer), paper: receipt.authorizer.paper ?? null } : null,
      subject: receipt.subject,
      components: receipt.components.map((component) => ({ name: component.name, count: handedInCount(component) })),
      sets: twoDigits(receipt.sets),
      limit: receipt.limit,
      receivedAt: legalMoment(receipt.receivedAt),
      dueAt: legalMoment(receipt.dueAt),
      returnPlace: receipt.returnPlace,
      book: receipt.register?.book ?? null,
      position: receipt.register ? String(receipt.register.position) : null,
      fees: (receipt.fees ?? []).map(({ name, amount }) => ({ name, amount: formatDongWords(amount) })),
      submitterName: receipt.submitterName,
      receiverName: receipt.receiverName,
      lookupUrl: receipt.lookupUrl,
      hotline: receipt.hotline ?? null,
    },
    barcodes: { code: { kind: 'code128', text: receipt.dossierCode }, lookup: { kind: 'qr', text: receipt.lookupUrl } },
  }
}

/** `01 bản chính, 02 bản sao` */
export function handedInCount({ originals, copies, isPresentedOnly }: Omit<HandedIn, 'name'>): string {
  const counts = [originals && `${twoDigits(originals)} bản chính`, copies && `${twoDigits(copies)} bản sao`].filter(Boolean).join(', ')
  return isPresentedOnly ? `xuất trình để đối chiếu${counts && `, ${counts}`}` : counts
}

/** Absent facts are `null`: the template draws a dotted line. */
export const printedPerson = ({ name, identifier, address, phone, email }: Person) => ({
  name,
  identifier: identifier ?? null,
  address: address ?? null,
  phone: phone ?? null,
  email: email ?? null,
})

/**
 * The sets of forms as data with dates. A dossier's papers come from the set in force on the day they are issued; a reprint keeps its own. Paper sizes: TT 01/2018 art. 9(2);
 * none were found in TT 03/2025, so practice keeps them (domain.md §3.1, §12). The days of issue stand for the days of effect, which nobody here has read; that of
 * TT 01/2018 is unverified.
 */
import { CIRCULAR_03_FROM } from '../clock/law.ts'

export type NumberedForm =
  | 'RECEIPT_APPOINTMENT'
  | 'SUPPLEMENT_REQUEST'
  | 'REFUSAL'
  | 'APOLOGY_EXTENSION'
  | 'STOP_NOTICE'
  | 'PROCESS_CONTROL_SLIP'
  | 'DOSSIER_REGISTER'

/** Papers of a dossier without a number in the circulars. */
export type OtherPaper =
  | 'ACKNOWLEDGEMENT'
  | 'TRANSFER_SLIP'
  | 'CONSULTATION_LETTER'
  | 'VERIFICATION_MINUTES'
  | 'REFUSAL_LETTER'
  | 'CLOSING_NOTICE'
  | 'FINANCIAL_NOTICE'
  | 'PAYMENT_RECEIPT'
  | 'RESULT_DOCUMENT'
  | 'RETURN_SLIP'
  | 'HANDOVER_LIST'
  | 'LOSS_RECORD'
  | 'APOLOGY_LETTER'
  | 'BARCODE_LABEL'
  | 'ARCHIVE_COVER'
  | 'ARCHIVE_INDEX'
  | 'LATE_LIST'

export type PaperKey = NumberedForm | OtherPaper

export interface NumberedPaper {
  number: number
  vi: string
  /** Letters of its number line: `Số: …/PBS-TTPVHCC`. */
  letters: string
  size: 'A5' | 'A4'
}

export interface LegalProfile {
  name: string
  vi: string
  en: string
  /** Both inclusive, `YYYY-MM-DD`; `validTo` null: until further notice. */
  validFrom: string
  validTo: string | null
  source: string
  forms: Partial<Record<NumberedForm, NumberedPaper>>
}

const form = (number: number, vi: string, letters = '', size: NumberedPaper['size'] = 'A5'): NumberedPaper => ({
  number,
  vi,
  letters,
  size,
})

export const LEGAL_PROFILES = [
  {
    name: 'TT-01-2018',
    vi: 'Biểu mẫu theo Thông tư 01/2018/TT-VPCP',
    en: 'Forms of TT 01/2018/TT-VPCP',
    validFrom: '2018-11-23',
    validTo: '2025-09-14',
    source: 'Thông tư 01/2018/TT-VPCP ngày 23/11/2018, Điều 9',
    forms: {
      RECEIPT_APPOINTMENT: form(1, 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả'),
      SUPPLEMENT_REQUEST: form(2, 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ'),
      REFUSAL: form(3, 'Phiếu từ chối tiếp nhận giải quyết hồ sơ'),
      APOLOGY_EXTENSION: form(4, 'Phiếu xin lỗi và hẹn lại ngày trả kết quả'),
      PROCESS_CONTROL_SLIP: form(5, 'Phiếu kiểm soát quá trình giải quyết hồ sơ'),
      DOSSIER_REGISTER: form(6, 'Sổ theo dõi hồ sơ', '', 'A4'),
    },
  },
  {
    name: 'TT-03-2025',
    vi: 'Biểu mẫu theo Thông tư 03/2025/TT-VPCP',
    en: 'Forms of TT 03/2025/TT-VPCP',
    validFrom: CIRCULAR_03_FROM,
    validTo: null,
    source: 'Thông tư 03/2025/TT-VPCP ngày 15/9/2025, Phụ lục I',
    forms: {
      RECEIPT_APPOINTMENT: form(1, 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả'),
      SUPPLEMENT_REQUEST: form(2, 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'PBS'),
      REFUSAL: form(3, 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', 'PTC'),
      APOLOGY_EXTENSION: form(4, 'Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết', 'PXL'),
      STOP_NOTICE: form(5, 'Thông báo dừng giải quyết hồ sơ'),
      PROCESS_CONTROL_SLIP: form(6, 'Phiếu kiểm soát quá trình giải quyết hồ sơ', 'PKS'),
      DOSSIER_REGISTER: form(7, 'Sổ theo dõi hồ sơ', 'STD', 'A4'),
    },
  },
] as const satisfies readonly LegalProfile[]

/** The set in force on a day; for a day before the first set, the first. `on`: `YYYY-MM-DD`. */
export function legalProfileOn(on: string): LegalProfile {
  const [first] = LEGAL_PROFILES
  return LEGAL_PROFILES.findLast(({ validFrom }: LegalProfile) => validFrom <= on) ?? first
}

/** The form's number and name in a set; undefined where the set has no such form and the paper is a plain letter. */
export const formIn = (profile: LegalProfile, paper: PaperKey): NumberedPaper | undefined =>
  (profile.forms as Partial<Record<PaperKey, NumberedPaper>>)[paper]

export const OTHER_PAPERS: Record<OtherPaper, { vi: string; en: string }> = {
  ACKNOWLEDGEMENT: { vi: 'Thông báo tự động đã nhận hồ sơ trực tuyến', en: 'Automatic acknowledgement' },
  TRANSFER_SLIP: { vi: 'Phiếu chuyển xử lý', en: 'Transfer slip' },
  CONSULTATION_LETTER: { vi: 'Phiếu lấy ý kiến', en: 'Consultation letter' },
  VERIFICATION_MINUTES: { vi: 'Biên bản xác minh', en: 'Verification minutes' },
  REFUSAL_LETTER: { vi: 'Văn bản từ chối giải quyết', en: 'Letter of refusal' },
  CLOSING_NOTICE: { vi: 'Thông báo đóng hồ sơ do không bổ sung', en: 'Notice of closing' },
  FINANCIAL_NOTICE: { vi: 'Thông báo nghĩa vụ tài chính', en: 'Notice of financial obligation' },
  PAYMENT_RECEIPT: { vi: 'Biên lai, chứng từ nộp tiền', en: 'Payment voucher' },
  RESULT_DOCUMENT: { vi: 'Văn bản kết quả', en: 'Result document' },
  RETURN_SLIP: { vi: 'Phiếu trả kết quả', en: 'Return slip' },
  HANDOVER_LIST: { vi: 'Danh sách bàn giao', en: 'Hand-over list' },
  LOSS_RECORD: { vi: 'Biên bản mất, hư hỏng hồ sơ', en: 'Record of the loss' },
  APOLOGY_LETTER: { vi: 'Văn bản xin lỗi', en: 'Letter of apology' },
  BARCODE_LABEL: { vi: 'Nhãn mã vạch', en: 'Barcode label' },
  ARCHIVE_COVER: { vi: 'Bìa hồ sơ', en: 'Dossier cover' },
  ARCHIVE_INDEX: { vi: 'Mục lục hồ sơ', en: 'Index of the dossier' },
  LATE_LIST: { vi: 'Danh sách hồ sơ quá hạn', en: 'List of late dossiers' },
}

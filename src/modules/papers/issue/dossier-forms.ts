/** The papers of one dossier that can be asked for: the word in the address, the law's name of the form. */
import type { Language } from '#platform/language.ts'
import { words } from '#platform/language.ts'
import { formSetNamed, officialName, type PaperForm } from '../form-set.ts'

/** Made from what the system knows whenever somebody asks; the others are laid by the act that needs them. */
export const ON_REQUEST = [
  'RECEIPT_APPOINTMENT',
  'PROCESS_CONTROL_SLIP',
  'RETURN_SLIP',
  'BARCODE_LABEL',
  'ARCHIVE_COVER',
  'ARCHIVE_INDEX',
] as const satisfies PaperForm[]

export type DossierForm = (typeof ON_REQUEST)[number]

const SLUGS: Record<DossierForm, string> = {
  RECEIPT_APPOINTMENT: 'giay-tiep-nhan',
  PROCESS_CONTROL_SLIP: 'phieu-kiem-soat',
  RETURN_SLIP: 'phieu-tra-ket-qua',
  BARCODE_LABEL: 'nhan-ma-vach',
  ARCHIVE_COVER: 'bia-ho-so',
  ARCHIVE_INDEX: 'muc-luc-ho-so',
}

/** The word in `/ho-so/:code/giay-to/:form`. */
export const paperSlug = (form: DossierForm): string => SLUGS[form]

export const formOfSlug = (slug: string): DossierForm | undefined => ON_REQUEST.find((form) => SLUGS[form] === slug)

/** What a paper of that set is called; in Vietnamese as the circular has it. */
export const paperName = (form: PaperForm, formSet: string, language: Language): string =>
  language === 'vi' ? officialName(form, formSetNamed(formSet)) : paperNames(language)[form]

export const paperNames = words({
  vi: {
    RECEIPT_APPOINTMENT: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    SUPPLEMENT_REQUEST: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    REFUSAL: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
    APOLOGY_EXTENSION: 'Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết',
    STOP_NOTICE: 'Thông báo dừng giải quyết hồ sơ',
    PROCESS_CONTROL_SLIP: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
    DOSSIER_REGISTER: 'Sổ theo dõi hồ sơ',
    ACKNOWLEDGEMENT: 'Thông báo đã nhận hồ sơ trực tuyến',
    TRANSFER_SLIP: 'Phiếu chuyển xử lý',
    CONSULTATION_LETTER: 'Phiếu lấy ý kiến',
    VERIFICATION_MINUTES: 'Biên bản xác minh',
    REFUSAL_LETTER: 'Văn bản từ chối giải quyết',
    CLOSING_NOTICE: 'Thông báo đóng hồ sơ do không bổ sung',
    FINANCIAL_NOTICE: 'Thông báo nghĩa vụ tài chính',
    RETURN_SLIP: 'Phiếu trả kết quả',
    HANDOVER_LIST: 'Danh sách bàn giao',
    LOSS_RECORD: 'Biên bản mất, hư hỏng hồ sơ',
    APOLOGY_LETTER: 'Văn bản xin lỗi',
    BARCODE_LABEL: 'Nhãn mã vạch',
    ARCHIVE_COVER: 'Bìa hồ sơ',
    ARCHIVE_INDEX: 'Mục lục hồ sơ',
    REPORT_II_06A: 'Biểu II.06a, tình hình giải quyết thủ tục hành chính',
  },
  en: {
    RECEIPT_APPOINTMENT: 'Receipt with appointment',
    SUPPLEMENT_REQUEST: 'Supplement request',
    REFUSAL: 'Refusal of reception',
    APOLOGY_EXTENSION: 'Apology and extension',
    STOP_NOTICE: 'Notice of stopping',
    PROCESS_CONTROL_SLIP: 'Process control slip',
    DOSSIER_REGISTER: 'Dossier register',
    ACKNOWLEDGEMENT: 'Automatic acknowledgement',
    TRANSFER_SLIP: 'Transfer slip',
    CONSULTATION_LETTER: 'Consultation letter',
    VERIFICATION_MINUTES: 'Verification minutes',
    REFUSAL_LETTER: 'Letter of refusal',
    CLOSING_NOTICE: 'Notice of closing',
    FINANCIAL_NOTICE: 'Notice of financial obligation',
    RETURN_SLIP: 'Return slip',
    HANDOVER_LIST: 'Hand-over list',
    LOSS_RECORD: 'Record of the loss',
    APOLOGY_LETTER: 'Letter of apology',
    BARCODE_LABEL: 'Barcode label',
    ARCHIVE_COVER: 'Dossier cover',
    ARCHIVE_INDEX: 'Index of the dossier',
    REPORT_II_06A: 'Form II.06a, results of settlement',
  },
})

/** The papers of one dossier that can be asked for: the word in the address, the law's name of the form. */
import { words } from '#platform/language.ts'
import type { PaperForm } from '../sheet.ts'

export type DossierForm = Exclude<PaperForm, 'DOSSIER_REGISTER' | 'REPORT_II_06A'>

const SLUGS: Record<DossierForm, string> = {
  RECEIPT_APPOINTMENT: 'giay-tiep-nhan',
  PROCESS_CONTROL_SLIP: 'phieu-kiem-soat',
  RETURN_SLIP: 'phieu-tra-ket-qua',
}

/** The word in `/ho-so/:code/giay-to/:form`. */
export const paperSlug = (form: DossierForm): string => SLUGS[form]

export const formOfSlug = (slug: string): DossierForm | undefined =>
  (Object.keys(SLUGS) as DossierForm[]).find((form) => SLUGS[form] === slug)

export const paperNames = words({
  vi: {
    RECEIPT_APPOINTMENT: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    PROCESS_CONTROL_SLIP: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
    RETURN_SLIP: 'Phiếu trả kết quả',
    DOSSIER_REGISTER: 'Sổ theo dõi hồ sơ',
    REPORT_II_06A: 'Biểu II.06a, tình hình giải quyết thủ tục hành chính',
  },
  en: {
    RECEIPT_APPOINTMENT: 'Receipt with appointment',
    PROCESS_CONTROL_SLIP: 'Process control slip',
    RETURN_SLIP: 'Return slip',
    DOSSIER_REGISTER: 'Dossier register',
    REPORT_II_06A: 'Form II.06a, results of settlement',
  },
})

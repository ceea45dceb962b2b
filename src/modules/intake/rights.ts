import { defineRights } from '#platform/rights.ts'

export const intakeRights = defineRights({
  'intake.file': { vi: 'Nộp hồ sơ, nộp bổ sung trực tuyến', en: 'File and supplement online' },
  'intake.receive': { vi: 'Tiếp nhận hồ sơ', en: 'Receive a dossier' },
  'intake.record-outside': { vi: 'Ghi nhận hồ sơ tiếp nhận ngoài Bộ phận Một cửa', en: 'Record a dossier received outside the unit' },
  'intake.request-supplement': { vi: 'Yêu cầu bổ sung hồ sơ trước khi tiếp nhận', en: 'Ask for a supplement before reception' },
  'intake.decide-supplement': {
    vi: 'Quyết định yêu cầu bổ sung lần hai hoặc quá 08 giờ làm việc',
    en: 'Decide on a further request, or one after eight working hours',
  },
  'intake.refuse': { vi: 'Từ chối tiếp nhận hồ sơ', en: 'Refuse a dossier at reception' },
  'intake.forward': { vi: 'Chuyển hồ sơ đến cơ quan giải quyết', en: 'Forward a dossier to the competent agency' },
  'intake.accept-supplement': { vi: 'Tiếp nhận hồ sơ bổ sung', en: 'Accept a supplement' },
  'intake.confirm-payment': { vi: 'Xác nhận chứng từ nộp tiền', en: 'Confirm proof of payment' },
  'intake.request-withdrawal': { vi: 'Ghi nhận đề nghị rút hồ sơ', en: 'Record a request to withdraw' },
  'intake.stop': { vi: 'Quyết định đề nghị rút, dừng giải quyết hồ sơ', en: 'Decide on a withdrawal, stop a dossier' },
  'intake.return-result': { vi: 'Trả kết quả', en: 'Return a result' },
})

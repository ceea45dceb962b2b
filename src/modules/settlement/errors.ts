import { defineErrors } from '#platform/errors.ts'

export const settlementErrors = defineErrors({
  'settlement.agency-unmanned': {
    status: 422,
    vi: 'Chưa có cán bộ nào của “{agency}” nhận được việc này trong hệ thống.',
    en: 'Nobody at “{agency}” can take this task in the system.',
  },
  'settlement.already-paid': {
    status: 409,
    vi: 'Nghĩa vụ tài chính này đã được xác nhận nộp lúc {at}. Không có gì bị ghi hai lần.',
    en: 'This obligation was confirmed as paid at {at}. Nothing was recorded twice.',
  },
  'settlement.payment-used': {
    status: 409,
    vi: 'Mã giao dịch này đã được dùng cho một khoản nộp khác.',
    en: 'This payment reference has been used for another payment.',
  },
  'settlement.parcel-known': {
    status: 409,
    vi: 'Số hiệu bưu gửi này đã được ghi cho một lần gửi khác.',
    en: 'This tracking number has been recorded for another parcel.',
  },
  'settlement.paper-not-kept': {
    status: 422,
    vi: 'Có giấy tờ không phải bản chính đang được giữ của hồ sơ này.',
    en: 'One of the papers is not an original kept for this dossier.',
  },
  'settlement.correction-not-issued': {
    status: 409,
    vi: 'Kết quả đã đính chính chưa được lãnh đạo phê duyệt, cấp số.',
    en: 'The corrected result has not been approved and numbered yet.',
  },
})

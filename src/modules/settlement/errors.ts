import { defineErrors } from '#platform/errors.ts'

export const settlementErrors = defineErrors({
  'settlement.no-expert-awaited': {
    status: 409,
    vi: 'Việc này không còn chờ ý kiến của chuyên gia hoặc cơ quan ngoài hệ thống.',
    en: 'This does not wait for an expert or an agency outside the system (any more).',
  },
  'settlement.invitation-over': {
    status: 404,
    vi: 'Đường dẫn này không có hoặc không còn hiệu lực. Hãy liên hệ cơ quan đã mời ông/bà cho ý kiến.',
    en: 'This link does not exist or is no longer good. Please turn to the agency that asked you.',
  },
  'settlement.agency-unmanned': {
    status: 422,
    vi: 'Chưa có cán bộ nào của “{agency}” nhận được việc này trong hệ thống.',
    en: 'Nobody at “{agency}” can take this task in the system.',
  },
  'settlement.leg-seen': {
    status: 409,
    vi: 'Không hoàn tác được: cơ quan được hỏi đã mở xem. Hãy kết thúc lấy ý kiến hoặc liên thông kèm lý do.',
    en: 'This cannot be undone: an agency has opened its part. End the consultation with a reason instead.',
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
  'settlement.correction-not-issued': {
    status: 409,
    vi: 'Kết quả đã đính chính chưa được lãnh đạo phê duyệt, cấp số.',
    en: 'The corrected result has not been approved and numbered yet.',
  },
  'settlement.proposal-open': {
    status: 409,
    vi: 'Hồ sơ đã có một đề xuất yêu cầu bổ sung đang chờ lãnh đạo. Hãy sửa nội dung bằng cách trao đổi với lãnh đạo, không lập đề xuất thứ hai.',
    en: 'A proposal already waits for the leader; there is no second one beside it.',
  },
  'settlement.proposal-gone': {
    status: 409,
    vi: 'Đề xuất này không còn chờ quyết định: đã được duyệt hoặc trả lại.',
    en: 'This proposal no longer waits: it was approved or declined.',
  },
  'settlement.fault-unknown': {
    status: 422,
    vi: 'Có nội dung không thuộc thành phần hồ sơ này. Hãy chọn lại trong danh sách.',
    en: 'Something marked does not belong to this dossier.',
  },
  'settlement.nothing-asked': {
    status: 409,
    vi: 'Hồ sơ không có yêu cầu bổ sung đang chờ.',
    en: 'No supplement is awaited for this dossier.',
  },
  'settlement.nothing-brought': {
    status: 422,
    vi: 'Chưa đánh dấu nội dung nào đã bổ sung.',
    en: 'Nothing is marked as completed.',
  },
  'settlement.date-not-working': {
    status: 422,
    vi: 'Ngày hẹn mới phải nằm trong giờ làm việc của cơ quan giải quyết.',
    en: 'The new date must lie within the office hours of the agency.',
  },
  'settlement.date-past': { status: 422, vi: 'Ngày hẹn mới phải sau thời điểm hiện tại.', en: 'The new date must lie in the future.' },
  'settlement.apologised': {
    status: 409,
    vi: 'Hồ sơ đã có văn bản xin lỗi, hẹn trả lại lúc {until}. Chỉ xin lỗi lần nữa khi đã qua ngày đó.',
    en: 'The lateness has been apologised for, with {until} as the new date. Apologise again only once that has passed.',
  },
  'settlement.withdrawal-gone': {
    status: 409,
    vi: 'Đề nghị rút hồ sơ này đã được quyết định.',
    en: 'This request to withdraw has been decided.',
  },
  'settlement.decision-exists': {
    status: 409,
    vi: 'Đã có quyết định giải quyết (kết quả đã cấp số) nên không dừng hồ sơ theo đề nghị rút được.',
    en: 'A decision exists already (the result has its number), so the dossier cannot be withdrawn.',
  },
  'settlement.paper-not-kept': {
    status: 422,
    vi: 'Chỉ trả lại được bản chính mà hồ sơ này đã nhận.',
    en: 'Only originals that this dossier took in can be handed back.',
  },
  'settlement.verification-gone': {
    status: 409,
    vi: 'Không có cuộc xác minh nào đang mở của hồ sơ này.',
    en: 'No verification of this dossier is open.',
  },
  'settlement.late-list-too-long': {
    status: 409,
    vi: 'Danh sách có {count} hồ sơ, in được nhiều nhất {most} hồ sơ một lần. Hãy chọn đơn vị hoặc kỳ hẹp hơn.',
    en: 'The list has {count} dossiers; at most {most} are printed at once. Choose a smaller unit or period.',
  },
})

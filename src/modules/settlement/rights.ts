import { defineRights } from '#platform/rights.ts'

export const settlementRights = defineRights({
  'settlement.propose-supplement': { vi: 'Đề xuất yêu cầu bổ sung hồ sơ sau tiếp nhận', en: 'Propose a supplement after reception' },
  'settlement.ask-supplement': { vi: 'Yêu cầu bổ sung hồ sơ sau tiếp nhận', en: 'Ask for a supplement after reception' },
  'settlement.verify': { vi: 'Thẩm tra, xác minh', en: 'Verify on the spot' },
  'settlement.consult': { vi: 'Lấy ý kiến cơ quan liên quan', en: 'Ask other agencies for opinions' },
  'settlement.interoperate': { vi: 'Chuyển xử lý liên thông', en: 'Pass to other agencies' },
  'settlement.answer-leg': { vi: 'Trả lời phần việc do cơ quan khác đề nghị', en: 'Answer what another agency asked for' },
  'settlement.request-payment': { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Ask for the financial obligation' },
  'settlement.refuse': { vi: 'Từ chối giải quyết sau thẩm định', en: 'Refuse after appraisal' },
  'settlement.extend': { vi: 'Xin lỗi, gia hạn thời gian giải quyết', en: 'Apologise and extend' },
  'settlement.stop': { vi: 'Dừng hồ sơ không thể giải quyết', en: 'Stop a dossier that cannot be settled' },
  'settlement.correct-result': { vi: 'Đính chính, cấp lại kết quả sai', en: 'Correct a wrong result' },
  'settlement.record-loss': { vi: 'Lập biên bản mất, hư hỏng hồ sơ', en: 'Record lost or damaged papers' },
})

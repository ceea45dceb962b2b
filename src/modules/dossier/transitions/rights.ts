/** The rights that the transitions ask for and no module has declared yet; the module that gives a transition its action declares its right with these words. */
export const NEW_RIGHTS = {
  'intake.request-supplement': { vi: 'Yêu cầu bổ sung hồ sơ trước khi tiếp nhận', en: 'Ask for a supplement before reception' },
  'intake.refuse': { vi: 'Từ chối tiếp nhận hồ sơ', en: 'Refuse a dossier at reception' },
  'intake.forward': { vi: 'Chuyển hồ sơ đến cơ quan giải quyết', en: 'Forward a dossier to the competent agency' },
  'intake.accept-supplement': { vi: 'Tiếp nhận hồ sơ bổ sung', en: 'Accept a supplement' },
  'intake.confirm-payment': { vi: 'Xác nhận chứng từ nộp tiền', en: 'Confirm proof of payment' },
  'intake.request-withdrawal': { vi: 'Ghi nhận đề nghị rút hồ sơ', en: 'Record a request to withdraw' },
  'intake.stop': { vi: 'Quyết định đề nghị rút, dừng giải quyết hồ sơ', en: 'Decide on a withdrawal, stop a dossier' },
  'workflow.assign': { vi: 'Phân công người thụ lý', en: 'Assign an officer' },
  'workflow.ask-supplement': { vi: 'Yêu cầu bổ sung hồ sơ sau tiếp nhận', en: 'Ask for a supplement after reception' },
  'workflow.verify': { vi: 'Thẩm tra, xác minh', en: 'Verify on the spot' },
  'workflow.consult': { vi: 'Lấy ý kiến cơ quan liên quan', en: 'Ask other agencies for opinions' },
  'workflow.interoperate': { vi: 'Chuyển xử lý liên thông', en: 'Pass to other agencies' },
  'workflow.request-payment': { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Ask for the financial obligation' },
  'workflow.submit': { vi: 'Trình ký', en: 'Submit for signature' },
  'workflow.approve': { vi: 'Phê duyệt, ký', en: 'Approve and sign' },
  'workflow.refuse': { vi: 'Từ chối giải quyết sau thẩm định', en: 'Refuse after appraisal' },
  'workflow.extend': { vi: 'Xin lỗi, gia hạn thời gian giải quyết', en: 'Apologise and extend' },
  'workflow.stop': { vi: 'Dừng hồ sơ không thể giải quyết', en: 'Stop a dossier that cannot be settled' },
  'workflow.correct-result': { vi: 'Đính chính, cấp lại kết quả sai', en: 'Correct a wrong result' },
  'workflow.record-loss': { vi: 'Lập biên bản mất, hư hỏng hồ sơ', en: 'Record lost or damaged papers' },
} as const

/** `own`: the applicant on their own dossier, or the system; no officer's right. */
export type TransitionRight =
  | keyof typeof NEW_RIGHTS
  | 'intake.receive'
  | 'intake.return-result'
  | 'workflow.issue-result'
  | 'workflow.send-back'
  | 'own'

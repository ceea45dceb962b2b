import { defineErrors } from '#platform/errors.ts'

export const intakeErrors = defineErrors({
  'intake.component-missing': {
    status: 422,
    vi: 'Thiếu giấy tờ bắt buộc. Hồ sơ chỉ được tiếp nhận khi đủ thành phần; nếu thiếu, hãy hướng dẫn bổ sung một lần, đầy đủ.',
    en: 'A required paper is missing. A dossier is received only when complete.',
  },
  'intake.component-unknown': {
    status: 422,
    vi: 'Có giấy tờ không thuộc thành phần hồ sơ của trường hợp đã chọn. Hãy ghi vào phần giấy tờ khác.',
    en: 'A paper is not in the list of the case chosen. Put it under further papers.',
  },
  'intake.document-unknown': {
    status: 422,
    vi: 'Có tệp đính kèm không còn hoặc đã thuộc hồ sơ khác. Hãy bỏ tệp đó và tải lên lại.',
    en: 'An attached file is gone or belongs to another dossier. Remove it and upload it again.',
  },
  'intake.no-place': {
    status: 403,
    vi: 'Bạn chưa được giao tiếp nhận hồ sơ ở nơi nào đang có thủ tục. Hãy báo quản trị đơn vị.',
    en: 'You are not charged with reception anywhere that offers a procedure. Tell the administrator.',
  },
  'intake.draft-closed': {
    status: 409,
    vi: 'Lần nhập này đã kết thúc: hồ sơ đã được tiếp nhận hoặc phần nhập dở đã bỏ.',
    en: 'This entry is over: the dossier has been received or the draft was thrown away.',
  },
  'intake.code-taken': {
    status: 409,
    vi: 'Mã hồ sơ {code} đã có trong hệ thống.',
    en: 'There is a dossier with the code {code} already.',
  },
  'intake.nothing-supplemented': {
    status: 422,
    vi: 'Chưa có giấy tờ nào được bổ sung.',
    en: 'Nothing has been supplemented.',
  },
  'intake.not-received-there': {
    status: 422,
    vi: 'Nơi được chọn không tiếp nhận thủ tục của hồ sơ này.',
    en: 'The place chosen does not receive this procedure.',
  },
  'intake.no-appraisal': {
    status: 409,
    vi: 'Quy trình của thủ tục không đến thẳng bước thẩm định nên không giải quyết tại chỗ được.',
    en: 'The process does not lead straight to an appraisal, so the dossier cannot be settled on the spot.',
  },
  'intake.authorization-missing': {
    status: 422,
    vi: 'Người nộp khác chủ hồ sơ: hãy ghi giấy tờ ủy quyền.',
    en: 'Someone else files for the owner: name the authorisation paper.',
  },
  'intake.address-missing': { status: 422, vi: 'Trả kết quả qua bưu chính cần địa chỉ nhận.', en: 'Return by post needs an address.' },
  'intake.paper-not-kept': {
    status: 422,
    vi: 'Chỉ trả lại được bản chính mà hồ sơ này đã nhận.',
    en: 'Only originals that this dossier took in can be handed back.',
  },
  'intake.nothing-to-return': { status: 409, vi: 'Hồ sơ chưa có kết quả để trả.', en: 'There is no result to return yet.' },
  'intake.already-returned': { status: 409, vi: 'Kết quả đã được trả lúc {at}.', en: 'The result was returned at {at}.' },
})

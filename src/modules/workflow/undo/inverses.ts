/**
 * Of each act its inverse, or why it has none. An act that can be taken back stays in the list; nothing is computed from it any more, its papers are void with their numbers
 * kept, and its messages, if they have not gone, are withdrawn. What was sent, paid, signed or given out is not taken back: its counterpart is another act.
 */
import type { DossierFact, TransitionId } from '#modules/dossier/index.ts'

interface Said {
  vi: string
  en: string
}
export type Inverse = { undoes: Said } | { why: Said }

const undoes = (vi: string, en: string): Inverse => ({ undoes: { vi, en } })
const why = (vi: string, en: string): Inverse => ({ why: { vi, en } })

const SIGNED = why('Việc này do lãnh đạo quyết định, đã ký.', 'This was decided and signed.')
const GIVEN = why('Giấy tờ đã trao cho người nộp.', 'Its paper has been given to the applicant.')
const PAID = why('Tiền đã nộp, không rút lại được ở đây.', 'It has been paid.')
const SYSTEM = why('Hệ thống tự ghi nhận, không phải việc của cán bộ.', 'The system recorded it by itself.')
const ANSWERED = why('Câu trả lời đã đến cơ quan chủ trì.', 'The answer has reached the lead agency.')
const APPLICANT = why('Người nộp đã đề nghị; hãy quyết định đề nghị đó.', 'The applicant asked for it; decide on the request.')
const INSTRUCTION = why('Ý kiến chỉ đạo được thu hồi bằng chức năng riêng.', 'Instructions are withdrawn by their own act.')
const ON_RECORD = why('Biên bản, hồ sơ đã lập không gỡ bỏ được; hãy ghi bổ sung.', 'What is on record stays; add to it.')

/** The acts that are facts of their own. Those that only follow an act have no entry. */
export const FACT_INVERSES: Record<
  Exclude<DossierFact['kind'], 'transition' | 'clock' | 'task-opened' | 'task-cancelled' | 'undone'>,
  Inverse
> = {
  filed: GIVEN,
  received: GIVEN,
  'task-claimed': undoes('Bước trở lại chưa ai nhận.', 'The step is free again.'),
  'task-handed-over': undoes('Bước trở lại người giữ trước đó.', 'The step goes back to who had it.'),
  'task-released': undoes('Bước trở lại người giữ trước đó.', 'The step goes back to who had it.'),
  'task-completed': undoes(
    'Bước mở lại với thời hạn cũ; bước tiếp theo được hủy.',
    'The step opens again with its old date; what followed is cancelled.',
  ),
  'task-sent-back': undoes('Bước mở lại với thời hạn cũ; việc chuyển trả được hủy.', 'The step opens again with its old date.'),
  instructed: INSTRUCTION,
  'instruction-acknowledged': INSTRUCTION,
  'instruction-answered': INSTRUCTION,
  'instruction-withdrawn': INSTRUCTION,
  'time-charged': undoes('Thời gian này lại tính cho người giữ hồ sơ.', 'The time is charged to who had the dossier again.'),
  'expert-invited': why('Đường dẫn đã trao đi; hãy thu hồi đường dẫn.', 'The link has been handed out; withdraw it.'),
  'expert-uninvited': why('Đường dẫn đã thu hồi không dùng lại được; hãy mời lại.', 'A withdrawn link stays so; invite again.'),
  'expert-answered': ANSWERED,
  noted: why('Ghi chú đã có người đọc; hãy ghi thêm ghi chú đúng.', 'Others may have read the note; write another.'),
  'document-added': why('Tài liệu đã lưu vào hồ sơ; hãy thêm bản đúng và ghi chú.', 'The document is on file; add the right one.'),
  'result-prepared': why('Hãy lập lại dự thảo: bản mới thay bản cũ.', 'Prepare the draft again: the new one replaces it.'),
  'result-issued': why(
    'Kết quả đã ký, cấp số; sai sót thì thay hoặc đính chính.',
    'The result is signed and numbered; replace or correct it.',
  ),
  'result-returned': why('Kết quả đã trao; sai sót thì đính chính.', 'The result has been given out; correct it.'),
  'paper-issued': GIVEN,
}

const STEP = why('Hãy hoàn tác chính bước đã làm.', 'Undo the step itself.')
const REFUSED = why('Văn bản từ chối, dừng đã ký và báo cho người nộp.', 'The refusal or stop is signed and announced.')
const NOT_SENT = undoes(
  'Thời hạn tính tiếp như chưa dừng; thời gian đã qua tính cho người đang giữ bước.',
  'The clock goes on as if it had never stopped; the time that passed is the step’s.',
)
const LEGS = undoes(
  'Các phần việc đã chuyển được thu hồi, hồ sơ trở lại trạng thái trước.',
  'The parts that were sent are withdrawn and the dossier is where it was.',
)

export const TRANSITION_INVERSES: Record<TransitionId, Inverse> = {
  'save-draft': why('Bản nháp sửa được tại quầy.', 'A draft can be edited.'),
  'file-online': APPLICANT,
  resubmit: APPLICANT,
  'request-withdrawal': APPLICANT,
  'receive-at-desk': GIVEN,
  'record-outside-the-unit': GIVEN,
  'accept-online': GIVEN,
  'accept-supplement': GIVEN,
  'ask-supplement-before-reception': GIVEN,
  'refuse-at-desk': REFUSED,
  'refuse-online': REFUSED,
  'refuse-after-appraisal': REFUSED,
  'confirm-withdrawal': REFUSED,
  'stop-unresolvable': REFUSED,
  'close-unanswered': SYSTEM,
  'find-overdue': SYSTEM,
  'announce-early-result': SYSTEM,
  'decline-withdrawal': why('Người nộp đã được báo; họ có thể đề nghị lại.', 'The applicant has been told and may ask again.'),
  'pass-filing-on': why('Hồ sơ đã ở cơ quan khác.', 'The dossier is with another authority.'),
  'pass-to-right-authority': why('Hồ sơ đã ở cơ quan khác.', 'The dossier is with another authority.'),
  'settle-at-once': why('Kết quả đã ký, cấp số.', 'The result is signed and numbered.'),
  'settle-on-the-spot': SIGNED,
  forward: STEP,
  arrive: STEP,
  assign: STEP,
  submit: STEP,
  approve: STEP,
  'send-back': STEP,
  'issue-result': SIGNED,
  'ask-supplement': NOT_SENT,
  verify: ON_RECORD,
  verified: ON_RECORD,
  consult: LEGS,
  interoperate: LEGS,
  'ask-tax': LEGS,
  'end-consultation': ANSWERED,
  'end-interoperation': ANSWERED,
  'no-obligation': ANSWERED,
  'notify-obligation': why('Thông báo của cơ quan thuế đã có hiệu lực.', 'The notice of the tax agency stands.'),
  'request-payment': NOT_SENT,
  'confirm-payment': PAID,
  extend: SIGNED,
  'apologise-late': SIGNED,
  'excuse-lateness': why('Lãnh đạo đã ghi nhận; vẫn có thể lập phiếu xin lỗi.', 'A leader has recorded it; an apology may still be made.'),
  'return-result': why('Kết quả đã trao.', 'The result has been given out.'),
  'post-result': why('Kết quả đã giao bưu chính.', 'The result is with the post.'),
  'post-delivered': why('Kết quả đã đến tay người nhận.', 'The result has reached its receiver.'),
  'post-came-back': why('Hãy gửi lại hoặc trả tại quầy.', 'Post it again or give it out at the counter.'),
  'replace-before-return': SIGNED,
  'begin-correction': SIGNED,
  'end-correction': why('Kết quả đã trao.', 'The result has been given out.'),
  'record-loss': ON_RECORD,
}

/**
 * The conditions of the transitions by name. Each looks at a situation and at nothing else; what a situation does not say counts as not fulfilled, so that a forgotten
 * field refuses and never lets through.
 */
import { dueAt, type Limit, type WorkingCalendar } from '#modules/calendar/index.ts'
import { localDate } from '#platform/text/dates.ts'
import type { Clock } from '../clock/clock.ts'
import type { Basis } from '../clock/law.ts'
import {
  ANSWER_SUPPLEMENT_WITHIN,
  ASK_SUPPLEMENT_WITHIN,
  EXTEND_DAYS_BEFORE,
  EXTENSIONS_ALLOWED,
  LEGAL_COUNT,
  RECEIVE_WITHIN,
  SUPPLEMENTS_ALLOWED,
} from '../clock/limits.ts'
import { isLate } from '../clock/read.ts'
import { wholeDaysBefore } from '../clock/refuse-entry.ts'
import { boundsOf, timelinessOf } from '../timeliness.ts'
import type { LifeState } from './life-states.ts'

/** What is known when somebody wants to act. */
export interface Situation {
  state: LifeState | 'nothing'
  now: Date
  /** Of the settling unit. */
  calendar: WorkingCalendar
  /** Of the dossier; none before reception. */
  clock?: Clock
  /** When the online filing, or its resubmission, reached the portal. */
  filedAt?: Date
  receivedAt?: Date
  /** When the open supplement request was sent. */
  supplementAskedAt?: Date
  /** The last moment for the answer, as the request says it. */
  supplementAnswerBy?: Date
  /** Requests made so far on this side of the reception. */
  supplementRequests?: number
  /** The procedure's own periods, where its sector law has them. */
  askSupplementWithin?: Limit
  answerSupplementWithin?: Limit
  /** Neither form 04 was laid for its lateness, nor did a leader record that none is owed. */
  isApologyOwed?: boolean
  /** What is promised instead, for an extension. */
  newDueAt?: Date
  /** A leader of the competent agency decided, with a reason that is kept. */
  hasLeaderDecision?: boolean
  /** A reason from the list and words to it. */
  hasReason?: boolean
  isApplicantIdentified?: boolean
  isVersionInForce?: boolean
  /** Every required component is there and in order. */
  isComplete?: boolean
  /** Every fault names its component or answer and its reason, all in this one request. */
  areFaultsMarked?: boolean
  /** Every agency asked has content and a date; on paper an order, electronically a lead agency. */
  areLegsPlanned?: boolean
  /** All legs or opinions that the lead waited for are in, or it decided to go on without. */
  areAnswersIn?: boolean
  hasObligationNotice?: boolean
  /** The voucher's amount is the obligation's. */
  isAmountMatched?: boolean
  hasDraftResult?: boolean
  isApproved?: boolean
  /** The signer is not who appraised; or the procedure runs in the “four on the spot” lane. */
  areDutiesSeparate?: boolean
  isFourOnTheSpot?: boolean
  isSameDayProcedure?: boolean
  isOutsideTheUnit?: boolean
  /** Another authority is competent for the paper. */
  isForAnotherAuthority?: boolean
  /** By the receipt, an identity paper or an authorisation. */
  isReceiverKnown?: boolean
  areFeesPaid?: boolean
  areOriginalsBack?: boolean
  hasTrackingNumber?: boolean
  hasErrorRecord?: boolean
  hasLossRecord?: boolean
}

export interface Guard {
  holds(situation: Situation): boolean
  /** Why not. */
  vi: string
  en: string
  basis: Basis
}

const flag =
  (name: { [Key in keyof Situation]-?: Situation[Key] extends boolean | undefined ? Key : never }[keyof Situation]) =>
  (situation: Situation) =>
    situation[name] === true

/** Whether `now` is within a limit from an instant, by the one definition of late: days by the date, hours by the minute. */
const within = ({ calendar, now }: Situation, from: Date | undefined, limit: Limit): boolean =>
  from !== undefined && timelinessOf(now, boundsOf(dueAt(calendar, from, limit, LEGAL_COUNT).due, limit.unit)) !== 'late'

export const GUARDS = {
  identified: {
    holds: flag('isApplicantIdentified'),
    vi: 'Chưa xác định được người nộp hoặc giấy tờ ủy quyền của người nộp.',
    en: 'The applicant, or the authority to act for them, is not established.',
    basis: 'reception',
  },
  'version-in-force': {
    holds: flag('isVersionInForce'),
    vi: 'Thủ tục không còn hiệu lực hoặc không được tiếp nhận tại đây.',
    en: 'The procedure is not in force or not received here.',
    basis: 'reception',
  },
  complete: {
    holds: flag('isComplete'),
    vi: 'Hồ sơ còn thiếu hoặc chưa hợp lệ: hãy yêu cầu bổ sung một lần cho đủ.',
    en: 'The dossier is incomplete: ask once for everything that is missing.',
    basis: 'reception',
  },
  'faults-marked': {
    holds: flag('areFaultsMarked'),
    vi: 'Hãy đánh dấu mọi thành phần, câu trả lời chưa đúng và lý do, tất cả trong một lần yêu cầu.',
    en: 'Mark every wrong component or answer with its reason, all in one request.',
    basis: 'supplementOnce',
  },
  'within-reception-time': {
    holds: (now) => within(now, now.filedAt, RECEIVE_WITHIN.limit) || now.hasLeaderDecision === true,
    vi: 'Đã quá 08 giờ làm việc kể từ khi nhận hồ sơ trực tuyến; yêu cầu bổ sung lúc này cần quyết định của lãnh đạo.',
    en: 'More than eight working hours have passed since the filing; a request now needs a leader’s decision.',
    basis: 'onlineReception',
  },
  'within-supplement-time': {
    holds: (now) => within(now, now.receivedAt, now.askSupplementWithin ?? ASK_SUPPLEMENT_WITHIN.limit) || now.hasLeaderDecision === true,
    vi: 'Đã quá 03 ngày làm việc kể từ ngày tiếp nhận (hoặc thời hạn riêng của thủ tục); yêu cầu bổ sung cần quyết định của lãnh đạo.',
    en: 'More than three working days since reception, or the procedure’s own period; a request needs a leader’s decision.',
    basis: 'supplementAfterReception',
  },
  'first-supplement': {
    holds: (now) =>
      now.hasLeaderDecision === true || (now.supplementRequests !== undefined && now.supplementRequests < SUPPLEMENTS_ALLOWED),
    vi: 'Chỉ được yêu cầu bổ sung một lần; lần thứ hai cần quyết định của lãnh đạo và được thống kê.',
    en: 'A supplement may be asked for once; a second request needs a leader’s decision and is counted.',
    basis: 'supplementOnce',
  },
  'reason-given': {
    holds: flag('hasReason'),
    vi: 'Hãy chọn lý do trong danh mục và ghi rõ nội dung.',
    en: 'Choose a reason from the list and explain it.',
    basis: 'reception',
  },
  'leader-decided': {
    holds: flag('hasLeaderDecision'),
    vi: 'Việc này cần quyết định của lãnh đạo cơ quan có thẩm quyền, kèm lý do.',
    en: 'This needs a decision of the competent agency’s leader, with the reason.',
    basis: 'supplementAfterReception',
  },
  'answer-time-over': {
    holds: (now) =>
      now.supplementAnswerBy !== undefined
        ? localDate(now.now) > localDate(now.supplementAnswerBy)
        : now.supplementAskedAt !== undefined &&
          !within(now, now.supplementAskedAt, now.answerSupplementWithin ?? ANSWER_SUPPLEMENT_WITHIN.limit),
    vi: 'Người nộp còn thời hạn bổ sung (15 ngày làm việc hoặc thời hạn riêng của thủ tục).',
    en: 'The applicant still has time to supplement: 15 working days or the procedure’s own period.',
    basis: 'supplementAnswer',
  },
  'legs-planned': {
    holds: flag('areLegsPlanned'),
    vi: 'Mỗi cơ quan phải có nội dung và thời hạn; bản giấy phải có thứ tự, bản điện tử phải có cơ quan chủ trì.',
    en: 'Each agency needs content and a date; on paper an order, electronically a lead agency.',
    basis: 'interoperation',
  },
  'answers-in': {
    holds: flag('areAnswersIn'),
    vi: 'Còn cơ quan chưa trả lời; cơ quan chủ trì phải quyết định có chờ tiếp hay không.',
    en: 'An agency has not answered yet; the lead agency must decide whether to go on without it.',
    basis: 'consultation',
  },
  'obligation-attached': {
    holds: flag('hasObligationNotice'),
    vi: 'Chưa có thông báo nghĩa vụ tài chính kèm theo.',
    en: 'The notice of the financial obligation is not attached.',
    basis: 'financialObligation',
  },
  'amount-matches': {
    holds: flag('isAmountMatched'),
    vi: 'Số tiền trên chứng từ không khớp với thông báo nghĩa vụ tài chính.',
    en: 'The amount paid is not the amount of the obligation.',
    basis: 'financialObligation',
  },
  'draft-ready': {
    holds: flag('hasDraftResult'),
    vi: 'Chưa có dự thảo kết quả để trình.',
    en: 'There is no draft result to submit.',
    basis: 'assignment',
  },
  approved: {
    holds: flag('isApproved'),
    vi: 'Kết quả chưa được người có thẩm quyền phê duyệt.',
    en: 'The result has not been approved by who is competent.',
    basis: 'assignment',
  },
  'duties-separate': {
    holds: (now) => now.areDutiesSeparate === true || now.isFourOnTheSpot === true,
    vi: 'Người thẩm định không được tự phê duyệt, trừ thủ tục thực hiện “4 tại chỗ”.',
    en: 'Who appraised may not approve, except in the “four on the spot” lane.',
    basis: 'fourOnTheSpot',
  },
  'four-on-the-spot': {
    holds: flag('isFourOnTheSpot'),
    vi: 'Thủ tục này không được giải quyết tại chỗ.',
    en: 'This procedure is not settled on the spot.',
    basis: 'fourOnTheSpot',
  },
  'same-day-procedure': {
    holds: flag('isSameDayProcedure'),
    vi: 'Thủ tục này không thuộc loại giải quyết, trả kết quả ngay.',
    en: 'This procedure is not one that is settled at once.',
    basis: 'sameDay',
  },
  'outside-the-unit': {
    holds: flag('isOutsideTheUnit'),
    vi: 'Thủ tục này phải được tiếp nhận tại Bộ phận Một cửa.',
    en: 'This procedure must be received at the one-stop unit.',
    basis: 'outsideTheUnit',
  },
  'for-another-authority': {
    holds: flag('isForAnotherAuthority'),
    vi: 'Hồ sơ thuộc thẩm quyền của cơ quan đang giữ, không chuyển cho cơ quan khác.',
    en: 'The dossier is within the competence of who has it.',
    basis: 'rightAuthority',
  },
  'not-extended': {
    holds: ({ clock }) => clock !== undefined && clock.extensions < EXTENSIONS_ALLOWED,
    vi: 'Hồ sơ đã được gia hạn một lần.',
    en: 'The dossier has been extended once already.',
    basis: 'extension',
  },
  'a-day-before-due': {
    holds: ({ clock, now }) => clock !== undefined && wholeDaysBefore(now, clock.dueAt) >= EXTEND_DAYS_BEFORE,
    vi: 'Chỉ được gia hạn khi còn ít nhất 01 ngày trước ngày hết hạn; hồ sơ đã sát hoặc quá hạn phải có văn bản xin lỗi.',
    en: 'An extension must come at least one day before the due date; after that an apology is owed.',
    basis: 'extension',
  },
  'new-date-later': {
    holds: ({ clock, newDueAt }) => clock !== undefined && newDueAt !== undefined && newDueAt > clock.dueAt,
    vi: 'Ngày hẹn mới phải sau ngày hẹn đang có.',
    en: 'The new date must be later than the one that counts now.',
    basis: 'extension',
  },
  overdue: {
    holds: ({ clock, now }) => clock !== undefined && isLate(clock, now),
    vi: 'Hồ sơ chưa quá hạn.',
    en: 'The dossier is not overdue.',
    basis: 'apology',
  },
  'apology-owed': {
    holds: flag('isApologyOwed'),
    vi: 'Hồ sơ đã có phiếu xin lỗi, hoặc đã được ghi nhận không phải xin lỗi.',
    en: 'The dossier has its apology, or a record that none is owed.',
    basis: 'apology',
  },
  'not-yet-due': {
    holds: ({ clock }) => clock?.finishedAt !== undefined && clock.finishedAt < clock.dueAt,
    vi: 'Hồ sơ không có kết quả sớm hơn ngày hẹn.',
    en: 'The result did not come before the date promised.',
    basis: 'earlyResult',
  },
  'receiver-known': {
    holds: flag('isReceiverKnown'),
    vi: 'Người nhận chưa xuất trình giấy tiếp nhận, giấy tờ tùy thân hoặc giấy ủy quyền.',
    en: 'The receiver has shown neither receipt, identity paper nor authorisation.',
    basis: 'receiptLost',
  },
  'fees-paid': {
    holds: flag('areFeesPaid'),
    vi: 'Còn phí, lệ phí chưa nộp.',
    en: 'Fees are still to be paid.',
    basis: 'resultReturn',
  },
  'originals-back': {
    holds: flag('areOriginalsBack'),
    vi: 'Bản chính đã thu để đối chiếu phải được trả lại cùng kết quả.',
    en: 'Originals taken for comparison must go back with the result.',
    basis: 'originals',
  },
  'tracking-number': {
    holds: flag('hasTrackingNumber'),
    vi: 'Chưa có số hiệu bưu gửi.',
    en: 'There is no tracking number.',
    basis: 'resultReturn',
  },
  'error-recorded': {
    holds: flag('hasErrorRecord'),
    vi: 'Hãy ghi rõ sai sót của kết quả và cơ quan gây ra.',
    en: 'Record the error of the result and who caused it.',
    basis: 'correction',
  },
  'loss-recorded': {
    holds: flag('hasLossRecord'),
    vi: 'Phải có biên bản về việc mất, hư hỏng.',
    en: 'The loss must be on record.',
    basis: 'lostPapers',
  },
} as const satisfies Record<string, Guard>

export type GuardName = keyof typeof GUARDS

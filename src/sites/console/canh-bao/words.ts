import type { FindingKind, UnmannedReason } from '#modules/watch/index.ts'
import { type Language, words } from '#platform/language.ts'

const kindsVi: Record<FindingKind, string> = {
  'no-next-step': 'Hồ sơ không có bước tiếp theo',
  'task-unmanned': 'Bước không có người xử lý',
  'filing-unseen': 'Hồ sơ trực tuyến chưa ai xem',
  'filing-undecided': 'Hồ sơ trực tuyến quá hạn tiếp nhận',
  'leg-unacknowledged': 'Cơ quan phối hợp chưa xác nhận',
  'outside-overdue': 'Chuyên gia quá hạn trả lời',
  'timer-overdue': 'Hết thời gian chờ mà chưa chạy tiếp',
  'supplement-unclosed': 'Hết hạn bổ sung mà chưa kết thúc',
  'payment-overdue': 'Quá hạn nộp tiền',
  'withdrawal-undecided': 'Yêu cầu rút chưa được trả lời',
  'late-unapologised': 'Quá hạn chưa xin lỗi',
  'message-unsent': 'Thông báo quá hạn gửi',
  'message-failed': 'Thông báo gửi không được',
  'escalation-failed': 'Hồ sơ lỗi, không nhắc việc được',
}

const kindsEn: Record<FindingKind, string> = {
  'no-next-step': 'Dossier without a next step',
  'task-unmanned': 'Step without anybody to do it',
  'filing-unseen': 'Online filing nobody has looked at',
  'filing-undecided': 'Online filing past its reception limit',
  'leg-unacknowledged': 'Other agency has not acknowledged',
  'outside-overdue': 'Expert past the date',
  'timer-overdue': 'Waiting time over, nothing went on',
  'supplement-unclosed': 'Supplement time over, not closed',
  'payment-overdue': 'Payment overdue',
  'withdrawal-undecided': 'Withdrawal not answered',
  'late-unapologised': 'Late without an apology',
  'message-unsent': 'Message past its sending time',
  'message-failed': 'Message that could not be sent',
  'escalation-failed': 'Broken dossier, no reminders',
}

/** What is wrong and what has to be done, in one sentence. */
const reasonsVi: Record<Exclude<FindingKind, 'task-unmanned' | 'escalation-failed'>, string> = {
  'no-next-step': 'Hồ sơ đang mở nhưng không có ai phải làm gì và không chờ người nộp. Mở hồ sơ và quyết định bước tiếp theo.',
  'filing-unseen': 'Đã hơn 2 giờ làm việc mà chưa cán bộ nào mở. Mở hồ sơ và kiểm tra thành phần.',
  'filing-undecided': 'Quá 8 giờ làm việc chưa tiếp nhận, chưa yêu cầu bổ sung, chưa từ chối. Quyết định ngay.',
  'leg-unacknowledged': 'Chuyển đã hơn 2 giờ làm việc mà chưa ai ở cơ quan đó nhận. Gọi cho đầu mối của cơ quan.',
  'outside-overdue': 'Đã quá hạn trả lời. Liên hệ chuyên gia, hoặc đi tiếp không chờ ý kiến.',
  'timer-overdue': 'Thời gian chờ của quy trình đã hết nhưng hồ sơ không tự đi tiếp. Báo quản trị hệ thống.',
  'supplement-unclosed': 'Người nộp không bổ sung trong thời hạn và hồ sơ chưa được kết thúc. Kết thúc và thông báo.',
  'payment-overdue': 'Đã quá ngày phải nộp. Liên hệ người nộp, ghi nhận chứng từ hoặc báo cơ quan giải quyết.',
  'withdrawal-undecided': 'Đã hơn 8 giờ làm việc mà chưa xác nhận cho rút hoặc từ chối.',
  'late-unapologised': 'Hồ sơ quá hạn mà người nộp chưa nhận được văn bản xin lỗi, hẹn lại ngày trả.',
  'message-unsent': 'Đáng lẽ đã phải gửi. Gửi hoặc báo trực tiếp, rồi ghi lại.',
  'message-failed': 'Kênh gửi báo lỗi. Báo người nộp bằng cách khác, rồi ghi lại.',
}

const reasonsEn: typeof reasonsVi = {
  'no-next-step':
    'The dossier is open, yet nobody has to do anything and it does not wait for the applicant. Open it and decide how it goes on.',
  'filing-unseen': 'More than two working hours have passed and no officer has opened it. Open it and check its components.',
  'filing-undecided': 'More than eight working hours have passed without reception, supplement request or refusal. Decide now.',
  'leg-unacknowledged': 'Sent more than two working hours ago, and nobody there has taken it. Call the agency.',
  'outside-overdue': 'The date to answer is over. Call the expert, or go on without the opinion.',
  'timer-overdue': 'The waiting time of the process is over, and the dossier did not go on by itself. Tell the system administrator.',
  'supplement-unclosed': 'The applicant did not complete it in time and it was not closed. Close it and notify.',
  'payment-overdue': 'The day to pay is over. Contact the applicant, record the proof, or tell the settling agency.',
  'withdrawal-undecided': 'More than eight working hours have passed without confirming or declining the withdrawal.',
  'late-unapologised': 'The dossier is late and the applicant has had no apology with a new date.',
  'message-unsent': 'It should have gone by now. Send it or tell the applicant directly, then record it.',
  'message-failed': 'The channel reported an error. Tell the applicant another way, then record it.',
}

const unmannedVi: Record<UnmannedReason, string> = {
  nobody: 'Hôm nay ở đơn vị không có ai giữ vai trò của bước này.',
  left: 'Người giữ việc đã nghỉ hoặc bị khóa tài khoản.',
  away: 'Người giữ việc vắng mặt và không có ai làm thay.',
  unfit: 'Người giữ việc không còn giữ vai trò của bước này.',
  'unit-closed': 'Đơn vị đã chấm dứt hoạt động.',
}

const unmannedEn: Record<UnmannedReason, string> = {
  nobody: 'Nobody who is there today holds the role of this step at the unit.',
  left: 'The holder has left or is locked.',
  away: 'The holder is away and nobody stands in.',
  unfit: 'The holder no longer has the role of this step.',
  'unit-closed': 'The unit is closed.',
}

const copy = words({
  vi: {
    title: 'Không để hồ sơ bị bỏ quên',
    menu: 'Cảnh báo',
    lead: 'Hồ sơ, bước và thông báo không có người xử lý tiếp theo, hoặc đã quá thời điểm mà việc phải làm chưa làm.',
    broken: (error: string) => `Không dựng lại được hồ sơ từ các hành động của nó (${error}). Báo quản trị hệ thống chạy motcua verify.`,
    every: 'Tất cả',
    filter: 'Loại cảnh báo',
    what: 'Cảnh báo',
    about: 'Hồ sơ, bước',
    why: 'Vì sao, cần làm gì',
    since: 'Từ',
    who: 'Người phải xử lý',
    act: 'Xử lý',
    nobody: 'Chưa có người đứng đầu',
    reassign: 'Giao lại',
    reassignOf: (code: string) => `Giao lại bước của hồ sơ ${code}`,
    deliver: 'Xem thông báo',
    open: 'Mở hồ sơ',
    apologise: 'Xin lỗi',
    none: 'Không có gì bị bỏ quên.',
    noneHint: 'Mọi hồ sơ, bước và thông báo của đơn vị đều có người xử lý và thời hạn.',
    noun: 'cảnh báo',
  },
  en: {
    title: 'No dossier is forgotten',
    menu: 'Alerts',
    lead: 'Dossiers, steps and messages without a next actor, or past the time at which something had to be done.',
    broken: (error: string) =>
      `The dossier cannot be computed from its actions (${error}). Ask the system administrator to run motcua verify.`,
    every: 'All',
    filter: 'Kind of alert',
    what: 'Alert',
    about: 'Dossier, step',
    why: 'Why, and what to do',
    since: 'Since',
    who: 'Who has to act',
    act: 'Act',
    nobody: 'No head yet',
    reassign: 'Reassign',
    reassignOf: (code: string) => `Reassign the step of dossier ${code}`,
    deliver: 'See the message',
    open: 'Open the dossier',
    apologise: 'Apologise',
    none: 'Nothing is forgotten.',
    noneHint: 'Every dossier, step and message of the unit has somebody to act and a date.',
    noun: 'alerts',
  },
})

const kinds = words({ vi: kindsVi, en: kindsEn })
const reasons = words({ vi: reasonsVi, en: reasonsEn })
const unmanned = words({ vi: unmannedVi, en: unmannedEn })

export const watchWords = (language: Language) => ({
  ...copy(language),
  kinds: kinds(language),
  reasons: reasons(language),
  unmanned: unmanned(language),
})

export type WatchText = ReturnType<typeof watchWords>

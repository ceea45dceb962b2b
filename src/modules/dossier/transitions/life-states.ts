/** Every state a dossier can be in (domain.md §2.2), as officers read it, with its national code and what its clock does meanwhile. */
import type { ClockStanding } from '../clock/entries.ts'

/** National status codes (trạng thái hồ sơ, domain.md §2.1). */
export type NationalCode = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10

/** reception: the eight working hours of an online filing · ended: the legal clock has ended, with a result or without. */
export type StateClock = 'none' | 'reception' | Exclude<ClockStanding, 'finished'> | 'ended'

export interface LifeStateData {
  vi: string
  en: string
  /** Absent before the dossier exists for others. */
  national?: NationalCode
  clock: StateClock
}

export const LIFE_STATES = {
  DRAFT: { vi: 'Lưu nháp', en: 'Draft', clock: 'none' },
  AWAITING_RECEPTION: { vi: 'Chờ tiếp nhận', en: 'Awaiting reception', national: 1, clock: 'reception' },
  AWAITING_INTAKE_SUPPLEMENT: {
    vi: 'Chờ bổ sung (trước tiếp nhận)',
    en: 'Awaiting a supplement before reception',
    national: 5,
    clock: 'none',
  },
  RESUBMITTED_AWAITING_RECEPTION: {
    vi: 'Đã bổ sung, chờ tiếp nhận',
    en: 'Supplemented, awaiting reception',
    national: 1,
    clock: 'reception',
  },
  NOT_ACCEPTED: { vi: 'Không tiếp nhận', en: 'Not accepted', national: 3, clock: 'none' },
  RECEIVED: { vi: 'Đã tiếp nhận', en: 'Received', national: 2, clock: 'running' },
  FORWARDED: { vi: 'Đã chuyển cơ quan giải quyết', en: 'Forwarded', national: 4, clock: 'running' },
  AWAITING_ASSIGNMENT: { vi: 'Chờ phân công', en: 'Awaiting assignment', national: 4, clock: 'running' },
  IN_APPRAISAL: { vi: 'Đang thẩm định', en: 'In appraisal', national: 4, clock: 'running' },
  IN_VERIFICATION: { vi: 'Đang thẩm tra, xác minh', en: 'In verification', national: 4, clock: 'running' },
  IN_CONSULTATION: { vi: 'Đang lấy ý kiến cơ quan liên quan', en: 'In consultation', national: 4, clock: 'running' },
  INTEROPERATING: { vi: 'Đang thực hiện liên thông', en: 'With other agencies', national: 4, clock: 'running' },
  AWAITING_SUPPLEMENT: { vi: 'Chờ bổ sung (sau tiếp nhận)', en: 'Awaiting a supplement', national: 5, clock: 'stopped' },
  AWAITING_PAYMENT_NOTICE: {
    vi: 'Chờ thông báo nghĩa vụ tài chính',
    en: 'Awaiting the notice of financial obligation',
    national: 4,
    clock: 'running',
  },
  AWAITING_PAYMENT: {
    vi: 'Tạm dừng chờ thực hiện nghĩa vụ tài chính',
    en: 'Paused for the financial obligation',
    national: 6,
    clock: 'paused',
  },
  AWAITING_SIGNATURE: { vi: 'Chờ ký duyệt', en: 'Awaiting signature', national: 4, clock: 'running' },
  AWAITING_ISSUE: { vi: 'Chờ phát hành', en: 'Awaiting issue', national: 4, clock: 'running' },
  WITHDRAWAL_REQUESTED: { vi: 'Yêu cầu rút hồ sơ', en: 'Withdrawal requested', national: 7, clock: 'frozen' },
  STOPPED_BY_APPLICANT: { vi: 'Dừng theo đề nghị của người nộp', en: 'Stopped at the applicant’s request', national: 8, clock: 'ended' },
  CLOSED_NO_SUPPLEMENT: { vi: 'Đóng hồ sơ do không bổ sung', en: 'Closed for want of a supplement', national: 8, clock: 'ended' },
  UNRESOLVABLE: { vi: 'Không xử lý được', en: 'Cannot be settled', national: 8, clock: 'ended' },
  REFUSED_AFTER_APPRAISAL: {
    vi: 'Từ chối giải quyết (có văn bản), chờ trả',
    en: 'Refused in writing, to be returned',
    national: 9,
    clock: 'ended',
  },
  RESULT_AVAILABLE: { vi: 'Có kết quả, chờ trả', en: 'Result available', national: 9, clock: 'ended' },
  POSTING: { vi: 'Đang chuyển trả qua bưu chính công ích', en: 'On its way by post', national: 9, clock: 'ended' },
  RESULT_RETURNED: { vi: 'Đã trả kết quả', en: 'Result returned', national: 10, clock: 'ended' },
  /** Keeps 10: for the country the dossier is done, the correction has a clock of its own. */
  CORRECTING: { vi: 'Đính chính, cấp lại do sai sót của cơ quan', en: 'Being corrected', national: 10, clock: 'ended' },
} as const satisfies Record<string, LifeStateData>

export type LifeState = keyof typeof LIFE_STATES

export const LIFE_STATE_NAMES = Object.keys(LIFE_STATES) as LifeState[]

export const nationalCodeOf = (state: LifeState): NationalCode | undefined => (LIFE_STATES[state] as LifeStateData).national

export const statesWith = (...clocks: readonly StateClock[]): LifeState[] =>
  LIFE_STATE_NAMES.filter((state) => clocks.includes(LIFE_STATES[state].clock))

/** domain.md §2.1, in the words of the national system. */
export const NATIONAL_CODES: Record<NationalCode, { vi: string; en: string }> = {
  1: { vi: 'Mới đăng ký', en: 'Registered' },
  2: { vi: 'Được tiếp nhận', en: 'Received' },
  3: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  4: { vi: 'Đang xử lý', en: 'In progress' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement requested' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Financial obligation requested' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawal requested' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Settled' },
  10: { vi: 'Đã trả kết quả', en: 'Result returned' },
}

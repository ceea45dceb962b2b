/** Why an entry cannot be made to a clock, in words with the article; the one place that says so, for actions, pages and the reading of old lists alike. */
import { localDate } from '#platform/text/dates.ts'
import { boundsOf, timelinessOf } from '../timeliness.ts'
import type { Clock } from './clock.ts'
import { type ClockFact, PAUSES, type PauseReason } from './entries.ts'
import type { Basis } from './law.ts'
import { EXTEND_DAYS_BEFORE, EXTENSIONS_ALLOWED } from './limits.ts'

export type ClockRefusalCode =
  | 'not-started'
  | 'already-started'
  | 'already-finished'
  | 'before-last-entry'
  | 'reason-does-not-pause'
  | 'already-held'
  | 'law-not-cited'
  | 'not-held'
  | 'other-hold-first'
  | 'must-restart'
  | 'must-resume'
  | 'held'
  | 'extended-before'
  | 'too-late-to-extend'
  | 'not-later'

export interface ClockRefusal {
  code: ClockRefusalCode
  vi: string
  en: string
  basis: Basis
}

const DAY_MS = 86_400_000

/** Undefined when the entry can be made at `at`. */
export function refuseEntry(clock: Clock | undefined, fact: ClockFact, at: Date): ClockRefusal | undefined {
  if (fact.entry === 'start') return clock ? refusal('already-started') : undefined
  if (!clock) return refusal('not-started')
  if (clock.standing === 'finished') return refusal('already-finished')
  if (at < clock.lastEntryAt) return refusal('before-last-entry')
  const innermost = clock.holds.findLast(({ to }) => to === undefined)
  switch (fact.entry) {
    case 'pause':
      return refusePause(fact, innermost?.reason)
    case 'resume':
    case 'restart': {
      if (!innermost) return refusal('not-held')
      if (innermost.reason !== fact.reason) return refusal('other-hold-first')
      if (PAUSES[innermost.reason].goesOnBy !== fact.entry) return refusal(fact.entry === 'resume' ? 'must-restart' : 'must-resume')
      return undefined
    }
    case 'extend':
      return refuseExtension(clock, new Date(fact.dueAt), at)
    case 'finish':
      return innermost && (fact.reason === 'result' || fact.reason === 'refused') ? refusal('held') : undefined
  }
}

/** Whether the due date that counts has passed at `at`, by the one definition of late. A date that has passed stands: no pause, recount or extension moves it. */
export const isPastDue = ({ dueAt, promise }: Pick<Clock, 'dueAt' | 'promise'>, at: Date): boolean =>
  timelinessOf(at, boundsOf(dueAt, promise.limit.unit)) === 'late'

/** A withdrawal may come on top of any standstill; nothing else may. */
function refusePause(fact: Extract<ClockFact, { entry: 'pause' }>, held: PauseReason | undefined): ClockRefusal | undefined {
  if (!Object.hasOwn(PAUSES, fact.reason)) return refusal('reason-does-not-pause')
  if (held !== undefined && (fact.reason !== 'withdrawal' || held === 'withdrawal')) return refusal('already-held')
  if (fact.reason === 'sector-law' && !fact.text?.trim()) return refusal('law-not-cited')
  return undefined
}

function refuseExtension(clock: Clock, dueAt: Date, at: Date): ClockRefusal | undefined {
  if (clock.standing !== 'running') return refusal('held')
  if (clock.extensions >= EXTENSIONS_ALLOWED) return refusal('extended-before')
  if (wholeDaysBefore(at, clock.dueAt) < EXTEND_DAYS_BEFORE) return refusal('too-late-to-extend')
  return dueAt > clock.dueAt ? undefined : refusal('not-later')
}

/** Calendar days from the local date of one instant to that of another. */
export const wholeDaysBefore = (at: Date, dueAt: Date): number => (Date.parse(localDate(dueAt)) - Date.parse(localDate(at))) / DAY_MS

const refusal = (code: ClockRefusalCode): ClockRefusal => ({ code, ...REFUSALS[code] })

const REFUSALS: Record<ClockRefusalCode, Omit<ClockRefusal, 'code'>> = {
  'not-started': { vi: 'Thời hạn chưa bắt đầu được tính.', en: 'The clock has not started.', basis: 'reception' },
  'already-started': { vi: 'Thời hạn đã bắt đầu được tính từ trước.', en: 'The clock has started already.', basis: 'reception' },
  'already-finished': {
    vi: 'Việc giải quyết đã kết thúc nên thời hạn không còn thay đổi.',
    en: 'The settlement has ended, so its clock no longer changes.',
    basis: 'control',
  },
  'before-last-entry': {
    vi: 'Thời điểm này sớm hơn lần ghi nhận trước đó của thời hạn.',
    en: 'This moment is earlier than the clock’s last entry.',
    basis: 'control',
  },
  'reason-does-not-pause': {
    vi: 'Lý do này không làm tạm dừng thời hạn: lấy ý kiến, xác minh, liên thông vẫn tính vào thời hạn giải quyết.',
    en: 'This reason does not pause the clock: opinions, verification and other agencies’ parts count towards the limit.',
    basis: 'noPauseForOpinions',
  },
  'already-held': { vi: 'Thời hạn đang tạm dừng.', en: 'The clock is standing still already.', basis: 'houseRule' },
  'law-not-cited': {
    vi: 'Hãy ghi điều khoản của luật chuyên ngành cho phép tạm dừng.',
    en: 'Cite the article of the sector law that allows the pause.',
    basis: 'sectorLaw',
  },
  'not-held': { vi: 'Thời hạn đang được tính, không có gì để tiếp tục.', en: 'The clock is running; nothing is held.', basis: 'houseRule' },
  'other-hold-first': {
    vi: 'Thời hạn đang tạm dừng vì lý do khác; hãy giải quyết lý do đó trước.',
    en: 'The clock stands still for another reason; settle that one first.',
    basis: 'houseRule',
  },
  'must-restart': {
    vi: 'Sau khi bổ sung đủ, thời hạn được tính lại từ đầu chứ không tính tiếp.',
    en: 'After the supplement the limit is counted again from zero, not continued.',
    basis: 'supplementAfterReception',
  },
  'must-resume': {
    vi: 'Lý do tạm dừng này chỉ cho phép tính tiếp thời hạn còn lại, không tính lại từ đầu.',
    en: 'After this pause the clock goes on with the time that was left; it is not counted from zero.',
    basis: 'financialObligation',
  },
  held: { vi: 'Thời hạn đang tạm dừng nên chưa thực hiện được.', en: 'Not possible while the clock stands still.', basis: 'houseRule' },
  'extended-before': { vi: 'Hồ sơ đã được gia hạn một lần.', en: 'The dossier has been extended once already.', basis: 'extension' },
  'too-late-to-extend': {
    vi: 'Chỉ được gia hạn khi còn ít nhất 01 ngày trước ngày hết hạn.',
    en: 'An extension must come at least one day before the due date.',
    basis: 'extension',
  },
  'not-later': {
    vi: 'Ngày hẹn mới phải sau ngày hẹn đang có.',
    en: 'The new date must be later than the one that counts now.',
    basis: 'extension',
  },
}

/**
 * What can be said about a clock. A clock is its list of entries: nothing about it is stored beside them, nothing is inferred from neighbouring actions. The reception,
 * the dossier, each step and each leg at another agency have a clock of the same kind. Entries that promise a date carry the date as it was counted that day, so that a
 * calendar edited later moves no promise; `recountClock` counts them again and says what differs.
 */
import { words } from '#platform/language.ts'
import type { TimePromise } from '../facts.ts'
import type { Basis } from './law.ts'

/** reception: 8 working hours to decide on an online filing · dossier: the legal limit · step: of the internal process · leg: of another agency, never stops the dossier. */
export type ClockSubject = 'reception' | 'dossier' | 'step' | 'leg'

export type StartReason = 'filed' | 'received' | 'step-opened' | 'request-sent'
export type PauseReason = 'supplement' | 'financial-obligation' | 'withdrawal' | 'sector-law'
export type FinishReason =
  | 'accepted'
  | 'not-accepted'
  | 'supplement-asked'
  | 'result'
  | 'refused'
  | 'withdrawn'
  | 'unanswered'
  | 'unresolvable'
  | 'step-done'
  | 'answered'

interface Grounds {
  basis: Basis
  /** What a person adds to the reason: why it is late, which sector law. */
  text?: string
}

export type ClockFact = Grounds &
  (
    | { entry: 'start'; reason: StartReason; promise: TimePromise }
    | { entry: 'pause'; reason: PauseReason }
    /** `legalDueAt` only where an extension has set the two apart. */
    | { entry: 'resume'; reason: PauseReason; dueAt: string; legalDueAt?: string }
    | { entry: 'restart'; reason: 'supplement'; promise: TimePromise }
    | { entry: 'extend'; reason: 'extension'; dueAt: string }
    | { entry: 'finish'; reason: FinishReason }
  )

export type EntryKind = ClockFact['entry']

/** A fact of the clock with its moment and author, as in the dossier's list of actions. */
export type ClockEntry = ClockFact & { at: Date; actorKind: string; actorId: number | null }

/** The form in which a clock's fact stands in a dossier's list of actions. `number`: of the step's task or of the leg. */
export type ClockAction = ClockFact & { kind: 'clock'; of: ClockSubject; number?: number }

/** How a clock stands. */
export type ClockStanding = 'running' | 'paused' | 'stopped' | 'frozen' | 'finished'

/** What stops a clock, how it goes on, and whose time it is meanwhile. A reason that is not here stops nothing (NĐ 61/2018 art. 19(5)–(7)). */
export const PAUSES = {
  /** The limit is counted from zero when the dossier is complete. */
  supplement: { standing: 'stopped', goesOnBy: 'restart', payer: 'applicant', basis: 'supplementAfterReception' },
  'financial-obligation': { standing: 'paused', goesOnBy: 'resume', payer: 'payment', basis: 'financialObligation' },
  withdrawal: { standing: 'frozen', goesOnBy: 'resume', payer: 'applicant', basis: 'withdrawal' },
  /** Force majeure, a court's order: only with the article of the sector law in `text`. */
  'sector-law': { standing: 'paused', goesOnBy: 'resume', payer: 'other-agency', basis: 'sectorLaw' },
} as const satisfies Record<
  PauseReason,
  { standing: ClockStanding; goesOnBy: 'resume' | 'restart'; payer: 'applicant' | 'payment' | 'other-agency'; basis: Basis }
>

export const entryWords = words({
  vi: {
    start: 'Bắt đầu tính thời hạn',
    pause: 'Tạm dừng tính thời hạn',
    resume: 'Tiếp tục tính thời hạn',
    restart: 'Tính lại thời hạn từ đầu',
    extend: 'Gia hạn',
    finish: 'Kết thúc tính thời hạn',
  },
  en: {
    start: 'Clock starts',
    pause: 'Clock pauses',
    resume: 'Clock goes on',
    restart: 'Clock counts again from zero',
    extend: 'Extended',
    finish: 'Clock ends',
  },
})

export const standingWords = words({
  vi: {
    running: 'Đang tính',
    paused: 'Tạm dừng',
    stopped: 'Dừng chờ bổ sung',
    frozen: 'Chờ quyết định rút hồ sơ',
    finished: 'Đã kết thúc',
  },
  en: { running: 'Running', paused: 'Paused', stopped: 'Stopped for a supplement', frozen: 'Frozen by a withdrawal', finished: 'Ended' },
})

export const pauseWords = words({
  vi: {
    supplement: 'Chờ bổ sung hồ sơ',
    'financial-obligation': 'Chờ thực hiện nghĩa vụ tài chính',
    withdrawal: 'Người nộp đề nghị rút hồ sơ',
    'sector-law': 'Tạm dừng theo luật chuyên ngành',
  },
  en: {
    supplement: 'Waiting for the supplement',
    'financial-obligation': 'Waiting for the financial obligation',
    withdrawal: 'The applicant asked to withdraw',
    'sector-law': 'Paused under a sector law',
  },
})

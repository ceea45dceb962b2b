/** What a transition is. The table is `table.ts`; what may be done now is `allowed.ts`. */
import type { ClockSubject, EntryKind, FinishReason, PauseReason, StartReason } from '../clock/entries.ts'
import type { Basis } from '../clock/law.ts'
import type { GuardName } from './guards.ts'
import type { PaperKey } from './legal-profiles.ts'
import type { LifeState } from './life-states.ts'
import type { TransitionRight } from './rights.ts'

/** The rows of domain.md §2.3. A row that is several steps is several transitions. */
export type TransitionRow = `T${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23}`

/** What a transition does to a clock. `open`: whichever of the reception's and the dossier's clocks has not ended; where none has, nothing. */
export interface TransitionClock {
  clock: ClockSubject | 'open'
  entry: EntryKind
  reason: StartReason | PauseReason | FinishReason | 'extension'
}

export type TransitionActor = keyof typeof ACTORS

export interface Transition {
  id: string
  row: TransitionRow
  vi: string
  en: string
  /** `nothing`: there is no dossier yet. */
  from: readonly (LifeState | 'nothing')[]
  /** `same`: the state stays · `before`: back to where the dossier was when it was interrupted. */
  to: LifeState | 'same' | 'before'
  /** The state left is where `before` goes back to. */
  interrupts?: true
  actors: readonly TransitionActor[]
  right: TransitionRight
  guards: readonly GuardName[]
  papers: readonly PaperKey[]
  clock: readonly TransitionClock[]
  basis: Basis
  /** Why it cannot be done in another state. */
  elsewhere: { vi: string; en: string }
}

/** domain.md §10.6. */
export const ACTORS = {
  applicant: { vi: 'Người nộp, người được ủy quyền', en: 'Applicant or authorised person' },
  receptionist: { vi: 'Cán bộ tiếp nhận', en: 'Receptionist' },
  'one-stop-unit': { vi: 'Bộ phận Một cửa', en: 'One-stop unit' },
  'return-officer': { vi: 'Cán bộ trả kết quả', en: 'Result officer' },
  'unit-head': { vi: 'Lãnh đạo phòng', en: 'Head of division' },
  specialist: { vi: 'Chuyên viên thụ lý', en: 'Specialist' },
  leader: { vi: 'Lãnh đạo cơ quan có thẩm quyền', en: 'Leader of the competent agency' },
  clerk: { vi: 'Văn thư', en: 'Clerk' },
  'other-agency': { vi: 'Cơ quan phối hợp, liên thông', en: 'Coordinating agency' },
  tax: { vi: 'Cơ quan thuế', en: 'Tax agency' },
  post: { vi: 'Bưu chính công ích', en: 'Post' },
  system: { vi: 'Hệ thống', en: 'System' },
} as const

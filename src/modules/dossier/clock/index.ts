/** The clock of reception, dossier, step and leg as a log, and what is derived from it. The door of this folder inside the module. */
export { type Bar, type BarPart, barOf } from './bar.ts'
export {
  type Charge,
  type ChargedPart,
  charge,
  NOBODY,
  type Payer,
  type PayerKind,
  type PayerSum,
  type Span,
  sumsByKind,
  sumsByPayer,
  sumsByUnit,
} from './charge.ts'
export { type Appointment, afterEntry, type Clock, clockOf, type Hold, isRunning, openHolds, type Run } from './clock.ts'
export { type ClockMove, clockFactsIn, entriesOf } from './clock-facts.ts'
export { countPromise, extendFact, followingFact, pauseFact, recountClock, restartFact, resumeFact, startFact } from './count.ts'
export {
  type ClockAction,
  type ClockEntry,
  type ClockFact,
  type ClockStanding,
  type ClockSubject,
  type EntryKind,
  entryWords,
  type FinishReason,
  PAUSES,
  type PauseReason,
  pauseWords,
  type StartReason,
  standingWords,
} from './entries.ts'
export { type Basis, cite, type Evidence, LAW, type LegalBasis } from './law.ts'
export {
  ACKNOWLEDGE_WITHIN,
  ANSWER_SUPPLEMENT_WITHIN,
  ASK_SUPPLEMENT_WITHIN,
  EXTENSIONS_ALLOWED,
  FORWARD_CUTOFF,
  LEGAL_COUNT,
  type LegalLimit,
  RECEIVE_WITHIN,
  SUPPLEMENTS_ALLOWED,
} from './limits.ts'
export { OWED_RULE, type Owed, overruns, owedBy } from './owed.ts'
export { type ClockReading, isLate, judgedAt, lateMinutes, readClock } from './read.ts'
export { type ClockRefusal, type ClockRefusalCode, isPastDue, refuseEntry } from './refuse-entry.ts'
export { type Holding, holdingsOf, spansOf } from './spans.ts'
export { type JudgedDossier, VERDICT_RULES, type Verdict, type VerdictRule, verdictBy } from './verdict.ts'

/** The legal life of a dossier as data: states, transitions, guards, papers. The door of this folder inside the module. */
export { allowedFrom, move, NOWHERE, type Position, positionAfter, refusalOf, refusalsOf, type TransitionRefusal } from './allowed.ts'
export {
  DELIVERY_STATES,
  type DeliveryState,
  DIMENSIONS,
  type Dimension,
  EXCHANGE_STATES,
  type ExchangeState,
  FINANCIAL_STATES,
  type FinancialState,
  mayMove,
} from './dimensions.ts'
export { transitionsDocument } from './document.ts'
export { GUARDS, type Guard, type GuardName, type Situation } from './guards.ts'
export {
  formIn,
  LEGAL_PROFILES,
  type LegalProfile,
  legalProfileOn,
  type NumberedForm,
  type NumberedPaper,
  OTHER_PAPERS,
  type OtherPaper,
  type PaperKey,
} from './legal-profiles.ts'
export {
  LIFE_STATE_NAMES,
  LIFE_STATES,
  type LifeState,
  type LifeStateData,
  NATIONAL_CODES,
  type NationalCode,
  nationalCodeOf,
  type StateClock,
  statesWith,
} from './life-states.ts'
export { isNationalSequence } from './national.ts'
export { isPaperKey, PAPER_KEYS, paperNameIn } from './paper-names.ts'
export type { TransitionRight } from './rights.ts'
export { TRANSITIONS, type TransitionId, transitionById } from './table.ts'
export { ACTORS, type Transition, type TransitionActor, type TransitionClock, type TransitionRow } from './transition.ts'

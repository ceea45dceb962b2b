export { appendFacts, firstFacts, type HeldDossier, holdDossier, insertActions, nextFacts, readActions } from './append.ts'
export { CHAIN_START, canonical, linkHash } from './chain.ts'
export * from './clock/index.ts'
export { type DossierCode, formatDossierCode, issueDossierCode, parseDossierCode } from './code.ts'
export { dossierErrors } from './errors.ts'
export type {
  AskedKind,
  Channel,
  DossierAction,
  DossierFact,
  FactOf,
  OpenedTask,
  ReturnMethod,
  StepKind,
  TaskKind,
  TimePromise,
  TransitionFact,
  Verdict as AppraisalVerdict,
  Way,
} from './facts.ts'
export { CHARGEABLE } from './facts.ts'
export { handBackOriginals } from './hand-back.ts'
export { inForce, takenBack } from './in-force.ts'
export { type Light, type LightThresholds, lightOf, type Usage, usedShareOf } from './light.ts'
export { type PublicContext, type PublicTimeline, publicTimeline } from './public-timeline.ts'
export {
  type DossierComponent,
  type DossierDetail,
  type DossierDocument,
  type DossierParty,
  type DossierResult,
  type DossierReturn,
  type DossierUnit,
  getDossier,
  type Reader,
} from './queries/dossier.ts'
export { findDossierId, getDossierCode, getDossierId } from './queries/dossier-id.ts'
export { type DossierLine, type DossierListing, listDossiers } from './queries/list-dossiers.ts'
export { mayRead } from './queries/may-read.ts'
export { type OpenDossierClock, openClocks } from './queries/open-clocks.ts'
export { type DossierStanding, findDossierStanding, findPublicDossier, type PublicDossier } from './queries/public-dossier.ts'
export { getReason, type Reason, type ReasonKind, reasonsOf } from './queries/reasons.ts'
export { timelineNames } from './queries/timeline-names.ts'
export { dossierRights } from './rights.ts'
export {
  apply,
  type DossierState,
  dossierState,
  getPromise,
  hasEnded,
  type OpenStep,
  type Outcome,
  pausedSince,
  projection,
  promiseOf,
} from './state.ts'
export { namedIn, type TimelineEntry, type TimelineNames, timelineOf } from './timeline.ts'
export { type Bounds, boundsOf, type DueStanding, TIMELINESS_RULE, type Timeliness, timelinessOf } from './timeliness.ts'
export * from './transitions/index.ts'
export {
  channelWords,
  nationalStatusWords,
  outcomeWords,
  proofWords,
  returnMethodWords,
  stateWords,
  stepKindWords,
  timelinessWords,
} from './words.ts'

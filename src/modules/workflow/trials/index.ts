/** Tests of processes, written by their administrator. The door of this folder inside the module. */
export { RecordTrial, recordTrial } from './actions/record-trial.ts'
export { rerunTrials, runTrials } from './actions/run-trials.ts'
export { deleteTrial, editTrial, saveTrial } from './actions/save-trial.ts'
export { StartTrial, startTrial } from './actions/start-trial.ts'
export { assertionsOf, isTrue } from './check.ts'
export type { Observation, OpenSeen } from './observe.ts'
export { type PossibleAct, possibleActs } from './possible-acts.ts'
export { findTrialVersion, getTrialVersion, type TrialVersion, trialSetting } from './queries/setting.ts'
export {
  getTrial,
  type RedTrial,
  redTrials,
  type Trial,
  type TrialLine,
  type TrialStanding,
  trialLines,
  trialsOf,
} from './queries/trials.ts'
export { type Replay, replay, type StepResult } from './replay.ts'
export { sayAct, sayAssertion, sayFound } from './say.ts'
export { Assertion, keyOf, MAX_STEPS, MAX_TRIAL_LEGS, TrialAct, type TrialStep } from './trial.ts'
export type { TrialSetting } from './trial-dossier.ts'

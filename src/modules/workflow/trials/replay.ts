/** Lets a trial live on a process: each act in its moment, and whether what was asserted after it is true. Pure; the same trial in the same setting always ends the same. */
import type { HeldDossier } from '#modules/dossier/index.ts'
import { AppError } from '#platform/errors.ts'
import { workflowErrors } from '../errors.ts'
import { isTrue } from './check.ts'
import { type Observation, observe, toldBy } from './observe.ts'
import { performAct } from './perform-act.ts'
import type { Assertion, TrialStep } from './trial.ts'
import type { TrialSetting } from './trial-dossier.ts'

export interface Replay {
  /** The dossier where the trial ends, or where it could not go on; none when it could not even begin. */
  dossier?: HeldDossier
  steps: StepResult[]
  isGreen: boolean
}

export interface StepResult {
  step: TrialStep
  /** Nothing where the act was refused, or was not come to. */
  seen?: Observation
  /** Why the act could not be done. */
  refusal?: AppError
  checks: { assertion: Assertion; isGreen: boolean }[]
}

export function replay(setting: TrialSetting, steps: readonly TrialStep[]): Replay {
  const results: StepResult[] = []
  let dossier: HeldDossier | undefined
  let isStopped = false
  for (const step of steps) {
    if (isStopped) {
      results.push({ step, checks: step.assertions.map((assertion) => ({ assertion, isGreen: false })) })
      continue
    }
    const before = dossier
    const done = attemptAct(setting, before, step, results.at(-1)?.step.at)
    if (done instanceof AppError) {
      isStopped = true
      results.push({ step, refusal: done, checks: step.assertions.map((assertion) => ({ assertion, isGreen: false })) })
      continue
    }
    dossier = done
    const seen = observe(done, setting, toldBy(step.act, before, done))
    results.push({ step, seen, checks: step.assertions.map((assertion) => ({ assertion, isGreen: isTrue(assertion, seen) })) })
  }
  return { dossier, steps: results, isGreen: !isStopped && results.every(({ checks }) => checks.every(({ isGreen }) => isGreen)) }
}

function attemptAct(
  setting: TrialSetting,
  before: HeldDossier | undefined,
  { at, act }: TrialStep,
  last: string | undefined,
): HeldDossier | AppError {
  try {
    if (last !== undefined && Date.parse(at) < Date.parse(last)) return workflowErrors.fail('workflow.trial-back-in-time')
    return performAct(setting, before, act, new Date(at))
  } catch (error) {
    if (error instanceof AppError) return error
    // What the engine, the clock or the state will not take is a fault of the process or of the trial, not of the program: it is shown where it happened.
    if (error instanceof Error) return new AppError('workflow.trial-broken', { parameters: { reason: error.message } })
    throw error
  }
}

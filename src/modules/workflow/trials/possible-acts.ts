/** What can be done with a trial dossier now, and why what is near cannot: each act is tried, so that nothing is offered that would be refused. Pure. */
import { type HeldDossier, transitionById } from '#modules/dossier/index.ts'
import { AppError } from '#platform/errors.ts'
import { openCorrection } from '../correction-facts.ts'
import { nodeOf, waysBack } from '../graph/runnable.ts'
import { legsByHand, openLegsByHand } from '../legs-by-hand.ts'
import { openTasks, type Task, tasksOf } from '../tasks.ts'
import { performAct } from './perform-act.ts'
import { isAsking, TRIAL_TRANSITIONS, type TrialAct, type TrialLeg } from './trial.ts'
import type { TrialSetting } from './trial-dossier.ts'

export interface PossibleAct {
  act: TrialAct
  /** Name of the step that is done, or that it goes back to. */
  step?: string
  refusal?: AppError
}

export function possibleActs(setting: TrialSetting, dossier: HeldDossier | undefined, now: Date): PossibleAct[] {
  if (!dossier) return []
  return candidates(setting, dossier).map(({ act, step }) => tried(setting, dossier, act, step, now))
}

function candidates(setting: TrialSetting, dossier: HeldDossier): Omit<PossibleAct, 'refusal'>[] {
  const { state } = dossier.state
  const isReceived = dossier.state.processId !== undefined
  const open = openTasks(dossier.actions)
  const isDrafting = open.some(({ kind }) => kind === 'appraisal' || kind === 'review') && !dossier.state.finishedAt
  return [
    ...(isReceived ? [] : [{ act: { kind: 'receive', forwards: true } } as const]),
    ...open.flatMap((task) => actsOn(setting, task)),
    ...answersOf(dossier),
    ...(openCorrection(dossier.actions) ? [{ act: { kind: 'issue-correction' } } as const] : []),
    ...(isDrafting ? [{ act: { kind: 'prepare-result' } } as const] : []),
    ...(dossier.state.finishedAt ? [] : open.flatMap((task) => waysBackFrom(setting, dossier, task))),
    ...TRIAL_TRANSITIONS.filter((id) => transitionById(id).from.includes(state)).map((id) => ({ act: transitionAct(id, dossier) })),
  ]
}

function actsOn({ process }: TrialSetting, { kind, node, leg, stepName }: Task): Omit<PossibleAct, 'refusal'>[] {
  if (node === undefined || kind === 'timer') return []
  const step = stepName
  if (kind === 'issue' || kind === 'return') return [{ act: { kind, node }, step }]
  const complete = { kind: 'complete', node, ...(leg === undefined ? {} : { leg }) } as const
  const [way] = nodeOf(process.runnable, node).out
  const leads = way?.to.join?.mode.kind === 'lead' && way.to.join.mode.branch === way.branch
  const asksVerdict = kind === 'appraisal' && JSON.stringify(process.graph.flows).includes('"verdict"')
  return [
    ...(asksVerdict ? (['fit', 'unfit'] as const).map((verdict) => ({ act: { ...complete, verdict }, step })) : [{ act: complete, step }]),
    ...(leads ? [{ act: { ...complete, goesOn: true } as const, step }] : []),
  ]
}

/** What was asked for by hand is in; where nobody else is waited for, the next agency's turn may come. */
function answersOf({ actions }: HeldDossier): Omit<PossibleAct, 'refusal'>[] {
  const open = openLegsByHand(actions)
  const all = legsByHand(actions)
  return open.flatMap((task) => {
    const act = { kind: 'answer', leg: all.findIndex(({ number }) => number === task.number) + 1 } as const
    const step = task.stepName
    return open.length === 1 && task.asked !== 'tax'
      ? [
          { act, step },
          { act: { ...act, next: ONE_LEG }, step },
        ]
      : [{ act, step }]
  })
}

function waysBackFrom({ process }: TrialSetting, dossier: HeldDossier, { node, kind }: Task): Omit<PossibleAct, 'refusal'>[] {
  if (node === undefined || kind === 'leg' || kind === 'timer') return []
  const visited = new Set(tasksOf(dossier.actions).flatMap((task) => (task.closedAt ? [task.node] : [])))
  return waysBack(process.runnable, node)
    .filter((toNode) => visited.has(toNode))
    .map((toNode) => ({
      act: { kind: 'send-back', node, toNode },
      step: process.graph.nodes.find(({ id }) => id === toNode)?.name ?? toNode,
    }))
}

/** Of an extension, a date five days later; of what is asked of another agency, five working days: proposals. */
const DAYS_LONGER = 5
const ONE_LEG: TrialLeg = { workingDays: 5 }
const DAY_MS = 86_400_000

function transitionAct(id: (typeof TRIAL_TRANSITIONS)[number], { state }: HeldDossier): TrialAct {
  const dueAt = state.clock?.dueAt
  return {
    kind: 'transition',
    id,
    ...(isAsking(id) ? { legs: [ONE_LEG] } : {}),
    ...(id === 'extend' && dueAt ? { newDueAt: new Date(dueAt.getTime() + DAYS_LONGER * DAY_MS).toISOString() } : {}),
  }
}

/** What is refused for want of a leader's decision is offered with one. */
function tried(setting: TrialSetting, dossier: HeldDossier, act: TrialAct, step: string | undefined, now: Date): PossibleAct {
  const refusal = refusalOfAct(setting, dossier, act, now)
  if (!refusal || act.kind !== 'transition') return { act, step, refusal }
  const decided = { ...act, byLeader: true } as const
  return refusalOfAct(setting, dossier, decided, now) ? { act, step, refusal } : { act: decided, step }
}

function refusalOfAct(setting: TrialSetting, dossier: HeldDossier, act: TrialAct, now: Date): AppError | undefined {
  try {
    performAct(setting, dossier, act, now)
    return undefined
  } catch (error) {
    if (error instanceof AppError) return error
    if (error instanceof Error) return new AppError('workflow.trial-broken', { parameters: { reason: error.message } })
    throw error
  }
}

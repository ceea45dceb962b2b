/**
 * A finished dossier as a trial: what was done with it in its moments, and what was then to be seen. Of people nothing is taken over but that somebody held a step. Pure.
 */
import { type DossierAction, type DossierFact, dossierState, type PaperKey } from '#modules/dossier/index.ts'
import type { DossierUnits } from '../advance.ts'
import type { MessageKind } from '../announce.ts'
import { askedOf } from '../asked.ts'
import type { LaneFill } from '../bindings.ts'
import { workflowErrors } from '../errors.ts'
import { leave } from '../graph/engine.ts'
import type { Process } from '../process.ts'
import { positionOf, type Task, tasksOf } from '../tasks.ts'
import { assertionsOf } from './check.ts'
import { observe, toldBy } from './observe.ts'
import { isPlayed, keyOf, type TrialAct, type TrialStep } from './trial.ts'

export interface RealDossier {
  actions: readonly DossierAction[]
  units: DossierUnits
  returnMethod: string
  /** What it announced; `sequence`: of the last fact before. */
  messages: readonly { kind: MessageKind; sequence: number }[]
}

/** @throws AppError `workflow.trial-unrecordable` where something was done that trials do not play */
export function recordSteps(real: RealDossier, process: Process, fills: ReadonlyMap<string, LaneFill>): TrialStep[] {
  const { actions } = real
  const starts = actions.flatMap((_, index) => {
    const act = actAt(real, process, index)
    return act ? [{ index, act }] : []
  })
  const afterTimers = openedByTimers(actions)
  return starts.map(({ index, act }, at) => {
    const next = starts[at + 1]?.index ?? actions.length
    const first = actions[index]
    if (!first) throw new Error('An act begins with a fact')
    const end = endOf(actions, index, next)
    const before = index === 0 ? undefined : seenAt(actions, index)
    const after = seenAt(actions, end)
    const table = toldBy(act, before, after)
    const group = actions.slice(index, next)
    const laid = new Set(group.flatMap(({ fact }) => (fact.kind === 'paper-issued' ? [fact.form] : [])))
    const [from, to] = [first.sequence, group.at(-1)?.sequence ?? first.sequence]
    const told = {
      papers: table.papers.filter((form: PaperKey) => laid.has(form)),
      messages: real.messages.filter(({ sequence }) => sequence >= from && sequence <= to).map(({ kind }) => kind),
    }
    const assertions = assertionsOf(observe(after, { process, units: real.units, fills }, told))
    const known = assertions.filter((each) => each.kind !== 'step-due' || !afterTimers.has(each.node))
    return { at: first.at.toISOString(), act, assertions: known }
  })
}

/** Steps that a timer opened: the real one ends when the system looks, a few minutes after its time, so their due times say nothing of the process. */
function openedByTimers(actions: readonly DossierAction[]): Set<string> {
  const timers = new Set(
    actions.flatMap(({ fact }) => (fact.kind === 'task-opened' && fact.task.kind === 'timer' ? [fact.task.number] : [])),
  )
  const keys = new Set<string>()
  actions.forEach(({ fact }, index) => {
    if (fact.kind !== 'task-completed' || !timers.has(fact.number)) return
    for (let at = index + 1; actions[at]?.fact.kind === 'task-opened' || actions[at]?.fact.kind === 'task-cancelled'; at += 1) {
      const opened = actions[at]?.fact
      if (opened?.kind === 'task-opened') keys.add(keyOf(opened.task))
    }
  })
  return keys
}

const seenAt = (actions: readonly DossierAction[], end: number) => {
  const until = actions.slice(0, end)
  return { actions: until, state: dossierState(until) }
}

/** What an act brings with it: its clocks, the tasks it opens and closes, the word of an early result. */
function endOf(actions: readonly DossierAction[], start: number, next: number): number {
  let end = start + 1
  while (end < next && isConsequence(actions[end]?.fact)) end += 1
  return end
}

const CONSEQUENCES: ReadonlySet<string> = new Set(['task-opened', 'task-completed', 'task-cancelled', 'clock'])
const isConsequence = (fact: DossierFact | undefined): boolean =>
  fact !== undefined && (CONSEQUENCES.has(fact.kind) || (fact.kind === 'transition' && fact.id === 'announce-early-result'))

/** The act that begins with this fact; nothing for what belongs to an act before it, or is no act of a trial (claims, notes, papers). */
function actAt(real: RealDossier, process: Process, index: number): TrialAct | undefined {
  const { actions } = real
  const fact = actions[index]?.fact
  switch (fact?.kind) {
    case 'filed':
      return { kind: 'file' }
    case 'received':
      return { kind: 'receive', forwards: isForwarded(actions, index) }
    case 'result-prepared':
      return { kind: 'prepare-result' }
    case 'result-issued':
      return { kind: 'issue', node: nodeDone(actions, index) }
    case 'result-returned':
      return { kind: 'return', node: nodeDone(actions, index) }
    case 'task-sent-back':
      return { kind: 'send-back', node: nodeOfTask(actions, fact.number), toNode: fact.toNode ?? unrecordable('…') }
    case 'transition':
      if (fact.id === 'announce-early-result') return undefined
      return transitionAct(actions, index)
    case 'task-opened':
      return fact.task.node === undefined ? unrecordable(fact.task.stepName) : undefined
    case 'task-completed':
      return completion(real, process, index)
    default:
      return undefined
  }
}

function transitionAct(actions: readonly DossierAction[], index: number): TrialAct {
  const fact = actions[index]?.fact
  if (fact?.kind !== 'transition' || !isPlayed(fact.id)) return unrecordable(fact?.kind === 'transition' ? fact.id : '')
  const extended = actions
    .slice(index + 1, index + 3)
    .flatMap((each) => (each.fact.kind === 'clock' && each.fact.entry === 'extend' ? [each.fact.dueAt] : []))[0]
  const number = actions.slice(0, index).filter((each) => each.fact.kind === 'transition' && each.fact.id === fact.id).length
  return {
    kind: 'transition',
    id: fact.id,
    ...(fact.decidedById !== undefined || (fact.id === 'ask-supplement' && number > 0) ? { byLeader: true as const } : {}),
    ...(extended === undefined ? {} : { newDueAt: extended }),
  }
}

/** The reception's step was done in the same moment: its completion follows its opening at once. */
function isForwarded(actions: readonly DossierAction[], index: number): boolean {
  const opened = actions.findIndex(({ fact }, at) => at > index && fact.kind === 'task-opened')
  const [open, done] = [actions[opened], actions[opened + 1]]
  return (
    open?.fact.kind === 'task-opened' &&
    done?.fact.kind === 'task-completed' &&
    done.fact.number === open.fact.task.number &&
    done.at.getTime() === actions[index]?.at.getTime()
  )
}

function completion(real: RealDossier, process: Process, index: number): TrialAct | undefined {
  const { actions, returnMethod } = real
  const [fact, before] = [actions[index]?.fact, actions[index - 1]?.fact]
  if (fact?.kind !== 'task-completed') return undefined
  const isPart = before?.kind === 'result-issued' || before?.kind === 'result-returned' || isOfReception(actions, index)
  if (isPart) return undefined
  const task = taskOf(actions, fact.number)
  if (task.kind === 'timer') return { kind: 'wait' }
  const node = task.node ?? unrecordable(task.stepName)
  const then = { actions: actions.slice(0, index), state: dossierState(actions.slice(0, index)), returnMethod }
  const at = actions[index]?.at ?? new Date(0)
  const alone = leave(process.runnable, positionOf(then.actions), task.number, askedOf(then, at, fact.verdict))
  const wentOn = fact.way !== undefined && JSON.stringify(alone.position) !== JSON.stringify(fact.way.position)
  return {
    kind: 'complete',
    node,
    ...(task.leg === undefined ? {} : { leg: task.leg }),
    ...(fact.verdict ? { verdict: fact.verdict } : {}),
    ...(wentOn ? { goesOn: true as const } : {}),
  }
}

function isOfReception(actions: readonly DossierAction[], index: number): boolean {
  const received = actions.findIndex(({ fact }) => fact.kind === 'received')
  if (received < 0 || !isForwarded(actions, received)) return false
  return actions.findIndex(({ fact }, at) => at > received && fact.kind === 'task-completed') === index
}

function taskOf(actions: readonly DossierAction[], number: number): Task {
  return tasksOf(actions).find((task) => task.number === number) ?? unrecordable(String(number))
}

const nodeOfTask = (actions: readonly DossierAction[], number: number): string =>
  taskOf(actions, number).node ?? unrecordable(String(number))

function nodeDone(actions: readonly DossierAction[], index: number): string {
  const fact = actions[index + 1]?.fact
  return fact?.kind === 'task-completed' ? nodeOfTask(actions, fact.number) : unrecordable('…')
}

const unrecordable = (what: string): never => workflowErrors.fail('workflow.trial-unrecordable', { parameters: { what } })

/**
 * A finished dossier as a trial: what was done with it in its moments, and what was then to be seen. Of people nothing is taken over but that somebody held a step. Pure.
 */
import { type DossierAction, dossierState, type PaperKey } from '#modules/dossier/index.ts'
import type { DossierUnits } from '../advance.ts'
import type { MessageKind } from '../announce.ts'
import { askedOf } from '../asked.ts'
import type { LaneFill } from '../bindings.ts'
import { leave } from '../graph/engine.ts'
import type { Process } from '../process.ts'
import { openTasks, positionOf, type Task } from '../tasks.ts'
import { assertionsOf } from './check.ts'
import { observe, toldBy } from './observe.ts'
import {
  answerBefore,
  CONSEQUENCES,
  isConsequence,
  isOfSystem,
  legNumber,
  legOf,
  openedWith,
  opensNext,
  taskOf,
  unrecordable,
} from './recorded-facts.ts'
import { isAsking, isPlayed, keyOf, keyOfTask, type TrialAct, type TrialStep } from './trial.ts'

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
    const taken = takenByPeople(actions.slice(0, end))
    const known = assertions.filter(
      (each) => !(each.kind === 'step-due' && afterTimers.has(each.node)) && !(each.kind === 'who' && taken.has(each.node)),
    )
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

/** Steps that somebody claimed or was given since they were opened: who has them now is those people's doing, not the process's. */
function takenByPeople(actions: readonly DossierAction[]): Set<string> {
  const numbers = new Set(actions.flatMap(({ fact }) => (BY_PEOPLE.has(fact.kind) && 'number' in fact ? [fact.number] : [])))
  return new Set(openTasks(actions).flatMap((task) => (numbers.has(task.number) ? [keyOfTask(actions, task)] : [])))
}

const BY_PEOPLE: ReadonlySet<string> = new Set(['task-claimed', 'task-handed-over', 'task-released'])

const seenAt = (actions: readonly DossierAction[], end: number) => {
  const until = actions.slice(0, end)
  return { actions: until, state: dossierState(until) }
}

/** What an act brings with it: its clocks, the tasks it opens and closes, the word of an early result. */
function endOf(actions: readonly DossierAction[], start: number, next: number): number {
  let end = start + 1
  while (end < next && isConsequence(actions[end])) end += 1
  return end
}

/** The act that begins with this fact; nothing for what belongs to an act before it, or is no act of a trial (claims, notes, papers). */
function actAt(real: RealDossier, process: Process, index: number): TrialAct | undefined {
  const { actions } = real
  const action = actions[index]
  const fact = action?.fact
  switch (fact?.kind) {
    case 'filed':
      return { kind: 'file' }
    case 'received':
      return { kind: 'receive', forwards: isForwarded(actions, index) }
    case 'result-prepared':
      return { kind: 'prepare-result' }
    case 'result-issued':
      return issueAct(actions, index)
    case 'result-returned':
      return { kind: 'return', node: nodeDone(actions, index) }
    case 'task-sent-back':
      return { kind: 'send-back', node: nodeOfTask(actions, fact.number), toNode: fact.toNode ?? unrecordable('…') }
    case 'transition':
      return action && isOfSystem(action) ? undefined : transitionAct(process, actions, index)
    case 'task-opened':
      return answerBefore(process, actions, index)
    case 'task-completed':
      return completion(real, process, index)
    default:
      return undefined
  }
}

/** Whatever step was open when the result was made and numbered in one act is done by it. */
function issueAct(actions: readonly DossierAction[], index: number): TrialAct {
  const done = actions[index + 1]?.fact
  const task = done?.kind === 'task-completed' ? taskOf(actions, done.number) : undefined
  return task?.kind === 'issue' ? { kind: 'issue', node: nodeDone(actions, index) } : { kind: 'transition', id: 'settle-at-once' }
}

function transitionAct(process: Process, actions: readonly DossierAction[], index: number): TrialAct {
  const fact = actions[index]?.fact
  if (fact?.kind !== 'transition' || !isPlayed(fact.id)) return unrecordable(fact?.kind === 'transition' ? fact.id : '')
  const extended = actions
    .slice(index + 1, index + 3)
    .flatMap((each) => (each.fact.kind === 'clock' && each.fact.entry === 'extend' ? [each.fact.dueAt] : []))[0]
  const number = actions.slice(0, index).filter((each) => each.fact.kind === 'transition' && each.fact.id === fact.id).length
  const opened = openedWith(actions, index)
  const legs = opened.flatMap((task) => (task.asked ? [legOf(process, task)] : []))
  const correction = fact.id === 'begin-correction' ? opened[0]?.promise?.limit.amount : undefined
  if (isAsking(fact.id) && legs.length === 0) return unrecordable(opened[0]?.stepName ?? fact.id)
  return {
    kind: 'transition',
    id: fact.id,
    ...(fact.decidedById !== undefined || (fact.id === 'ask-supplement' && number > 0) ? { byLeader: true as const } : {}),
    ...(extended === undefined ? {} : { newDueAt: extended }),
    ...(legs.length > 0 ? { legs } : {}),
    ...(correction === undefined ? {} : { workingDays: correction }),
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
  const task = taskOf(actions, fact.number)
  if (isPart || opensNext(actions, index - 1) || isEndedBy(actions, index, task)) return undefined
  if (task.kind === 'timer') return { kind: 'wait' }
  if (task.asked) return { kind: 'answer', leg: legNumber(actions, task.number) }
  if (task.kind === 'signature' && task.node === undefined) return { kind: 'issue-correction' }
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

/** The transition before it closed the task itself: the post's word, the tax agency's. */
function isEndedBy(actions: readonly DossierAction[], index: number, { asked, kind }: Task): boolean {
  let at = index - 1
  while (at > 0 && CONSEQUENCES.has(actions[at]?.fact.kind ?? '')) at -= 1
  const head = actions[at]?.fact
  if (head?.kind !== 'transition') return false
  if (head.id === 'post-delivered' || head.id === 'end-correction') return true
  if (head.id === 'settle-on-the-spot') return kind === 'reception'
  return asked === 'tax' && (head.id === 'notify-obligation' || head.id === 'no-obligation')
}

function isOfReception(actions: readonly DossierAction[], index: number): boolean {
  const received = actions.findIndex(({ fact }) => fact.kind === 'received')
  if (received < 0 || !isForwarded(actions, received)) return false
  return actions.findIndex(({ fact }, at) => at > received && fact.kind === 'task-completed') === index
}

const nodeOfTask = (actions: readonly DossierAction[], number: number): string =>
  taskOf(actions, number).node ?? unrecordable(String(number))

function nodeDone(actions: readonly DossierAction[], index: number): string {
  const fact = actions[index + 1]?.fact
  return fact?.kind === 'task-completed' ? nodeOfTask(actions, fact.number) : unrecordable('…')
}

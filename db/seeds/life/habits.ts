/** How the simulated people live: what of the things that may be done they do, how often, and after how long. The rare first: the first that comes to mind is what happens next. */
import { workingMinutesBetween } from '../../../src/modules/calendar/index.ts'
import type { TaskKind, TransitionId } from '../../../src/modules/dossier/index.ts'
import { waitingAt } from '../../../src/modules/workflow/index.ts'
import type { Random } from '../random.ts'
import type { Look } from './act.ts'
import { isLawful, timesMade } from './acts/lawful.ts'
import { taskInView } from './acts/steps.ts'
import type { World } from './world.ts'

export interface Habit {
  act: string
  /** Of the moments at which there is reason to, the part in which it is done. */
  share: number
  /** Whether there is reason to; that it is legal is asked besides. */
  when?(look: Look, world: World): boolean
  /** Working minutes from now, by the calendar of whoever has the dossier. */
  after(look: Look, world: World, random: Random): number
}

const LATE_SHARE = 0.06
/** Of the steps that take too long: those nobody touches for months. */
const STUCK_SHARE = 0.02
const DAY = 8 * 60

const stepKind = (look: Look): TaskKind | undefined => (look.open.length > 0 ? taskInView(look)?.kind : undefined)

/** Since the step was opened. */
const hasDraft = ({ actions }: Look): boolean => {
  const opened = actions.findLastIndex(({ fact }) => fact.kind === 'task-opened')
  return actions.slice(opened).some(({ fact }) => fact.kind === 'result-prepared')
}

const timesSentBack = ({ actions }: Look): number => actions.filter(({ fact }) => fact.kind === 'task-sent-back').length

/** Working minutes that the process gives to the step. */
function limitOf(look: Look, world: World): number {
  const task = taskInView(look)
  if (!task?.node || look.state.processId === undefined) return 2 * DAY
  const { limit } = waitingAt(world.process(look.state.processId), task.node, task.leg)
  return limit.amount * (limit.unit === 'hour' ? 60 : DAY)
}

/** Mostly within the limit, now and then well over it. */
function patience(look: Look, world: World, random: Random): number {
  const minutes = limitOf(look, world)
  if (!random.chance(LATE_SHARE)) return minutes * (0.15 + random.next() * 0.6)
  return minutes * (random.chance(STUCK_SHARE) ? 60 : 1.5 + random.next() * 5)
}

const soon = (look: Look, world: World, random: Random): number => limitOf(look, world) * (0.02 + random.next() * 0.2)

const within =
  (low: number, high: number): Habit['after'] =>
  (_look, _world, random) =>
    random.between(low, high)

/** Most within an hour or two, now and then past the eight hours. */
const atReception: Habit['after'] = (_look, _world, random) => (random.chance(0.04) ? random.between(8, 14) * 60 : random.between(10, 240))

const ANSWERED = 0.75

/** Most of the limit is used and it is not decided. */
function needsMoreTime({ state, now }: Look): boolean {
  const { clock } = state
  if (!clock) return false
  const whole = clock.dueAt.getTime() - clock.startedAt.getTime()
  return whole > 0 && (now.getTime() - clock.startedAt.getTime()) / whole > 0.75
}

/** Nothing has come in between yet. */
const isQuiet = ({ actions }: Look): boolean => !actions.some(({ fact }) => fact.kind === 'clock')

const hasHappened = (look: Look, id: TransitionId): boolean => timesMade(look, id) > 0

export const HABITS: readonly Habit[] = [
  // An apology is owed; a few forget it for weeks.
  { act: 'apologise-late', share: 0.9, when: (look) => !hasHappened(look, 'apologise-late'), after: within(30, 2 * DAY) },
  { act: 'request-withdrawal', share: 0.001_5, when: (look) => look.state.interrupted.length === 0, after: soon },
  { act: 'decline-withdrawal', share: 0.15, after: within(30, 7 * 60) },
  { act: 'confirm-withdrawal', share: 1, after: within(30, 7 * 60) },
  { act: 'stop-unresolvable', share: 0.000_4, after: soon },
  { act: 'accept-supplement', share: 0.78, after: within(1 * DAY, 14 * DAY) },
  { act: 'ask-supplement', share: 0.07, when: (look) => stepKind(look) === 'appraisal' && isQuiet(look), after: soon },
  {
    act: 'ask-supplement-again',
    share: 0.004,
    when: (look) => stepKind(look) === 'appraisal' && hasHappened(look, 'accept-supplement'),
    after: soon,
  },
  { act: 'verified', share: 1, after: within(4 * 60, 3 * DAY) },
  {
    act: 'verify',
    share: 0.03,
    when: (look) => stepKind(look) === 'appraisal' && isQuiet(look) && !hasHappened(look, 'verify'),
    after: soon,
  },
  { act: 'extend', share: 0.25, when: needsMoreTime, after: within(10, 3 * 60) },
  { act: 'refuse-after-appraisal', share: 0.03, when: (look) => stepKind(look) === 'signature', after: patience },
  { act: 'record-loss', share: 0.000_3, after: within(20, 200) },
  { act: 'refuse-filing', share: 0.03, after: atReception },
  { act: 'ask-supplement-before-reception', share: 0.14, after: atReception },
  {
    act: 'ask-again-before-reception',
    share: 0.02,
    when: ({ state }) => state.state === 'RESUBMITTED_AWAITING_RECEPTION',
    after: atReception,
  },
  { act: 'accept-filing', share: 1, after: atReception },
  { act: 'resubmit', share: ANSWERED, after: within(1 * DAY, 13 * DAY) },
  { act: 'send-back', share: 0.05, when: (look) => SENDS_BACK.has(stepKind(look)) && timesSentBack(look) < 2, after: patience },
  { act: 'hand-over', share: 0.01, when: (look) => stepKind(look) === 'appraisal', after: soon },
  {
    act: 'pass-on',
    share: 0.004,
    when: (look) => !hasHappened(look, 'pass-to-right-authority') && !hasHappened(look, 'pass-filing-on'),
    after: within(10, 100),
  },
  { act: 'forward', share: 1, after: within(10, 200) },
  {
    act: 'claim',
    share: 1,
    when: (look) => taskInView(look)?.assigneeId === undefined && taskInView(look)?.node !== undefined,
    after: soon,
  },
  { act: 'prepare-result', share: 1, when: (look) => stepKind(look) === 'appraisal' && !hasDraft(look), after: patience },
  { act: 'notify-obligation', share: 0.85, after: within(1 * DAY, 6 * DAY) },
  { act: 'no-obligation', share: 1, after: within(1 * DAY, 5 * DAY) },
  { act: 'confirm-payment', share: 1, after: within(60, 8 * DAY) },
  { act: 'ask-tax', share: 0.008, when: (look) => stepKind(look) === 'appraisal' && isQuiet(look), after: soon },
  { act: 'request-payment', share: 0.02, when: (look) => stepKind(look) === 'appraisal' && isQuiet(look), after: soon },
  { act: 'post-came-back', share: 0.06, after: within(2 * DAY, 6 * DAY) },
  { act: 'post-delivered', share: 1, after: within(1 * DAY, 5 * DAY) },
  { act: 'replace-before-return', share: 0.004, after: within(30, 2 * DAY) },
  // What came back once is fetched.
  {
    act: 'post-result',
    share: 1,
    when: ({ about, state }) => about.returnMethod === 'post' && state.delivery !== 'undelivered',
    after: within(60, 1 * DAY),
  },
  { act: 'begin-correction', share: 0.004, when: (look) => !hasHappened(look, 'begin-correction'), after: within(1 * DAY, 20 * DAY) },
  { act: 'issue-correction', share: 1, after: within(1 * DAY, 4 * DAY) },
  { act: 'end-correction', share: 1, after: within(60, 2 * DAY) },
  { act: 'return-result', share: 1, after: (_look, _world, random) => random.between(60, 6 * DAY) },
  { act: 'issue-result', share: 1, after: patience },
  // The draft was the work; what follows it is a signature below it.
  {
    act: 'complete',
    share: 1,
    after: (look, world, random) => (stepKind(look) === 'appraisal' ? soon(look, world, random) : patience(look, world, random)),
  },
]

const SENDS_BACK: ReadonlySet<TaskKind | undefined> = new Set<TaskKind | undefined>(['review', 'signature'])

/** What nobody may find lying there in a tidy house, in this order: see the conditions of `watch`. */
export const LOOSE_ENDS: readonly { act: string; isDue(look: Look, world: World): boolean }[] = [
  { act: 'confirm-withdrawal', isDue: ({ state }) => state.state === 'WITHDRAWAL_REQUESTED' },
  {
    act: 'accept-filing',
    isDue({ state, now, about }, world) {
      const waits = state.state === 'AWAITING_RECEPTION' || state.state === 'RESUBMITTED_AWAITING_RECEPTION'
      return waits && workingMinutesBetween(world.calendarAt(about.receivingUnitId), state.receptionClock?.startedAt ?? now, now) > 100
    },
  },
  {
    act: 'apologise-late',
    isDue: (look, world) => !hasHappened(look, 'apologise-late') && isLawful('apologise-late', look, world, { hasReason: true }),
  },
]

/** The steps of the process, as it is drawn: nothing here knows which step follows which. */
import { openHolds, type TaskKind } from '../../../../src/modules/dossier/index.ts'
import { returnResult } from '../../../../src/modules/intake/index.ts'
import { draftFromTemplate } from '../../../../src/modules/results/index.ts'
import {
  claimTask,
  completeTask,
  handOver,
  issueResult,
  placeOf,
  plainStepAfter,
  prepareResult,
  sendBack,
  stepNodes,
  type Task,
  tasksOf,
  waitingAt,
  waysBack,
} from '../../../../src/modules/workflow/index.ts'
import type { Action } from '../../../../src/platform/action.ts'
import { demonstrationAnswers } from '../../result-templates.ts'
import { type Act, ask, type Look, officer, type Request } from '../act.ts'
import { doerOf } from '../people.ts'
import type { World } from '../world.ts'

const COMMENTS = ['Hồ sơ đủ điều kiện.', 'Đã kiểm tra thực tế, đủ điều kiện.', 'Thống nhất đề xuất.', 'Đã đối chiếu bản chính.']
const SEND_BACK_REASONS = [
  'Tờ trình chưa nêu căn cứ điều kiện về địa điểm, đề nghị bổ sung.',
  'Dự thảo kết quả ghi chưa đúng tên tổ chức, đề nghị sửa.',
  'Cần đối chiếu lại thời hạn của giấy phép cũ.',
]

/** What a person would work on now: the oldest open task of the process, else one that was asked for by hand; a closed one where nothing is open, which is refused. */
export const taskInView = ({ open, actions }: Look): Task | undefined =>
  open.find(({ kind, node }) => kind !== 'timer' && node !== undefined) ??
  open.find(({ kind }) => kind !== 'timer') ??
  tasksOf(actions).at(-1)

const isOpen = (task: Task | undefined): task is Task => task !== undefined && task.closedAt === undefined && task.kind !== 'timer'

/** While the clock stands still, and while an answer or a decision of the applicant is waited for, nobody brings the process on. */
const isPaused = ({ state }: Look): boolean =>
  (state.clock !== undefined && !state.clock.finishedAt && openHolds(state.clock).length > 0) ||
  state.state === 'AWAITING_SUPPLEMENT' ||
  state.state === 'WITHDRAWAL_REQUESTED' ||
  state.state === 'IN_VERIFICATION'

const hasDraft = ({ actions }: Look): boolean => actions.some(({ fact }) => fact.kind === 'result-prepared')

/** By whoever holds the task or may; the input begins with the task's name. */
async function asDoer<Input, Result>(
  world: World,
  look: Look,
  action: Action<Input, Result>,
  input: (task: Task) => Promise<Record<string, unknown> | undefined> | Record<string, unknown> | undefined,
): Promise<Request | undefined> {
  const task = taskInView(look)
  const doer = task && (await doerOf(world, look, task))
  if (!task || doer === undefined) return undefined
  const rest = await input(task)
  return rest && ask(officer(doer), action, { dossierId: look.about.id, taskNumber: task.number, ...rest })
}

const claim: Act = {
  name: 'claim',
  isLegal: (look) => isOpen(taskInView(look)),
  request: (look, world) => asDoer(world, look, claimTask, () => ({})),
}

const prepare: Act = {
  name: 'prepare-result',
  isLegal: (look) => {
    const task = taskInView(look)
    return isOpen(task) && PREPARES.has(task.kind) && look.state.finishedAt === undefined
  },
  request: (look, world) => {
    const { procedureCode, resultName: name } = look.about
    const made = demonstrationAnswers[procedureCode]
    if (made && world.press)
      return asDoer(world, look, draftFromTemplate(world.press), ({ kind }) => (PREPARES.has(kind) ? { name, ...made } : undefined))
    return asDoer(world, look, prepareResult, ({ kind }) => (PREPARES.has(kind) ? { name } : undefined))
  },
}

const PREPARES: ReadonlySet<TaskKind> = new Set<TaskKind>(['appraisal', 'review'])

const complete: Act = {
  name: 'complete',
  isLegal: (look) => {
    const task = taskInView(look)
    // What was asked for by hand ends by an act of its own.
    if (isOpen(task) && task.node === undefined) return task.kind === 'leg' ? undefined : false
    return isOpen(task) && !OWN_WAY.has(task.kind) && !isPaused(look) && (task.kind !== 'signature' || hasDraft(look))
  },
  request: (look, world, random) =>
    asDoer(world, look, completeTask, async (task) => ({
      ...(task.kind === 'assignment' ? { assigneeId: await nextDoer(world, look, task, random.next()) } : {}),
      ...(task.kind === 'appraisal' ? { verdict: 'fit' } : {}),
      comment: random.chance(0.2) ? random.pick(COMMENTS) : undefined,
    })),
}

/** These steps make something, and have an action that does. */
const OWN_WAY: ReadonlySet<TaskKind> = new Set<TaskKind>(['issue', 'return'])

/** Whom the head names: somebody present who may do the step that follows. */
async function nextDoer(world: World, { about, state, now }: Look, task: Task, share: number): Promise<number | undefined> {
  if (state.processId === undefined || task.node === undefined) return undefined
  const process = world.process(state.processId)
  const next = plainStepAfter(process, task.node)
  if (!next) return undefined
  const { unitId, roleId } = placeOf(process, about, waitingAt(process, next.id), await world.fills(about))
  const present = roleId === undefined ? [] : (await world.able(roleId, unitId, now)).filter(({ absence }) => !absence)
  return present[Math.floor(share * present.length)]?.id
}

const issue: Act = {
  name: 'issue-result',
  isLegal: (look) => {
    const task = taskInView(look)
    return isOpen(task) && task.kind === 'issue' && !isPaused(look) && hasDraft(look)
  },
  request: (look, world) => asDoer(world, look, issueResult, () => ({ symbol: symbolOf(look) })),
}

const symbolOf = ({ about }: Look): string =>
  demonstrationAnswers[about.procedureCode]?.symbol ?? `KQ-${about.agencyCode.replace(/[^A-Z0-9]+/g, '')}`

const RETURNABLE: ReadonlySet<string> = new Set(['RESULT_AVAILABLE', 'REFUSED_AFTER_APPRAISAL'])

const giveOut: Act = {
  name: 'return-result',
  isLegal: (look) => {
    const task = taskInView(look)
    return isOpen(task) && task.kind === 'return' && RETURNABLE.has(look.state.state) && look.state.returnedAt === undefined
  },
  request: (look, world, random) =>
    asDoer(world, look, returnResult, () => ({
      method: look.about.returnMethod === 'electronic' ? 'electronic' : 'counter',
      receiverName: look.about.ownerName,
      proof: random.chance(0.8) ? 'receipt' : 'identity',
      returnedPapers: look.about.originals,
    })),
}

const goBack: Act = {
  name: 'send-back',
  isLegal: (look) => isOpen(taskInView(look)) && !isPaused(look) && look.state.finishedAt === undefined,
  request: (look, world, random) =>
    asDoer(world, look, sendBack, (task) => {
      const toNode = appraisalBefore(world, look, task)
      return toNode === undefined ? undefined : { toNode, reason: random.pick(SEND_BACK_REASONS) }
    }),
}

/** An appraisal that was done and that the process leads to the task from. */
function appraisalBefore(world: World, { state, actions }: Look, task: Task): string | undefined {
  if (state.processId === undefined || task.node === undefined || task.kind === 'leg') return undefined
  const process = world.process(state.processId)
  const done = new Set(tasksOf(actions).flatMap(({ node, closedAt }) => (node !== undefined && closedAt ? [node] : [])))
  const appraisals = new Set(stepNodes(process.graph).flatMap(({ id, step }) => (step === 'appraisal' ? [id] : [])))
  return waysBack(process.runnable, task.node).find((node) => appraisals.has(node) && done.has(node))
}

const passOn: Act = {
  name: 'hand-over',
  isLegal: (look) => {
    const task = taskInView(look)
    // One of the role may name a colleague before anybody has claimed it.
    return isOpen(task) ? task.assigneeId !== undefined || undefined : false
  },
  request: (look, world) =>
    asDoer(world, look, handOver, async (task) => {
      const able = task.roleId === undefined ? [] : await world.able(task.roleId, task.unitId, look.now)
      const other = able.find(({ id, absence }) => id !== task.assigneeId && !absence)
      return other && { toOfficerId: other.id, reason: 'Đang phụ trách lĩnh vực này.' }
    }),
}

export const stepActs: readonly Act[] = [claim, prepare, complete, issue, giveOut, goBack, passOn]

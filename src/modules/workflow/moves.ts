/**
 * What can be done with a dossier now, by whom, and why not otherwise: what the dossier's page offers. The actions decide again by themselves; this only keeps a
 * person from pressing what would be refused.
 */
import type { DossierDetail, TaskKind } from '#modules/dossier/index.ts'
import { findOfficerName, holdsAt, holdsRoleAt, standsInFor } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { AppError } from '#platform/errors.ts'
import { type Place, placeOf } from './advance.ts'
import { laneFills } from './bindings.ts'
import { nodeOf, waysBack } from './graph/runnable.ts'
import { pauseRefusal } from './hold.ts'
import { type Process, plainStepAfter, type StepNode, waitingAt } from './process.ts'
import { getProcess } from './queries/process.ts'
import { openTasks, type Task, tasksOf } from './tasks.ts'

export type MoveName =
  | 'claim'
  | 'complete'
  | 'prepare-result'
  | 'issue'
  | 'return'
  | 'send-back'
  | 'hand-over'
  | 'reassign'
  | 'note'
  | 'attach'

export interface Move {
  name: MoveName
  /** Why it cannot be done now, in a sentence for the person; absent when it can. */
  refusal?: AppError
}

export interface Situation {
  /** None before reception. */
  process?: Process
  /** Everything that is open, the oldest first. */
  tasks: Task[]
  /** The task the page is about: the one asked for, else the actor's own, else the first she may do; nothing is open once the dossier has ended. */
  open?: {
    task: Task
    unitName: string
    /** What plainly follows; nothing where that has to be decided first. */
    next?: StepNode
    nextPlace?: Place
    /** Steps it may be sent back to. */
    back: { node: string; name: string }[]
    holderName?: string
    /** Held by the actor, or by somebody for whom she stands in today. */
    isMine: boolean
    /** Another branch may be left behind, with a reason. */
    mayGoOn: boolean
  }
  /** The moves that belong to the open task; those that make no sense here are left out. */
  moves: Move[]
  /** The one that brings the dossier on. */
  primary?: MoveName
}

const RIGHTS: Record<MoveName, string> = {
  claim: 'workflow.claim',
  complete: 'workflow.complete',
  'prepare-result': 'workflow.prepare-result',
  issue: 'workflow.issue-result',
  return: 'intake.return-result',
  'send-back': 'workflow.send-back',
  'hand-over': 'workflow.hand-over',
  reassign: 'workflow.reassign',
  note: 'workflow.note',
  attach: 'workflow.attach',
}

/** What completes a step of the kind. */
const completing = (kind: TaskKind): MoveName => (kind === 'issue' || kind === 'return' ? kind : 'complete')

export async function situationOf(db: Queryable, dossier: DossierDetail, actor: Actor, now: Date, taskNumber?: number): Promise<Situation> {
  const { state } = dossier
  const process = state.processId === undefined ? undefined : await getProcess(db, state.processId)
  const tasks = openTasks(dossier.actions)
  const may = rightsOf(db, actor, now)
  const side = await everywhere(dossier, may)
  const task = await taskFor(db, tasks, actor, now, taskNumber)
  if (!task || !process) return { process, tasks, moves: side }
  const officerId = actor.kind === 'officer' ? actor.id : undefined
  const isMine =
    task.assigneeId !== undefined &&
    officerId !== undefined &&
    (task.assigneeId === officerId || (await standsInFor(db, officerId, task.assigneeId, now)))
  const isFit = isMine || (await isFitFor(db, task, officerId, now))
  const holderName = task.assigneeId === undefined ? undefined : await findOfficerName(db, task.assigneeId)
  const unit = await unitOf(db, dossier, task.unitId)
  const back = state.finishedAt ? [] : backFrom(process, dossier, task)
  const next = task.node === undefined ? undefined : plainStepAfter(process, task.node)
  const open = {
    task,
    unitName: unit.name,
    next,
    nextPlace: next && placeOf(process, unitsOf(dossier), waitingAt(process, next.id), await laneFills(db, unitsOf(dossier))),
    back,
    holderName,
    isMine,
    mayGoOn: task.node !== undefined && leadsToLeadJoin(process, task.node),
  }
  const held =
    task.assigneeId !== undefined && !isMine
      ? new AppError('workflow.held-by-other', { parameters: { name: holderName ?? '' } })
      : undefined
  const stranger = held ?? (isFit ? undefined : new AppError('workflow.not-yours', { parameters: { step: task.stepName } }))
  const paused = pauseRefusal(dossier)
  const needsResult =
    (task.kind === 'signature' || task.kind === 'issue') && !dossier.result ? new AppError('workflow.result-required') : undefined

  const move = async (name: MoveName, refusal?: AppError): Promise<Move> => ({
    name,
    refusal: refusal ?? ((await may(RIGHTS[name], unit.path)) ? undefined : new AppError('access.denied')),
  })
  const inPost = task.kind === 'return' && state.state === 'POSTING' ? new AppError('workflow.in-post') : undefined
  // What was opened outside the process is closed by its own act, which the page offers beside.
  const moves: Move[] =
    task.kind === 'timer' || task.node === undefined ? [] : [await move(completing(task.kind), stranger ?? paused ?? inPost ?? needsResult)]
  if (task.assigneeId === undefined && task.kind !== 'timer') moves.unshift(await move('claim', stranger))
  if (PREPARES.includes(task.kind) && !state.finishedAt) moves.push(await move('prepare-result', stranger))
  if (back.length > 0) moves.push(await move('send-back', stranger ?? paused))
  if (task.assigneeId !== undefined) {
    if (isMine) moves.push(await move('hand-over'))
    else {
      const reassign = await move('reassign')
      // Only leaders know of it.
      if (!reassign.refusal) moves.push(reassign)
    }
  }
  return { process, tasks, open, moves: [...moves, ...side], primary: primaryOf(moves, task.kind, Boolean(dossier.result)) }
}

async function taskFor(db: Queryable, tasks: readonly Task[], actor: Actor, now: Date, asked?: number): Promise<Task | undefined> {
  if (asked !== undefined) return tasks.find(({ number }) => number === asked)
  if (actor.kind !== 'officer' || tasks.length < 2) return tasks[0]
  const mine = tasks.find(({ assigneeId }) => assigneeId === actor.id)
  if (mine) return mine
  for (const task of tasks) if (await isFitFor(db, task, actor.id, now)) return task
  return tasks[0]
}

const isFitFor = async (db: Queryable, { roleId, unitId }: Task, officerId: number | undefined, now: Date): Promise<boolean> =>
  officerId !== undefined && roleId !== undefined && holdsRoleAt(db, officerId, roleId, unitId, now)

const unitsOf = ({ receivingUnit, settlingUnit, procedure }: DossierDetail) => ({
  receivingUnitId: receivingUnit.id,
  settlingUnitId: settlingUnit.id,
  procedureId: procedure.id,
})

/** The unit of a task: one of the dossier's two, or another agency's. */
async function unitOf(
  db: Queryable,
  { receivingUnit, settlingUnit }: DossierDetail,
  unitId: number,
): Promise<{ name: string; path: string }> {
  const own = [receivingUnit, settlingUnit].find(({ id }) => id === unitId)
  return own ?? (await db.selectFrom('unit').select(['name', 'path']).where('id', '=', unitId).executeTakeFirstOrThrow())
}

function backFrom({ runnable, graph }: Process, { actions }: DossierDetail, task: Task): { node: string; name: string }[] {
  if (task.node === undefined || task.kind === 'leg') return []
  const visited = new Set(tasksOf(actions).flatMap(({ node, closedAt }) => (closedAt && node !== undefined ? [node] : [])))
  return waysBack(runnable, task.node)
    .filter((node) => visited.has(node))
    .map((node) => ({ node, name: graph.nodes.find(({ id }) => id === node)?.name ?? node }))
}

/** The branch ends at a join that its lead may decide. */
function leadsToLeadJoin({ runnable }: Process, nodeId: string): boolean {
  const [flow] = nodeOf(runnable, nodeId).out
  const join = flow?.to.join
  return join?.mode.kind === 'lead' && join.mode.branch === flow?.branch
}

const PREPARES: TaskKind[] = ['appraisal', 'review']

/** Claim first, so that two people do not begin the same work; a counter that gives out a result does both at once. */
function primaryOf(moves: readonly Move[], kind: TaskKind, hasResult: boolean): MoveName | undefined {
  const can = (name: MoveName) => moves.some((move) => move.name === name && !move.refusal)
  const order: MoveName[] =
    kind === 'return'
      ? ['return', 'claim']
      : kind === 'appraisal' && !hasResult
        ? ['claim', 'prepare-result', 'complete']
        : ['claim', completing(kind), 'send-back', 'reassign']
  return order.find(can)
}

/** Notes and files may be added at both ends of the dossier, at any time. */
async function everywhere(dossier: DossierDetail, may: (right: string, path: string) => Promise<boolean>): Promise<Move[]> {
  const moves: Move[] = []
  for (const name of ['note', 'attach'] as const) {
    const isAllowed = (await may(RIGHTS[name], dossier.settlingUnit.path)) || (await may(RIGHTS[name], dossier.receivingUnit.path))
    moves.push({ name, refusal: isAllowed ? undefined : new AppError('access.denied') })
  }
  return moves
}

/** Each answer is asked of the database once. */
function rightsOf(db: Queryable, actor: Actor, now: Date): (right: string, path: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>()
  return (right, path) => {
    const key = `${right} ${path}`
    const answer = known.get(key) ?? holdsAt(db, actor, right, path, now)
    known.set(key, answer)
    return answer
  }
}

/**
 * What can be done with a dossier now, by whom, and why not otherwise: what the dossier's page offers. The actions decide again by themselves; this only keeps a
 * person from pressing what would be refused.
 */
import type { DossierDetail, StepKind } from '#modules/dossier/index.ts'
import { findOfficerName, holdsAt, holdsRoleAt, standsInFor } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { AppError } from '#platform/errors.ts'
import { type Process, type ProcessStep, stepAfter, stepById, stepsBefore } from './process.ts'
import { getProcess } from './queries/process.ts'
import { openTask, type Task } from './tasks.ts'

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
  process: Process
  /** Nothing is open once the result is returned. */
  open?: {
    task: Task
    step: ProcessStep
    next?: ProcessStep
    back: ProcessStep[]
    unitId: number
    nextUnitId?: number
    holderName?: string
    /** Held by the actor, or by somebody for whom she stands in today. */
    isMine: boolean
  }
  /** The moves that belong to the open step; those that make no sense here are left out. */
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
const COMPLETING: Record<StepKind, MoveName> = {
  reception: 'complete',
  assignment: 'complete',
  appraisal: 'complete',
  review: 'complete',
  signature: 'complete',
  issue: 'issue',
  return: 'return',
}

export async function situationOf(db: Queryable, dossier: DossierDetail, actor: Actor, now: Date): Promise<Situation> {
  const process = await getProcess(db, dossier.state.processId)
  const task = openTask(dossier.actions)
  const officerId = actor.kind === 'officer' ? actor.id : undefined
  const may = rightsOf(db, actor, now)
  const side = await everywhere(dossier, may)
  if (!task) return { process, moves: side }
  const step = stepById(process, task.stepId)
  const next = stepAfter(process, step)
  const isMine =
    task.assigneeId !== undefined &&
    officerId !== undefined &&
    (task.assigneeId === officerId || (await standsInFor(db, officerId, task.assigneeId, now)))
  const isFit = isMine || (officerId !== undefined && (await holdsRoleAt(db, officerId, task.roleId, task.unitId, now)))
  const holderName = task.assigneeId === undefined ? undefined : await findOfficerName(db, task.assigneeId)
  const unit = task.unitId === dossier.receivingUnit.id ? dossier.receivingUnit : dossier.settlingUnit
  const back = dossier.state.finishedAt ? [] : stepsBefore(process, step)
  const open = {
    task,
    step,
    next,
    back,
    unitId: task.unitId,
    nextUnitId: next && (next.place === 'receiving' ? dossier.receivingUnit.id : dossier.settlingUnit.id),
    holderName,
    isMine,
  }
  const held =
    task.assigneeId !== undefined && !isMine
      ? new AppError('workflow.held-by-other', { parameters: { name: holderName ?? '' } })
      : undefined
  const stranger = held ?? (isFit ? undefined : new AppError('workflow.not-yours', { parameters: { step: step.name } }))
  const completing = COMPLETING[step.kind]
  const needsResult =
    (step.kind === 'signature' || step.kind === 'issue') && !dossier.result ? new AppError('workflow.result-required') : undefined

  const move = async (name: MoveName, refusal?: AppError): Promise<Move> => ({
    name,
    refusal: refusal ?? ((await may(RIGHTS[name], unit.path)) ? undefined : new AppError('access.denied')),
  })
  const moves: Move[] = [await move(completing, stranger ?? needsResult)]
  if (task.assigneeId === undefined) moves.unshift(await move('claim', stranger))
  if (PREPARES.includes(step.kind) && !dossier.state.finishedAt) moves.push(await move('prepare-result', stranger))
  if (back.length > 0) moves.push(await move('send-back', stranger))
  if (task.assigneeId !== undefined) {
    if (isMine) moves.push(await move('hand-over'))
    else {
      const reassign = await move('reassign')
      // Only leaders know of it.
      if (!reassign.refusal) moves.push(reassign)
    }
  }
  return { process, open, moves: [...moves, ...side], primary: primaryOf(moves, step.kind, Boolean(dossier.result)) }
}

const PREPARES: StepKind[] = ['appraisal', 'review']

/** Claim first, so that two people do not begin the same work; a counter that gives out a result does both at once. */
function primaryOf(moves: readonly Move[], kind: StepKind, hasResult: boolean): MoveName | undefined {
  const can = (name: MoveName) => moves.some((move) => move.name === name && !move.refusal)
  const order: MoveName[] =
    kind === 'return'
      ? ['return', 'claim']
      : kind === 'appraisal' && !hasResult
        ? ['claim', 'prepare-result', 'complete']
        : ['claim', COMPLETING[kind], 'send-back', 'reassign']
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

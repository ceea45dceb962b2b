/**
 * One thing done to many tasks: each in its own small transaction through the action a person would press, each with its own answer. One that is refused stops no other.
 */
import type { Perform } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { AppError } from '#platform/errors.ts'
import { claimTask } from './actions/claim-task.ts'
import { handOver, reassignTask } from './actions/hand-over.ts'
import type { TaskReference } from './actions/reference.ts'
import { type BulkTask, bulkTasks } from './queries/bulk-tasks.ts'
import { presentByRole } from './queries/present-officers.ts'
import { type Loaded, spreadEvenly } from './spread.ts'

/** More at once would keep a person waiting for the page. */
export const MAX_BULK = 100

export type BulkWish = { what: 'claim' } | { what: 'assign'; toOfficerId: number; reason: string } | { what: 'spread'; reason: string }

export interface BulkAnswer extends TaskReference {
  /** Absent where the task is not the actor's to see. */
  code?: string
  stepName?: string
  /** Who has it now. */
  officerName?: string
  refusal?: AppError
}

export interface Bulk {
  perform: Perform
  database: Queryable
  actor: Actor
  now: Date
  /** Of the request: sent again, it has one effect and gets the same answers. */
  onceKey?: string
}

/** In the order given; a task named twice is done once. */
export async function performBulk(bulk: Bulk, references: readonly TaskReference[], wish: BulkWish): Promise<BulkAnswer[]> {
  const wanted = [...new Map(references.map((each) => [keyOf(each), each])).values()].slice(0, MAX_BULK)
  const known = new Map((await bulkTasks(bulk.database, bulk.actor, wanted, bulk.now)).map((task) => [keyOf(task), task]))
  const targets = await targetsOf(bulk, wish, [...known.values()])
  const answers: BulkAnswer[] = []
  for (const reference of wanted) {
    const task = known.get(keyOf(reference))
    if (!task) answers.push({ ...reference, refusal: new AppError('record.not-found') })
    else answers.push(await performOne(bulk, task, wish, targets.get(keyOf(task))))
  }
  return answers
}

async function performOne(bulk: Bulk, task: BulkTask, wish: BulkWish, target: Target | undefined): Promise<BulkAnswer> {
  const { dossierId, taskNumber, code, stepName, mayReassign } = task
  const answer = { dossierId, taskNumber, code, stepName }
  const options = { onceKey: bulk.onceKey && `${bulk.onceKey}:${keyOf(task)}` }
  try {
    if (wish.what === 'claim') {
      await bulk.perform(bulk.actor, claimTask, { dossierId, taskNumber }, options)
      return answer
    }
    if (!target) throw new AppError('workflow.nobody-present')
    // A leader moves anybody's task; who is none gives away what she holds or could claim.
    const input = { dossierId, taskNumber, toOfficerId: target.id, reason: wish.reason }
    await bulk.perform(bulk.actor, mayReassign ? reassignTask : handOver, input, options)
    return { ...answer, officerName: target.fullName }
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return { ...answer, refusal: error }
    throw error
  }
}

interface Target {
  id: number
  fullName: string
}

/** To whom each task goes, by key. */
async function targetsOf({ database, now }: Bulk, wish: BulkWish, tasks: readonly BulkTask[]): Promise<Map<string, Target>> {
  if (wish.what === 'claim') return new Map()
  if (wish.what === 'assign') {
    const fullName = (await database.selectFrom('officer').select('fullName').where('id', '=', wish.toOfficerId).executeTakeFirst())
      ?.fullName
    return new Map(fullName === undefined ? [] : tasks.map((task) => [keyOf(task), { id: wish.toOfficerId, fullName }]))
  }
  return sharesOf(database, tasks, now)
}

/** Who would get which of the tasks (by `dossierId-taskNumber`), shared out evenly among those who are there. */
export async function sharesOf(database: Queryable, tasks: readonly BulkTask[], now: Date): Promise<Map<string, Loaded>> {
  const present = await presentByRole(database, tasks, now)
  return spreadEvenly(
    tasks.map((task) => ({ key: keyOf(task), among: present.get(`${task.roleId} ${task.unitId}`) ?? [], holderId: task.assigneeId })),
  )
}

const keyOf = ({ dossierId, taskNumber }: TaskReference): string => `${dossierId}-${taskNumber}`

/** Who is reminded at which level: the officer, then her head too, then the leader of the one-stop unit too. Only people who are there today. */
import { awayOf } from '#modules/identity/index.ts'
import { presentByRole, type Task } from '#modules/workflow/index.ts'
import type { Queryable } from '#platform/database.ts'
import { LEVELS, type Level } from './level.ts'
import { ANSWER_FOR_ONE_STOP, ANSWER_FOR_UNIT, answerableOf } from './queries/heads.ts'

export type Rung = 'officer' | 'head' | 'one-stop-leader'

export interface Receiver {
  officerId: number
  rung: Rung
}

/** Of a role that nobody has claimed, so many are told. */
const MOST = 20

/** `unitId`: whose head answers. Each officer once, by the lowest rung. */
export async function receiversOf(
  db: Queryable,
  {
    tasks,
    unitId,
    receivingUnitId,
    level,
    now,
  }: { tasks: readonly Task[]; unitId: number; receivingUnitId: number; level: Level; now: Date },
): Promise<Receiver[]> {
  const rungs = LEVELS.indexOf(level)
  const officers = await holdersOf(db, tasks, now)
  const heads = rungs >= 1 ? ((await answerableOf(db, [unitId], now, ANSWER_FOR_UNIT)).get(unitId) ?? []) : []
  const leaders = rungs >= 2 ? ((await answerableOf(db, [receivingUnitId], now, ANSWER_FOR_ONE_STOP)).get(receivingUnitId) ?? []) : []
  const receivers = new Map<number, Receiver>()
  const add = (officerId: number, rung: Rung) => receivers.has(officerId) || receivers.set(officerId, { officerId, rung })
  for (const officerId of officers) add(officerId, 'officer')
  for (const { officerId } of heads) add(officerId, 'head')
  for (const { officerId } of leaders) add(officerId, 'one-stop-leader')
  return [...receivers.values()]
}

/** Who holds the tasks, or stands in today; of one that nobody has claimed, everybody there who may. */
async function holdersOf(db: Queryable, tasks: readonly Task[], now: Date): Promise<number[]> {
  const claimed = tasks.flatMap(({ assigneeId }) => (assigneeId === undefined ? [] : [assigneeId]))
  const away = await awayOf(db, claimed, now)
  const places = tasks.flatMap(({ assigneeId, roleId, unitId }) =>
    assigneeId === undefined && roleId !== undefined ? [{ roleId, unitId }] : [],
  )
  const present = await presentByRole(db, places, now)
  const wanted = [
    ...claimed.map((officerId) => away.get(officerId)?.substituteId ?? officerId),
    ...[...present.values()].flatMap((officers) => officers.slice(0, MOST).map(({ id }) => id)),
  ]
  if (wanted.length === 0) return []
  const open = await db.selectFrom('officer').select('id').where('id', 'in', wanted).where('isActive', '=', true).execute()
  return open.map(({ id }) => id)
}

/** Moves a dossier through its process: opens tasks, and writes the task rows that repeat what the actions say. */
import { type UnitCalendars, unitCalendars } from '#modules/calendar/index.ts'
import {
  appendFacts,
  countPromise,
  type DossierAction,
  type DossierFact,
  type HeldDossier,
  type OpenedTask,
  type Way,
} from '#modules/dossier/index.ts'
import type { Work } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import { prepared, preparedRows } from '#platform/prepared.ts'
import { type LaneFill, laneFills } from './bindings.ts'
import { workflowErrors } from './errors.ts'
import type { TokenMove } from './graph/engine.ts'
import type { Token } from './graph/position.ts'
import { type Process, type Waiting, waitingAt } from './process.ts'
import { taskRow, tasksOf } from './tasks.ts'

/** Who does what for a dossier. */
export interface Place {
  unitId: number
  roleId?: number
  officerId?: number
}

export type DossierUnits = Pick<HeldDossier, 'receivingUnitId' | 'settlingUnitId' | 'procedureId'>

/** What is needed to open tasks without asking anything further. */
export interface Opening {
  calendars: UnitCalendars
  fills: ReadonlyMap<string, LaneFill>
  now: Date
}

/** @throws AppError `workflow.lane-unfilled` where a lane of another agency has no unit */
export function placeOf(process: Process, dossier: DossierUnits, { lane }: Waiting, fills: Opening['fills']): Place {
  if (!lane) return { unitId: dossier.settlingUnitId }
  const fill = fills.get(lane.key)
  const own = lane.place === 'receiving' ? dossier.receivingUnitId : lane.place === 'settling' ? dossier.settlingUnitId : undefined
  const unitId = fill?.unitId ?? own
  const roleId = fill?.roleId ?? process.roleIds.get(lane.roleCode)
  if (unitId === undefined || roleId === undefined)
    return workflowErrors.fail('workflow.lane-unfilled', { parameters: { lane: lane.name } })
  return { unitId, roleId, officerId: fill?.officerId }
}

/** What opening needs to know for the process of a dossier: calendars of every unit it may come to, and who fills its lanes. */
export async function prepareOpening(tx: Transaction, dossier: DossierUnits, now: Date): Promise<Opening> {
  const fills = await laneFills(tx, dossier)
  const units = [dossier.receivingUnitId, dossier.settlingUnitId, ...[...fills.values()].flatMap(({ unitId }) => (unitId ? [unitId] : []))]
  return { calendars: await unitCalendars(tx, [...new Set(units)]), fills, now }
}

/** The fact that opens a token's task; its due time is its limit from now by the calendar of the unit that does it. Pure. */
export function taskOpened(opening: Opening, dossier: DossierUnits, process: Process, token: Token, assigneeId?: number): DossierFact {
  const waiting = waitingAt(process, token.node, token.leg)
  const { unitId, roleId, officerId } = placeOf(process, dossier, waiting, opening.fills)
  return {
    kind: 'task-opened',
    task: openedTask(opening, {
      number: token.id,
      node: token.node,
      ...(token.leg === undefined ? {} : { leg: token.leg }),
      kind: waiting.kind,
      stepName: waiting.name,
      unitId,
      ...(roleId === undefined ? {} : { roleId }),
      assigneeId: assigneeId ?? officerId,
      limit: waiting.limit,
    }),
  }
}

export function openedTask(
  { calendars, now }: Pick<Opening, 'calendars' | 'now'>,
  { limit, ...task }: Omit<OpenedTask, 'dueAt' | 'promise'> & { limit: Waiting['limit'] },
): OpenedTask {
  const promise = countPromise(calendars(task.unitId), now, limit, { mode: 'carry' })
  return { ...task, dueAt: promise.dueAt, promise }
}

export const wayOf = ({ position, taken }: Pick<TokenMove, 'position' | 'taken'>): Way => ({ position, taken: [...taken] })

/** The facts after a move of tokens: what is no longer needed is cancelled, what now waits is opened. */
export function factsOfMove(
  opening: Opening,
  dossier: DossierUnits,
  process: Process,
  move: Pick<TokenMove, 'entered' | 'cancelled'>,
  options: { cancelledBy?: 'branch' | 'sent-back'; assigneeOf?: (token: Token) => number | undefined } = {},
): DossierFact[] {
  return [
    ...move.cancelled.map(({ id }): DossierFact => ({ kind: 'task-cancelled', number: id, reason: options.cancelledBy ?? 'branch' })),
    ...move.entered.map((token) => taskOpened(opening, dossier, process, token, options.assigneeOf?.(token))),
  ]
}

/** Appends facts to the dossier and writes the task rows they change. */
export function appendWithTasks(
  work: Pick<Work, 'tx' | 'send' | 'actor' | 'now'>,
  dossier: HeldDossier,
  ...facts: DossierFact[]
): DossierAction[] {
  const added = appendFacts(work, dossier, ...facts)
  writeTasks(work, dossier.id, dossier.actions, added)
  return added
}

/** Writes the rows of the tasks that `added` touches, as computed from all the actions. */
export function writeTasks(
  { tx, send }: Pick<Work, 'tx' | 'send'>,
  dossierId: number,
  actions: readonly DossierAction[],
  added: readonly DossierAction[],
): void {
  const opened = new Set<number>()
  const changed = new Set<number>()
  for (const { fact } of added) {
    if (fact.kind === 'task-opened') opened.add(fact.task.number)
    else if (fact.kind === 'undone') for (const number of tasksTouched(actions, fact.from, fact.to)) changed.add(number)
    else if (fact.kind === 'clock' && fact.of === 'step' && fact.number !== undefined) changed.add(fact.number)
    else if ('number' in fact && fact.kind.startsWith('task-')) changed.add(Number(fact.number))
  }
  if (opened.size + changed.size === 0) return
  const tasks = tasksOf(actions)
  for (const task of tasks.filter(({ number }) => changed.has(number) && !opened.has(number))) {
    const { assigneeId, dueAt, pausedAt, closedAt, closedById, outcome } = taskRow(dossierId, task)
    send(changeTask(tx, { dossierId, number: task.number, assigneeId, dueAt, pausedAt, closedAt, closedById, outcome }))
  }
  const rows = tasks.filter(({ number }) => opened.has(number)).map((task) => taskRow(dossierId, task))
  if (rows.length > 0) send(insertTasks(tx, rows))
}

const tasksTouched = (actions: readonly DossierAction[], from: number, to: number): number[] =>
  actions.flatMap(({ sequence, fact }) => {
    if (sequence < from || sequence > to) return []
    if (fact.kind === 'task-opened') return [fact.task.number]
    return 'number' in fact && typeof fact.number === 'number' && (fact.kind.startsWith('task-') || fact.kind === 'clock')
      ? [fact.number]
      : []
  })

type TaskRow = ReturnType<typeof taskRow>
type Changed = Pick<TaskRow, 'dossierId' | 'number' | 'assigneeId' | 'dueAt' | 'pausedAt' | 'closedAt' | 'closedById' | 'outcome'>

const changeTask = prepared((db, { dossierId, number, ...change }: Changed) =>
  db.updateTable('task').set(change).where('dossierId', '=', dossierId).where('number', '=', number),
)

const insertTasks = preparedRows((db, rows: TaskRow[]) => db.insertInto('task').values(rows))

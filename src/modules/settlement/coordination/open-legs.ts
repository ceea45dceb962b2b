/** Opens other agencies' parts that the process does not know: each is a task of its own with a clock of its own, and stays out of the process's way. */
import { addWorkingMinutes, type UnitCalendars, unitCalendars } from '#modules/calendar/index.ts'
import type { DossierFact, HeldDossier, TransitionFact } from '#modules/dossier/index.ts'
import { findRoleByCode, officersWithRole } from '#modules/identity/index.ts'
import { openedTask, openTasks, positionOf, tasksOf } from '#modules/workflow/index.ts'
import type { Work } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import { settlementErrors } from '../errors.ts'

export type LegKind = 'consultation' | 'interoperation' | 'tax' | 'outside'

export interface LegToOpen {
  kind: LegKind
  /** None: an agency that does not work in this system. Who asked then waits for its answer on paper and records it. */
  unitId?: number
  agency: string
  content: string
  /** From the moment it begins. */
  workingDays: number
  isLead?: boolean
  isInOrder?: boolean
}

export interface OpenedLegs {
  facts: DossierFact[]
  /** For the transition: the numbers of the new tasks are used up in the process's position. */
  way: TransitionFact['way']
  numbers: number[]
  /** Of those that begin now. */
  dueAt: Date[]
}

/** Partners acknowledge within two working hours (QCVN 102:2016, the same as an online filing). */
export const ACKNOWLEDGE_WITHIN_MINUTES = 120

/**
 * Writes the rows of `leg` and makes the facts; of legs in an order only the first begins. The dossier must be held.
 * @throws AppError `settlement.agency-unmanned` at `legs.N.unitId`
 */
export async function openLegs(
  work: Work,
  dossier: HeldDossier,
  legs: readonly LegToOpen[],
  componentIds: readonly number[] = [],
): Promise<OpenedLegs> {
  const { tx, now, actor } = work
  const calendars = await unitCalendars(tx, [...new Set([dossier.settlingUnitId, ...legs.flatMap(({ unitId }) => unitId ?? [])])])
  const position = positionOf(dossier.actions)
  const begins = legs.map(({ isInOrder }, at) => !isInOrder || at === 0)
  const opened: OpenedLegs = { facts: [], way: undefined, numbers: [], dueAt: [] }
  for (const [at, leg] of legs.entries()) {
    const number = begins[at] ? position.next + opened.numbers.length : undefined
    if (number !== undefined) {
      const task = await legTask(work, dossier, leg, number, calendars, at)
      opened.facts.push({ kind: 'task-opened', task })
      opened.numbers.push(number)
      opened.dueAt.push(new Date(task.dueAt))
    }
    const { id } = await tx
      .insertInto('leg')
      .values({
        dossierId: dossier.id,
        taskNumber: number ?? null,
        kind: leg.kind,
        unitId: leg.unitId ?? null,
        agency: leg.agency,
        content: leg.content,
        isLead: leg.isLead ?? false,
        isInOrder: leg.isInOrder ?? false,
        position: at + 1,
        workingDays: leg.workingDays,
        askedById: actor.kind === 'officer' ? actor.id : null,
        askedAt: now,
        sentAt: number === undefined ? null : now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await showComponents(tx, id, dossier.id, componentIds)
  }
  opened.way = { position: { ...position, next: position.next + opened.numbers.length }, taken: [] }
  return opened
}

async function showComponents(tx: Transaction, legId: number, dossierId: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const own = await tx
    .selectFrom('dossierComponent')
    .select('id')
    .where('dossierId', '=', dossierId)
    .where('id', 'in', [...ids])
    .execute()
  if (own.length > 0)
    await tx
      .insertInto('legComponent')
      .values(own.map(({ id }) => ({ legId, dossierComponentId: id })))
      .execute()
}

/** The task of a leg: at the agency's unit for the first of its roles that somebody holds; of an agency outside, with who asked. */
export async function legTask(
  { tx, now, actor }: Pick<Work, 'tx' | 'now' | 'actor'>,
  dossier: HeldDossier,
  leg: Pick<LegToOpen, 'unitId' | 'agency' | 'workingDays' | 'kind'>,
  number: number,
  calendars: UnitCalendars,
  at = 0,
) {
  const place = leg.unitId === undefined ? whoAsks(dossier, actor) : await roleAt(tx, leg.unitId, leg.agency, now, at)
  return openedTask(
    { calendars, now },
    {
      number,
      kind: 'leg',
      stepName: `${LEG_NAMES[leg.kind]}: ${leg.agency}`,
      ...place,
      limit: { amount: leg.workingDays, unit: 'working-day' },
    },
  )
}

/** By when a leg that was sent must have been taken note of. */
export const acknowledgeBy = (calendars: UnitCalendars, unitId: number, sentAt: Date): Date =>
  addWorkingMinutes(calendars(unitId), sentAt, ACKNOWLEDGE_WITHIN_MINUTES)

const LEG_NAMES: Record<LegKind, string> = {
  consultation: 'Cho ý kiến',
  interoperation: 'Phối hợp giải quyết',
  tax: 'Xác định nghĩa vụ tài chính',
  outside: 'Ý kiến chuyên gia',
}

/** In the order in which they are looked for. */
const ANSWERING_ROLES = ['division-head', 'specialist', 'agency-leader', 'clerk', 'centre-head', 'receptionist']

async function roleAt(tx: Transaction, unitId: number, agency: string, now: Date, at: number): Promise<{ unitId: number; roleId: number }> {
  for (const code of ANSWERING_ROLES) {
    const role = await findRoleByCode(tx, code)
    if (role && (await officersWithRole(tx, role.id, unitId, now)).length > 0) return { unitId, roleId: role.id }
  }
  return settlementErrors.fail('settlement.agency-unmanned', {
    parameters: { agency },
    fields: { [`legs.${at}.unitId`]: `Chưa có cán bộ nào của “${agency}” nhận được việc này trong hệ thống.` },
  })
}

function whoAsks(dossier: HeldDossier, actor: Work['actor']): { unitId: number; roleId?: number; assigneeId?: number } {
  const own = openTasks(dossier.actions).find(({ assigneeId }) => actor.kind === 'officer' && assigneeId === actor.id)
  const last = own ?? openTasks(dossier.actions)[0] ?? tasksOf(dossier.actions).at(-1)
  return {
    unitId: last?.unitId ?? dossier.settlingUnitId,
    ...(last?.roleId === undefined ? {} : { roleId: last.roleId }),
    ...(own?.assigneeId === undefined ? {} : { assigneeId: own.assigneeId }),
  }
}

/** Opens other agencies' parts that the process does not know: each is a task of its own with a clock of its own, and stays out of the process's way. */
import { addWorkingMinutes, type UnitCalendars, unitCalendars } from '#modules/calendar/index.ts'
import type { AskedKind, DossierFact, HeldDossier, OpenedTask, Way } from '#modules/dossier/index.ts'
import { findRoleByCode, officersWithRole } from '#modules/identity/index.ts'
import { type LegPlace, legTask, positionOf, wayBesides, whoAsks } from '#modules/workflow/index.ts'
import type { Work } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import { settlementErrors } from '../errors.ts'

export interface LegToOpen {
  kind: AskedKind
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
  way: Way
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
  const tasks = await tasksOfLegs(
    work,
    dossier,
    legs.filter(({ isInOrder }, at) => !isInOrder || at === 0),
  )
  for (const [at, leg] of legs.entries()) {
    const { id } = await tx
      .insertInto('leg')
      .values({
        dossierId: dossier.id,
        taskNumber: tasks[at]?.number ?? null,
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
        sentAt: tasks[at] ? now : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await showComponents(tx, id, dossier.id, componentIds)
  }
  return {
    facts: tasks.map((task) => ({ kind: 'task-opened', task })),
    way: wayBesides(dossier, tasks.length),
    numbers: tasks.map(({ number }) => number),
    dueAt: tasks.map(({ dueAt }) => new Date(dueAt)),
  }
}

async function tasksOfLegs(work: Work, dossier: HeldDossier, legs: readonly LegToOpen[]): Promise<OpenedTask[]> {
  const placed: { leg: LegToOpen; place: LegPlace }[] = []
  for (const [at, leg] of legs.entries()) placed.push({ leg, place: await placeOfLeg(work, dossier, leg, at) })
  const calendars = await unitCalendars(work.tx, [...new Set(placed.map(({ place }) => place.unitId))])
  const { next } = positionOf(dossier.actions)
  return placed.map(({ leg, place }, at) => legTask({ calendars, now: work.now }, { ...leg, asked: leg.kind }, place, next + at))
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

/** At the agency's unit for the first of its roles that somebody holds; of an agency outside, with who asked. */
export async function placeOfLeg(
  { tx, now, actor }: Pick<Work, 'tx' | 'now' | 'actor'>,
  dossier: HeldDossier,
  { unitId, agency }: Pick<LegToOpen, 'unitId' | 'agency'>,
  at = 0,
): Promise<LegPlace> {
  if (unitId === undefined) return whoAsks(dossier, actor.kind === 'officer' ? actor.id : undefined)
  return roleAt(tx, unitId, agency, now, at)
}

/** By when a leg that was sent must have been taken note of. */
export const acknowledgeBy = (calendars: UnitCalendars, unitId: number, sentAt: Date): Date =>
  addWorkingMinutes(calendars(unitId), sentAt, ACKNOWLEDGE_WITHIN_MINUTES)

/** In the order in which they are looked for. */
const ANSWERING_ROLES = ['division-head', 'specialist', 'agency-leader', 'clerk', 'centre-head', 'receptionist']

async function roleAt(tx: Transaction, unitId: number, agency: string, now: Date, at: number): Promise<LegPlace> {
  for (const code of ANSWERING_ROLES) {
    const role = await findRoleByCode(tx, code)
    if (role && (await officersWithRole(tx, role.id, unitId, now)).length > 0) return { unitId, roleId: role.id }
  }
  return settlementErrors.fail('settlement.agency-unmanned', {
    parameters: { agency },
    fields: { [`legs.${at}.unitId`]: `Chưa có cán bộ nào của “${agency}” nhận được việc này trong hệ thống.` },
  })
}

/** Dossiers at a step of the settling unit, and people who may do it: for tests of who works on what. */
import { addOfficer, assignRole, findRoleByCode } from '../../src/modules/identity/index.ts'
import { receiveDossier } from '../../src/modules/intake/index.ts'
import { claimTask, completeTask } from '../../src/modules/workflow/index.ts'
import { systemActor } from '../../src/platform/actor.ts'
import type { TestApp } from './app.ts'
import { aDesk, aProcedure, type Desk } from './desk.ts'

export const PASSWORD = 'MotCua#2026'

export interface TaskAt {
  dossierId: number
  code: string
  taskNumber: number
}

export interface Person {
  id: number
  username: string
  fullName: string
  actor: { kind: 'officer'; id: number }
}

export interface Workplace {
  desk: Desk
  /** A dossier whose assignment (role `division-head`) waits for whoever claims it. */
  aDossier(): Promise<TaskAt>
  /** A dossier at its appraisal (role `specialist`), which the holder was given. */
  aDossierOf(holder: Person): Promise<TaskAt>
  /** Somebody new with the role at the settling unit or another one, who can sign in with `PASSWORD`. */
  anOfficer(role: string, unitId?: number): Promise<Person>
}

let made = 0

export async function aWorkplace(app: TestApp): Promise<Workplace> {
  const { perform, database } = app.services
  const desk = await aDesk(app)
  const { caseId, componentIds } = await aProcedure(app, desk)
  const anOfficer = async (role: string, unitId = desk.settlingUnitId): Promise<Person> => {
    const username = `thu.${role}.${++made}`
    const fullName = `Cán bộ Thử ${made}`
    const { id } = await perform(systemActor('test'), addOfficer, { username, fullName, staffKind: 'civil-servant', homeUnitId: unitId })
    const roleId = (await findRoleByCode(database, role))?.id
    await perform(systemActor('test'), assignRole, { officerId: id, roleId, unitId, validFrom: '2026-01-01' })
    await app.handle.pool.query(
      `update officer set must_change_password = false, password_hash = (select password_hash from officer where username = 'quantri') where id = $1`,
      [id],
    )
    return { id, username, fullName, actor: { kind: 'officer', id } }
  }
  const head = await anOfficer('division-head')
  const aDossier = async (): Promise<TaskAt> => {
    const { dossierId, code } = await perform({ kind: 'officer', id: desk.receptionists[0] }, receiveDossier, {
      procedureCaseId: caseId,
      receivingUnitId: desk.unitId,
      owner: { name: 'Trần Văn Thử', phone: '0912345678' },
      components: componentIds.map((componentId) => ({ componentId, originals: 1, copies: 0 })),
      returnMethod: 'counter',
    })
    return { dossierId, code, taskNumber: await openNumber(app, dossierId) }
  }
  return {
    desk,
    aDossier,
    anOfficer,
    async aDossierOf(holder) {
      const task = await aDossier()
      await perform(head.actor, claimTask, task)
      await perform(head.actor, completeTask, { ...task, assigneeId: holder.id })
      return { ...task, taskNumber: await openNumber(app, task.dossierId) }
    },
  }
}

/** The number of the dossier's open task. */
export async function openNumber(app: TestApp, dossierId: number): Promise<number> {
  const row = await app.services.database
    .selectFrom('task')
    .select('number')
    .where('dossierId', '=', dossierId)
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return row.number
}

/** Who holds a task now; null: nobody. */
export async function holderOf(app: TestApp, { dossierId, taskNumber }: { dossierId: number; taskNumber: number }): Promise<number | null> {
  const row = await app.services.database
    .selectFrom('task')
    .select('assigneeId')
    .where('dossierId', '=', dossierId)
    .where('number', '=', taskNumber)
    .executeTakeFirstOrThrow()
  return row.assigneeId
}

/** The kinds of what was done to a dossier, oldest first. */
export async function kindsOf(app: TestApp, dossierId: number): Promise<string[]> {
  const rows = await app.services.database
    .selectFrom('dossierAction')
    .select('kind')
    .where('dossierId', '=', dossierId)
    .orderBy('sequence')
    .execute()
  return rows.map(({ kind }) => kind)
}

/** Who may act on a dossier as a whole: those who hold the right at either end today, by their own role or by delegation. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { aDesk, aProcedure } from '../../../tests/support/desk.ts'
import { systemActor } from '../../platform/actor.ts'
import { localDate } from '../../platform/text/dates.ts'
import { assignRole, delegate } from '../identity/index.ts'
import { receiveDossier } from '../intake/index.ts'
import { addNote } from './index.ts'

const app = await testApp()
const desk = await aDesk(app)
const { perform, database } = app.services
const { caseId, componentIds } = await aProcedure(app, desk)
const [receptionist, colleague] = desk.receptionists
const { dossierId } = await perform({ kind: 'officer', id: receptionist }, receiveDossier, {
  procedureCaseId: caseId,
  receivingUnitId: desk.unitId,
  owner: { name: 'Trần Văn Thử', phone: '0912345678' },
  components: componentIds.map((componentId) => ({ componentId, originals: 1, copies: 0 })),
  returnMethod: 'counter',
})
const yesterday = localDate(new Date(app.clock.now().getTime() - 86_400_000))
const specialist = await app.anOfficerWithRole('specialist', desk.settlingUnitId)

const note = (id: number) => perform({ kind: 'officer', id }, addNote, { dossierId, text: 'Đã gọi điện cho cơ quan phối hợp.' })

/** The unit that the last note was written down for. */
const judgedAt = () =>
  database
    .selectFrom('audit')
    .select(['actorId', 'unitId'])
    .where('name', '=', 'workflow.note')
    .where('outcome', '=', 'done')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

/** Whoever works at neither end. */
async function strangers(): Promise<[number, number]> {
  const ends = await database.selectFrom('unit').select('path').where('id', 'in', [desk.unitId, desk.settlingUnitId]).execute()
  const { rows } = await app.handle.pool.query<{ id: string }>(
    `select o.id from officer o where o.is_active and not exists (
       select 1 from role_assignment a join unit u on u.id = a.unit_id where a.officer_id = o.id and u.path @> any ($1::ltree[]))
     order by o.id limit 2`,
    [ends.map(({ path }) => path)],
  )
  const [one, other] = rows
  if (!one || !other) throw new Error('Everybody works at one end')
  return [Number(one.id), Number(other.id)]
}

/** A role at the settling unit that ended yesterday. */
async function worked(officerId: number): Promise<void> {
  const { id: roleId } = await database.selectFrom('role').select('id').where('code', '=', 'specialist').executeTakeFirstOrThrow()
  await perform(systemActor('test'), assignRole, {
    officerId,
    roleId,
    unitId: desk.settlingUnitId,
    validFrom: '2026-01-05',
    validTo: yesterday,
  })
}

describe('an act on the dossier as a whole', () => {
  test('is open to both ends, and written down for the end that allowed it', async () => {
    await note(receptionist)
    expect(await judgedAt()).toEqual({ actorId: receptionist, unitId: desk.unitId })
    await note(specialist)
    expect(await judgedAt()).toEqual({ actorId: specialist, unitId: desk.settlingUnitId })
  })

  test('a role at the settling unit that has ended takes nothing from one that holds, and gives nothing', async () => {
    await worked(colleague)
    await note(colleague)
    expect(await judgedAt()).toEqual({ actorId: colleague, unitId: desk.unitId })
    const [stranger] = await strangers()
    await worked(stranger)
    await expect(note(stranger)).rejects.toMatchObject({ code: 'access.denied' })
  })

  test('is open by delegation, as long as it holds', async () => {
    const [, stranger] = await strangers()
    await expect(note(stranger)).rejects.toMatchObject({ code: 'access.denied' })
    const today = localDate(app.clock.now())
    const given = { toOfficerId: stranger, validFrom: today, validTo: today, reason: 'Đi công tác' }
    await perform({ kind: 'officer', id: specialist }, delegate, given)
    await note(stranger)
    expect(await judgedAt()).toEqual({ actorId: stranger, unitId: desk.settlingUnitId })
    app.clock.set(new Date(app.clock.now().getTime() + 86_400_000))
    await expect(note(stranger)).rejects.toMatchObject({ code: 'access.denied' })
  })
})

/** Branches and reception points: doors of a centre, with a code of their own or in the centre's name, never in nobody's. */
import { expect, test } from 'vitest'
import { offerProcedures } from '#modules/catalogue/index.ts'
import { addUnit, agencyCodeOf } from '#modules/organization/index.ts'
import { systemActor } from '#platform/actor.ts'
import { testApp } from '../../../tests/support/app.ts'
import { browserOf } from '../../../tests/support/browser.ts'
import { aDesk, aProcedure } from '../../../tests/support/desk.ts'
import { receiveDossier, receptionPlaces } from './index.ts'

const app = await testApp()
const { database, perform } = app.services
const system = systemActor('test')
const desk = await aDesk(app)
const procedure = await aProcedure(app, desk)
const receptionist = { kind: 'officer', id: desk.receptionists[0] } as const
let made = 0

async function aDoor(unit: Record<string, unknown>): Promise<number> {
  const id = await perform(system, addUnit, {
    parentId: desk.unitId,
    code: `QT.CN${++made}`,
    level: 'province',
    validFrom: app.today(),
    ...unit,
  })
  await perform(system, offerProcedures, {
    procedureIds: [(await database.selectFrom('procedure').select('id').where('code', '=', procedure.code).executeTakeFirstOrThrow()).id],
    at: [{ receivingUnitId: id, settlingUnitId: desk.settlingUnitId }],
    validFrom: app.today(),
  })
  return id
}

const receiveAt = (receivingUnitId: number) =>
  perform(receptionist, receiveDossier, {
    procedureCaseId: procedure.caseId,
    receivingUnitId,
    owner: { name: 'Nguyễn Thị Minh Họa' },
    components: procedure.componentIds.map((componentId) => ({ componentId, originals: 1 })),
    returnMethod: 'counter',
  })

test('a branch with a code of its own numbers its own dossiers', async () => {
  const branch = await aDoor({ name: 'Chi nhánh Đông Hà', kind: 'branch', agencyCode: 'H50.40.01' })
  expect((await receiveAt(branch)).code).toMatch(/^H50\.40\.01-261118-0001$/)
})

test('a reception point without one shares the numbers of its centre, and none is given twice', async () => {
  const point = await aDoor({ name: 'Điểm tiếp nhận Nam Đông Hà', kind: 'reception-point' })
  const received = await Promise.all([receiveAt(point), receiveAt(desk.unitId), receiveAt(point), receiveAt(desk.unitId)])
  expect(received.map(({ code }) => code).sort()).toEqual([1, 2, 3, 4].map((number) => `${desk.agencyCode}-261118-000${number}`))
  expect((await receptionPlaces(database, receptionist, app.clock.now())).map(({ id }) => id)).toContain(point)
})

test('the desk there sits at the point, and its receipt names it', async () => {
  const point = await database.selectFrom('unit').select('id').where('kind', '=', 'reception-point').executeTakeFirstOrThrow()
  const browser = await browserOf(app, receptionist.id)
  const page = await browser.get(`/tiep-nhan?ban=${point.id}`)
  expect(page.text).toContain('Điểm tiếp nhận Nam Đông Hà')
})

test('an office of another kind borrows no code', async () => {
  const office = await perform(system, addUnit, {
    parentId: desk.unitId,
    code: 'QT.VPX',
    name: 'Phòng Hành chính',
    kind: 'office',
    level: 'province',
    validFrom: app.today(),
  })
  expect(await agencyCodeOf(database, office)).toBeNull()
  await expect(
    perform(system, offerProcedures, {
      procedureIds: [(await database.selectFrom('procedure').select('id').where('code', '=', procedure.code).executeTakeFirstOrThrow()).id],
      at: [{ receivingUnitId: office, settlingUnitId: desk.settlingUnitId }],
      validFrom: app.today(),
    }),
  ).rejects.toMatchObject({ code: 'organization.cannot-receive' })
})

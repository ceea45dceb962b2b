import { expect, test } from 'vitest'
import { getProcessFor, listBindings } from '../../src/modules/workflow/index.ts'
import { testApp } from '../../tests/support/app.ts'
import { BINDINGS, PROCEDURES, seedBindings } from './bindings.ts'

const app = await testApp()
const { database } = app.services

test('the province’s real figure of procedures and bindings, found by words, without touching what real dossiers run on', async () => {
  const offer = await app.anOffer()
  const before = await database.selectFrom('procedureOffer').select(['procedureId', 'settlingUnitId']).limit(5).execute()
  const processes = () => Promise.all(before.map((each) => getProcessFor(database, each.procedureId, each.settlingUnitId, app.today())))
  const ranOn = await processes()
  await seedBindings(database, app.clock.now())
  const { procedures, bindings } = await database
    .selectNoFrom((eb) => [
      eb.selectFrom('procedure').select(eb.fn.countAll<number>().as('n')).as('procedures'),
      eb.selectFrom('processBinding').select(eb.fn.countAll<number>().as('n')).as('bindings'),
    ])
    .executeTakeFirstOrThrow()
  expect(procedures).toBe(PROCEDURES)
  expect(bindings).toBeGreaterThanOrEqual(BINDINGS)
  expect((await processes()).map(({ id }) => id)).toEqual(ranOn.map(({ id }) => id))
  const found = await listBindings(database, { text: 'cap giay phep xay dung', page: 1, pageSize: 50 })
  expect(found.rows.length).toBeGreaterThan(0)
  expect(found.rows.every(({ procedureName }) => procedureName?.includes('minh họa'))).toBe(true)
  expect((await listBindings(database, { page: 1, pageSize: 50 })).isMore).toBe(true)
  expect(offer).toBeDefined()
})

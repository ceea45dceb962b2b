import { expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import { soundRow } from '../../../../tests/support/sound-procedure-row.ts'
import { createPerform } from '../../../platform/action.ts'
import { systemActor } from '../../../platform/actor.ts'
import { movableClock } from '../../../platform/clock.ts'
import { instantAt } from '../../../platform/text/dates.ts'
import {
  endOffer,
  findVersionForReception,
  getCase,
  getProcedureByCode,
  getReceptionCase,
  judgeFile,
  limitFor,
  offerProcedures,
  offersOf,
  publishImport,
  receivingUnits,
  searchProcedures,
  stageFile,
} from '../index.ts'

const { database } = await testDatabase()
const perform = createPerform({
  database,
  clock: movableClock(instantAt('2026-06-01', '09:00')),
  authorise: async () => true,
  listeners: new Map(),
})
const actor = systemActor('test')
const DAY = '2026-06-15'

const [centre = 0, department = 0] = (
  await database
    .insertInto('unit')
    .values(
      (['centre', 'department'] as const).map((kind) => ({
        code: kind.toUpperCase(),
        name: `Đơn vị ${kind}`,
        kind,
        level: 'province',
        agencyCode: kind === 'centre' ? 'H50.40' : null,
        path: '',
        searchName: kind,
        validFrom: '2025-07-01',
        createdAt: new Date('2025-07-01T00:00:00Z'),
      })),
    )
    .returning('id')
    .execute()
).map(({ id }) => id)

const { importId } = await stageFile(perform, actor, {
  name: 'a.json',
  content: Buffer.from(
    JSON.stringify([
      soundRow({
        channels: [
          {
            channel: 'direct',
            time_limit: { value: 3.5, unit: 'working_day' },
            count_mode: 'end',
            cutoff: '15:00',
            last_hour_rule: true,
            fees: [
              { kind: 'charge', name: 'Lệ phí cấp thẻ', amount_vnd: 150_000 },
              { amount_vnd: null, text: 'Phí khác theo quy định' },
            ],
          },
          { channel: 'online', time_limit: { value: 176, unit: 'hour' }, fees: [] },
        ],
        dossier: [
          { name: 'Đơn', originals: 1, copies: 0 },
          { group: 'Giấy tờ phải xuất trình', name: 'Thẻ căn cước', originals: 0, copies: 0 },
        ],
      }),
    ]),
  ),
})
await judgeFile(perform, actor, importId)
await perform(actor, publishImport, { importId })
const procedure = await getProcedureByCode(database, '9.000001.000.00.00.H50')
const caseId = (await findVersionForReception(database, procedure.id, DAY))?.cases[0]?.id ?? 0
await perform(actor, offerProcedures, {
  procedureIds: [procedure.id],
  at: [{ receivingUnitId: centre, settlingUnitId: department }],
  channels: ['counter', 'post'],
  validFrom: '2026-06-10',
})

const receive = (changes: Partial<Parameters<typeof getReceptionCase>[2]> = {}) =>
  getReceptionCase(database, caseId, { receivingUnitId: centre, channel: 'counter', day: DAY, ...changes })

test('the desk gets the case with its limit, papers and fees that have an amount', async () => {
  expect(await receive()).toMatchObject({
    procedureId: procedure.id,
    procedureCode: '9.000001',
    settlingUnitId: department,
    limit: { amount: 3.5, unit: 'working-day', countMode: 'end', cutoff: '15:00', hasLastHourRule: true },
    components: [
      { name: 'Đơn', isRequired: true, isPresentedOnly: false },
      { name: 'Thẻ căn cước', isPresentedOnly: true },
    ],
    fees: [{ kind: 'charge', name: 'Lệ phí cấp thẻ', amount: 150_000, moment: 'reception' }],
  })
})

test.each([
  ['before the offer begins', { day: '2026-06-09' }, 'catalogue.not-offered'],
  ['before the version is in force', { day: '2026-01-01' }, 'catalogue.case-not-in-force'],
  ['by a unit that does not receive it', { receivingUnitId: department }, 'catalogue.not-offered'],
  ['through a channel the unit does not offer', { channel: 'online' as const }, 'catalogue.not-offered'],
  ['through a channel the procedure does not have', { channel: 'post' as const }, 'catalogue.not-offered'],
])('%s it is refused', async (_, changes, code) => {
  await expect(receive(changes)).rejects.toMatchObject({ code })
})

test('an unknown case is told', async () => {
  await expect(getReceptionCase(database, 0, { receivingUnitId: centre, channel: 'counter', day: DAY })).rejects.toMatchObject({
    code: 'catalogue.case-unknown',
  })
})

test('limits by channel', async () => {
  expect(await limitFor(database, caseId, 'online')).toMatchObject({ amount: 176, unit: 'hour', countMode: null, cutoff: null })
  expect(await limitFor(database, caseId, 'post')).toBeUndefined()
  expect((await getCase(database, caseId)).channels[0]).toMatchObject({
    channel: 'counter',
    cutoff: '15:00',
    fees: [{ amount: 150_000 }, { amount: null, text: 'Phí khác theo quy định' }],
  })
})

test('offers are found by procedure, unit and search; twice at a time is refused; an end takes effect on its day', async () => {
  expect(await receivingUnits(database, DAY)).toEqual([{ id: centre, name: 'Đơn vị centre', procedures: 1 }])
  expect((await searchProcedures(database, { receivingUnitId: centre, channel: 'counter' }, { day: DAY })).total).toBe(1)
  expect((await searchProcedures(database, { receivingUnitId: department }, { day: DAY })).total).toBe(0)
  const again = { procedureIds: [procedure.id], at: [{ receivingUnitId: centre, settlingUnitId: department }], validFrom: '2026-07-01' }
  await expect(perform(actor, offerProcedures, again)).rejects.toMatchObject({ code: 'catalogue.offer-overlap' })
  const [offer] = await offersOf(database, procedure.id, DAY)
  await perform(actor, endOffer, { offerId: offer?.id, validBefore: '2026-07-01' })
  expect(await receive({ day: '2026-06-30' })).toMatchObject({ caseId })
  await expect(receive({ day: '2026-07-01' })).rejects.toMatchObject({ code: 'catalogue.not-offered' })
  await perform(actor, offerProcedures, again)
  expect(await offersOf(database, procedure.id)).toHaveLength(2)
})

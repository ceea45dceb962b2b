import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { issuePaper, recordPrint, registerPaper } from './index.ts'

const { database } = await testDatabase()
const now = new Date('2026-11-20T10:05:00+07:00')
const office = { parent: 'UBND tỉnh', name: 'Trung tâm', kind: 'centre' as const, place: 'Quảng Trị' }

async function aUnit(code: string): Promise<number> {
  const { id } = await database
    .insertInto('unit')
    .values({ code, name: code, kind: 'centre', level: 'province', searchName: code, validFrom: '2025-07-01', createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const issue = (unitId: number, at = now) =>
  database.transaction().execute((tx) =>
    issuePaper(tx, {
      form: 'DOSSIER_REGISTER',
      unitId,
      office,
      now: at,
      make: (head) => registerPaper({ ...head, office, from: '2026-11-01', to: '2026-11-30', rows: [] }),
    }),
  )

test('papers are numbered by unit and year, also when issued at the same moment', async () => {
  const [one, other] = [await aUnit('TT1'), await aUnit('TT2')]
  const issued = await Promise.all(Array.from({ length: 8 }, () => issue(one)))
  expect(issued.map(({ number }) => number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect((await issue(other)).fullNumber).toBe('1/STD-TTPVHCC')
  expect((await issue(one, new Date('2026-12-31T17:30:00Z'))).number).toBe(1)
})

test('a reprint shows the facts of the day of issue, is numbered and logged', async () => {
  const { id, sheet } = await issue(await aUnit('TT3'))
  const print = (reason?: string) => database.transaction().execute((tx) => recordPrint(tx, { paperId: id, reason, now }))
  expect((await print()).sheet).toEqual(sheet)
  expect((await print('Khách làm mất')).sheet).toEqual({ ...sheet, data: { ...sheet.data, reprint: 'BẢN IN LẠI LẦN 1' } })
  expect((await print()).sheet.data.reprint).toBe('BẢN IN LẠI LẦN 2')
  const log = await database.selectFrom('paperPrint').select(['number', 'reason']).where('paperId', '=', id).orderBy('number').execute()
  expect(log).toEqual([
    { number: 1, reason: null },
    { number: 2, reason: 'Khách làm mất' },
    { number: 3, reason: null },
  ])
  await expect(database.updateTable('paperPrint').set({ reason: 'khác' }).where('paperId', '=', id).execute()).rejects.toThrow(
    'append-only',
  )
})

test('a paper that does not exist cannot be printed', async () => {
  await expect(database.transaction().execute((tx) => recordPrint(tx, { paperId: 0, now }))).rejects.toMatchObject({
    code: 'papers.not-found',
  })
})

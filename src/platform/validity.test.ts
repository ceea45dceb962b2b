import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../tests/support/database.ts'
import { validOn } from './validity.ts'

const { database } = await testDatabase()

test.each([
  ['2026-06-30', false],
  ['2026-07-01', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
])('a row valid from 1/7 to 31/12/2026 holds on %s: %s', async (day, expected) => {
  const one = sql`(select date '2026-07-01' as valid_from, date '2026-12-31' as valid_to) one`
  const { rows } = await sql<{ holds: boolean; alone: boolean }>`
    select ${validOn(day, 'one')} as holds, (select ${validOn(day)} from ${one}) as alone from ${one}`.execute(database)
  expect(rows).toEqual([{ holds: expected, alone: expected }])
})

test('a row without a last day holds until further notice', async () => {
  const { rows } = await sql<{ holds: boolean }>`
    select ${validOn('2199-12-31')} as holds from (select date '2026-07-01' as valid_from, null::date as valid_to) one`.execute(database)
  expect(rows).toEqual([{ holds: true }])
})

import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../tests/support/database.ts'
import { prepared, preparedRows } from './prepared.ts'

const { database } = await testDatabase()

const insertSettings = preparedRows((db, rows: { key: string; value: string; updatedAt: Date }[]) => db.insertInto('setting').values(rows))
const findSetting = prepared((db, { key }: { key: string }) =>
  db.selectFrom('setting').select(['key', 'value', 'updatedAt']).where('key', '=', key),
)
const at = new Date('2026-11-18T02:00:00Z')
const row = (key: string) => ({ key, value: JSON.stringify(key), updatedAt: at })

describe('a prepared statement', () => {
  test('takes other values each time, rows in any number', async () => {
    await insertSettings(database, [row('a')]).execute()
    await insertSettings(database, [row('b'), row('c')]).execute()
    await insertSettings(database, [row('d'), row('e')]).execute()
    for (const key of ['a', 'b', 'c', 'd', 'e'])
      expect(await findSetting(database, { key }).first()).toEqual({ key, value: key, updatedAt: at })
    expect(await findSetting(database, { key: 'f' }).first()).toBeUndefined()
  })

  test('refuses a value it has no place for', () => {
    const given = { key: 'a', value: 'b' }
    expect(() => findSetting(database, given)).toThrow('other names')
  })
})

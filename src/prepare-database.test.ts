import { expect, it } from 'vitest'
import { isUnused } from '#modules/identity/index.ts'
import { systemClock } from '#platform/clock.ts'
import { writeSetting } from '#platform/settings.ts'
import { testDatabase } from '../tests/support/database.ts'
import { prepareDatabase } from './prepare-database.ts'

const handle = await testDatabase()
const said: string[] = []
const prepare = () =>
  prepareDatabase({ handle, clock: systemClock, demo: false, say: (sentence) => said.push(sentence), progress: () => {} })
const roles = async () => (await handle.pool.query<{ count: number }>('select count(*)::int as count from role')).rows[0]?.count

it('gives an empty system its roles, once, also when several processes start together', async () => {
  const runs = await Promise.all([prepare(), prepare(), prepare()])
  expect(runs.flat()).toEqual([])
  const count = await roles()
  expect(count).toBeGreaterThan(5)
  await prepare()
  expect(await roles()).toBe(count)
  expect(await isUnused(handle.database)).toBe(true)
  expect(said).toEqual([])
})

it('begins again where the demonstration was cut off while it was loaded', async () => {
  await handle.pool.query(`insert into setting (key, value, updated_at) values ('half', '"made"', now())`)
  await writeSetting(handle.database, 'demonstration', { state: 'loading' }, systemClock.now())
  const names = await prepare()
  expect(names.length).toBeGreaterThan(5)
  expect(said[0]).toContain('đang làm lại từ đầu')
  expect((await handle.pool.query(`select key from setting where key in ('half', 'demonstration')`)).rows).toEqual([])
  expect(await roles()).toBeGreaterThan(5)
})

it('never empties a database whose demonstration was loaded to its end', async () => {
  await writeSetting(handle.database, 'demonstration', { state: 'loaded' }, systemClock.now())
  await handle.pool.query(`insert into setting (key, value, updated_at) values ('kept', '"yes"', now())`)
  await prepare()
  expect((await handle.pool.query(`select value from setting where key = 'kept'`)).rows).toEqual([{ value: 'yes' }])
})

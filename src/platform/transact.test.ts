import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../tests/support/database.ts'
import { isSqlError, sqlState } from './database.ts'
import { transact } from './transact.ts'

const { database } = await testDatabase()

beforeAll(() => sql`create table thing (id integer primary key)`.execute(database))

const put = (id: number) => sql`insert into thing values (${id})`
const ids = async () => (await sql<{ id: number }>`select id from thing order by id`.execute(database)).rows.map(({ id }) => id)

describe('a transaction whose statements travel together', () => {
  test('statements asked together are done in the order of asking, those sent along too', async () => {
    const seen = await transact(database, async (tx, send) => {
      send({ execute: () => put(1).execute(tx) })
      const [, { rows }] = await Promise.all([put(2).execute(tx), sql<{ id: number }>`select id from thing order by id`.execute(tx)])
      send({ execute: () => put(3).execute(tx) })
      return rows.map(({ id }) => id)
    })
    expect(seen).toEqual([1, 2])
    expect(await ids()).toEqual([1, 2, 3])
  })

  test('one that was sent along and fails undoes everything, and is the reason that is told', async () => {
    const failed = transact(database, async (tx, send) => {
      send({ execute: () => put(10).execute(tx) })
      send({ execute: () => put(1).execute(tx) })
      send({ execute: () => put(11).execute(tx) })
      return 'done'
    })
    expect(await failed.catch((error: unknown) => isSqlError(error, sqlState.unique))).toBe(true)
    expect(await ids()).toEqual([1, 2, 3])
  })

  test('the reason is told too when a later statement stumbles over it', async () => {
    const failed = transact(database, async (tx, send) => {
      send({ execute: () => put(1).execute(tx) })
      await put(10).execute(tx)
    })
    expect(await failed.catch((error: unknown) => isSqlError(error, sqlState.unique))).toBe(true)
    expect(await ids()).toEqual([1, 2, 3])
  })

  test('the reason is told too when one that was refused because of it is heard of first', async () => {
    const slowly = async (work: Promise<unknown>) => {
      const outcome = await work.then(
        () => undefined,
        (error: unknown) => error,
      )
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
      if (outcome) throw outcome
    }
    const failed = transact(database, async (tx) => {
      await Promise.all([slowly(put(1).execute(tx)), put(10).execute(tx)])
    })
    expect(await failed.catch((error: unknown) => isSqlError(error, sqlState.unique))).toBe(true)
    expect(await ids()).toEqual([1, 2, 3])
  })

  test('what is thrown comes out as it is, and nothing stays', async () => {
    const failed = transact(database, async (tx, send) => {
      send({ execute: () => put(10).execute(tx) })
      throw new Error('not today')
    })
    await expect(failed).rejects.toThrow('not today')
    expect(await ids()).toEqual([1, 2, 3])
  })

  test('whoever still asks when it is over is kept out', async () => {
    let late: Promise<unknown> | undefined
    const failed = transact(database, async (tx) => {
      const slow = put(10)
        .execute(tx)
        .then(() => put(11).execute(tx))
      late = slow.catch((error: unknown) => String(error))
      await Promise.all([Promise.reject(new Error('refused')), slow])
    })
    await expect(failed).rejects.toThrow('refused')
    expect(await late).toContain('The transaction is over')
    expect(await ids()).toEqual([1, 2, 3])
  })
})

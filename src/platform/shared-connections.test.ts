import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../tests/support/database.ts'
import { prepared } from './prepared.ts'

const { database, pool } = await testDatabase()

const whoAnswers = prepared(
  (_db, { number }: { number: number }) => sql<{ number: number; pid: number }>`
  select ${number}::int as number, pg_backend_pid() as pid`,
)
const quotient = prepared((_db, { divisor }: { divisor: number }) => sql<{ value: number }>`select 6 / ${divisor}::int as value`)
const settings = prepared((db, { key }: { key: string }) => db.selectFrom('setting').select('key').where('key', '=', key))

const askMany = (many: number) => Promise.all(Array.from({ length: many }, (_, number) => whoAnswers(database, { number }).first()))

test('each statement gets its own answer, and many share few connections', async () => {
  const answers = await askMany(60)
  expect(answers.map((answer) => answer?.number)).toEqual(Array.from({ length: 60 }, (_, number) => number))
  // A quarter of the ten of a test.
  expect(new Set(answers.map((answer) => answer?.pid)).size).toBe(2)
  expect(pool.totalCount).toBe(2)
})

test('a statement that fails fails alone', async () => {
  const divisors = [1, 0, 2, 0, 3]
  const outcomes = await Promise.allSettled(divisors.map((divisor) => quotient(database, { divisor }).first()))
  expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value?.value : 'failed'))).toEqual([
    6,
    'failed',
    3,
    'failed',
    2,
  ])
})

test('within a transaction a statement sees what the transaction has written, and nobody else does', async () => {
  await database.transaction().execute(async (tx) => {
    await tx
      .insertInto('setting')
      .values({ key: 'own', value: '1', updatedAt: new Date('2026-11-18T02:00:00Z') })
      .execute()
    expect(await settings(tx, { key: 'own' }).first()).toEqual({ key: 'own' })
    expect(await settings(database, { key: 'own' }).first()).toBeUndefined()
  })
})

test('a connection that was lost is replaced', async () => {
  const before = new Set((await askMany(10)).map((answer) => answer?.pid))
  await pool.query('select pg_terminate_backend(pid) from pg_stat_activity where pid = any ($1)', [[...before]])
  await expect
    .poll(() =>
      askMany(10)
        .then((answers) => answers.length)
        .catch(() => 'lost'),
    )
    .toBe(10)
  const after = (await askMany(10)).map((answer) => answer?.pid)
  expect(after.filter((pid) => before.has(pid))).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { receiveDossier } from '#modules/intake/index.ts'
import { completeTask } from '#modules/workflow/index.ts'
import { testApp } from '../../tests/support/app.ts'
import { completeByHand, modelOf, onConnection, receiveByHand } from './by-hand.ts'
import { deskOf, officer } from './desk.ts'
import { steppedModel } from './stepped-model.ts'

const app = await testApp()
const { pool } = app.handle
const { perform } = app.services
const desk = await deskOf({ app, clock: app.clock, pool })
const now = app.clock.now()

const TABLES = ['audit', 'dossier', 'dossier_action', 'task', 'dossier_component', 'dossier_fee', 'idempotency', 'party']

/** How many rows the work adds to each table, and how far it moves the numbers of the day. */
async function added(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await counts()
  await work()
  const after = await counts()
  return Object.fromEntries(Object.keys(after).map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)]))
}

async function counts(): Promise<Record<string, number>> {
  const each = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`)
  const { rows } = await pool.query(`select ${each.join(', ')}, (select sum(value)::int from running_number) as running_number`)
  return rows[0]
}

describe('the reference writes what the product writes', () => {
  test('when a dossier is received', async () => {
    const [receptionistId = 0] = desk.receptionists
    const [first] = await desk.receive(1)
    const model = await modelOf(pool, first?.id ?? 0)
    const given = { ...desk.form, channel: 'counter', owner: { id: desk.parties[0] }, returnMethod: 'counter' }
    const byProduct = await added(() => perform(officer(receptionistId), receiveDossier, given, { onceKey: 'by-product' }))
    const byHand = await added(() =>
      onConnection(pool, (client) => receiveByHand(client, model, { now, key: 'by-hand', actor: { kind: 'officer', id: receptionistId } })),
    )
    expect(byHand).toEqual(byProduct)
    expect(byProduct).toMatchObject({ dossier: 1, dossier_action: 4, task: 2, audit: 1, idempotency: 1, running_number: 1 })
  })

  test('when a step is completed', async () => {
    const model = await steppedModel({ app, pool }, desk)
    const [one, other] = await desk.receive(2)
    const byProduct = await added(() =>
      perform(desk.doers[0], completeTask, { dossierId: one?.id, taskNumber: 2, assigneeId: desk.specialistId }),
    )
    const byHand = await added(() =>
      onConnection(pool, (client) =>
        completeByHand(client, model, { id: other?.id }, { now, actor: { kind: 'officer', id: desk.doerIds[0] ?? 0 } }),
      ),
    )
    expect(byHand).toEqual(byProduct)
    expect(byProduct).toMatchObject({ dossier_action: 2, task: 1, audit: 1 })
    const { rows } = await pool.query('select state, national_status, action_count from dossier where id = any ($1) order by id', [
      [one?.id, other?.id],
    ])
    expect(rows[1]).toEqual(rows[0])
  })
})

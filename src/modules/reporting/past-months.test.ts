/** Months that are over, on real dossiers that go on through the actions: what OpenCPS counted wrong (lessons-opencps.md A.3, A.4), counted right. */
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { aDesk, aProcedure } from '../../../tests/support/desk.ts'
import { takeStep } from '../../../tests/support/take-step.ts'
import { systemActor } from '../../platform/actor.ts'
import type { Queryable } from '../../platform/database.ts'
import { instantAt } from '../../platform/text/dates.ts'
import { transact } from '../../platform/transact.ts'
import { holdDossier, type TransitionId } from '../dossier/index.ts'
import { receiveDossier } from '../intake/index.ts'
import { transit, verifyDossiers } from '../workflow/index.ts'
import { type Counts, calendarPeriod, dossiersBehind, figures, MEASURES, type Period, spanOf, totalOf } from './index.ts'

const app = await testApp()
const { database, perform } = app.services
const desk = await aDesk(app)
const root = await database.selectFrom('unit').select('id').where('parentId', 'is', null).executeTakeFirstOrThrow()
const at = (stamp: string) => instantAt(stamp.slice(0, 10), stamp.slice(11))

type Procedure = Awaited<ReturnType<typeof aProcedure>>

async function receive(
  stamp: string,
  procedure: Procedure,
  channel: 'counter' | 'post' = 'counter',
): Promise<{ dossierId: number; code: string }> {
  app.clock.set(at(stamp))
  return perform({ kind: 'officer', id: desk.receptionists[0] }, receiveDossier, {
    procedureCaseId: procedure.caseId,
    receivingUnitId: desk.unitId,
    channel,
    owner: { name: 'Phạm Thị Thử Nghiệm', phone: '0912345679' },
    components: procedure.componentIds.map((componentId) => ({ componentId, originals: 1 })),
    returnMethod: 'counter',
  })
}

/** Step by step until the result is issued, an hour between two steps at most, the last at the moment given. `each` is asked after every step. */
async function settle(dossierId: number, stamp: string, each: () => Promise<void> = async () => {}): Promise<void> {
  app.clock.set(at(stamp))
  for (let kind = ''; kind !== 'issue'; ) {
    kind = (await takeStep(app, dossierId)).kind
    await each()
  }
}

const NOTHING = Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Counts

/** The figures of one procedure in the whole province; undefined where it has no row. */
async function rowOf({ name }: Procedure, period: Period, now: string, db: Queryable = database): Promise<Counts | undefined> {
  const rows = await figures(db, { unitId: root.id, span: spanOf(period, at(now)) }, 'procedure')
  const row = rows.find((each) => each.name === name)
  return row && (Object.fromEntries(MEASURES.map((measure) => [measure, row[measure]])) as Counts)
}
const month = (text: string) => calendarPeriod('month', `${text}-01`)
const day = (date: string): Period => ({ from: date, to: date })
const counted = async (procedure: Procedure, period: Period, now: string) => (await rowOf(procedure, period, now)) ?? NOTHING

test('lessons A.3.3: a month that is over does not change when its dossiers move on', async () => {
  const procedure = await aProcedure(app, desk)
  const late = await receive('2026-09-15T09:00', procedure)
  const inTime = await receive('2026-09-29T09:00', procedure)
  const september = await counted(procedure, month('2026-09'), '2026-10-01T00:00')
  expect(september).toEqual({ ...NOTHING, receivedCounter: 2, openLate: 1, openInTime: 1 })
  const isUnchanged = async () => expect(await counted(procedure, month('2026-09'), '2027-01-01T00:00')).toEqual(september)
  await settle(late.dossierId, '2026-10-05T10:00', isUnchanged)
  await settle(inTime.dossierId, '2026-11-03T10:00', isUnchanged)
  await takeStep(app, inTime.dossierId)
  await isUnchanged()
  expect(await counted(procedure, month('2026-10'), '2027-01-01T00:00')).toEqual({
    ...NOTHING,
    carriedOver: 2,
    settledLate: 1,
    openLate: 1,
  })
  expect(await counted(procedure, month('2026-11'), '2027-01-01T00:00')).toEqual({ ...NOTHING, carriedOver: 1, settledLate: 1 })
  expect(await rowOf(procedure, month('2026-12'), '2027-01-01T00:00')).toBeUndefined()
})

/** A transition that is no step of the process, at the moment of the clock. */
const go = (dossierId: number, stamp: string, id: TransitionId, given: Parameters<typeof transit>[3]) => {
  app.clock.set(at(stamp))
  return transact(database, async (tx, send) =>
    transit({ tx, send, actor: systemActor('test'), now: app.clock.now() }, await holdDossier(tx, dossierId), id, given),
  )
}
const ask = (dossierId: number, stamp: string) =>
  go(dossierId, stamp, 'ask-supplement', { areFaultsMarked: true, isApproved: true, hasLeaderDecision: true })

describe('lessons A.3.3: nor when the clock of its dossiers stands still, is counted again or is put off', () => {
  const asked = month('2026-09')
  /** Received in September; the figures of September when it was over, and again after each thing that happened later. */
  async function september(stamp: string, before: (dossierId: number) => Promise<unknown> = async () => {}) {
    const procedure = await aProcedure(app, desk)
    const { dossierId } = await receive(stamp, procedure)
    await before(dossierId)
    const counts = await counted(procedure, asked, '2026-10-01T00:00')
    return {
      dossierId,
      procedure,
      counts,
      isUnchanged: async () => expect(await counted(procedure, asked, '2027-01-01T00:00')).toEqual(counts),
    }
  }

  test('overdue at its end, asked for a supplement later: it was late, and stays so', async () => {
    const { dossierId, counts, isUnchanged } = await september('2026-09-15T09:00')
    expect(counts).toEqual({ ...NOTHING, receivedCounter: 1, openLate: 1 })
    await ask(dossierId, '2026-10-02T09:00')
    await isUnchanged()
    await go(dossierId, '2026-10-12T09:00', 'accept-supplement', { isComplete: true })
    await isUnchanged()
  })

  test('standing still at its end: it is in time, is in the month and in its sum, and stays so when counted again', async () => {
    const { dossierId, procedure, counts, isUnchanged } = await september('2026-09-21T09:00', (id) => ask(id, '2026-09-23T09:00'))
    expect(counts).toEqual({ ...NOTHING, receivedCounter: 1, openInTime: 1 })
    await go(dossierId, '2026-10-08T09:00', 'accept-supplement', { isComplete: true })
    await isUnchanged()
    expect(await counted(procedure, month('2026-10'), '2026-11-01T00:00')).toEqual({ ...NOTHING, carriedOver: 1, openLate: 1 })
    await isUnchanged()
  })

  test('in time at its end, extended later: it was in time', async () => {
    const { dossierId, counts, isUnchanged } = await september('2026-09-28T09:00')
    expect(counts).toEqual({ ...NOTHING, receivedCounter: 1, openInTime: 1 })
    await go(dossierId, '2026-10-01T09:00', 'extend', {
      newDueAt: at('2026-10-20T09:00'),
      hasReason: true,
      isApproved: true,
      hasLeaderDecision: true,
    })
    await isUnchanged()
  })
})

test('lessons A.1, step deadlines: closed after fifteen working days without the supplement, though nothing was changed for weeks; not a day before', async () => {
  const procedure = await aProcedure(app, desk)
  const { dossierId } = await receive('2026-08-03T09:00', procedure)
  await ask(dossierId, '2026-08-04T10:00')
  // The fifteenth working day is Mon 24/8: Sat 22/8 was worked in lieu.
  await expect(go(dossierId, '2026-08-24T16:00', 'close-unanswered', {})).rejects.toThrow('workflow.refused')
  await go(dossierId, '2026-10-26T08:00', 'close-unanswered', {})
  const { state, timeliness } = await database
    .selectFrom('dossier')
    .select(['state', 'timeliness'])
    .where('id', '=', dossierId)
    .executeTakeFirstOrThrow()
  // Its time ended when it stopped: the applicant's weeks are not the agency's lateness.
  expect([state, timeliness]).toEqual(['CLOSED_NO_SUPPLEMENT', 'early'])
})

test('lessons A.3.4: what is settled on a Saturday counts by its settling, what is received then by its reception', async () => {
  const procedure = await aProcedure(app, desk)
  const [friday, saturday, monday] = [day('2026-10-09'), day('2026-10-10'), day('2026-10-12')]
  const first = await receive('2026-10-10T09:00', procedure)
  const second = await receive('2026-10-09T09:00', procedure)
  await settle(second.dossierId, '2026-10-10T10:00')
  await settle(first.dossierId, '2026-10-12T10:00')
  const counts = await Promise.all([friday, saturday, monday].map((each) => counted(procedure, each, '2026-12-01T00:00')))
  expect(counts.map((each) => [totalOf(each, 'receivedInPeriod'), totalOf(each, 'settled')])).toEqual([
    [1, 0],
    [1, 1],
    [0, 1],
  ])
})

test('lessons A.3.7: the channel counts what was received in the month, not every dossier that is open in it', async () => {
  const procedure = await aProcedure(app, desk)
  await receive('2026-07-15T09:00', procedure, 'post')
  const [july, august, september] = await Promise.all(
    ['2026-07', '2026-08', '2026-09'].map((each) => counted(procedure, month(each), '2026-12-01T00:00')),
  )
  expect([july?.receivedPost, august?.receivedPost, september?.receivedPost]).toEqual([1, 0, 0])
  expect([july?.carriedOver, august?.carriedOver, september?.carriedOver]).toEqual([0, 1, 1])
})

test('lessons A.3.6: each month is counted by itself: in any order the same, over the end of a year too, and an empty one has no row', async () => {
  const procedure = await aProcedure(app, desk)
  const settled = await receive('2026-04-06T09:00', procedure)
  await settle(settled.dossierId, '2026-04-07T09:00')
  await receive('2026-12-31T09:00', procedure)
  const months = ['2026-03', '2026-04', '2026-05', '2026-11', '2026-12', '2027-01'].map(month)
  const read = async (periods: Period[]) => {
    const rows: (Counts | undefined)[] = []
    for (const each of periods) rows.push(await rowOf(procedure, each, '2027-02-01T00:00'))
    return rows
  }
  const forward = await read(months)
  expect((await read(months.toReversed())).toReversed()).toEqual(forward)
  expect(forward.map((row) => row && [totalOf(row, 'receivedInPeriod'), row.carriedOver])).toEqual([
    undefined,
    [1, 0],
    undefined,
    undefined,
    [1, 0],
    [0, 1],
  ])
})

describe('lessons A.3.5: one broken dossier does not take its month away', () => {
  class Undo extends Error {}
  const two = async () => {
    const procedure = await aProcedure(app, desk)
    const { dossierId } = await receive('2026-06-01T09:00', procedure)
    await receive('2026-06-02T09:00', procedure)
    return { procedure, dossierId }
  }
  const june = month('2026-06')

  test.each(['received_at', 'due_at', 'late_from', 'clock_started_at'])(
    'without %s: not let in, or the others are counted all the same',
    async (column) => {
      const { procedure, dossierId } = await two()
      const run = database.transaction().execute(async (tx) => {
        await sql`savepoint sound`.execute(tx)
        const isLetIn = await sql`update dossier set ${sql.ref(column)} = null where id = ${dossierId}`.execute(tx).then(
          () => true,
          () => false,
        )
        if (!isLetIn) await sql`rollback to savepoint sound`.execute(tx)
        const counts = (await rowOf(procedure, june, '2026-07-01T00:00', tx)) ?? NOTHING
        expect(totalOf(counts, 'received')).toBe(isLetIn && column === 'received_at' ? 1 : 2)
        expect(totalOf(counts, 'received')).toBe(totalOf(counts, 'settled') + totalOf(counts, 'open'))
        throw new Undo()
      })
      await expect(run).rejects.toBeInstanceOf(Undo)
    },
  )

  test('with a broken chain: it is counted, and verify names it', async () => {
    const { procedure, dossierId } = await two()
    const { code, chainHead } = await database
      .selectFrom('dossier')
      .select(['code', 'chainHead'])
      .where('id', '=', dossierId)
      .executeTakeFirstOrThrow()
    const write = (head: string) => database.updateTable('dossier').set({ chainHead: head }).where('id', '=', dossierId).execute()
    await write('0'.repeat(64))
    expect((await counted(procedure, june, '2026-07-01T00:00')).receivedCounter).toBe(2)
    expect((await verifyDossiers(database)).differences.map((difference) => difference.code)).toEqual([code])
    await write(chainHead)
  })
})

describe('lessons A.1, early / on time / late: every screen shows one class', () => {
  /** Received Mon 2/11 09:00, five working days: due Mon 9/11 09:00. */
  test.each([
    ['early', '2026-11-06T16:00', 'settledEarly'],
    ['on-time', '2026-11-09T16:00', 'settledOnTime'],
    ['late', '2026-11-10T08:00', 'settledLate'],
  ] as const)('%s: settled at %s', async (timeliness, stamp, measure) => {
    const procedure = await aProcedure(app, desk)
    const { dossierId, code } = await receive('2026-11-02T09:00', procedure)
    await settle(dossierId, stamp)
    expect(await counted(procedure, month('2026-11'), '2026-12-01T00:00')).toEqual({ ...NOTHING, receivedCounter: 1, [measure]: 1 })
    const scope = { unitId: root.id, span: spanOf(month('2026-11'), at('2026-12-01T00:00')) }
    const behind = await dossiersBehind(database, scope, { measure }, { number: 1, size: 100 })
    expect(behind.rows.find((row) => row.code === code)?.timeliness).toBe(timeliness)
    const token = await app.aToken({ rights: ['dossier.search', 'dossier.read'] })
    const ask = async (url: string) => (await app.server.inject({ url, headers: { authorization: `Bearer ${token}` } })).json()
    const list = await ask('/api/v1/dossiers?receivedFrom=2026-11-02&receivedTo=2026-11-02')
    expect(list.items.find((item: { code: string }) => item.code === code).timeliness).toBe(timeliness)
    expect((await ask(`/api/v1/dossiers/${code}`)).timeliness).toBe(timeliness)
  })
})

describe('lessons A.3.8: what is not settled is in no class', () => {
  test('an open dossier is neither early nor on time, and nothing settled is no figure at all', async () => {
    const procedure = await aProcedure(app, desk)
    await receive('2026-05-05T09:00', procedure)
    const counts = await counted(procedure, month('2026-05'), '2026-06-01T00:00')
    expect(counts).toEqual({ ...NOTHING, receivedCounter: 1, openLate: 1 })
    expect(totalOf(counts, 'settled')).toBe(0)
  })

  test('a refusal in writing is judged by its date like a result: late is late', async () => {
    const procedure = await aProcedure(app, desk)
    const refusal = { hasReason: true, isApproved: true, areDutiesSeparate: true }
    for (const [received, refused] of [
      ['2026-05-11T09:00', '2026-05-12T10:00'],
      ['2026-05-11T09:30', '2026-05-20T10:00'],
    ] as const) {
      const { dossierId } = await receive(received, procedure)
      for (let kind = ''; kind !== 'assignment'; ) ({ kind } = await takeStep(app, dossierId))
      await go(dossierId, refused, 'refuse-after-appraisal', refusal)
    }
    expect(await counted(procedure, month('2026-05'), '2026-06-01T00:00')).toEqual({
      ...NOTHING,
      receivedCounter: 2,
      settledEarly: 1,
      settledLate: 1,
    })
  })

  test('the database keeps no finished dossier without a class, and no class on an open one', async () => {
    const procedure = await aProcedure(app, desk)
    const { dossierId } = await receive('2026-05-06T09:00', procedure)
    const classify = (timeliness: string | null) =>
      database.updateTable('dossier').set({ timeliness }).where('id', '=', dossierId).execute()
    await expect(classify('on-time')).rejects.toThrow('check')
    await settle(dossierId, '2026-05-07T09:00')
    await expect(classify(null)).rejects.toThrow('check')
  })
})

describe('lessons A.4: figures are read from the dossiers themselves', () => {
  test('in one statement, however long the period; there is no run that could be stuck', async () => {
    let statements = 0
    const counting = database.withPlugin({
      transformQuery: ({ node }) => {
        statements++
        return node
      },
      transformResult: async ({ result }) => result,
    })
    for (const period of [day('2026-11-02'), { from: '2020-01-01', to: '2029-12-31' }]) {
      statements = 0
      await figures(counting, { unitId: root.id, span: spanOf(period, at('2026-12-01T00:00')) }, 'procedure')
      expect(statements).toBe(1)
    }
  })

  test('what was received a moment ago is in them', async () => {
    const procedure = await aProcedure(app, desk)
    await receive('2026-11-16T09:00', procedure)
    expect((await counted(procedure, day('2026-11-16'), '2026-11-16T09:01')).receivedCounter).toBe(1)
  })
})

test('lessons A.3.9: what the figures count is what the actions say: computed again from nothing, all is the same', async () => {
  const verification = await verifyDossiers(database)
  expect(verification.dossiers).toBeGreaterThan(10)
  expect(verification.differences).toEqual([])
})

/** Who sees which open task, and what of it: what OpenCPS got wrong (lessons-opencps.md A.1, A.2), right by construction. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { aDesk, aProcedure } from '../../../../tests/support/desk.ts'
import { takeStep } from '../../../../tests/support/take-step.ts'
import { systemActor } from '../../../platform/actor.ts'
import { formatStamp, instantAt, localDate } from '../../../platform/text/dates.ts'
import { addOfficer, assignRole, endAssignment } from '../../identity/index.ts'
import { receiveDossier } from '../../intake/index.ts'
import { claimTask, readInbox } from '../index.ts'

const app = await testApp()
const { database, perform } = app.services
const desk = await aDesk(app)
const procedure = await aProcedure(app, desk)
const system = systemActor('test')
const DAY_MS = 86_400_000
const NOW = instantAt('2026-11-18', '09:00')
const TOMORROW = new Date(NOW.getTime() + DAY_MS)

let people = 0
async function newcomer(): Promise<number> {
  const number = ++people
  const { id } = await perform(system, addOfficer, {
    username: `moi.den.${number}`,
    fullName: `Người Mới Đến ${number}`,
    homeUnitId: desk.settlingUnitId,
    staffKind: 'civil-servant',
  })
  return id
}

/** Received, some steps done, and what is open then. */
async function dossier({ steps, by = 0 }: { steps: number; by?: number }) {
  const { dossierId, code } = await perform({ kind: 'officer', id: desk.receptionists[by] ?? 0 }, receiveDossier, {
    procedureCaseId: procedure.caseId,
    receivingUnitId: desk.unitId,
    owner: { name: 'Đỗ Thị Thử', phone: '0912345670' },
    components: procedure.componentIds.map((componentId) => ({ componentId, originals: 1 })),
    returnMethod: 'counter',
  })
  for (let step = 0; step < steps; step++) await takeStep(app, dossierId)
  const task = await database
    .selectFrom('task')
    .select(['number', 'kind', 'roleId', 'unitId', 'assigneeId'])
    .where('dossierId', '=', dossierId)
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { dossierId, code, task }
}
/** One whose open task waits for its role: the assignment, and the review. */
const waiting = (steps = 0) => dossier({ steps })

const join = (officerId: number, { roleId, unitId }: { roleId: number | null; unitId: number }, from: Date) =>
  perform(system, assignRole, { officerId, roleId, unitId, validFrom: localDate(from) })

const inbox = (officerId: number, now = NOW) =>
  readInbox(database, officerId, { list: 'all', page: 1, pageSize: 100 }, now, new Date(now.getTime() + DAY_MS))
const codesOf = async (officerId: number, now = NOW) => (await inbox(officerId, now)).rows.map(({ code }) => code)

describe('lessons A.2.7: who may do a task is asked when it is read, not written down when it is opened', () => {
  test('who joins a role sees at once what is open already, and may take it', async () => {
    app.clock.set(NOW)
    const { code, dossierId, task } = await waiting()
    const officerId = await newcomer()
    expect(await codesOf(officerId)).toEqual([])
    await join(officerId, task, NOW)
    expect(await codesOf(officerId)).toContain(code)
    await perform({ kind: 'officer', id: officerId }, claimTask, { dossierId, taskNumber: task.number })
    expect((await inbox(officerId)).counts.mine).toBe(1)
  })

  test('who joins from tomorrow on sees it tomorrow; whose last day was today sees it today', async () => {
    app.clock.set(NOW)
    const { code, task } = await waiting()
    const [coming, going] = [await newcomer(), await newcomer()]
    await join(coming, task, TOMORROW)
    const assignmentId = await join(going, task, NOW)
    await perform(system, endAssignment, { assignmentId, lastDay: localDate(NOW) })
    const sees = async (officerId: number) =>
      [await codesOf(officerId), await codesOf(officerId, TOMORROW)].map((codes) => codes.includes(code))
    expect([await sees(coming), await sees(going)]).toEqual([
      [false, true],
      [true, false],
    ])
  })
})

test('lessons A.2.2: an officer of two roles sees the work of both, not that of the first, nor none', async () => {
  app.clock.set(NOW)
  const received = await waiting()
  const issuing = await waiting(4)
  expect(received.task.roleId).not.toBe(issuing.task.roleId)
  const both = [received.code, issuing.code]
  const officerId = await newcomer()
  const seen = async () => (await codesOf(officerId)).filter((code) => both.includes(code)).toSorted()
  await join(officerId, received.task, NOW)
  expect(await seen()).toEqual([received.code])
  await join(officerId, issuing.task, NOW)
  expect(await seen()).toEqual(both.toSorted())
})

describe('lessons A.1, step deadlines: in the list of work', () => {
  test('the due time is that of the opening, whenever the list is read; late is what has passed it', async () => {
    app.clock.set(instantAt('2026-11-20', '16:00'))
    const { code, task } = await waiting()
    const officerId = await newcomer()
    await join(officerId, task, app.clock.now())
    const read = async (stamp: string) => {
      const now = instantAt(stamp.slice(0, 10), stamp.slice(11))
      const list = async (standing?: 'late') =>
        (await readInbox(database, officerId, { list: 'all', standing, page: 1, pageSize: 100 }, now, now)).rows.find(
          (row) => row.code === code,
        )
      const row = await list()
      return [row && formatStamp(row.stepDueAt), (await list('late')) !== undefined]
    }
    const [due] = await read('2026-11-20T16:00')
    expect(due).toBe('2026-11-23T09:00')
    expect(await read('2026-11-22T20:00')).toEqual([due, false])
    expect(await read('2026-11-23T09:00')).toEqual([due, false])
    expect(await read('2026-11-23T09:01')).toEqual([due, true])
  })

  test('lessons A.1, more: a page of work is one statement, whatever its length', async () => {
    app.clock.set(NOW)
    let statements = 0
    const counting = database.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        statements++
        return result
      },
    })
    const { task } = await waiting()
    const officerId = await newcomer()
    await join(officerId, task, app.clock.now())
    const { rows } = await readInbox(counting, officerId, { list: 'all', page: 1, pageSize: 100 }, NOW, NOW)
    expect(rows.length).toBeGreaterThan(2)
    expect(statements).toBe(1)
  })
})

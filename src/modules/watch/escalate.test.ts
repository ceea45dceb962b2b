/** Reminders at 50, 75 and 100 % of a limit: officer, head, leader of the one-stop unit; once each, one bad dossier stopping nobody. */
import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { browsing } from '../../../tests/support/browsing.ts'
import { aWorkplace, PASSWORD, type Person, type TaskAt } from '../../../tests/support/work.ts'
import { systemActor } from '../../platform/actor.ts'
import { writeSetting } from '../../platform/settings.ts'
import { instantAt } from '../../platform/text/dates.ts'
import { addWorkingMinutes, calendarOf, workingMinutesBetween } from '../calendar/index.ts'
import { recordAbsence } from '../identity/index.ts'
import { reassignTask } from '../workflow/index.ts'
import { escalateAll, findingsFor, type Reminder, remindersOf, watchCounts } from './index.ts'

const app = await testApp()
const { pool } = app.handle
const { database, perform } = app.services
const place = await aWorkplace(app)
const [head, leader] = [await place.anOfficer('agency-leader'), await place.anOfficer('centre-head', place.desk.unitId)]
const START = instantAt('2026-11-18', '09:00')
const MINUTE_MS = 60_000

const run = () => escalateAll(app.services)
/** As `level rung`, of one dossier and of its step or itself, oldest first. */
const told = async (officer: Person, task: TaskAt, of: 'step' | 'dossier' = 'step'): Promise<string[]> =>
  (await remindersOf(database, officer.id))
    .filter(({ code, stepName }) => code === task.code && (stepName === null) === (of === 'dossier'))
    .map(({ level, rung }: Reminder) => `${level} ${rung}`)
    .reverse()

/** A step that began at 9:00 on Wednesday. */
async function begun(): Promise<{ task: TaskAt; officer: Person }> {
  app.clock.set(START)
  const officer = await place.anOfficer('specialist')
  const task = await place.aDossierOf(officer)
  return { task, officer }
}

/** Goes to a minute after so much of the step’s limit is used. */
async function at(task: TaskAt, share: number): Promise<void> {
  const { rows } = await pool.query('select opened_at, due_at, unit_id from task where dossier_id = $1 and number = $2', [
    task.dossierId,
    task.taskNumber,
  ])
  const calendar = await calendarOf(database, [])
  const whole = workingMinutesBetween(calendar, rows[0].opened_at, rows[0].due_at)
  app.clock.set(new Date(addWorkingMinutes(calendar, rows[0].opened_at, Math.ceil(whole * share)).getTime() + MINUTE_MS))
}

beforeEach(async () => {
  await pool.query('truncate escalation, reminder, escalation_failure')
})

describe('a step', () => {
  test('is told to its officer at half, to her head too near the end, to the leader of the one-stop unit too when it is late; once each', async () => {
    const { task, officer } = await begun()
    await at(task, 0.4)
    await run()
    expect(await told(officer, task)).toEqual([])
    await at(task, 0.5)
    await run()
    await run()
    expect(await told(officer, task)).toEqual(['half officer'])
    expect(await told(head, task)).toEqual([])
    await at(task, 0.76)
    await run()
    expect(await told(officer, task)).toEqual(['half officer', 'near officer'])
    expect(await told(head, task)).toEqual(['near head'])
    expect(await told(leader, task)).toEqual([])
    await at(task, 1.1)
    await run()
    expect(await told(officer, task)).toEqual(['half officer', 'near officer', 'late officer'])
    expect(await told(head, task)).toEqual(['near head', 'late head'])
    expect(await told(leader, task)).toEqual(['late one-stop-leader'])
    expect(await run()).toMatchObject({ failed: 0 })
    expect(await told(leader, task)).toEqual(['late one-stop-leader'])
  })

  test('that was never looked at while it passed two levels tells the highest alone', async () => {
    const { task, officer } = await begun()
    await at(task, 1.2)
    await run()
    expect(await told(officer, task)).toEqual(['late officer'])
  })

  test('is told to who stands in for an absent holder, and to the new holder after it changed hands', async () => {
    const { task, officer } = await begun()
    const [substitute, next] = [await place.anOfficer('specialist'), await place.anOfficer('specialist')]
    await perform(officer.actor, recordAbsence, {
      substituteId: substitute.id,
      firstDay: '2026-11-18',
      lastDay: '2026-12-31',
      reason: 'Học tập',
    })
    await at(task, 0.5)
    await run()
    expect(await told(substitute, task)).toEqual(['half officer'])
    expect(await told(officer, task)).toEqual([])
    await perform(head.actor, reassignTask, { ...task, toOfficerId: next.id, reason: 'Người giữ việc đi học' })
    await at(task, 0.8)
    await run()
    expect(await told(next, task)).toEqual(['near officer'])
  })

  test('follows the levels that the installation has set', async () => {
    const { task, officer } = await begun()
    await writeSetting(database, 'due-lights', { half: 20, near: 90 }, START)
    await at(task, 0.3)
    await run()
    expect(await told(officer, task)).toEqual(['half officer'])
    await writeSetting(database, 'due-lights', { half: 50, near: 75 }, START)
  })

  test('waits while the office is closed', async () => {
    const { task, officer } = await begun()
    await at(task, 0.8)
    app.clock.set(instantAt('2026-11-22', '10:00'))
    expect(await run()).toEqual({ escalations: 0, reminders: 0, failed: 0 })
    expect(await told(officer, task)).toEqual([])
  })
})

describe('one bad case stops nobody', () => {
  test('a dossier whose actions cannot be folded stands on the watchdog’s list with its error; all others get theirs; it gets its own once it is whole', async () => {
    const first = await begun()
    const broken = await begun()
    const last = await begun()
    await pool.query(
      `insert into dossier_action (dossier_id, sequence, kind, at, actor_kind, facts, hash)
       select $1, max(sequence) + 1, 'task-completed', $2, 'system', '{"kind":"task-completed","number":77}', 'x' from dossier_action where dossier_id = $1`,
      [broken.task.dossierId, START],
    )
    await at(last.task, 0.6)
    expect((await run()).failed).toBe(1)
    for (const { officer, task } of [first, last]) expect(await told(officer, task)).toEqual(['half officer'])
    expect(await told(broken.officer, broken.task)).toEqual([])
    const found = async () =>
      (
        await findingsFor(
          database,
          { actor: systemActor('test'), now: app.clock.now() },
          { kind: 'escalation-failed', page: 1, pageSize: 9 },
        )
      ).rows
    expect(await found()).toMatchObject([{ dossierId: broken.task.dossierId, why: 'Task 77 is not open' }])
    await run()
    const { rows } = await pool.query('select attempts from escalation_failure')
    expect(rows).toEqual([{ attempts: 2 }])
    await pool.query('alter table dossier_action disable trigger dossier_action_append_only')
    await pool.query(`delete from dossier_action where dossier_id = $1 and facts ->> 'number' = '77'`, [broken.task.dossierId])
    await pool.query('alter table dossier_action enable trigger dossier_action_append_only')
    await run()
    expect(await told(broken.officer, broken.task)).toEqual(['half officer'])
    expect(await found()).toEqual([])
  })

  test('stopped in the middle it goes on where it was; run by two workers at once it tells each once', async () => {
    const made = [await begun(), await begun(), await begun()]
    await at(made[2]?.task as TaskAt, 0.6)
    let left = 1
    const stopping: typeof perform = (...given) => {
      if (left-- <= 0) throw new Error('the process ends here')
      return perform(...given)
    }
    await expect(escalateAll({ ...app.services, perform: stopping })).rejects.toThrow('the process ends here')
    const count = async () => Number((await pool.query('select count(*) from escalation')).rows[0].count)
    const before = await count()
    expect(before).toBeGreaterThan(0)
    await Promise.all([run(), run()])
    for (const { officer, task } of made) expect(await told(officer, task)).toEqual(['half officer'])
    const all = await count()
    await run()
    expect(await count()).toBe(all)
  })
})

describe('the bell and the page', () => {
  test('count what is unread and still to be done, and open the dossier; nobody reads another’s', async () => {
    const { task, officer } = await begun()
    await at(task, 0.6)
    await run()
    expect(await watchCounts(database, officer.id, '2026-11-18')).toMatchObject({ reminders: 1 })
    const browser = browsing(app.server)
    await browser.signIn(officer.username, PASSWORD)
    const { html } = await browser.open('/nhac-viec')
    expect(html).toMatch(/header__bell.*?Nhắc việc.*?count--near">1</s)
    expect(html).toContain('Người giữ việc')
    expect(html).toMatch(/Đã dùng 6\d %/)
    const [reminder] = await remindersOf(database, officer.id)
    const other = browsing(app.server)
    await other.signIn(head.username, PASSWORD)
    expect((await other.send('/nhac-viec', { reminderId: String(reminder?.id) })).status).toBe(404)
    expect((await browser.send('/nhac-viec', { reminderId: String(reminder?.id) })).html).toContain(task.code)
    expect(await watchCounts(database, officer.id, '2026-11-18')).toMatchObject({ reminders: 0 })
  })
})

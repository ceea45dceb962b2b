/** No silent limbo: a house at work has nothing on the list; one of each kind planted is found, once, with its unit and why. */
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { browsing } from '../../../tests/support/browsing.ts'
import { aWorkplace, PASSWORD, type Person, type TaskAt } from '../../../tests/support/work.ts'
import { systemActor } from '../../platform/actor.ts'
import { instantAt } from '../../platform/text/dates.ts'
import { recordAbsence } from '../identity/index.ts'
import { answerableOf, countFindings, FINDING_KINDS, type Finding, type FindingKind, findingsFor } from './index.ts'

const app = await testApp()
const { pool } = app.handle
const { database, perform } = app.services
const place = await aWorkplace(app)
const browser = browsing(app.server)
const [head, holder] = [await place.anOfficer('agency-leader'), await place.anOfficer('specialist')]
// Wednesday, 11:00; the offices have been open since 7:30 at the latest.
const NOW = instantAt('2026-11-18', '11:00')
const HOUR_MS = 3_600_000
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS)

const all = async (kind?: FindingKind): Promise<Finding[]> =>
  (await findingsFor(database, { actor: systemActor('test'), now: app.clock.now() }, { kind, page: 1, pageSize: 500 })).rows
const run = (text: string, ...values: unknown[]) => pool.query(text, values)

/** Back to what it was before its reception: as an online filing that a partner brought. */
async function asFiling({ dossierId }: TaskAt, filedAt: Date, receptionDueAt: Date | null): Promise<void> {
  await run(
    `update dossier set state = 'AWAITING_RECEPTION', received_at = null, clock_started_at = null, due_at = null, original_due_at = null, early_before = null,
       late_from = null, filed_at = $2, reception_due_at = $3 where id = $1`,
    dossierId,
    filedAt,
    receptionDueAt,
  )
  await run(`delete from task where dossier_id = $1`, dossierId)
  await run(
    `insert into dossier_action (dossier_id, sequence, kind, at, actor_kind, actor_id, facts, hash)
     select $1, max(sequence) + 1, 'filed', $2, 'partner', 1, '{}', 'x' from dossier_action where dossier_id = $1`,
    dossierId,
    filedAt,
  )
}

const asState = ({ dossierId }: TaskAt, state: string) => run(`update dossier set state = $2 where id = $1`, dossierId, state)

/** A step beside the one that is open. */
const addTask = ({ dossierId }: TaskAt, kind: 'leg' | 'timer' | 'outside', openedAt: Date, dueAt: Date) =>
  run(
    `insert into task (dossier_id, number, name, kind, unit_id, role_id, opened_at, due_at)
     select $1, 90, $2, $2, unit_id, case when $2 = 'leg' then role_id end, $3, $4 from task where dossier_id = $1 and closed_at is null limit 1`,
    dossierId,
    kind,
    openedAt,
    dueAt,
  )

const addMessage = ({ dossierId }: TaskAt, state: string, sendBy: Date) =>
  run(
    `insert into outgoing_message (dossier_id, unit_id, kind, sequence, state, send_by, created_at)
     select id, receiving_unit_id, 'received', 1, $2, $3, $4 from dossier where id = $1`,
    dossierId,
    state,
    sendBy,
    ago(48),
  )

const addRequest = ({ dossierId }: TaskAt, answerBy: Date) =>
  run(
    `insert into supplement_request (dossier_id, number, is_before_reception, asked_at, answer_by) values ($1, 1, false, $2, $3)`,
    dossierId,
    ago(48),
    answerBy,
  )

const addObligation = ({ dossierId }: TaskAt, payBy: string | null) =>
  run(
    `insert into obligation (dossier_id, amount, notice_number, notified_at, pay_by) values ($1, 100000, '12/TB', $2, $3)`,
    dossierId,
    ago(48),
    payBy,
  )

/** What is found of one dossier. */
const kindsOf = async ({ dossierId }: TaskAt): Promise<string[]> =>
  (await all())
    .filter((row) => row.dossierId === dossierId)
    .map(({ kind, why }) => (why && kind === 'task-unmanned' ? `${kind} ${why}` : kind))

const at = async (instant: Date, make: () => Promise<TaskAt>): Promise<TaskAt> => {
  app.clock.set(instant)
  const made = await make()
  app.clock.set(NOW)
  return made
}
const aDossier = () => at(ago(24), () => place.aDossierOf(holder))

beforeAll(() => app.clock.set(NOW))

describe('nothing is in limbo', () => {
  test('while each step has somebody, also an absent one with a substitute, and what waits for the applicant has a date', async () => {
    const waiting = await aDossier()
    await asState(waiting, 'AWAITING_SUPPLEMENT')
    await addRequest(waiting, instantAt('2026-12-01'))
    const paying = await aDossier()
    await asState(paying, 'AWAITING_PAYMENT')
    await addObligation(paying, '2026-11-18')
    const [away, substitute] = [await place.anOfficer('specialist'), await place.anOfficer('specialist')]
    await at(ago(24), () => place.aDossierOf(away))
    await perform(away.actor, recordAbsence, {
      substituteId: substitute.id,
      firstDay: '2026-11-18',
      lastDay: '2026-11-20',
      reason: 'Tập huấn',
    })
    await asFiling(await aDossier(), ago(1), instantAt('2026-11-19', '10:00'))
    await addMessage(await aDossier(), 'pending', instantAt('2026-11-18', '15:00'))
    await addTask(await aDossier(), 'leg', ago(1), instantAt('2026-11-20'))
    await addTask(await aDossier(), 'timer', ago(1), instantAt('2026-11-20'))
    expect(await all()).toEqual([])
    expect(await countFindings(database, NOW)).toEqual([])
  })
})

describe('each kind', () => {
  const planted = new Map<FindingKind, TaskAt>()
  const plant = async (kind: FindingKind, spoil: (task: TaskAt) => Promise<unknown>) => {
    const task = await aDossier()
    await spoil(task)
    planted.set(kind, task)
  }

  beforeAll(async () => {
    await plant('no-next-step', (task) => run(`delete from task where dossier_id = $1`, task.dossierId))
    const gone = await place.anOfficer('specialist')
    planted.set('task-unmanned', await at(ago(24), () => place.aDossierOf(gone)))
    await run(`update officer set is_active = false where id = $1`, gone.id)
    await plant('filing-unseen', (task) => asFiling(task, ago(3), instantAt('2026-11-18', '16:00')))
    await plant('filing-undecided', (task) => asFiling(task, ago(30), ago(1)))
    await plant('leg-unacknowledged', (task) => addTask(task, 'leg', ago(3), instantAt('2026-11-20')))
    await plant('outside-overdue', (task) => addTask(task, 'outside', ago(30), ago(1)))
    await plant('timer-overdue', (task) => addTask(task, 'timer', ago(30), ago(1)))
    await plant('supplement-unclosed', async (task) => {
      await asState(task, 'AWAITING_SUPPLEMENT')
      await addRequest(task, ago(1))
    })
    await plant('payment-overdue', async (task) => {
      await asState(task, 'AWAITING_PAYMENT')
      await addObligation(task, '2026-11-17')
    })
    await plant('withdrawal-undecided', async (task) => {
      await asState(task, 'WITHDRAWAL_REQUESTED')
      await run(
        `insert into dossier_action (dossier_id, sequence, kind, at, actor_kind, facts, hash)
         select $1, max(sequence) + 1, 'transition', $2, 'system', '{"kind":"transition","id":"request-withdrawal"}', 'x' from dossier_action where dossier_id = $1`,
        task.dossierId,
        ago(30),
      )
    })
    await plant('late-unapologised', (task) =>
      run(`update dossier set late_from = $2, early_before = $3 where id = $1`, task.dossierId, ago(1), ago(30)),
    )
    await plant('message-unsent', (task) => addMessage(task, 'pending', ago(1)))
    await plant('message-failed', (task) => addMessage(task, 'failed', instantAt('2026-11-19')))
    await plant('escalation-failed', (task) =>
      run(
        `insert into escalation_failure (dossier_id, error, first_at, last_at) values ($1, 'Task 7 is not open', $2, $2)`,
        task.dossierId,
        ago(1),
      ),
    )
  })

  test('is found once, and nothing else', async () => {
    const found = (await all()).map(({ kind, dossierId }) => `${kind} ${dossierId}`).toSorted()
    expect(found).toEqual([...planted].map(([kind, { dossierId }]) => `${kind} ${dossierId}`).toSorted())
    expect([...planted.keys()].toSorted()).toEqual([...FINDING_KINDS].toSorted())
  })

  test('the figures and each list say the same', async () => {
    for (const { kind, count } of await countFindings(database, NOW)) expect((await all(kind)).length, kind).toBe(count)
  })

  test('a leader sees those of her units alone, and the page names who has to act', async () => {
    const outsider = await place.anOfficer('division-head', await anotherUnit())
    const mine = await findingsFor(database, { actor: head.actor, now: NOW }, { page: 1, pageSize: 100 })
    expect(mine.rows.length).toBeGreaterThan(5)
    expect(new Set(mine.rows.map(({ unitId }) => unitId))).toEqual(new Set([place.desk.settlingUnitId]))
    expect(await findingsFor(database, { actor: outsider.actor, now: NOW }, { page: 1, pageSize: 100 })).toEqual({ rows: [], total: 0 })
    expect(
      (await answerableOf(database, [place.desk.settlingUnitId], NOW)).get(place.desk.settlingUnitId)?.map(({ officerId }) => officerId),
    ).toContain(head.id)
    const page = await pageOf(head)
    expect(page).toContain('Không để hồ sơ bị bỏ quên')
    expect(page).toContain('Bước không có người xử lý')
    expect(page).toContain('Người giữ việc đã nghỉ hoặc bị khóa tài khoản.')
    expect(page).toContain(head.fullName)
    expect(page).not.toContain('Thông báo quá hạn gửi')
  })

  test('a step without anybody is given away from the list, and then stands there no more', async () => {
    await browser.signIn(head.username, PASSWORD)
    const task = planted.get('task-unmanned') as TaskAt
    const tick = `${task.dossierId}-${task.taskNumber}`
    const asked = await browser.send('/lam-viec/hang-loat', { lam: 'giao', ve: '/canh-bao', viec: tick })
    expect(asked.html).toContain('href="/canh-bao"')
    await browser.send('/lam-viec/hang-loat', {
      lam: 'giao',
      chac: '1',
      ve: '/canh-bao',
      viec: tick,
      toOfficerId: String(holder.id),
      reason: 'Người cũ đã nghỉ việc',
    })
    expect(await kindsOf(task)).toEqual([])
  })

  test('a receptionist does not read the list', async () => {
    await browser.signIn((await place.anOfficer('receptionist', place.desk.unitId)).username, PASSWORD)
    expect((await browser.open('/canh-bao')).status).toBe(403)
  })

  test('the figures stand in /metrics by kind, zero where nothing is', async () => {
    app.clock.set(new Date(NOW.getTime() + 60_000))
    const { body } = await app.server.inject({ method: 'GET', url: '/metrics' })
    app.clock.set(NOW)
    expect(body).toContain('watch_findings{kind="timer-overdue"} 1')
    expect(body).toContain('watch_findings{kind="task-unmanned"} 0')
  })
})

describe('a step', () => {
  const heldBy = async (officer: Person) => at(ago(24), () => place.aDossierOf(officer))

  test('whose holder is away, and whose substitute is away or locked too, has nobody', async () => {
    const [away, substitute] = [await place.anOfficer('specialist'), await place.anOfficer('specialist')]
    const task = await heldBy(away)
    await perform(away.actor, recordAbsence, { substituteId: substitute.id, firstDay: '2026-11-18', lastDay: '2026-11-20', reason: 'Ốm' })
    expect(await kindsOf(task)).toEqual([])
    await run(`update officer set is_active = false where id = $1`, substitute.id)
    expect(await kindsOf(task)).toEqual(['task-unmanned away'])
    await run(`update officer set is_active = true where id = $1`, substitute.id)
    const third = await place.anOfficer('specialist')
    // Who stands in may not record an absence of her own; one recorded before counts all the same.
    await run(
      `insert into absence (officer_id, substitute_id, first_day, last_day, reason, created_at) values ($1, ${third.id}, '2026-11-18', '2026-11-18', 'Họp', now())`,
      substitute.id,
    )
    expect(await kindsOf(task)).toEqual(['task-unmanned away'])
  })

  test('whose holder lost the role has nobody', async () => {
    const officer = await place.anOfficer('specialist')
    const task = await heldBy(officer)
    await run(`update role_assignment set valid_to = '2026-11-17' where officer_id = $1`, officer.id)
    expect(await kindsOf(task)).toEqual(['task-unmanned unfit'])
  })

  test('of a role that nobody has who is there has nobody, until one comes back', async () => {
    const task = await heldBy(holder)
    await run(
      `update task set assignee_id = null, role_id = (select id from role where code = 'auditor') where dossier_id = $1 and closed_at is null`,
      task.dossierId,
    )
    await run(`update role_assignment set valid_to = '2026-11-17' where role_id = (select id from role where code = 'auditor')`)
    expect(await kindsOf(task)).toEqual(['task-unmanned nobody'])
    await place.anOfficer('auditor')
    expect(await kindsOf(task)).toEqual([])
  })

  test('always has a due date: the table says so', async () => {
    const { rows } = await run(`select is_nullable from information_schema.columns where table_name = 'task' and column_name = 'due_at'`)
    expect(rows).toEqual([{ is_nullable: 'NO' }])
  })
})

test('another agency’s part counts as acknowledged when somebody there has opened it', async () => {
  const task = await aDossier()
  await addTask(task, 'leg', ago(3), instantAt('2026-11-20'))
  expect(await kindsOf(task)).toEqual(['leg-unacknowledged'])
  await run(
    `insert into leg (dossier_id, task_number, kind, agency, position, asked_at, sent_at, acknowledged_at) values ($1, 90, 'interoperation', 'Sở Y tế', 1, $2, $2, $3)`,
    task.dossierId,
    ago(3),
    ago(1),
  )
  expect(await kindsOf(task)).toEqual([])
})

describe('an online filing', () => {
  test('counts as seen when an officer opened it', async () => {
    const task = await aDossier()
    await asFiling(task, ago(3), instantAt('2026-11-18', '16:00'))
    expect(await kindsOf(task)).toEqual(['filing-unseen'])
    await run(
      `insert into audit (at, actor_kind, actor_id, name, outcome, subject_kind, subject_id) values ($1, 'officer', $2, 'dossier.read', 'done', 'dossier', $3)`,
      ago(1),
      head.id,
      String(task.dossierId),
    )
    expect(await kindsOf(task)).toEqual([])
  })

  test('without a date of reception has no next step', async () => {
    const task = await aDossier()
    await asFiling(task, ago(1), null)
    expect(await kindsOf(task)).toEqual(['no-next-step'])
  })
})

async function anotherUnit(): Promise<number> {
  const { rows } = await run(`select id from unit where kind = 'commune' order by id desc limit 1`)
  return Number(rows[0].id)
}

async function pageOf(person: Person): Promise<string> {
  await browser.signIn(person.username, PASSWORD)
  return (await browser.open('/canh-bao')).html
}

/** T11–T12 and the agencies of a process, through the real actions and pages. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { browsing } from '../../../../tests/support/browsing.ts'
import { aDossierAfterAppraisal } from '../../../../tests/support/changed-process.ts'
import { aProcedure } from '../../../../tests/support/desk.ts'
import { expectVerified, later, messagesOf, papersLaid, refusal, stateOf, stepsTo } from '../../../../tests/support/settling.ts'
import { takeStep } from '../../../../tests/support/take-step.ts'
import { aWorkplace, openNumber, PASSWORD, type Person } from '../../../../tests/support/work.ts'
import { publicActor } from '../../../platform/actor.ts'
import { receiveDossier } from '../../intake/index.ts'
import { claimTask, completeTask, completeTimers } from '../../workflow/index.ts'
import { answerLeg, consult, endConsultation, endInteroperation, interoperate, tellOfLateLegs } from '../index.ts'

const app = await testApp()
const { perform, database } = app.services
const place = await aWorkplace(app)
const specialist = await place.anOfficer('specialist')
const divisions = await database
  .selectFrom('unit')
  .select(['id', 'name'])
  .where('kind', '=', 'division')
  .where('id', '!=', place.desk.settlingUnitId)
  .orderBy('id', 'desc')
  .limit(3)
  .execute()
const partners: Person[] = []
for (const { id } of divisions) partners.push(await place.anOfficer('division-head', id))
const [a, b, c] = divisions.map(({ id }) => id) as [number, number, number]
const [ofA, ofB, ofC] = partners as [Person, Person, Person]

const leg = (unitId: number, workingDays = 2) => ({ unitId, content: 'Đề nghị cho ý kiến về địa điểm.', workingDays })
const answer = (person: Person, dossierId: number, taskNumber: number) =>
  perform(person.actor, answerLeg, { dossierId, taskNumber, answer: 'Đồng ý với đề nghị.' })

describe('opinions asked for by hand', () => {
  test('go to all at once; each has a task and a clock, the dossier’s runs on; the last answer ends the consultation', async () => {
    const { dossierId, taskNumber } = await place.aDossierOf(specialist)
    const before = await stateOf(app, dossierId)
    const { tasks } = await perform(specialist.actor, consult, { dossierId, way: 'electronic', legs: [leg(a), leg(b, 3)] })
    expect(tasks).toHaveLength(2)
    const asked = await stateOf(app, dossierId)
    expect(asked.state).toBe('IN_CONSULTATION')
    expect(asked.clock).toEqual(before.clock)
    expect(await papersLaid(app, dossierId)).toEqual(['CONSULTATION_LETTER', 'CONSULTATION_LETTER'])
    expect(await messagesOf(app, dossierId)).toEqual(['leg-sent'])
    expect(await refusal(perform(specialist.actor, completeTask, { dossierId, taskNumber }))).toMatchObject({ code: 'workflow.legs-open' })
    // Neither the asker nor the other agency answers for this one.
    expect((await refusal(answer(ofB, dossierId, tasks[0] ?? 0))).code).toMatch(/access.denied|workflow.not-yours/)
    later(app, 30)
    await answer(ofA, dossierId, tasks[0] ?? 0)
    expect((await stateOf(app, dossierId)).state).toBe('IN_CONSULTATION')
    await answer(ofB, dossierId, tasks[1] ?? 0)
    const after = await stateOf(app, dossierId)
    expect(after.state).toBe('IN_APPRAISAL')
    expect(after.open).toMatchObject([{ number: taskNumber }])
    expect(await refusal(answer(ofB, dossierId, tasks[1] ?? 0))).toMatchObject({ code: 'workflow.task-closed' })
    await expectVerified(app)
    await takeStep(app, dossierId)
    await expectVerified(app)
  })

  test('the lead goes on without who is late, with a reason; what came late is told to the head of the one-stop unit, once', async () => {
    const { dossierId } = await place.aDossierOf(specialist)
    const { tasks } = await perform(specialist.actor, consult, { dossierId, way: 'electronic', legs: [leg(a, 1), leg(b, 30)] })
    later(app, 3 * 1440)
    expect(await tellOfLateLegs(app.services)).toBe(1)
    expect(await tellOfLateLegs(app.services)).toBe(0)
    expect(await messagesOf(app, dossierId)).toEqual(['leg-sent', 'leg-late'])
    expect((await refusal(perform(specialist.actor, endConsultation, { dossierId, text: '' }))).fields).toHaveProperty('text')
    await perform(specialist.actor, endConsultation, { dossierId, text: 'Đã đủ căn cứ để kết luận.' })
    expect((await stateOf(app, dossierId)).open).toHaveLength(1)
    expect(await refusal(answer(ofA, dossierId, tasks[0] ?? 0))).toMatchObject({ code: 'workflow.task-closed' })
    const rows = await database.selectFrom('leg').select('outcome').where('dossierId', '=', dossierId).execute()
    expect(rows.map(({ outcome }) => outcome)).toEqual(['left', 'left'])
    await expectVerified(app)
  })

  test('needs an agency, its content and a limit; not of itself, not by a stranger', async () => {
    const { dossierId } = await place.aDossierOf(specialist)
    const wish = { dossierId, way: 'electronic', legs: [{ content: 'ab', workingDays: 0 }] }
    expect(Object.keys((await refusal(perform(specialist.actor, consult, wish))).fields)).toEqual(
      expect.arrayContaining(['legs.0.content', 'legs.0.workingDays']),
    )
    expect(
      (await refusal(perform(specialist.actor, consult, { dossierId, way: 'paper', legs: [leg(place.desk.settlingUnitId)] }))).fields,
    ).toHaveProperty('legs.0.unitId')
    expect(await refusal(perform(ofA.actor, consult, { dossierId, way: 'paper', legs: [leg(b)] }))).toMatchObject({ code: 'access.denied' })
    expect(await refusal(perform(publicActor, answerLeg, { dossierId, taskNumber: 1, answer: 'Đồng ý.' }))).toMatchObject({
      code: 'access.sign-in',
    })
  })
})

describe('liên thông by hand', () => {
  test('on paper: one after the other in the order given', async () => {
    const { dossierId, taskNumber } = await place.aDossierOf(specialist)
    const { tasks } = await perform(specialist.actor, interoperate, { dossierId, way: 'paper', legs: [leg(a), leg(b), leg(c)] })
    expect(tasks).toHaveLength(1)
    expect(await papersLaid(app, dossierId)).toEqual(['TRANSFER_SLIP'])
    for (const person of [ofA, ofB, ofC]) {
      const state = await stateOf(app, dossierId)
      expect(state.state).toBe('INTEROPERATING')
      const open = state.open.find(({ kind }) => kind === 'leg')
      later(app, 15)
      await answer(person, dossierId, open?.number ?? 0)
    }
    expect(await stateOf(app, dossierId)).toMatchObject({ state: 'IN_APPRAISAL', open: [{ number: taskNumber }] })
    await expectVerified(app)
    await stepsTo(app, dossierId, 'return')
    await expectVerified(app)
  })

  test('an agency outside is asked before the dossier was forwarded: its answer is waited for where the dossier is, by the calendar there', async () => {
    const { caseId, componentIds } = await aProcedure(app, place.desk)
    const { dossierId } = await perform({ kind: 'officer', id: place.desk.receptionists[0] }, receiveDossier, {
      procedureCaseId: caseId,
      receivingUnitId: place.desk.unitId,
      owner: { name: 'Trần Văn Thử', phone: '0912345678' },
      components: componentIds.map((componentId) => ({ componentId, originals: 1, copies: 0 })),
      returnMethod: 'counter',
      forwards: false,
    })
    const outside = { agency: 'Viện Nghiên cứu Thử nghiệm', content: 'Đề nghị phối hợp.', workingDays: 2 }
    const { tasks } = await perform(specialist.actor, interoperate, { dossierId, way: 'electronic', legs: [outside] })
    expect(
      await database
        .selectFrom('task')
        .select('unitId')
        .where('dossierId', '=', dossierId)
        .where('number', '=', tasks[0] ?? 0)
        .execute(),
    ).toEqual([{ unitId: place.desk.unitId }])
    await expectVerified(app)
  })

  test('may be ended by the lead', async () => {
    const { dossierId } = await place.aDossierOf(specialist)
    await perform(specialist.actor, interoperate, { dossierId, way: 'electronic', lead: 2, legs: [leg(a), leg(b)] })
    await perform(specialist.actor, endInteroperation, { dossierId, text: 'Không cần phối hợp nữa.' })
    expect(await stateOf(app, dossierId)).toMatchObject({ state: 'IN_APPRAISAL', open: [{ kind: 'appraisal' }] })
    await expectVerified(app)
  })
})

describe('what the other agency sees', () => {
  test('its own part and the papers chosen for it, recorded; not the dossier, not the other parts', async () => {
    const { dossierId, code } = await place.aDossierOf(specialist)
    const { tasks } = await perform(specialist.actor, consult, {
      dossierId,
      way: 'electronic',
      legs: [leg(a), { ...leg(b), content: 'Việc riêng của cơ quan B.' }],
    })
    const browser = browsing(app.server)
    await browser.signIn(ofA.username, PASSWORD)
    expect((await browser.open('/lien-thong')).html).toContain(`/lien-thong/${code}/${tasks[0]}`)
    const page = await browser.open(`/lien-thong/${code}/${tasks[0]}`)
    expect(page.status).toBe(200)
    expect(page.html).toContain('Đề nghị cho ý kiến về địa điểm.')
    expect(page.html).not.toMatch(/Trần Văn Thử|0912|912345678|Việc riêng của cơ quan B/)
    const row = await database.selectFrom('leg').select('acknowledgedAt').where('dossierId', '=', dossierId).orderBy('id').execute()
    expect(row.map(({ acknowledgedAt }) => acknowledgedAt !== null)).toEqual([true, false])
    expect((await browser.open(`/lien-thong/${code}/${tasks[1]}`)).status).toBe(403)
    expect((await browser.open(`/ho-so/${code}`)).status).toBe(403)
    expect((await browser.send(`/lien-thong/${code}/${tasks[0]}/nhan`)).status).toBe(200)
    expect((await browser.open(`/ho-so/${code}`)).status).toBe(403)
    const refused = await browser.sendFiles(`/lien-thong/${code}/${tasks[0]}/tra-loi`, { answer: 'ok' })
    expect(refused.status).toBe(422)
    expect((await browser.sendFiles(`/lien-thong/${code}/${tasks[0]}/tra-loi`, { answer: 'Nhất trí với đề nghị.' })).status).toBe(200)
    expect((await browser.open(`/ho-so/${code}`)).status).toBe(403)
    const { rows } = await app.handle.pool.query(
      `select count(*)::int as reads from audit where name = 'dossier.read-leg' and subject_id = $1 and outcome <> 'refused'`,
      [String(dossierId)],
    )
    expect(rows[0].reads).toBeGreaterThan(2)
    // The lead sees every part with its answer.
    browser.forget()
    await browser.signIn(specialist.username, PASSWORD)
    const lead = await browser.open(`/ho-so/${code}`)
    expect(lead.html).toContain('Nhất trí với đề nghị.')
    expect(lead.html).toContain('/viec/ket-thuc-lay-y-kien')
    expect((await browser.open(`/ho-so/${code}/viec/ket-thuc-lay-y-kien`)).status).toBe(200)
    expect((await browser.open('/lien-thong')).html).toContain(code)
  })
})

const three = (mode: 'parallel' | 'in-order') =>
  aDossierAfterAppraisal(
    app,
    place,
    {
      id: 'others',
      kind: 'agencies',
      name: 'Liên thông',
      mode,
      legs: ['a', 'b', 'c'].map((key) => ({
        key,
        lane: `lane_${key}`,
        name: `Phần việc ${key}`,
        limit: { amount: 1, unit: 'working-day' as const },
      })),
    },
    ['a', 'b', 'c'].map((key) => ({ key: `lane_${key}`, name: `Cơ quan ${key}`, place: 'other' as const, roleCode: 'division-head' })),
    { lane_a: { unitId: a }, lane_b: { unitId: b }, lane_c: { unitId: c } },
  )

describe('a step that keeps acts to itself', () => {
  const again = (actions?: string[]) =>
    aDossierAfterAppraisal(
      app,
      place,
      {
        id: 'again',
        kind: 'step',
        step: 'appraisal',
        name: 'Thẩm định lại',
        lane: 'own',
        limit: { amount: 4, unit: 'hour' },
        ...(actions && { actions }),
      },
      [{ key: 'own', name: 'Chuyên viên', place: 'settling', roleCode: 'specialist' }],
    )
  const wish = (dossierId: number) => perform(specialist.actor, consult, { dossierId, way: 'electronic', legs: [leg(a)] })

  test('what it does not list is neither offered nor done; what it lists, and where nothing is listed, is', async () => {
    const browser = browsing(app.server)
    await browser.signIn(specialist.username, PASSWORD)
    const none = await again([])
    expect(await refusal(wish(none.dossierId))).toMatchObject({ code: 'workflow.not-of-step' })
    expect((await browser.open(`/ho-so/${none.code}`)).html).not.toContain('viec/lay-y-kien')
    for (const listed of [['consult'], undefined]) {
      const { dossierId, code } = await again(listed)
      expect((await browser.open(`/ho-so/${code}`)).html).toContain('viec/lay-y-kien')
      await wish(dossierId)
      expect((await stateOf(app, dossierId)).state).toBe('IN_CONSULTATION')
    }
    await expectVerified(app)
  })
})

describe('a process with three agencies', () => {
  test('at once; one is late and is told of; with the last answer the process goes on by itself', async () => {
    const { dossierId, code } = await three('parallel')
    const begun = await stateOf(app, dossierId)
    expect(begun.state).toBe('INTEROPERATING')
    expect(begun.open.map(({ kind }) => kind)).toEqual(['leg', 'leg', 'leg'])
    expect(await messagesOf(app, dossierId)).toContain('leg-sent')
    const [first, second, third] = begun.open.map(({ number }) => number) as [number, number, number]
    await answer(ofB, dossierId, second)
    // An officer of one agency cannot see another's part, nor the dossier.
    const browser = browsing(app.server)
    await browser.signIn(ofA.username, PASSWORD)
    expect((await browser.open(`/lien-thong/${code}/${first}`)).status).toBe(200)
    expect((await browser.open(`/lien-thong/${code}/${third}`)).status).toBe(403)
    await perform(ofA.actor, claimTask, { dossierId, taskNumber: first })
    expect((await browser.open(`/ho-so/${code}`)).status).toBe(403)
    await answer(ofA, dossierId, first)
    later(app, 4 * 1440)
    expect(await tellOfLateLegs(app.services)).toBe(1)
    expect((await stateOf(app, dossierId)).state).toBe('INTEROPERATING')
    await answer(ofC, dossierId, third)
    expect((await stateOf(app, dossierId)).open).toMatchObject([{ kind: 'review' }])
    browser.forget()
    await browser.signIn(ofA.username, PASSWORD)
    expect((await browser.open(`/ho-so/${code}`)).status).toBe(403)
    await stepsTo(app, dossierId, 'return')
    await expectVerified(app)
  })

  test('in order: the next begins when the one before has answered', async () => {
    const { dossierId } = await three('in-order')
    for (const person of [ofA, ofB, ofC]) {
      const { open } = await stateOf(app, dossierId)
      expect(open).toMatchObject([{ kind: 'leg' }])
      later(app, 20)
      await answer(person, dossierId, open[0]?.number ?? 0)
    }
    expect((await stateOf(app, dossierId)).open).toMatchObject([{ kind: 'review' }])
    await expectVerified(app)
  })
})

describe('a timer of a process', () => {
  test('goes on by itself when its time has passed, once, and not before', async () => {
    const { dossierId } = await aDossierAfterAppraisal(app, place, {
      id: 'notice',
      kind: 'timer',
      name: 'Niêm yết công khai',
      wait: { amount: 2, unit: 'working-day' },
    })
    expect((await stateOf(app, dossierId)).open).toMatchObject([{ kind: 'timer' }])
    expect(await completeTimers(app.services)).toEqual({ done: 0, failed: 0 })
    const number = await openNumber(app, dossierId)
    expect(await refusal(perform(specialist.actor, completeTask, { dossierId, taskNumber: number }))).toMatchObject({
      code: 'workflow.not-yours',
    })
    later(app, 6 * 1440)
    const both = await Promise.all([completeTimers(app.services), completeTimers(app.services)])
    expect(both.reduce((sum, { done }) => sum + done, 0)).toBe(1)
    expect(both.every(({ failed }) => failed === 0)).toBe(true)
    expect((await stateOf(app, dossierId)).open).toMatchObject([{ kind: 'review' }])
    await expectVerified(app)
  })
})

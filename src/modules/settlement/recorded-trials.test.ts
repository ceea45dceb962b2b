/** Dossiers with acts that need somebody outside the process, recorded as trials of it: what was lived is what the trial lives. On a real database. */
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { aProcedure } from '../../../tests/support/desk.ts'
import { aFile, later, stateOf, stepsTo } from '../../../tests/support/settling.ts'
import { takeStep } from '../../../tests/support/take-step.ts'
import { aWorkplace, type Person } from '../../../tests/support/work.ts'
import { receiveDossier, settleAtOnce, settleOnTheSpot } from '../intake/index.ts'
import {
  claimTask,
  completeTask,
  getProcess,
  getTrial,
  prepareResult,
  recordTrial,
  replay,
  sayAct,
  trialSetting,
} from '../workflow/index.ts'
import {
  answerLeg,
  askTax,
  beginCorrection,
  confirmPayment,
  consult,
  endConsultation,
  endCorrection,
  interoperate,
  issueCorrection,
  noObligation,
  notifyObligation,
  postCameBack,
  postDelivered,
  postResult,
} from './index.ts'

const app = await testApp()
const { perform, database } = app.services
const place = await aWorkplace(app)
const specialist = await place.anOfficer('specialist')
const returner = await place.anOfficer('return-officer', place.desk.unitId)
const { id: controllerId } = await database.selectFrom('officer').select('id').where('username', '=', 'kiemsoat').executeTakeFirstOrThrow()
const [a, b] = await database
  .selectFrom('unit')
  .select('id')
  .where('kind', '=', 'division')
  .where('id', '!=', place.desk.settlingUnitId)
  .orderBy('id', 'desc')
  .limit(2)
  .execute()
const [ofA, ofB] = [await place.anOfficer('division-head', a?.id), await place.anOfficer('division-head', b?.id)]

const leg = (unitId: number | undefined, workingDays: number) => ({ unitId, content: 'Đề nghị cho ý kiến về địa điểm.', workingDays })
const outside = (workingDays: number) => ({ agency: 'Viện Nghiên cứu Thử nghiệm', content: 'Đề nghị cho ý kiến.', workingDays })
const obligation = { amount: 1_500_000, reasonCode: 'fee-due', noticeNumber: '15/TB-CCT' }
const tax = { agency: 'Thuế tỉnh Thử', content: 'Đề nghị xác định tiền thuê đất.', workingDays: 3 }
const parcel = (trackingNumber: string) => ({
  trackingNumber,
  receiverName: 'Trần Văn Thử',
  address: 'Thôn 1, xã Thử',
  originalsEnclosed: true,
})

async function answer(person: Person, dossierId: number, claims = false): Promise<void> {
  later(app, 45)
  const unitId = person === specialist ? place.desk.settlingUnitId : ((person === ofA ? a : b)?.id ?? 0)
  const task = await database
    .selectFrom('task')
    .select('number')
    .where('dossierId', '=', dossierId)
    .where('kind', '=', 'leg')
    .where('unitId', '=', unitId)
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const reference = { dossierId, taskNumber: task.number }
  if (claims) await perform(person.actor, claimTask, reference)
  await perform(person.actor, answerLeg, { ...reference, answer: 'Đồng ý với đề nghị.' })
}

/** What the recorded trial does, and everything in it that is not as it was lived. */
async function recorded(dossierId: number, name: string) {
  const { code } = await database.selectFrom('dossier').select('code').where('id', '=', dossierId).executeTakeFirstOrThrow()
  const { processId = 0 } = await stateOf(app, dossierId)
  const process = await getProcess(database, processId)
  const { trialId } = await perform({ kind: 'officer', id: controllerId }, recordTrial, { templateId: process.templateId, name, code })
  const trial = await getTrial(database, trialId)
  const done = replay(await trialSetting(database, trial, process), trial.steps)
  const wrong = done.steps.flatMap(({ step, refusal, checks }) => [
    ...(refusal ? [`${sayAct(step.act, process.graph, 'vi')}: ${refusal.sentence('vi')}`] : []),
    ...checks.flatMap(({ isGreen, assertion }) => (isGreen ? [] : [{ act: sayAct(step.act, process.graph, 'vi'), assertion }])),
  ])
  return {
    acts: trial.steps.map(({ act }) => (act.kind === 'transition' ? act.id : act.kind)),
    wrong,
    steps: JSON.stringify(trial.steps),
    state: done.dossier?.state.state,
  }
}

describe('opinions', () => {
  test('of two agencies at once, one of which was claimed, and of one outside the system that the lead did not wait for', async () => {
    const { dossierId } = await place.aDossierOf(specialist)
    later(app, 60)
    await perform(specialist.actor, consult, { dossierId, way: 'electronic', legs: [leg(a?.id, 2), leg(b?.id, 3)] })
    await answer(ofA, dossierId, true)
    await answer(ofB, dossierId)
    later(app, 60)
    await perform(specialist.actor, consult, { dossierId, way: 'electronic', legs: [outside(4)] })
    later(app, 1440)
    await perform(specialist.actor, endConsultation, { dossierId, text: 'Đã đủ căn cứ để kết luận.' })
    await stepsTo(app, dossierId, 'return')
    const { acts, wrong, steps } = await recorded(dossierId, 'Lấy ý kiến')
    expect(wrong).toEqual([])
    expect(acts).toEqual([
      'receive',
      'complete',
      'consult',
      'answer',
      'answer',
      'consult',
      'end-consultation',
      'prepare-result',
      ...Array(acts.length - 9).fill('complete'),
      'issue',
    ])
    expect(steps).not.toMatch(/Viện Nghiên cứu|Đồng ý|assigneeId/)
  }, 60_000)

  test('one after the other on paper', async () => {
    const { dossierId } = await place.aDossierOf(specialist)
    await perform(specialist.actor, consult, { dossierId, way: 'paper', legs: [leg(a?.id, 2), outside(1), leg(b?.id, 4)] })
    await answer(ofA, dossierId)
    await answer(specialist, dossierId)
    await answer(ofB, dossierId)
    await stepsTo(app, dossierId, 'return')
    const { acts, wrong, steps } = await recorded(dossierId, 'Lấy ý kiến lần lượt')
    expect(wrong).toEqual([])
    expect(acts.slice(2, 6)).toEqual(['consult', 'answer', 'answer', 'answer'])
    expect(steps.match(/"next":/g)).toHaveLength(2)
  }, 60_000)
})

test('liên thông by hand', async () => {
  const { dossierId } = await place.aDossierOf(specialist)
  await perform(specialist.actor, interoperate, { dossierId, way: 'electronic', legs: [leg(a?.id, 2), leg(b?.id, 2)] })
  await answer(ofB, dossierId)
  await answer(ofA, dossierId)
  await stepsTo(app, dossierId, 'return')
  const { acts, wrong } = await recorded(dossierId, 'Liên thông')
  expect(wrong).toEqual([])
  expect(acts.slice(2, 5)).toEqual(['interoperate', 'answer', 'answer'])
}, 60_000)

test('the tax agency: nothing due, then a notice, and its payment', async () => {
  const { dossierId } = await place.aDossierOf(specialist)
  await perform(specialist.actor, askTax, { dossierId, ...tax })
  later(app, 90)
  await perform(specialist.actor, noObligation, { dossierId, reasonCode: 'no-obligation', text: 'Không phát sinh nghĩa vụ.' })
  await perform(specialist.actor, askTax, { dossierId, ...tax, unitId: a?.id })
  later(app, 90)
  await perform(specialist.actor, notifyObligation, { dossierId, ...obligation, documentId: await aFile(app, specialist.id) })
  later(app, 2 * 1440)
  const cashier = { kind: 'officer', id: place.desk.receptionists[0] } as const
  await perform(cashier, confirmPayment, { dossierId, amount: obligation.amount, voucher: 'C1-02/NS', baseUrl: 'http://thu.example' })
  await stepsTo(app, dossierId, 'return')
  const { acts, wrong } = await recorded(dossierId, 'Nghĩa vụ tài chính')
  expect(wrong).toEqual([])
  expect(acts.slice(2, 7)).toEqual(['ask-tax', 'no-obligation', 'ask-tax', 'notify-obligation', 'confirm-payment'])
}, 60_000)

test('the post brings the result back, and delivers it; then it is corrected', async () => {
  const { dossierId } = await place.aDossierOf(specialist)
  await stepsTo(app, dossierId, 'return')
  later(app, 30)
  await perform(returner.actor, postResult, { dossierId, ...parcel('EB700000001VN') })
  later(app, 1440)
  await perform(returner.actor, postCameBack, { dossierId, reasonCode: 'post-not-found' })
  await perform(returner.actor, postResult, { dossierId, ...parcel('EB700000002VN') })
  later(app, 1440)
  await perform(returner.actor, postDelivered, { dossierId, receiverName: 'Trần Thị Nhận' })
  const signer = await signerOf(dossierId)
  const error = { reasonCode: 'clerical-error', error: 'Sai ngày sinh trên giấy phép.' }
  await perform(signer, beginCorrection, { dossierId, ...error, remedy: 'Cấp lại, không thu phí.', workingDays: 2 })
  later(app, 60)
  await perform(signer, issueCorrection, { dossierId, name: 'Giấy phép (đính chính)', documentId: await aFile(app, signer.id) })
  later(app, 60)
  await perform(returner.actor, endCorrection, { dossierId, receiverName: 'Trần Văn Thử', proof: 'receipt' })
  const { acts, wrong, state } = await recorded(dossierId, 'Bưu chính, đính chính')
  expect(wrong).toEqual([])
  expect(acts.slice(-8)).toEqual([
    'issue',
    'post-result',
    'post-came-back',
    'post-result',
    'post-delivered',
    'begin-correction',
    'issue-correction',
    'end-correction',
  ])
  expect(state).toBe('RESULT_RETURNED')
}, 60_000)

async function signerOf(dossierId: number) {
  const { closedById } = await database
    .selectFrom('task')
    .select('closedById')
    .where('dossierId', '=', dossierId)
    .where('kind', '=', 'signature')
    .executeTakeFirstOrThrow()
  return { kind: 'officer', id: closedById ?? 0 } as const
}

describe('where it was received', () => {
  const receptionist = { kind: 'officer', id: place.desk.receptionists[0] } as const
  const receive = async (rules: { isFourOnTheSpot?: boolean; isSameDay?: boolean }) => {
    const { caseId, componentIds } = await aProcedure(app, place.desk, {}, rules)
    return perform(receptionist, receiveDossier, {
      procedureCaseId: caseId,
      receivingUnitId: place.desk.unitId,
      owner: { name: 'Trần Văn Thử', phone: '0912345678' },
      components: componentIds.map((componentId) => ({ componentId, originals: 1, copies: 0 })),
      returnMethod: 'counter',
      forwards: false,
    })
  }

  test('appraised on the spot by who received it, then the usual way', async () => {
    const { dossierId } = await receive({ isFourOnTheSpot: true })
    later(app, 20)
    const { taskNumber = 0 } = await perform(receptionist, settleOnTheSpot, { dossierId })
    later(app, 20)
    await database
      .insertInto('roleRight')
      .columns(['roleId', 'name'])
      .expression((eb) =>
        eb
          .selectFrom('role')
          .select(['id', sql<string>`unnest(array['workflow.complete', 'workflow.prepare-result', 'workflow.issue-result'])`.as('name')])
          .where('code', '=', 'receptionist'),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await perform(receptionist, prepareResult, { dossierId, taskNumber, name: 'Giấy phép thử nghiệm' })
    await perform(receptionist, completeTask, { dossierId, taskNumber })
    await stepsTo(app, dossierId, 'return')
    await takeStep(app, dossierId)
    const { acts, wrong } = await recorded(dossierId, 'Giải quyết tại chỗ')
    expect(wrong).toEqual([])
    expect(acts.slice(0, 4)).toEqual(['receive', 'settle-on-the-spot', 'prepare-result', 'complete'])
  }, 60_000)

  test('settled at once', async () => {
    const { dossierId } = await receive({ isSameDay: true })
    later(app, 20)
    await perform(receptionist, settleAtOnce, { dossierId, name: 'Bản sao có chứng thực', symbol: 'CT-UBND' })
    await takeStep(app, dossierId)
    const { acts, wrong } = await recorded(dossierId, 'Giải quyết ngay')
    expect(wrong).toEqual([])
    expect(acts).toEqual(['receive', 'prepare-result', 'settle-at-once', 'return'])
  }, 60_000)
})

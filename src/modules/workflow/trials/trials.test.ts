/** Trials as they are kept: recorded from a dossier, red after a change of the process or of the calendar, and what that keeps from being published. On a real database. */
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { aDesk, aProcedure } from '../../../../tests/support/desk.ts'
import { takeStep } from '../../../../tests/support/take-step.ts'
import { jobHandlers } from '../../../app.ts'
import { systemActor } from '../../../platform/actor.ts'
import { removeDay, setDay } from '../../calendar/index.ts'
import { receiveDossier } from '../../intake/index.ts'
import {
  deleteTrial,
  findDraft,
  findTrialVersion,
  getProcess,
  getProcessFor,
  getTrial,
  type ProcessGraph,
  publishProcess,
  recordTrial,
  redTrials,
  replay,
  runTrials,
  saveProcessDraft,
  saveTrial,
  startProcessDraft,
  startTrial,
  trialLines,
  trialSetting,
} from '../index.ts'

const app = await testApp()
const { perform, database } = app.services
const desk = await aDesk(app)
const { id: controllerId } = await database.selectFrom('officer').select('id').where('username', '=', 'kiemsoat').executeTakeFirstOrThrow()
const controller = { kind: 'officer', id: controllerId } as const
const system = systemActor('test')
const HOUR = 3_600_000

/** A procedure with a published process of its own. */
async function aProcess() {
  const procedure = await aProcedure(app, desk)
  const { id: procedureId } = await database
    .selectFrom('procedure')
    .select('id')
    .where('nationalCode', '=', procedure.code)
    .executeTakeFirstOrThrow()
  const { processId } = await perform(controller, startProcessDraft, { procedureId, name: 'Quy trình thử nghiệm', from: 'standard' })
  await publish(processId)
  const { templateId } = await getProcess(database, processId)
  return { procedure, procedureId, processId, templateId }
}

async function publish(processId: number) {
  const { revision } = await database.selectFrom('process').select('revision').where('id', '=', processId).executeTakeFirstOrThrow()
  return perform(controller, publishProcess, {
    processId,
    revision,
    name: 'Quy trình thử nghiệm',
    decision: '12/QĐ-UBND',
    decisionDate: '2026-11-16',
    validFrom: app.today(),
  })
}

async function aFinishedDossier({ caseId, componentIds }: { caseId: number; componentIds: number[] }, sendsBackOnce = false) {
  const { code, dossierId } = await perform({ kind: 'officer', id: desk.receptionists[0] }, receiveDossier, {
    procedureCaseId: caseId,
    receivingUnitId: desk.unitId,
    owner: { name: 'Trần Văn Thử', phone: '0912345678' },
    components: componentIds.map((componentId) => ({ componentId, originals: 1, copies: 0 })),
    returnMethod: 'counter',
  })
  let sendsBack = sendsBackOnce
  for (let kind = ''; kind !== 'return'; ) {
    app.clock.set(new Date(app.clock.now().getTime() + HOUR))
    const isReview = kind === 'appraisal'
    ;({ kind } = await takeStep(app, dossierId, { sendsBack: sendsBack && isReview }))
    if (isReview) sendsBack = false
  }
  return code
}

const record = (templateId: number, code: string, name = 'Từ hồ sơ đã xong') => perform(controller, recordTrial, { templateId, name, code })
const redOf = async (templateId: number) => {
  const ids = (await database.selectFrom('processTrial').select('id').where('processTemplateId', '=', templateId).execute()).map(
    ({ id }) => id,
  )
  return (await redTrials(database, app.today())).filter(({ id }) => ids.includes(id))
}

describe('recording', () => {
  test('a finished dossier is green on its own version, with its way back, and without its people', async () => {
    const { procedure, templateId, processId } = await aProcess()
    const code = await aFinishedDossier(procedure, true)
    const { trialId } = await record(templateId, code)
    const trial = await getTrial(database, trialId)
    expect(trial.steps.map(({ act }) => act.kind)).toEqual([
      'receive',
      'complete',
      'prepare-result',
      'complete',
      'send-back',
      'prepare-result',
      'complete',
      'complete',
      'complete',
      'issue',
      'return',
    ])
    const done = replay(await trialSetting(database, trial, await getProcess(database, processId)), trial.steps)
    expect(
      done.steps.flatMap(({ refusal, checks }) => [
        ...(refusal ? [refusal.sentence('vi')] : []),
        ...checks.filter(({ isGreen }) => !isGreen),
      ]),
    ).toEqual([])
    expect(done.isGreen).toBe(true)
    expect(await trialLines(database, templateId, processId)).toMatchObject([{ standing: 'green', steps: 11, failure: null }])
    // What is kept knows neither the applicant nor any officer.
    const { rows } = await app.handle.pool.query('select steps::text as steps from process_trial where id = $1', [trialId])
    expect(rows[0].steps).not.toMatch(/Trần Văn Thử|0912345678|officerId|Nhận/)
    expect(rows[0].steps).not.toContain(code)
  }, 60_000)

  test('what is not finished, runs elsewhere, or may not be read is not recorded; the reading is written down', async () => {
    const [one, other] = [await aProcess(), await aProcess()]
    const code = await aFinishedDossier(one.procedure)
    await expect(record(other.templateId, code)).rejects.toMatchObject({ code: 'workflow.trial-other-process' })
    await expect(record(one.templateId, 'H50-000000-0000')).rejects.toMatchObject({ code: 'dossier.code-unknown' })
    await expect(
      perform({ kind: 'officer', id: desk.receptionists[0] }, recordTrial, { templateId: one.templateId, name: 'Không có quyền', code }),
    ).rejects.toMatchObject({ code: 'access.denied' })
    await record(one.templateId, code)
    await expect(record(one.templateId, code)).rejects.toMatchObject({ code: 'workflow.trial-name-taken' })
    const { rows } = await app.handle.pool.query(`select count(*)::int as reads from audit where name = 'dossier.read' and actor_id = $1`, [
      controllerId,
    ])
    expect(rows[0].reads).toBeGreaterThan(0)
  }, 60_000)
})

/** The appraisal takes longer, the sum still fits. */
const longer = (graph: ProcessGraph): ProcessGraph => ({
  ...graph,
  nodes: graph.nodes.map((node) =>
    node.kind === 'step' && node.step === 'appraisal' ? { ...node, limit: { amount: 13, unit: 'hour' } } : node,
  ),
})

describe('publishing', () => {
  test('a changed limit turns the recorded trial red and keeps the version from being published', async () => {
    const { procedure, procedureId, templateId } = await aProcess()
    const { trialId } = await record(templateId, await aFinishedDossier(procedure))
    await perform(controller, startProcessDraft, {
      procedureId,
      name: 'Quy trình thử nghiệm',
      from: (await getProcessFor(database, procedureId, desk.settlingUnitId, app.today())).id,
    })
    const draft = await findDraft(database, procedureId)
    if (!draft) throw new Error('There is no draft')
    expect(await trialLines(database, templateId, draft.processId)).toMatchObject([{ standing: 'not-run' }])
    await expect(publish(draft.processId)).rejects.toMatchObject({ code: 'workflow.trials-not-run' })
    expect(await perform(controller, runTrials, { templateId, processId: draft.processId })).toEqual({ count: 1, red: 0 })
    await perform(controller, saveProcessDraft, { processId: draft.processId, revision: draft.revision, graph: longer(draft.graph) })
    // What ran on the drawing as it was before says nothing now.
    await expect(publish(draft.processId)).rejects.toMatchObject({ code: 'workflow.trials-not-run' })
    expect(await perform(controller, runTrials, { templateId, processId: draft.processId })).toEqual({ count: 1, red: 1 })
    const [line] = await trialLines(database, templateId, draft.processId)
    expect(line?.failure?.vi).toMatch(/^Việc 2: cần “Hạn bước “Thẩm định hồ sơ”: .+”, thấy “Hạn bước/)
    await expect(publish(draft.processId)).rejects.toMatchObject({ code: 'workflow.trials-red', parameters: { names: 'Từ hồ sơ đã xong' } })
    // Another limit is meant: the administrator takes away what was asserted of it.
    const trial = await getTrial(database, trialId)
    const steps = trial.steps.map((step) => ({ ...step, assertions: step.assertions.filter(({ kind }) => kind !== 'step-due') }))
    await perform(controller, saveTrial, { trialId, revision: trial.revision, steps })
    expect(await publish(draft.processId)).toMatchObject({ version: 2 })
  }, 60_000)

  test('nobody publishes over a save of somebody else, and only who edits processes writes trials', async () => {
    const { templateId, processId } = await aProcess()
    const input = {
      templateId,
      name: 'Hồ sơ nộp tại quầy',
      receivingUnitId: desk.unitId,
      settlingUnitId: desk.settlingUnitId,
      channel: 'counter',
      returnMethod: 'counter',
      limitAmount: '5',
      limitUnit: 'working-day',
      date: '2026-11-18',
      time: '9:00',
    }
    await expect(perform({ kind: 'officer', id: desk.receptionists[0] }, startTrial, input)).rejects.toMatchObject({
      code: 'access.denied',
    })
    await expect(perform(controller, startTrial, { ...input, time: '25:00', limitAmount: '0' })).rejects.toMatchObject({
      fields: { time: 'Giờ viết theo mẫu 09:00.', limitAmount: 'Thời hạn lớn hơn 0.' },
    })
    const { trialId } = await perform(controller, startTrial, input)
    const { steps } = await getTrial(database, trialId)
    const wait = { at: new Date('2026-11-19T02:00:00Z').toISOString(), act: { kind: 'wait' }, assertions: [] }
    await perform(controller, saveTrial, { trialId, revision: 1, steps: [...steps, wait] })
    await expect(perform(controller, saveTrial, { trialId, revision: 1, steps })).rejects.toMatchObject({ code: 'record.changed' })
    expect((await getTrial(database, trialId)).steps).toHaveLength(2)
    expect((await findTrialVersion(database, templateId))?.id).toBe(processId)
    await perform(controller, deleteTrial, { trialId })
    await expect(getTrial(database, trialId)).rejects.toMatchObject({ code: 'record.not-found' })
  }, 60_000)
})

describe('calendar', () => {
  test('a holiday added later runs the trials again in its transaction, and the red one is shown', async () => {
    const { procedure, templateId } = await aProcess()
    const code = await aFinishedDossier(procedure)
    const received = await database.selectFrom('dossier').select('receivedAt').where('code', '=', code).executeTakeFirstOrThrow()
    await record(templateId, code, 'Trước ngày nghỉ')
    expect(await redOf(templateId)).toEqual([])
    const date = new Date((received.receivedAt?.getTime() ?? 0) + 2 * 24 * HOUR).toISOString().slice(0, 10)
    const [rerun] = jobHandlers(app.services, { unusedFilesDays: 30 }).filter(({ name }) => name === 'workflow.rerun-trials')
    const waiting = async () =>
      (
        await app.handle.pool.query(
          `select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'workflow.rerun-trials'`,
        )
      ).rows[0].jobs
    await app.handle.pool.query(`delete from graphile_worker._private_jobs`)
    const day = { unitId: desk.settlingUnitId, date, kind: 'off', name: 'Nghỉ bù thử nghiệm', source: '01/QĐ-TN', isConfirmed: true }
    await perform(system, setDay, day)
    await perform(system, setDay, { ...day, name: 'Nghỉ bù' })
    expect(await waiting()).toBe(1)
    await rerun?.handle({})
    expect(await redOf(templateId)).toMatchObject([{ name: 'Trước ngày nghỉ', isDraft: false, procedureCode: procedure.code }])
    await perform(system, removeDay, { unitId: desk.settlingUnitId, date })
    await rerun?.handle({})
    expect(await redOf(templateId)).toEqual([])
  }, 60_000)
})

/** Papers issued from real dossiers on a real database: what they say, their numbers and reprints, who may have them, the register. */
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { appendFacts, type ClockFact, holdDossier, readActions } from '#modules/dossier/index.ts'
import { receiveDossier } from '#modules/intake/index.ts'
import { tasksOf, verifyDossiers } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import { formatDate, instantAt, localTime } from '#platform/text/dates.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { aDesk, aProcedure } from '../../../../tests/support/desk.ts'
import { readPageBarcodes, readPdf } from '../../../../tests/support/read-pdf.ts'
import { type StepTaken, takeStep } from '../../../../tests/support/take-step.ts'
import {
  countRegister,
  type DossierForm,
  papersOf,
  printDossierPaper,
  printPaper,
  printRegister,
  readPrint,
  readRegister,
  readRegisterPrint,
  registerXlsx,
  traceOf,
} from '../index.ts'

const app = await testApp()
const { database, perform, pdf } = app.services
const desk = await aDesk(app)
const procedure = await aProcedure(app, desk, {
  components: [{ name: 'Đơn đề nghị cấp phép' }, { name: 'Bản sao giấy đăng ký', originals: 0, copies: 2 }] as never,
})
const receptionist: Actor = { kind: 'officer', id: desk.receptionists[0] }
const owner = {
  name: 'Nguyễn Thị Ủy Quyền',
  identifier: '044190007001',
  phone: '0900 007 001',
  email: 'uyquyen@example.vn',
  address: 'Số 7, đường Minh Họa',
  areaCode: '19333',
}
const submitter = { name: 'Trần Văn Nộp Thay', identifier: '044090007002', phone: '0900 007 002', address: 'Số 8, đường Minh Họa' }

const receive = async (changes: object = {}) => {
  const [form, copy] = procedure.componentIds
  return perform(receptionist, receiveDossier, {
    procedureCaseId: procedure.caseId,
    receivingUnitId: desk.unitId,
    owner,
    submitter,
    authorizationPaper: 'Giấy ủy quyền số 12 ngày 16/11/2026',
    components: [
      { componentId: form, originals: 1 },
      { componentId: copy, copies: 2 },
    ],
    returnMethod: 'counter',
    ...changes,
  })
}

const print = (dossierId: number, form: DossierForm, by = receptionist) =>
  perform(by, printDossierPaper, { dossierId, form, baseUrl: 'https://motcua.example.vn' })

async function paperOf(code: string, printed: { form: DossierForm; number: number; year: number; print: number }) {
  const { sheet, issuedAt } = await readPrint(database, { ...printed, dossierCode: code }, { actor: receptionist, now: app.clock.now() })
  const bytes = await printPaper(pdf, sheet, issuedAt)
  const pages = await readPdf(bytes)
  return {
    sheet,
    bytes,
    text: pages
      .map(({ text }) => text)
      .join('\n')
      .replace(/\s+/g, ' '),
    page: pages[0],
  }
}

describe('form 01, the receipt', () => {
  test('says all that the form asks for, on A5, with both codes', async () => {
    app.clock.set(instantAt('2026-11-18', '09:05'))
    const { dossierId, code, dueAt } = await receive()
    const { text, page, bytes } = await paperOf(code, await print(dossierId, 'RECEIPT_APPOINTMENT'))
    const unit = await database.selectFrom('unit').select(['name', 'address']).where('id', '=', desk.unitId).executeTakeFirstOrThrow()
    const officer = await database
      .selectFrom('officer')
      .select('fullName')
      .where('id', '=', desk.receptionists[0])
      .executeTakeFirstOrThrow()
    const said = [
      '1/TTPVHCC',
      code,
      unit.name,
      submitter.name,
      submitter.identifier,
      submitter.address,
      submitter.phone,
      // The owner gave the authorisation.
      owner.name,
      owner.identifier,
      'Phường Đông Hà',
      owner.phone,
      owner.email,
      'Giấy ủy quyền số 12 ngày 16/11/2026',
      procedure.name,
      'Đơn đề nghị cấp phép',
      '01 bản chính',
      'Bản sao giấy đăng ký',
      '02 bản sao',
      '01 (bộ)',
      '5 ngày làm việc',
      '09 giờ 05 phút, ngày 18 tháng 11 năm 2026',
      `${localTime(dueAt).replace(':', ' giờ ')} phút, ngày ${formatDate(dueAt).slice(0, 2)} tháng 11 năm 2026`,
      unit.address ?? unit.name,
      'quyển số: 2026',
      'Số thứ tự: 1',
      officer.fullName,
      `https://motcua.example.vn/tra-cuu/${code}`,
    ]
    expect(said.filter((words) => !text.includes(words))).toEqual([])
    expect([page?.width, page?.height]).toEqual([148, 210])
    const codes = await readPageBarcodes(bytes)
    expect(codes.get('Code128')).toBe(code)
    expect(codes.get('QRCode')).toBe(`https://motcua.example.vn/tra-cuu/${code}`)
  })

  test('is one for each dossier, numbered through the year; a reprint says which it is and is logged', async () => {
    const one = await receive()
    const other = await receive()
    expect((await print(one.dossierId, 'RECEIPT_APPOINTMENT')).number).toBe(2)
    expect((await print(other.dossierId, 'RECEIPT_APPOINTMENT')).number).toBe(3)
    const again = await print(one.dossierId, 'RECEIPT_APPOINTMENT')
    expect(again).toMatchObject({ number: 2, print: 2 })
    expect((await paperOf(one.code, again)).text).toContain('BẢN IN LẠI LẦN 1')
    expect((await paperOf(one.code, { ...again, print: 1 })).text).not.toContain('BẢN IN LẠI')
    await expect(paperOf(one.code, { ...again, print: 3 })).rejects.toMatchObject({ code: 'record.not-found' })
    expect(await papersOf(database, one.dossierId)).toMatchObject([{ form: 'RECEIPT_APPOINTMENT', fullNumber: '2/TTPVHCC', printCount: 2 }])
  })

  test('a new appointment is given by a new receipt, and an extension by none', async () => {
    app.clock.set(instantAt('2026-11-18', '09:05'))
    const { dossierId, code } = await receive()
    const first = await print(dossierId, 'RECEIPT_APPOINTMENT')
    const stop = (fact: ClockFact) =>
      action('papers.print', {
        input: z.object({}),
        scope: () => desk.unitId,
        async work(work) {
          appendFacts(work, await holdDossier(work.tx, dossierId), { kind: 'clock', of: 'dossier', ...fact })
        },
      })
    const extended: ClockFact = {
      entry: 'extend',
      reason: 'extension',
      basis: 'extension',
      text: 'chờ',
      dueAt: instantAt('2026-12-10', '10:00').toISOString(),
    }
    await perform(receptionist, stop(extended), {})
    expect(await print(dossierId, 'RECEIPT_APPOINTMENT')).toMatchObject({ number: first.number, print: 2 })
    app.clock.set(instantAt('2026-11-19', '10:00'))
    await perform(receptionist, stop({ entry: 'pause', reason: 'supplement', basis: 'supplementAfterReception' }), {})
    expect(await print(dossierId, 'RECEIPT_APPOINTMENT')).toMatchObject({ number: first.number, print: 3 })
    app.clock.set(instantAt('2026-11-25', '10:00'))
    const promise = {
      clockStartedAt: instantAt('2026-11-25', '10:00').toISOString(),
      limit: { amount: 5, unit: 'working-day' as const },
      mode: 'carry' as const,
      dueAt: instantAt('2026-12-02', '10:00').toISOString(),
    }
    await perform(receptionist, stop({ entry: 'restart', reason: 'supplement', basis: 'supplementAfterReception', promise }), {})
    const anew = await print(dossierId, 'RECEIPT_APPOINTMENT')
    expect(anew).toMatchObject({ print: 1 })
    expect(anew.number).toBeGreaterThan(first.number)
    const { text } = await paperOf(code, anew)
    expect(text).toContain('Thời gian nhận hồ sơ: 10 giờ 00 phút, ngày 25 tháng 11 năm 2026')
    expect(text).toContain('Thời gian trả kết quả giải quyết hồ sơ: 10 giờ 00 phút, ngày 02 tháng 12 năm 2026')
    expect((await paperOf(code, { ...first, print: 1 })).text).toContain('ngày 26 tháng 11 năm 2026')
    app.clock.set(instantAt('2026-11-18', '09:05'))
  })

  test('two presses at once issue one paper', async () => {
    const { dossierId } = await receive()
    const both = await Promise.all([print(dossierId, 'RECEIPT_APPOINTMENT'), print(dossierId, 'RECEIPT_APPOINTMENT')])
    expect(new Set(both.map(({ number }) => number)).size).toBe(1)
    expect(both.map(({ print: n }) => n).sort()).toEqual([1, 2])
  })

  test('its issue is in the dossier’s list of actions, and the chain holds', async () => {
    const { dossierId } = await receive()
    const { paperId } = await print(dossierId, 'RECEIPT_APPOINTMENT')
    await print(dossierId, 'RECEIPT_APPOINTMENT')
    const actions = await readActions(database, dossierId)
    expect(actions.filter(({ fact }) => fact.kind === 'paper-issued').map(({ fact }) => fact)).toMatchObject([
      { paperId, form: 'RECEIPT_APPOINTMENT' },
    ])
    expect(await verifyDossiers(database)).toMatchObject({ differences: [] })
  })

  test('is not for other units', async () => {
    const { dossierId, code } = await receive()
    const printed = await print(dossierId, 'RECEIPT_APPOINTMENT')
    const commune = await database
      .selectFrom('unit')
      .select('id')
      .where('kind', '=', 'commune-centre')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const elsewhere: Actor = { kind: 'officer', id: await app.anOfficerWithRole('receptionist', commune.id) }
    await expect(print(dossierId, 'RECEIPT_APPOINTMENT', elsewhere)).rejects.toMatchObject({ code: 'access.denied' })
    const reading = { actor: elsewhere, now: app.clock.now() }
    await expect(readPrint(database, { ...printed, dossierCode: code }, reading)).rejects.toMatchObject({ code: 'record.not-found' })
  })
})

describe('form 06, the control slip, and the return slip', () => {
  let dossier: Awaited<ReturnType<typeof receive>>
  const taken: StepTaken[] = []

  beforeAll(async () => {
    app.clock.set(instantAt('2026-11-18', '10:00'))
    dossier = await receive({ submitter: undefined, authorizationPaper: undefined })
  })

  const go = async (at: string, options = {}) => {
    app.clock.set(instantAt(at.slice(0, 10), at.slice(11)))
    taken.push(await takeStep(app, dossier.dossierId, options))
  }

  test('its rows are the trace: every passing on, by whom, to whom, and how the time was kept', async () => {
    await go('2026-11-18T10:30')
    await go('2026-11-18T14:00')
    await go('2026-11-18T15:00', { sendsBack: true })
    await go('2026-12-18T15:00')
    const actions = await readActions(database, dossier.dossierId)
    const tasks = tasksOf(actions)
    const trace = traceOf(actions)
    expect(trace.map(({ at }) => at)).toEqual(tasks.flatMap(({ closedAt }) => (closedAt ? [closedAt] : [])))
    expect(trace.map(({ giverId }) => giverId)).toEqual([desk.receptionists[0], ...taken.map(({ doerId }) => doerId)])
    expect(trace.map(({ toUnitId }) => toUnitId)).toEqual(tasks.slice(1).map(({ unitId }) => unitId))
    expect(trace.at(-2)?.note).toBe('Chuyển trả: Cần nêu rõ căn cứ.')
    expect(trace.at(-1)?.timeliness).toBe('late')
    const { sheet, text } = await paperOf(dossier.code, await print(dossier.dossierId, 'PROCESS_CONTROL_SLIP'))
    expect(sheet.data.handovers).toHaveLength(trace.length)
    expect(text).toContain('Quá hạn')
    expect(text.match(/Người giao:/g)).toHaveLength(trace.length)
  })

  test('printed again it is a reprint, until the trace moves on: then it is issued anew', async () => {
    expect(await print(dossier.dossierId, 'PROCESS_CONTROL_SLIP')).toMatchObject({ number: 1, print: 2 })
    await go('2026-12-18T15:30')
    expect(await print(dossier.dossierId, 'PROCESS_CONTROL_SLIP')).toMatchObject({ number: 2, print: 1 })
  })

  test('the return slip comes only after the return, and says who took what', async () => {
    await expect(print(dossier.dossierId, 'RETURN_SLIP')).rejects.toMatchObject({ code: 'papers.not-returned' })
    const papers = await database
      .selectFrom('dossierComponent')
      .select(['id', 'name', 'originals'])
      .where('dossierId', '=', dossier.dossierId)
      .execute()
    const returnedPapers = papers.filter(({ originals }) => originals > 0).map(({ id }) => id)
    for (let step = 0; taken.at(-1)?.kind !== 'return' && step < 8; step++) await go('2026-12-21T09:00', { returnedPapers })
    const { text } = await paperOf(dossier.code, await print(dossier.dossierId, 'RETURN_SLIP'))
    const said = ['Nguyễn Thị Nhận', 'Giấy phép thử nghiệm', '1/GP-TN', '1/TTPVHCC', '0900 009 009', 'Đơn đề nghị cấp phép']
    expect(said.filter((words) => !text.includes(words))).toEqual([])
    const trace = traceOf(await readActions(database, dossier.dossierId))
    expect(trace.at(-1)).toMatchObject({ fromUnitId: desk.unitId, toUnitId: undefined })
  })
})

describe('form 07, the register', () => {
  const reading = { actor: receptionist, now: app.clock.now() }
  const november = { unitId: desk.unitId, from: '2026-11-01', to: '2026-11-30' }

  test('has each dossier of the unit in the period once, in the order of reception', async () => {
    const rows = await readRegister(database, november, undefined, reading)
    expect(rows).toHaveLength(await countRegister(database, november))
    const stored = await database
      .selectFrom('dossier')
      .select('code')
      .where('receivingUnitId', '=', desk.unitId)
      .orderBy('receivedAt')
      .orderBy('id')
      .execute()
    expect(rows.map(({ dossierCode }) => dossierCode)).toEqual(stored.map(({ code }) => code))
    expect(rows.at(-1)?.returnedAt).toEqual(instantAt('2026-12-21', '09:00'))
    expect(await countRegister(database, { ...november, to: '2026-11-17' })).toBe(0)
    const other = await database.selectFrom('field').select('id').where('name', '<>', 'Thử nghiệm').executeTakeFirstOrThrow()
    expect(await countRegister(database, { ...november, fieldId: other.id })).toBe(0)
  })

  test('its reading is recorded, without names', async () => {
    await readRegister(database, november, { limit: 1, offset: 0 }, reading)
    const trail = await database
      .selectFrom('audit')
      .select(['actorId', 'detail'])
      .where('name', '=', 'papers.read-register')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(trail).toEqual({ actorId: desk.receptionists[0], detail: { from: '2026-11-01', to: '2026-11-30', rows: 1 } })
  })

  test('on paper it is numbered, A4 across, with the same rows', async () => {
    const { paperId } = await perform(receptionist, printRegister, november)
    const { sheet, issuedAt, fullNumber } = await readRegisterPrint(database, paperId, undefined, reading)
    expect(fullNumber).toBe('1/STD-TTPVHCC')
    const [page] = await readPdf(await printPaper(pdf, sheet, issuedAt))
    expect([page?.width, page?.height]).toEqual([297, 210])
    expect(page?.text.replace(/\s+/g, '')).toContain('261118-0001')
    expect(sheet.data.rows).toHaveLength(await countRegister(database, november))
  })

  test('as a spreadsheet it has the heads of the form, and what looks like a formula stays text', async () => {
    await receive({ owner: { name: '=HYPERLINK("http://x")', identifier: '044190007009' }, submitter: undefined })
    const to = '2026-12-31'
    const file = Buffer.from(await registerXlsx(await readRegister(database, { ...november, to }, undefined, reading)))
    const [sheet] = await readXlsxFile(file)
    const [heads, ...lines] = sheet?.data ?? []
    expect(heads?.slice(0, 4)).toEqual(['STT', 'Mã hồ sơ', 'Tên TTHC', 'Tên tổ chức, cá nhân'])
    expect(lines.at(-1)?.[3]).toBe('=HYPERLINK("http://x")')
    expect(lines.map(([n]) => n)).toEqual(lines.map((_, index) => index + 1))
  })

  test('is not for whoever may not keep it there', async () => {
    const specialist: Actor = { kind: 'officer', id: await app.anOfficerWithRole('specialist', desk.settlingUnitId) }
    await expect(perform(specialist, printRegister, november)).rejects.toMatchObject({ code: 'access.denied' })
  })
})

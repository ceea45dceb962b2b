/** Papers laid by an act on a real dossier: their number and place in the list of actions, what they say of the dossier, the first print and each reprint, who may. */
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { holdDossier, readActions } from '#modules/dossier/index.ts'
import { receiveDossier } from '#modules/intake/index.ts'
import { issuingAgency } from '#modules/organization/index.ts'
import { verifyDossiers } from '#modules/workflow/index.ts'
import { type Action, action } from '#platform/action.ts'
import { type Actor, systemActor } from '#platform/actor.ts'
import { instantAt } from '#platform/text/dates.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { aDesk, aProcedure } from '../../../../tests/support/desk.ts'
import { readPageBarcodes, readPdf } from '../../../../tests/support/read-pdf.ts'
import { takeStep } from '../../../../tests/support/take-step.ts'
import {
  type DossierForm,
  type LaidPaper,
  type LetterForm,
  layCounterPaper,
  layHandoverList,
  layPaper,
  type PaperToLay,
  papersOf,
  printDossierPaper,
  printIssuedPaper,
  printPaper,
  readIssuedPrint,
  readPrint,
} from '../index.ts'

const app = await testApp()
const { database, perform, pdf } = app.services
const desk = await aDesk(app)
const procedure = await aProcedure(app, desk)
const receptionist: Actor = { kind: 'officer', id: desk.receptionists[0] }
const owner = {
  name: 'Nguyễn Thị Ủy Quyền',
  identifier: '044190007001',
  phone: '0900 007 001',
  email: 'uyquyen@example.vn',
  address: 'Số 7, đường Minh Họa',
}

const receive = () =>
  perform(receptionist, receiveDossier, {
    procedureCaseId: procedure.caseId,
    receivingUnitId: desk.unitId,
    owner,
    components: procedure.componentIds.map((componentId) => ({ componentId, originals: 1 })),
    returnMethod: 'counter',
  })

/** An act of another module, as far as papers know one: it holds the dossier and lays the paper in its own transaction. */
const laying = <Form extends LetterForm>(dossierId: number, paper: PaperToLay<Form>): Action<object, LaidPaper> =>
  action('papers.print', {
    input: z.object({}),
    scope: () => desk.unitId,
    work: async (work) => layPaper(work, await holdDossier(work.tx, dossierId), paper),
  })
const lay = <Form extends LetterForm>(dossierId: number, paper: PaperToLay<Form>, by: Actor = receptionist) =>
  perform(by, laying(dossierId, paper), {})

const request = {
  form: 'SUPPLEMENT_REQUEST' as const,
  details: { faults: [{ about: 'Đơn đề nghị', problem: 'thiếu chữ ký' }], reason: 'Không rõ người đề nghị' },
}
const print = (paperId: number, by: Actor = receptionist, reason?: string) => perform(by, printIssuedPaper, { paperId, reason })

async function textOf(paperId: number, print?: number, by: Actor = receptionist) {
  const { sheet, issuedAt } = await readIssuedPrint(database, paperId, print, { actor: by, now: app.clock.now() })
  const bytes = await printPaper(pdf, sheet, issuedAt)
  return { bytes, sheet, text: (await readPdf(bytes)).map(({ text }) => text.replace(/\s+/g, ' ')).join(' ') }
}

let dossier: Awaited<ReturnType<typeof receive>>
beforeAll(async () => {
  app.clock.set(instantAt('2026-11-18', '09:05'))
  dossier = await receive()
})

describe('a paper laid by an act', () => {
  test('has the next number of the unit’s book and stands in the dossier’s chain', async () => {
    const first = await lay(dossier.dossierId, request)
    const second = await lay((await receive()).dossierId, request)
    expect([first, second]).toMatchObject([
      { number: 1, year: 2026, fullNumber: '1/PBS-TTPVHCC' },
      { number: 2, fullNumber: '2/PBS-TTPVHCC' },
    ])
    const facts = (await readActions(database, dossier.dossierId)).map(({ fact }) => fact)
    expect(facts.at(-1)).toEqual({ kind: 'paper-issued', paperId: first.paperId, form: 'SUPPLEMENT_REQUEST', number: '1/PBS-TTPVHCC' })
    expect(await verifyDossiers(database)).toMatchObject({ differences: [] })
  })

  test('says of the dossier what is known, without being told', async () => {
    const { paperId } = await lay(dossier.dossierId, request)
    await print(paperId)
    const { text, bytes } = await textOf(paperId)
    const officer = await database
      .selectFrom('officer')
      .select('fullName')
      .where('id', '=', desk.receptionists[0])
      .executeTakeFirstOrThrow()
    const said = [
      owner.name,
      owner.phone,
      owner.email,
      owner.address,
      procedure.name,
      '1. Đơn đề nghị: thiếu chữ ký',
      officer.fullName,
      'ngày 18 tháng 11 năm 2026',
    ]
    expect(said.filter((words) => !text.includes(words))).toEqual([])
    expect((await readPageBarcodes(bytes)).get('Code128')).toBe(dossier.code)
  })

  test('is issued by the agency that settles where the form is its own', async () => {
    const { paperId, fullNumber } = await lay(dossier.dossierId, {
      form: 'CONSULTATION_LETTER',
      details: { agency: 'Công an tỉnh', question: 'Có ý kiến gì?', answerBy: instantAt('2026-11-20', '10:00') },
    })
    // The division that settles signs nothing; the department above it does.
    const agency = await issuingAgency(database, desk.settlingUnitId)
    expect(agency.id).not.toBe(desk.settlingUnitId)
    expect(fullNumber).toBe(`1/PLYK-${agency.shortName?.replace('Sở ', 'S')}`)
    await print(paperId)
    expect((await textOf(paperId)).text).toContain(agency.name.toLocaleUpperCase('vi'))
  })

  test('is gone with the act that fails', async () => {
    const failing = action('papers.print', {
      input: z.object({}),
      scope: () => desk.unitId,
      async work(work) {
        await layPaper(work, await holdDossier(work.tx, dossier.dossierId), request)
        throw new Error('the act fails')
      },
    })
    const before = await papersOf(database, dossier.dossierId)
    await expect(perform(receptionist, failing, {})).rejects.toThrow('the act fails')
    expect(await papersOf(database, dossier.dossierId)).toEqual(before)
    const { number } = await lay(dossier.dossierId, request)
    expect(number).toBe(
      Math.max(...before.filter(({ form }) => form === 'SUPPLEMENT_REQUEST').map(({ fullNumber }) => Number.parseInt(fullNumber, 10))) + 1,
    )
  })

  test('laid by the system it has no signer', async () => {
    const { paperId } = await lay(
      dossier.dossierId,
      { form: 'CLOSING_NOTICE', details: { askedAt: app.clock.now(), answerBy: app.clock.now(), closedAt: app.clock.now() } },
      systemActor('test'),
    )
    await print(paperId)
    expect((await textOf(paperId)).sheet.data).toMatchObject({ signerName: '', signerTitle: null })
  })

  test('takes the set of forms of its day, and keeps it when printed again later', async () => {
    app.clock.set(instantAt('2025-09-14', '10:00'))
    const promise = { promisedAt: instantAt('2025-09-15', '10:00'), newDueAt: instantAt('2025-09-19', '10:00'), reason: 'mất điện' }
    const old = await lay(dossier.dossierId, { form: 'APOLOGY_EXTENSION', details: promise }, systemActor('test'))
    app.clock.set(instantAt('2026-11-18', '10:00'))
    const today = await lay(dossier.dossierId, { form: 'APOLOGY_EXTENSION', details: promise }, systemActor('test'))
    for (const { paperId } of [old, today]) await print(paperId)
    await print(old.paperId)
    expect((await textOf(old.paperId, 2)).text).toMatch(/BẢN IN LẠI LẦN 1.*PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ/)
    expect((await textOf(today.paperId)).text).toContain('PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN')
    expect(today.fullNumber).toBe('1/PXL')
    const sets = await papersOf(database, dossier.dossierId)
    expect(sets.filter(({ form }) => form === 'APOLOGY_EXTENSION').map(({ formSet }) => formSet)).toEqual(['TT-01-2018', 'TT-03-2025'])
  })
})

describe('printing', () => {
  test('the first print is as issued; each later one is marked, numbered and logged with its reason', async () => {
    const { paperId } = await lay(dossier.dossierId, request)
    const reading = { actor: receptionist, now: app.clock.now() }
    await expect(readIssuedPrint(database, paperId, undefined, reading)).rejects.toMatchObject({ code: 'record.not-found' })
    expect(await print(paperId)).toEqual({ paperId, print: 1 })
    expect(await print(paperId, receptionist, 'Khách làm mất')).toEqual({ paperId, print: 2 })
    expect((await textOf(paperId, 1)).text).not.toContain('IN LẠI')
    expect((await textOf(paperId)).text).toContain('BẢN IN LẠI LẦN 1')
    const log = await database
      .selectFrom('paperPrint')
      .select(['number', 'officerId', 'reason'])
      .where('paperId', '=', paperId)
      .orderBy('number')
      .execute()
    expect(log).toEqual([
      { number: 1, officerId: desk.receptionists[0], reason: null },
      { number: 2, officerId: desk.receptionists[0], reason: 'Khách làm mất' },
    ])
    const [listed] = (await papersOf(database, dossier.dossierId)).filter(({ id }) => id === paperId)
    expect(listed?.prints.map(({ number, reason }) => [number, reason])).toEqual([
      [1, null],
      [2, 'Khách làm mất'],
    ])
    const trail = await database
      .selectFrom('audit')
      .select('detail')
      .where('name', '=', 'papers.print')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(trail.detail).toEqual({ form: 'SUPPLEMENT_REQUEST', paperId, print: 2 })
  })

  test('is not for other units, and a paper that is not there is not found', async () => {
    const { paperId } = await lay(dossier.dossierId, request)
    await print(paperId)
    const commune = await database
      .selectFrom('unit')
      .select('id')
      .where('kind', '=', 'commune-centre')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const elsewhere: Actor = { kind: 'officer', id: await app.anOfficerWithRole('receptionist', commune.id) }
    await expect(print(paperId, elsewhere)).rejects.toMatchObject({ code: 'access.denied' })
    await expect(textOf(paperId, 1, elsewhere)).rejects.toMatchObject({ code: 'record.not-found' })
    await expect(print(99_999_999)).rejects.toMatchObject({ code: 'record.not-found' })
  })
})

describe('across the counter, without a dossier', () => {
  test('a refusal is numbered, printed and belongs to the unit alone', async () => {
    const refusing = action('papers.print', {
      input: z.object({}),
      scope: () => desk.unitId,
      work: (work) =>
        layCounterPaper(work, {
          form: 'REFUSAL',
          details: { reason: 'Không thuộc thẩm quyền.' },
          unitId: desk.unitId,
          applicant: { name: 'Lê Văn Khách', address: 'Phường Đông Hà' },
          procedureName: procedure.name,
          settlingOffice: 'Sở Văn hóa, Thể thao và Du lịch',
        }),
    })
    const { paperId, fullNumber } = await perform(receptionist, refusing, {})
    expect(fullNumber).toBe('1/PTC-TTPVHCC')
    await print(paperId)
    const { text } = await textOf(paperId)
    for (const part of ['Lê Văn Khách', 'Phường Đông Hà', procedure.name, 'Không thuộc thẩm quyền.']) expect(text).toContain(part)
    expect(text).not.toContain('Mã hồ sơ')
    const settling: Actor = { kind: 'officer', id: await app.anOfficerWithRole('specialist', desk.settlingUnitId) }
    await expect(print(paperId, settling)).rejects.toMatchObject({ code: 'access.denied' })
  })
})

test('a hand-over list to the post is laid by the act that hands over', async () => {
  const [one, other] = [await receive(), await receive()]
  const handing = (dossierIds: number[]) =>
    action('papers.print', {
      input: z.object({}),
      scope: () => desk.unitId,
      work: (work) => layHandoverList(work, { unitId: desk.unitId, to: 'Bưu điện tỉnh Quảng Trị', dossierIds }),
    })
  const { paperId, fullNumber } = await perform(receptionist, handing([other.dossierId, one.dossierId]), {})
  expect(fullNumber).toBe('1/DSBG-TTPVHCC')
  await print(paperId)
  const { text } = await textOf(paperId)
  for (const part of ['Bên nhận: Bưu điện tỉnh Quảng Trị', 'Số hồ sơ bàn giao: 02', '01 bản chính']) expect(text).toContain(part)
  expect(text.indexOf(other.code)).toBeLessThan(text.indexOf(one.code))
  await expect(perform(receptionist, handing([one.dossierId, 99_999_999]), {})).rejects.toMatchObject({ code: 'record.not-found' })
})

describe('label, cover and index', () => {
  const ask = (dossierId: number, form: DossierForm) =>
    perform(receptionist, printDossierPaper, { dossierId, form, baseUrl: 'https://motcua.example.vn' })
  async function asked(form: DossierForm, of = dossier) {
    const printed = await ask(of.dossierId, form)
    const { sheet, issuedAt } = await readPrint(
      database,
      { ...printed, dossierCode: of.code },
      { actor: receptionist, now: app.clock.now() },
    )
    const bytes = await printPaper(pdf, sheet, issuedAt)
    const pages = await readPdf(bytes)
    return { printed, bytes, pages, text: pages.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ') }
  }

  test('the label is 80 × 45 mm, both codes can be read, and it names no person', async () => {
    const { bytes, pages, text } = await asked('BARCODE_LABEL')
    expect(pages.map(({ width, height }) => [width, height])).toEqual([[80, 45]])
    expect(await readPageBarcodes(bytes)).toEqual(
      new Map([
        ['Code128', dossier.code],
        ['QRCode', `https://motcua.example.vn/tra-cuu/${dossier.code}`],
      ]),
    )
    expect(text).toContain(procedure.name)
    expect(text).not.toContain(owner.name)
    const again = await asked('BARCODE_LABEL')
    expect(again.printed).toMatchObject({ number: 1, print: 2 })
    expect(again.text).toContain('BẢN IN LẠI LẦN 1')
    expect(again.pages).toHaveLength(1)
  })

  test('the index lists what was handed in, every paper written about it and the result, and the cover counts them', async () => {
    const finished = await receive()
    await lay(finished.dossierId, request)
    while ((await takeStep(app, finished.dossierId)).kind !== 'return') app.clock.set(new Date(app.clock.now().getTime() + 3_600_000))
    await ask(finished.dossierId, 'RETURN_SLIP')
    const index = await asked('ARCHIVE_INDEX', finished)
    const places = ['Đơn đề nghị', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'Phiếu trả kết quả', 'Giấy phép thử nghiệm'].map((name) =>
      index.text.indexOf(name),
    )
    expect(places.every((place, position) => place > (places[position - 1] ?? 0))).toBe(true)
    expect(index.text).toContain('Mục lục gồm 4 văn bản, tài liệu.')
    const cover = await asked('ARCHIVE_COVER', finished)
    expect(cover.pages.map(({ width, height }) => [width, height])).toEqual([[210, 297]])
    for (const part of ['HỒ SƠ', owner.name, procedure.name, procedure.code, 'Số văn bản, tài liệu: 4', 'Thời hạn bảo quản: ...'])
      expect(cover.text).toContain(part)
    expect((await readPageBarcodes(cover.bytes)).get('Code128')).toBe(finished.code)
    // The wrapping is not listed in the index, so printing it changes nothing.
    expect((await asked('ARCHIVE_INDEX', finished)).printed).toMatchObject({ number: index.printed.number, print: 2 })
  })
})

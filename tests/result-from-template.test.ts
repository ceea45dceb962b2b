/** The result of a dossier made from a Word template, through the pages without scripts: draft, preview, signature, number, and the number read back from the documents. */
import { TemplateHandler } from 'easy-template-x'
import { describe, expect, test } from 'vitest'
import { getDossier } from '../src/modules/dossier/index.ts'
import { receiveDossier } from '../src/modules/intake/index.ts'
import { verifyDossiers } from '../src/modules/workflow/index.ts'
import { systemActor } from '../src/platform/actor.ts'
import { testApp } from './support/app.ts'
import { browsing } from './support/browsing.ts'
import { readPdf } from './support/read-pdf.ts'
import { takeStep } from './support/take-step.ts'

const app = await testApp()
const { database, perform } = app.services
const browser = browsing(app.server)
const PASSWORD = 'MotCua#2026'
const flat = (text: string) => text.replace(/\s+/g, ' ')
const pdfText = async (bytes: Uint8Array) => flat((await readPdf(bytes)).map(({ text }) => text).join(' '))

const ANSWERS = {
  name: 'Giấy phép triển lãm “Sắc màu”',
  'answers.ten_trien_lam': 'Sắc màu <b>quê hương</b> {so}',
  'answers.tu_ngay': '2026-12-01',
  'answers.den_ngay': '2027-01-05',
  'answers.dia_diem': 'Bảo tàng tỉnh',
  'answers.tac_pham': 'Cửa Tùng, sơn dầu\n\nĐôi bờ Hiền Lương, lụa',
  'answers.noi_nhan': 'Bảo tàng tỉnh',
}

/** A dossier of the exhibition licence, at the step of its specialist, who is signed in. */
async function atAppraisal(owner: { name: string; address?: string }) {
  const offer = await database
    .selectFrom('procedureCase as c')
    .innerJoin('procedureVersion as v', 'v.id', 'c.procedureVersionId')
    .innerJoin('procedure as p', 'p.id', 'v.procedureId')
    .innerJoin('procedureOffer as o', 'o.procedureId', 'p.id')
    .select(['c.id as caseId', 'o.receivingUnitId', 'v.status'])
    .where('p.code', '=', '1.001809')
    .where('v.status', '=', 'published')
    .orderBy('c.position')
    .executeTakeFirstOrThrow()
  const papers = await database
    .selectFrom('component')
    .select(['id', 'originals', 'copies'])
    .where('procedureCaseId', '=', offer.caseId)
    .where('kind', '=', 'paper')
    .execute()
  const receptionist = await app.anOfficerWithRole('receptionist', offer.receivingUnitId)
  const { dossierId, code } = await perform({ kind: 'officer', id: receptionist }, receiveDossier, {
    procedureCaseId: offer.caseId,
    receivingUnitId: offer.receivingUnitId,
    owner,
    components: papers.map(({ id, originals, copies }) => ({ componentId: id, originals, copies })),
    returnMethod: 'counter',
  })
  await takeStep(app, dossierId)
  const { rows } = await app.handle.pool.query(
    `update officer o set must_change_password = false from task t where t.dossier_id = $1 and t.closed_at is null and o.id = t.assignee_id
     returning o.username, t.number`,
    [dossierId],
  )
  browser.forget()
  expect((await browser.signIn(rows[0].username, PASSWORD)).status).toBe(200)
  return { dossierId, code, taskNumber: String(rows[0].number) }
}

const read = (id: number) => getDossier(database, id, { actor: systemActor('test'), now: app.clock.now() })

describe('a result from a template', () => {
  let code = ''
  let dossierId = 0
  let taskNumber = ''
  const address = () => `/ho-so/${code}/lap-tu-mau`
  const form = () => ({ taskNumber, template: 'giay-phep-trien-lam', ...ANSWERS })

  test('the dossier’s page offers the templates of its procedure; the form shows what is known and asks the rest', async () => {
    ;({ code, dossierId, taskNumber } = await atAppraisal({ name: 'Nguyễn Thị Minh Họa' }))
    const page = await browser.open(`/ho-so/${code}`)
    expect(page.html).toContain(`${address()}?mau=giay-phep-trien-lam`)
    expect(page.html).toContain(`${address()}?mau=cong-van-tra-loi`)
    expect(page.html).not.toContain('quyet-dinh-cong-nhan-cau-lac-bo')
    const { status, html } = await browser.open(`${address()}?mau=giay-phep-trien-lam`)
    expect(status).toBe(200)
    for (const known of [
      code,
      'Nguyễn Thị Minh Họa',
      'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
      'ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ',
      'Nghị định số 113/2013/NĐ-CP',
    ])
      expect(html).toContain(known)
    expect(html).toContain('name="answers.ten_trien_lam"')
    // The owner has no address, so it is asked.
    expect(html).toContain('name="answers.dia_chi"')
    expect(html).not.toContain('name="answers.chu_ho_so"')
  })

  test('a missing or impossible answer is told at its field, and what was typed stays', async () => {
    const { status, html } = await browser.send(address(), { ...form(), 'answers.dia_diem': '', 'answers.tu_ngay': '2026-02-30' })
    expect(status).toBe(422)
    expect(html).toContain('Hãy nhập: địa điểm.')
    expect(html).toContain('Hãy nhập: địa chỉ của chủ hồ sơ.')
    expect(html).toContain('Ngày chưa đúng')
    expect(html).toContain('Đôi bờ Hiền Lương, lụa')
    expect((await read(dossierId)).result).toBeNull()
    const preview = await browser.send(`${address()}/xem-truoc`, { ...form(), 'answers.dia_diem': '' })
    expect(preview.status).toBe(422)
    expect(preview.html).toContain('Hãy nhập: địa điểm.')
  })

  test('the preview is a PDF marked as a draft, and nothing is kept of it', async () => {
    const preview = await browser.send(`${address()}/xem-truoc`, { ...form(), 'answers.dia_chi': 'Phường Đồng Hới' })
    expect(preview.status).toBe(200)
    const text = await pdfText(preview.bytes)
    for (const part of [
      'DỰ THẢO',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: ……/GP-SVHTTDL',
      'Sắc màu <b>quê hương</b> {so}',
      '2. Đôi bờ Hiền Lương, lụa',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('kèm bán')
    expect((await read(dossierId)).documents.filter(({ kind }) => kind === 'result')).toEqual([])
  })

  test('the draft is kept as Word and PDF, and drafted again it begins with what was typed', async () => {
    const saved = await browser.send(address(), { ...form(), 'answers.dia_chi': 'Phường Đồng Hới', 'answers.duoc_ban': 'on' })
    expect(saved.status, flat(saved.html.replace(/<[^>]+>/g, ' ')).slice(0, 600)).toBe(200)
    expect(saved.html).toContain('Dự thảo kết quả')
    const { result, documents } = await read(dossierId)
    const files = documents.filter(({ kind }) => kind === 'result')
    expect(files.map(({ type }) => type).sort()).toEqual(['docx', 'pdf'])
    expect(result).toMatchObject({ number: null, documentId: files.find(({ type }) => type === 'pdf')?.documentId })
    const pdf = await browser.open(`/ho-so/${code}/tai-lieu/${result?.documentId}`)
    expect(await pdfText(pdf.bytes)).toMatch(/DỰ THẢO.*kèm bán/)
    const again = await browser.open(`${address()}?mau=giay-phep-trien-lam`)
    expect(again.html).toContain('value="Bảo tàng tỉnh"')
    expect(again.html).toContain('Đôi bờ Hiền Lương, lụa')
  })

  test('somebody whose step it is not may not draft', async () => {
    const other = browsing(app.server)
    await app.handle.pool.query(`update officer set must_change_password = false where username = 'tiepnhan1'`)
    await other.signIn('tiepnhan1', PASSWORD)
    expect((await other.open(address())).status).toBe(403)
    expect((await other.send(address(), form())).status).toBe(403)
  })

  test('at issue the number, the date and the signer stand in both documents', async () => {
    const steps: string[] = []
    let signer = ''
    while (!steps.includes('signature')) {
      const { kind, doerId } = await completeStep(dossierId)
      steps.push(kind)
      signer = (await database.selectFrom('officer').select('fullName').where('id', '=', doerId).executeTakeFirstOrThrow()).fullName
    }
    const { rows } = await app.handle.pool.query(
      `select o.username, t.number from task t join unit u on u.id = t.unit_id join role_assignment a on a.role_id = t.role_id
         join unit h on h.id = a.unit_id and h.path @> u.path join officer o on o.id = a.officer_id
       where t.dossier_id = $1 and t.closed_at is null and t.kind = 'issue' limit 1`,
      [dossierId],
    )
    await app.handle.pool.query('update officer set must_change_password = false where username = $1', [rows[0].username])
    browser.forget()
    await browser.signIn(rows[0].username, PASSWORD)
    const taskNumber = String(rows[0].number)
    await browser.send(`/ho-so/${code}/nhan`, { taskNumber })
    expect((await browser.open(`/ho-so/${code}`)).html).toContain('value="GP-SVHTTDL"')
    const issued = await browser.send(`/ho-so/${code}/phat-hanh`, { taskNumber, symbol: 'GP-SVHTTDL' })
    expect(issued.status, flat(issued.html.replace(/<[^>]+>/g, ' ')).slice(0, 600)).toBe(200)
    expect(issued.html).toContain('Kết quả đã phát hành')

    const { result, documents } = await read(dossierId)
    expect(result?.number).toBe(1)
    const pdf = await browser.open(`/ho-so/${code}/tai-lieu/${result?.documentId}`)
    const text = await pdfText(pdf.bytes)
    for (const part of ['Số: 1/GP-SVHTTDL', 'Quảng Trị, ngày 18 tháng 11 năm 2026', signer, 'Sắc màu <b>quê hương</b> {so}'])
      expect(text).toContain(part)
    expect(text).not.toMatch(/DỰ THẢO|……/)
    expect(pdf.bytes.toString('latin1')).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</)
    const word = documents.findLast(({ type, name }) => type === 'docx' && name.startsWith('1-GP-SVHTTDL'))
    const docx = await browser.open(`/ho-so/${code}/tai-lieu/${word?.documentId}`)
    const wordText = await new TemplateHandler().getText(docx.bytes)
    expect(wordText).toContain('1/GP-SVHTTDL')
    expect(wordText).toContain(signer)
    expect((await verifyDossiers(database)).differences).toEqual([])
  })

  test('two divisions of one agency number in one register', async () => {
    const agency = await database.selectFrom('unit').select('id').where('code', '=', 'QT.SVHTTDL').executeTakeFirstOrThrow()
    const results = await database.selectFrom('dossierResult').select('issuingUnitId').execute()
    expect(new Set(results.map(({ issuingUnitId }) => issuingUnitId))).toEqual(new Set([agency.id]))
  })
})

describe('an uploaded result', () => {
  test('takes the place of a draft made from a template, and is issued as it is', async () => {
    const { code, dossierId, taskNumber } = await atAppraisal({ name: 'Trần Văn Minh Họa', address: 'Xã Cam Lộ' })
    const form = { taskNumber, template: 'giay-phep-trien-lam', ...ANSWERS }
    expect((await browser.send(`/ho-so/${code}/lap-tu-mau`, form)).status).toBe(200)
    const upload = { field: 'file', name: 'ket-qua.pdf', content: Buffer.from('%PDF-1.7 tự soạn') }
    expect((await browser.sendFiles(`/ho-so/${code}/du-thao`, { taskNumber, name: 'Giấy phép tự soạn' }, upload)).status).toBe(200)
    const before = (await read(dossierId)).result
    while ((await completeStep(dossierId)).kind !== 'issue');
    expect((await read(dossierId)).result).toMatchObject({ documentId: before?.documentId, name: 'Giấy phép tự soạn' })
  })
})

/** The ordinary way, but the draft stays as it was prepared. */
const completeStep = (dossierId: number) => takeStep(app, dossierId, { prepares: false })

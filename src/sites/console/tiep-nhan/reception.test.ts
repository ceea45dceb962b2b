/** The desk through the real server on a real database, in a browser without scripts: a known person by Enter alone, a new one, refusals, the double press. */
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { type Browser, browserOf, type Page } from '../../../../tests/support/browser.ts'
import { aDesk, aProcedure } from '../../../../tests/support/desk.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'

const app = await testApp()
const { database } = app.services
const place = await aDesk(app)
const procedure = await aProcedure(app, place, {
  components: [{ name: 'Đơn đề nghị' }, { name: 'Giấy đăng ký', originals: 0, copies: 1 }, { name: 'Bản vẽ', isRequired: false }] as never,
})
const known = await database.selectFrom('party').selectAll().where('kind', '=', 'person').orderBy('id').executeTakeFirstOrThrow()
let desk: Browser

beforeAll(async () => {
  desk = await browserOf(app, place.receptionists[0])
})

describe('a known person, with Enter alone', () => {
  let page: Page

  test('is chosen by the number on the card', async () => {
    page = await desk.press(await desk.get('/tiep-nhan'), 'Enter', { 'owner.find': known.identifier ?? '' })
    expect(page.status).toBe(200)
    expect(page.text).toContain(known.name)
    expect(page.url).toMatch(/^\/tiep-nhan\/[0-9a-f]{20}$/)
    expect(page.html).toMatch(/<input[^>]*name="procedure.find"[^>]*autofocus/)
  })

  test('and the procedure by its code', async () => {
    page = await desk.press(page, 'Enter', { 'procedure.find': procedure.code })
    expect(page.text).toContain('Thành phần hồ sơ')
    expect(page.html).toMatch(/value="complete-papers"[^>]*autofocus/)
  })

  test('the papers are complete in one press, then the promised date is shown before anything is received', async () => {
    page = await desk.press(page, 'Đủ theo quy định')
    expect(page.html).toMatch(/value="next"[^>]*autofocus/)
    page = await desk.press(page, 'Enter')
    expect(page.text).toContain('Hẹn trả kết quả: ')
    expect(page.html).toContain('/tinh-han?')
    expect(await database.selectFrom('dossier').select('id').execute()).toEqual([])
  })

  test('one more Enter makes the dossier, with its code and the receipt to print', async () => {
    page = await desk.press(page, 'Enter')
    expect(page.text).toMatch(new RegExp(`Đã tiếp nhận hồ sơ ${place.agencyCode.replace('.', '\\.')}-261118-0001`))
    const receipt = await desk.press(page, 'In giấy tiếp nhận')
    expect(receipt.headers['content-type']).toBe('application/pdf')
    const [sheet] = await readPdf(receipt.body)
    expect(sheet?.text).toContain(known.name)
  })

  test('the same person has another dossier without being asked again', async () => {
    const next = await desk.press(page, 'Tiếp nhận hồ sơ khác của người này')
    expect(next.text).toContain(known.name)
    expect(next.html).toContain('name="procedure.find"')
  })
})

/** A form that has come to its papers, for a known person. */
async function atPapers(by = desk): Promise<Page> {
  const page = await by.press(await by.get('/tiep-nhan'), 'Enter', { 'owner.find': known.identifier ?? '' })
  return by.press(page, 'Enter', { 'procedure.find': procedure.code })
}

const count = async () =>
  (
    await database
      .selectFrom('dossier')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

describe('finding a person', () => {
  const find = async (text: string) => desk.press(await desk.get('/tiep-nhan'), 'Enter', { 'owner.find': text })

  test('by name without marks: those found, the first under the next Enter', async () => {
    const page = await find(known.searchName.split(' ')[0] ?? '')
    expect(page.text).toContain(known.name)
    expect(page.html).toMatch(/value="pick-owner:\d+"[^>]*autofocus/)
  })

  test('by phone, and an organisation by its tax code', async () => {
    const organisation = await database
      .selectFrom('party')
      .selectAll()
      .where('kind', '=', 'organisation')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    expect((await find('0900 000 001')).html).toContain('name="procedure.find"')
    const page = await find(organisation.identifier ?? '')
    expect(page.text).toContain(organisation.name)
    expect(page.html).toContain('name="procedure.find"')
  })

  test('nobody: the form for a new one, with what was typed where it belongs', async () => {
    expect((await find('044190123999')).html).toMatch(/name="owner.identifier"[^>]*value="044190123999"/)
    expect((await find('0912 999 888')).html).toMatch(/name="owner.phone"[^>]*value="0912 999 888"/)
    expect((await find('Không Ai Tên Thế')).html).toMatch(/name="owner.name"[^>]*value="Không Ai Tên Thế"/)
    expect((await find('0100109106')).html).toMatch(/value="organisation"[^>]*checked/)
  })

  test('the scan of a card fills the person; a number that does not fit is a warning and no wall', async () => {
    const filled = await find('044190555001||Lê Thị Quét Thẻ|19051990|Nam|Xã Minh Họa, Quảng Trị|01022022')
    expect(filled.html).toMatch(/name="owner.birthDate.year"[^>]*value="1990"/)
    const page = await desk.press(filled, 'Dùng thông tin này')
    expect(page.text).toContain('Chữ số thứ tư không khớp với giới tính đã ghi')
    expect(page.html).toContain('name="procedure.find"')
  })

  test('a wrong tax code is a wall, at its field, and what was typed stays', async () => {
    const blank = await desk.press(await desk.get('/tiep-nhan'), 'Nhập người hoặc tổ chức mới')
    const page = await desk.press(blank, 'Dùng thông tin này', {
      'owner.kind': 'organisation',
      'owner.identifier': '9900000010',
      'owner.name': 'Công ty Gõ Sai',
    })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Chữ số kiểm tra của mã số thuế không khớp')
    expect(page.html).toMatch(/name="owner.name"[^>]*value="Công ty Gõ Sai"/)
    expect(page.html).toContain('href="#f-owner-identifier"')
  })
})

describe('what is missing', () => {
  test('is said at its field; numbers, names and files already sent stay', async () => {
    const [form, copy, drawing] = procedure.componentIds
    const page = await desk.press(
      await atPapers(),
      'Kiểm tra và xem ngày hẹn trả',
      {
        [`paper.${drawing}.copies`]: '2',
        filedBy: 'other',
        'submitter.find': 'Người Nộp Thay Mới',
        returnMethod: 'post',
        subject: 'Cấp phép biển <b>hiệu</b>',
      },
      [{ field: `scan.${form}`, name: 'đơn.pdf', type: 'application/pdf', content: PDF }],
    )
    // Who files is asked for first.
    expect(page.html).toMatch(/name="submitter.name"[^>]*value="Người Nộp Thay Mới"/)
    const checked = await desk.press(page, 'Kiểm tra và xem ngày hẹn trả')
    expect(checked.status).toBe(422)
    expect(checked.text).toContain('Thiếu “Giấy đăng ký”.')
    expect(checked.html).toContain(`href="#f-paper-${copy}"`)
    expect(checked.html).toContain(`id="f-paper-${copy}"`)
    expect(checked.text).not.toContain('Thiếu “Đơn đề nghị”')
    expect(checked.html).toContain('href="#f-authorizationPaper"')
    expect(checked.html).toContain('href="#f-returnAddress"')
    expect(checked.text).toContain('đơn.pdf')
    expect(checked.html).toMatch(new RegExp(`name="paper.${drawing}.copies"[^>]*value="2"`))
    expect(checked.html).toMatch(/value="Cấp phép biển &lt;b&gt;hiệu&lt;\/b&gt;"/)
    const before = await count()
    const ready = await desk.press(checked, 'Kiểm tra và xem ngày hẹn trả', {
      [`paper.${copy}.copies`]: '1',
      authorizationPaper: 'Giấy ủy quyền số 9',
      returnAddress: 'Số 9, đường Minh Họa',
    })
    expect(ready.text).toContain('Người Nộp Thay Mới')
    expect(ready.text).toContain('Giấy ủy quyền số 9')
    expect(ready.text).toContain('Qua bưu chính: Số 9, đường Minh Họa')
    expect(await count()).toBe(before)
    const done = await desk.press(ready, 'Tiếp nhận hồ sơ')
    expect(done.text).toContain('Đã tiếp nhận hồ sơ')
    expect(done.html).not.toContain('<b>hiệu')
    const row = await database.selectFrom('dossier').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      subject: 'Cấp phép biển <b>hiệu</b>',
      returnAddress: 'Số 9, đường Minh Họa',
      authorizationPaper: 'Giấy ủy quyền số 9',
    })
    const files = await database.selectFrom('dossierDocument').select('dossierComponentId').where('dossierId', '=', row.id).execute()
    expect(files).toHaveLength(1)
    expect(files[0]?.dossierComponentId).not.toBeNull()
  })

  test('a file that is not what its name says is refused, and the rest of the form stays', async () => {
    const [form] = procedure.componentIds
    const page = await desk.press(await atPapers(), 'Tải tệp lên', { [`paper.${form}.originals`]: '3' }, [
      { field: 'scan', name: 'đơn.pdf', type: 'application/pdf', content: new TextEncoder().encode('<script>alert(1)</script>') },
    ])
    expect(page.status).toBe(422)
    expect(page.html).toContain('href="#f-scan"')
    expect(page.html).toMatch(new RegExp(`name="paper.${form}.originals"[^>]*value="3"`))
  })
})

describe('files', () => {
  test('several at once, put to their papers, looked at, taken off again', async () => {
    const [form] = procedure.componentIds
    const files = [1, 2].map((n) => ({
      field: 'scan',
      name: `trang ${n}.pdf`,
      type: 'application/pdf',
      content: new Uint8Array([...PDF, 48 + n]),
    }))
    const page = await desk.press(await atPapers(), 'Tải tệp lên', {}, files)
    const [first = '', second = ''] = [...page.html.matchAll(/name="file\.(\d+)\.for"/g)].map(([, id]) => id)
    const shown = await desk.get(`${page.url}/tep/${first}`)
    expect(shown.headers['content-type']).toBe('application/pdf')
    const other = await browserOf(app, place.receptionists[1])
    expect((await other.get(`${page.url}/tep/${first}`)).status).toBe(404)
    const dropped = await desk.press(page, 'Bỏ tệp trang 2.pdf', { [`file.${first}.for`]: String(form) })
    expect(dropped.html).not.toContain(`file.${second}.for`)
    expect(dropped.html).toMatch(new RegExp(`value="${form}" selected`))
  })
})

describe('a press too many', () => {
  test('pressed twice at once, and once more later, it makes one dossier', async () => {
    const ready = await desk.press(await desk.press(await atPapers(), 'Đủ theo quy định'), 'Kiểm tra và xem ngày hẹn trả')
    const before = await count()
    const both = await Promise.all([desk.press(ready, 'Tiếp nhận hồ sơ'), desk.press(ready, 'Tiếp nhận hồ sơ')])
    const later = await desk.press(ready, 'Tiếp nhận hồ sơ')
    const codes = [...both, later].map(({ text }) => /Đã tiếp nhận hồ sơ (H\S+)/.exec(text)?.[1])
    expect(new Set(codes).size).toBe(1)
    expect(codes[0]).toMatch(/-261118-\d{4}$/)
    expect(await count()).toBe(before + 1)
  })
})

describe('a draft', () => {
  test('waits for its author, is nobody else’s, and can be thrown away', async () => {
    const page = await atPapers()
    expect((await desk.get('/tiep-nhan')).html).toContain(`href="${page.url}"`)
    const other = await browserOf(app, place.receptionists[1])
    expect((await other.get(page.url)).url).toBe('/tiep-nhan')
    expect((await other.post(page.url, { _action: 'discard' })).url).toBe('/tiep-nhan')
    expect((await desk.get(page.url)).text).toContain(known.name)
    await desk.press(page, 'Bỏ lần nhập này')
    expect((await desk.get(page.url)).url).toBe('/tiep-nhan')
  })

  test('keeps nothing personal once it is a dossier', async () => {
    const left = await database.selectFrom('receptionDraft').select('form').where('dossierId', 'is not', null).execute()
    expect(left.length).toBeGreaterThan(0)
    expect(left.every(({ form }) => JSON.stringify(form) === '{}')).toBe(true)
  })
})

describe('who may', () => {
  test('whoever may not receive is told so, and nobody signed out gets in', async () => {
    const specialist = await browserOf(app, await app.anOfficerWithRole('specialist', place.settlingUnitId))
    expect((await specialist.get('/tiep-nhan')).status).toBe(403)
    expect((await (await browserOf(app, undefined)).get('/tiep-nhan')).url).toMatch(/^\/dang-nhap/)
  })
})

/** The controller's pages of result templates, through the real server, without scripts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TemplateHandler } from 'easy-template-x'
import { beforeAll, describe, expect, test } from 'vitest'
import { demonstrationTemplates } from '../../../../db/seeds/result-templates.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { browsing } from '../../../../tests/support/browsing.ts'
import { docxParts, makeDocx, makeZip } from '../../../../tests/support/make-zip.ts'
import { readPdf } from '../../../../tests/support/read-pdf.ts'
import { listTemplates, templatesFor } from '../../../modules/results/index.ts'
import { projectFolder } from '../../../platform/project.ts'

const app = await testApp()
const { database } = app.services
const browser = browsing(app.server)
const PASSWORD = 'MotCua#2026'

beforeAll(async () => {
  expect((await browser.signIn('kiemsoat', PASSWORD)).status).toBe(200)
})

const GIVEN = { name: 'Giấy phép thử', code: 'giay-phep-thu', procedureCode: '1.001809', symbol: 'GP-THU', validFrom: '2026-11-18' }
const ONE = { 'questions.count': '1', 'questions.0.name': 'ten_su_kien', 'questions.0.label': 'Tên sự kiện', 'questions.0.kind': 'text' }
const word = (...paragraphs: string[]) => ({ field: 'file', name: 'mau.docx', content: makeDocx(paragraphs) })
const add = (form: Record<string, string>, ...files: ReturnType<typeof word>[]) => browser.sendFiles('/mau-ket-qua/them', form, ...files)
const isThere = async (code: string) => (await listTemplates(database, app.today())).some((template) => template.code === code)

describe('list', () => {
  test('shows the demonstration’s templates; not to others than the controller', async () => {
    const { status, html } = await browser.open('/mau-ket-qua')
    expect(status).toBe(200)
    for (const { name } of demonstrationTemplates) expect(html).toContain(name)
    expect(html).toContain('Dùng chung')
    const other = browsing(app.server)
    await other.signIn('chuyenvien.vhttdl', PASSWORD)
    for (const path of ['/mau-ket-qua', '/mau-ket-qua/them', '/mau-ket-qua/cong-van-tra-loi', '/mau-ket-qua/cong-van-tra-loi/tep'])
      expect((await other.open(path)).status, path).toBe(403)
    expect((await other.sendFiles('/mau-ket-qua/them', GIVEN, word('{chu_ho_so}'))).status).toBe(403)
  })

  test('a code nobody has given is not found', async () => {
    expect((await browser.open('/mau-ket-qua/khong-co')).status).toBe(404)
    expect((await browser.open('/mau-ket-qua/khong-co/phien-ban-moi')).status).toBe(404)
  })
})

describe('adding', () => {
  test('an unknown field is named, gets a row, and the file need not be sent twice', async () => {
    const refused = await add(GIVEN, word('Số {so_ky_hieu} cấp {chu_ho_so}', 'Sự kiện {ten_su_kien}'))
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Mẫu Word dùng trường mà hệ thống không có: ten_su_kien.')
    expect(refused.html).toContain('value="ten_su_kien"')
    expect(refused.html).toContain('value="giay-phep-thu"')
    expect(refused.html).toContain('mau.docx')
    expect(await isThere('giay-phep-thu')).toBe(false)
    const documentId = /name="documentId" value="(\d+)"/.exec(refused.html)?.[1] ?? ''
    const saved = await add({ ...GIVEN, ...ONE, documentId })
    expect(saved.status, saved.html.replace(/<[^>]+>/g, ' ').slice(0, 500)).toBe(200)
    expect(saved.html).toContain('Đã lưu phiên bản 1')
    expect(saved.html).toContain('Tên sự kiện')
    const line = await database
      .selectFrom('audit')
      .select('detail')
      .where('name', '=', 'results.edit-template')
      .where('outcome', '=', 'done')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(line.detail).toMatchObject({ code: 'giay-phep-thu', version: 1 })
  })

  test('rows of questions come and go by buttons, with the file kept', async () => {
    const more = await add({ ...GIVEN, ...ONE, _add: 'questions' }, word('{ten_su_kien}'))
    expect(more.status).toBe(200)
    expect(more.html).toContain('name="questions.1.name"')
    expect(more.html).toContain('value="Tên sự kiện"')
    expect(more.html).toMatch(/name="documentId" value="\d+"/)
  })

  test.each([
    ['no file', GIVEN, [], 'Hãy chọn tệp Word'],
    ['a file that is no Word file', GIVEN, [{ field: 'file', name: 'a.docx', content: Buffer.from('%PDF-1.7') }], 'DOCX'],
    ['a broken Word file', GIVEN, [{ field: 'file', name: 'a.docx', content: makeDocx(['a']).subarray(0, 200) }], 'hỏng'],
    ['a field without its brace', GIVEN, [word('Cấp cho {chu_ho_so')], 'chỗ điền bị lỗi'],
    ['a list that is not closed', GIVEN, [word('{#can_cu}', '{van_ban}')], 'chỗ điền bị lỗi'],
    ['a question the file does not use', { ...GIVEN, ...ONE }, [word('{chu_ho_so}')], 'Mẫu Word không dùng trường {ten_su_kien}'],
    ['a question the system answers', { ...GIVEN, ...ONE, 'questions.0.name': 'chu_ho_so' }, [word('{chu_ho_so}')], 'Hệ thống tự điền'],
    ['a question without words', { ...GIVEN, ...ONE, 'questions.0.label': '' }, [word('{ten_su_kien}')], 'Hãy ghi câu hỏi'],
    ['an unknown procedure', { ...GIVEN, procedureCode: '9.999999' }, [word('{chu_ho_so}')], 'Không có thủ tục nào mang mã này'],
    ['a day that is past', { ...GIVEN, validFrom: '2026-11-17' }, [word('{chu_ho_so}')], 'Chọn từ hôm nay trở đi'],
    ['a code that is taken', { ...GIVEN, code: 'cong-van-tra-loi' }, [word('{chu_ho_so}')], 'Mã này đã có'],
    ['somebody else’s file', { ...GIVEN, documentId: '1' }, [], 'chính bạn tải lên'],
  ])('%s is refused in a sentence, with what was typed', async (_what, form, files, sentence) => {
    const { status, html } = await add({ ...form, code: form.code === GIVEN.code ? 'mau-hong' : form.code }, ...files)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(html).toContain(sentence)
    expect(html).toContain('value="Giấy phép thử"')
    expect(await isThere('mau-hong')).toBe(false)
  })

  test('what the PDF could not show is refused by its name', async () => {
    const withPicture = makeZip(
      docxParts(['{chu_ho_so}']).map((part) =>
        part.name === 'word/document.xml'
          ? { ...part, content: String(part.content).replace('</w:body>', '<w:p><w:r><w:drawing/></w:r></w:p></w:body>') }
          : part,
      ),
    )
    const { status, html } = await add({ ...GIVEN, code: 'mau-hong' }, { field: 'file', name: 'a.docx', content: withPicture })
    expect(status).toBe(422)
    expect(html).toContain('hình ảnh hoặc hình vẽ')
  })
})

describe('one template', () => {
  test('a trial fills everything, as Word and as PDF', async () => {
    for (const { code, name } of demonstrationTemplates) {
      const filled = await browser.open(`/mau-ket-qua/${code}/dien-thu`)
      const text = await new TemplateHandler().getText(filled.bytes)
      expect(text).toContain('145/GP-SVHTTDL')
      expect(text).not.toMatch(/[{}]/)
      const pages = await readPdf((await browser.open(`/mau-ket-qua/${code}/dien-thu?dang=pdf`)).bytes)
      expect(pages[0]).toMatchObject({ width: 210, height: 297 })
      const printed = pages.map((page) => page.text.replace(/\s+/g, ' ')).join(' ')
      for (const part of [
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Số: 145/GP-SVHTTDL',
        'ngày 24 tháng 11 năm 2026',
        'Nơi nhận:',
        'KT. GIÁM ĐỐC',
        'Trần Văn Minh Họa',
        'DỰ THẢO',
      ])
        expect(printed, `${code}: ${part}`).toContain(part)
      const own = await browser.open(`/mau-ket-qua/${code}/tep`)
      expect(own.bytes.equals(readFileSync(join(projectFolder, `db/seeds/result-templates/${code}.docx`))), name).toBe(true)
    }
  })

  test('a new version begins with the last one’s words and takes its place from its day on', async () => {
    const form = await browser.open('/mau-ket-qua/cong-van-tra-loi/phien-ban-moi')
    expect(form.html).toContain('value="Công văn trả lời"')
    expect(form.html).toContain('value="noi_dung_tra_loi"')
    const saved = await browser.sendFiles(
      '/mau-ket-qua/cong-van-tra-loi/phien-ban-moi',
      { name: 'Công văn trả lời mới', validFrom: '2026-12-01' },
      word('Kính gửi {chu_ho_so}'),
    )
    expect(saved.html).toContain('Đã lưu phiên bản 2')
    const names = async (day: string) => (await templatesFor(database, 0, day)).map(({ name }) => name)
    expect(await names('2026-11-30')).toEqual(['Công văn trả lời'])
    expect(await names('2026-12-01')).toEqual(['Công văn trả lời mới'])
  })

  test('ends on a day from today on; a day it is not in force is refused', async () => {
    const end = (lastDay: string) => browser.send('/mau-ket-qua/giay-phep-thu/ngung', { lastDay })
    expect((await end('')).html).toContain('Hãy chọn ngày cuối cùng')
    expect((await end('2026-11-17')).html).toContain('Chọn từ hôm nay trở đi')
    expect((await end('2026-11-20')).html).toContain('Đã ghi ngày ngừng áp dụng')
    expect((await end('2026-11-25')).html).toContain('không còn hoặc chưa có hiệu lực')
    const { id } = await database.selectFrom('procedure').select('id').where('code', '=', '1.001809').executeTakeFirstOrThrow()
    const codes = async (day: string) => (await templatesFor(database, id, day)).map(({ code }) => code)
    expect(await codes('2026-11-20')).toContain('giay-phep-thu')
    expect(await codes('2026-11-21')).not.toContain('giay-phep-thu')
  })
})

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createPdf } from '#platform/pdf/index.ts'
import { inkBox, readPageBarcodes, readPdf } from '../../../tests/support/read-pdf.ts'
import {
  controlSlipPaper,
  type PaperSheet,
  paperTemplates,
  printPaper,
  type ReceiptData,
  type Report06aCounts,
  receiptPaper,
  registerPaper,
  report06aPaper,
  reprinted,
  returnSlipPaper,
} from './index.ts'

const pdf = createPdf({ templateFolder: paperTemplates })
afterAll(() => pdf.close())

const at = (stamp: string) => new Date(`${stamp}:00+07:00`)
const code = 'H50.01-261120-0128'
const lookupUrl = `https://dichvucong.example.vn/tra-cuu/${code}`
const head = {
  office: {
    parent: 'Ủy ban nhân dân tỉnh Quảng Trị',
    name: 'Trung tâm Phục vụ hành chính công tỉnh Quảng Trị',
    kind: 'centre' as const,
    place: 'Quảng Trị',
  },
  number: 128,
  issuedAt: at('2026-02-05T10:05'),
}
const receipt: ReceiptData = {
  ...head,
  dossierCode: code,
  applicant: {
    name: 'Nguyễn Thị Hường',
    identifier: '000000000128',
    address: 'Số 12 đường Trần Hưng Đạo, phường Đồng Hới, tỉnh Quảng Trị',
    phone: '0900 000 128',
    email: 'huong@example.vn',
  },
  subject: 'Cấp Giấy phép tổ chức biểu diễn nghệ thuật trên địa bàn quản lý',
  components: [
    { name: 'Văn bản đề nghị tổ chức biểu diễn nghệ thuật', originals: 1, copies: 0 },
    { name: 'Kịch bản, danh mục tác phẩm kèm theo tác giả', originals: 1, copies: 2 },
    { name: 'Hợp đồng thuê địa điểm', originals: 0, copies: 1, isPresentedOnly: true },
  ],
  sets: 1,
  limit: '5 ngày làm việc',
  receivedAt: at('2026-11-20T10:05'),
  dueAt: at('2026-11-27T10:05'),
  returnPlace: 'Quầy số 7, Trung tâm Phục vụ hành chính công tỉnh Quảng Trị',
  fees: [{ name: 'Phí thẩm định', amount: 1_500_000 }],
  submitterName: 'Trần Văn Ước',
  receiverName: 'Lê Văn Bảo',
  lookupUrl,
  hotline: '1900 0000',
}

const print = (sheet: PaperSheet) => printPaper(pdf, sheet, head.issuedAt)
const flat = (text: string) => text.replace(/\s+/g, ' ')
async function pagesOf(sheet: PaperSheet) {
  const bytes = await print(sheet)
  const pages = await readPdf(bytes)
  return { bytes, pages, text: flat(pages.map((page) => page.text).join(' ')) }
}

describe('form 01, receipt', () => {
  test('one A5 page in PDF/A-2a with the country, the agency, all fields and both signatures, letter for letter', async () => {
    const { bytes, pages, text } = await pagesOf(receiptPaper(receipt))
    expect(pages.map(({ width, height }) => [width, height])).toEqual([[148, 210]])
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</)
    expect(text).toBe(text.normalize('NFC'))
    for (const part of [
      'ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ',
      'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH QUẢNG TRỊ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 128/TTPVHCC',
      'Quảng Trị, ngày 05 tháng 02 năm 2026',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      `Mã hồ sơ: ${code}`,
      'Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức: Nguyễn Thị Hường',
      'Số định danh cá nhân/tổ chức: 000000000128',
      'Địa chỉ: Số 12 đường Trần Hưng Đạo, phường Đồng Hới, tỉnh Quảng Trị',
      'Số điện thoại: 0900 000 128',
      'Email: huong@example.vn',
      'Nội dung yêu cầu giải quyết: Cấp Giấy phép tổ chức biểu diễn nghệ thuật trên địa bàn quản lý',
      'Thành phần hồ sơ nộp gồm:',
      '1. Văn bản đề nghị tổ chức biểu diễn nghệ thuật (01 bản chính)',
      '2. Kịch bản, danh mục tác phẩm kèm theo tác giả (01 bản chính, 02 bản sao)',
      '3. Hợp đồng thuê địa điểm (xuất trình để đối chiếu, 01 bản sao)',
      'Số lượng hồ sơ: 01 (bộ)',
      'Thời gian giải quyết hồ sơ theo quy định là: 5 ngày làm việc',
      'Thời gian nhận hồ sơ: 10 giờ 05 phút, ngày 20 tháng 11 năm 2026',
      'Thời gian trả kết quả giải quyết hồ sơ: 10 giờ 05 phút, ngày 27 tháng 11 năm 2026',
      'Đăng ký nhận kết quả tại: Quầy số 7, Trung tâm Phục vụ hành chính công tỉnh Quảng Trị',
      'Vào Sổ theo dõi hồ sơ, quyển số: ...',
      'Phí thẩm định: 1.500.000 đồng',
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      'Trần Văn Ước',
      'Lê Văn Bảo',
      `Tra cứu tình trạng hồ sơ: ${lookupUrl}`,
      'Điện thoại hướng dẫn: 1900 0000',
    ])
      expect(text).toContain(part)
  })

  test('both symbols are read from the page: the code and the look-up address, nothing personal', async () => {
    expect(await readPageBarcodes(await print(receiptPaper(receipt)))).toEqual(
      new Map([
        ['Code128', code],
        ['QRCode', lookupUrl],
      ]),
    )
  })

  test.skipIf(spawnSync('zbarimg', ['--version']).error || spawnSync('pdftoppm', ['-v']).error)(
    'a third reader (zbarimg) agrees',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'motcua-zbar-'))
      writeFileSync(join(folder, 'r.pdf'), await print(receiptPaper(receipt)))
      spawnSync('pdftoppm', ['-r', '150', '-png', join(folder, 'r.pdf'), join(folder, 'r')])
      const { stdout } = spawnSync('zbarimg', ['-q', join(folder, 'r-1.png')], { encoding: 'utf8' })
      rmSync(folder, { recursive: true })
      expect(stdout.trim().split('\n').sort()).toEqual([`CODE-128:${code}`, `QR-Code:${lookupUrl}`])
    },
  )

  test('shows who authorised whom, the register, and the reception unit of a commune', async () => {
    const { text } = await pagesOf(
      receiptPaper({
        ...receipt,
        office: {
          parent: 'Ủy ban nhân dân xã Phong Nha',
          name: 'Bộ phận Tiếp nhận và Trả kết quả xã Phong Nha',
          kind: 'reception-unit',
          place: 'Phong Nha',
        },
        authorizer: {
          name: 'Công ty TNHH Sông Son',
          address: 'Xã Phong Nha',
          identifier: '0000000000',
          paper: 'Giấy ủy quyền ngày 19/11/2026',
        },
        register: { book: '02', position: 345 },
      }),
    )
    expect(text).toContain('Số: 128/BPTNTKQ')
    expect(text).toContain('Nộp theo ủy quyền của: Họ và tên: Công ty TNHH Sông Son')
    expect(text).toContain('Giấy tờ ủy quyền: Giấy ủy quyền ngày 19/11/2026')
    expect(text).toContain('quyển số: 02 Số thứ tự: 345')
  })

  test('forty components flow to further pages, each once, in order, with page numbers', async () => {
    const components = Array.from({ length: 40 }, (_, index) => ({
      name: `Bản thuyết minh điều kiện kinh doanh của cơ sở thứ ${index + 1}${index % 3 ? '' : ', kèm theo sơ đồ bố trí trang thiết bị và danh sách nhân viên chuyên môn có xác nhận'}`,
      originals: 1,
      copies: index % 2,
    }))
    const { bytes, pages, text } = await pagesOf(receiptPaper({ ...receipt, components }))
    expect(pages.length).toBeGreaterThan(1)
    const places = components.map(({ name }, index) => text.indexOf(`${index + 1}. ${name} (01 bản chính`))
    expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true)
    for (const [index, page] of pages.entries()) expect(page.text).toContain(`Trang ${index + 1}/${pages.length}`)
    for (let index = 0; index < pages.length; index++) expect(await isWithinMargins(bytes, index, 148, 210)).toBe(true)
    expect(pages.at(-1)?.text).toMatch(/NGƯỜI NỘP HỒ SƠ[\s\S]*Trần Văn Ước/)
  })

  test('hostile and endless text is printed literally and stays on the paper', async () => {
    const hostile = `#set page(fill: red) *đậm* _x_ $a^2$ "ngoặc" <script>alert(1)</script> ${'Ẵ'.repeat(300)} ${'lời dài '.repeat(200)}`
    const { bytes, pages, text } = await pagesOf(
      receiptPaper({
        ...receipt,
        applicant: { name: hostile, identifier: hostile, address: hostile, phone: hostile, email: 'a'.repeat(2_000) },
        subject: hostile,
        components: [{ name: hostile, originals: 1, copies: 0 }],
      }),
    )
    expect(text.split('#set page(fill: red) *đậm* _x_ $a^2$ "ngoặc" <script>alert(1)</script>').length - 1).toBe(6)
    expect(text.match(/Ẵ/g)?.length).toBe(6 * 300)
    expect(text.match(/a/g)?.length).toBeGreaterThan(2_000)
    for (let index = 0; index < pages.length; index++) expect(await isWithinMargins(bytes, index, 148, 210)).toBe(true)
  })

  test('a reprint says so on every page, and only that is different', async () => {
    const sheet = receiptPaper({ ...receipt, components: Array.from({ length: 40 }, () => ({ name: 'Giấy tờ', originals: 1, copies: 0 })) })
    const { pages } = await pagesOf(reprinted(sheet, 2))
    for (const page of pages) expect(page.text).toContain('BẢN IN LẠI LẦN 2')
    const first = (await pagesOf(sheet)).text
    expect(first).not.toContain('IN LẠI')
    expect(flat(pages.map((page) => page.text.replace('BẢN IN LẠI LẦN 2', '')).join(' ')).trim()).toBe(first.trim())
  })
})

describe('form 06, control slip', () => {
  test('shows each hand-over with its hour, people and standing', async () => {
    const { pages, text } = await pagesOf(
      controlSlipPaper({
        ...head,
        dossierCode: code,
        settlingOffice: 'Sở Văn hóa, Thể thao và Du lịch',
        coordinatingOffices: ['Công an tỉnh', 'Sở Xây dựng'],
        receivedAt: at('2026-11-20T10:05'),
        dueAt: at('2026-11-27T10:05'),
        handovers: [
          {
            fromUnit: 'Trung tâm',
            toUnit: 'Phòng Quản lý văn hóa',
            at: at('2026-11-20T10:40'),
            giver: 'Lê Văn Bảo',
            receiver: 'Trần Quốc Đạt',
            timeliness: 'early',
          },
          {
            fromUnit: 'Phòng Quản lý văn hóa',
            toUnit: 'Lãnh đạo Sở',
            at: at('2026-11-26T09:00'),
            giver: 'Trần Quốc Đạt',
            timeliness: 'late',
            note: 'Chờ bổ sung',
          },
        ],
      }),
    )
    expect(pages.map(({ width, height }) => [width, height])).toEqual([[148, 210]])
    for (const part of [
      'Số: 128/PKS-TTPVHCC',
      'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
      'Cơ quan phối hợp giải quyết hồ sơ: Công an tỉnh; Sở Xây dựng',
      '1. Giao: Trung tâm',
      '2. Nhận: Phòng Quản lý văn hóa',
      '10 giờ 40 phút, ngày 20 tháng 11 năm 2026',
      'Người giao: Lê Văn Bảo',
      'Người nhận: Trần Quốc Đạt',
      'Trước hạn',
      'Quá hạn',
      'Chờ bổ sung',
    ])
      expect(text).toContain(part)
  })
})

describe('form 07, register', () => {
  test('two hundred rows on A4 landscape, the head of the table on each page, no row twice or lost', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => ({
      dossierCode: `H50.01-261120-${String(index + 1).padStart(4, '0')}`,
      procedureName: 'Cấp Giấy phép tổ chức biểu diễn nghệ thuật',
      applicantName: index === 7 ? 'Ư'.repeat(2_000) : 'Nguyễn Thị Hường',
      address: 'Phường Đồng Hới',
      phone: '0900 000 128',
      settlingOffice: 'Sở Văn hóa, Thể thao và Du lịch',
      receivedAt: at('2026-11-20T10:05'),
      dueAt: at('2026-11-27T10:05'),
      returnMethod: 'counter' as const,
    }))
    const { bytes, pages, text } = await pagesOf(registerPaper({ ...head, field: 'Văn hóa', from: '2026-11-01', to: '2026-11-30', rows }))
    expect(new Set(pages.map(({ width, height }) => `${width}×${height}`))).toEqual(new Set(['297×210']))
    for (const page of pages) expect(flat(page.text)).toContain('STT Mã hồ sơ Tên TTHC')
    for (const row of rows) expect(text.split(row.dossierCode).length - 1).toBe(1)
    expect(text).toContain('Từ ngày 01/11/2026 đến ngày 30/11/2026')
    for (const index of [0, 1, 2]) expect(await isWithinMargins(bytes, index, 297, 210)).toBe(true)
  })
})

describe('return slip', () => {
  test('names the result, the papers given back, the receiver and what was shown', async () => {
    const { pages, text } = await pagesOf(
      returnSlipPaper({
        ...head,
        dossierCode: code,
        ownerName: 'Nguyễn Thị Hường',
        subject: receipt.subject,
        results: [
          { name: 'Giấy phép tổ chức biểu diễn', number: '145/GP-SVHTTDL', issuedAt: at('2026-11-26T14:00'), originals: 1, copies: 0 },
        ],
        returnedPapers: [],
        method: 'Trực tiếp tại quầy số 7',
        returnedAt: at('2026-11-26T15:00'),
        receiver: { name: 'Trần Văn Ước', proof: 'Căn cước số 000000000128', phone: '0900 000 128' },
        giverName: 'Lê Văn Bảo',
      }),
    )
    expect(pages).toHaveLength(1)
    expect(text).toContain('1. Giấy phép tổ chức biểu diễn số 145/GP-SVHTTDL ngày 26 tháng 11 năm 2026 (01 bản chính)')
    expect(text).toContain('Không có giấy tờ phải trả lại.')
    expect(text).toContain('Giấy tờ xuất trình: Căn cước số 000000000128')
    expect(text).toContain('Thời gian trả kết quả: 15 giờ 00 phút, ngày 26 tháng 11 năm 2026')
  })
})

describe('form II.06a', () => {
  const counts: Report06aCounts = {
    receivedOnline: 1_200,
    receivedOther: 34,
    carriedOver: 6,
    settledEarly: 1_000,
    settledOnTime: 200,
    settledLate: 3,
    openInTime: 35,
    openLate: 2,
  }
  const report = {
    ...head,
    periodName: 'Tháng 11 năm 2026',
    from: '2026-11-01',
    to: '2026-11-30',
    reportingOffice: 'Trung tâm Phục vụ hành chính công tỉnh Quảng Trị',
    receivingOffice: 'Ủy ban nhân dân tỉnh Quảng Trị',
    preparerName: 'Lê Văn Bảo',
    headName: 'Phan Thị Thu',
  }

  test('prints thirteen columns with their arithmetic, sums per group and over all', async () => {
    const { pages, text } = await pagesOf(
      report06aPaper({
        ...report,
        groups: [
          {
            name: 'Sở Văn hóa',
            rows: [
              { name: 'Văn hóa', ...counts },
              { name: 'Du lịch', ...counts },
            ],
          },
          { name: 'Xã, phường', rows: [{ name: 'Phong Nha', ...counts }] },
        ],
      }),
    )
    expect(pages.map(({ width, height }) => [width, height])).toEqual([[297, 210]])
    expect(text).toContain('(1) (2) (3) = (4)+(5)+(6) (4) (5) (6) (7) = (8)+(9)+(10) (8) (9) (10) (11) = (12)+(13) (12) (13)')
    expect(text).toContain('1 Văn hóa 1.240 1.200 34 6 1.203 1.000 200 3 37 35 2')
    expect(text).toContain('I Sở Văn hóa 2.480 2.400 68 12 2.406 2.000 400 6 74 70 4')
    expect(text).toContain('Tổng cộng 3.720 3.600 102 18 3.609 3.000 600 9 111 105 6')
    expect(text).toContain('Đơn vị nhận báo cáo: Ủy ban nhân dân tỉnh Quảng Trị')
  })

  test('a report that does not balance is refused', () => {
    const groups = [{ name: 'Sở Văn hóa', rows: [{ name: 'Văn hóa', ...counts, openLate: 3 }] }]
    expect(() => report06aPaper({ ...report, groups })).toThrow(expect.objectContaining({ code: 'papers.report-unbalanced' }))
  })
})

/** Nothing is printed in the outer 8 mm (top 4 mm, where the mark of a reprint stands). */
async function isWithinMargins(bytes: Uint8Array, page: number, width: number, height: number): Promise<boolean> {
  const { left, top, right, bottom } = await inkBox(bytes, page)
  return left > 8 && right < width - 8 && top > 4 && bottom < height - 4
}

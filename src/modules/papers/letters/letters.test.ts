/** Every paper that comes with an act on a dossier, read back from its PDF: the words of its form, its number line in both sets of forms, hostile and endless text, reprints. */
import { afterAll, describe, expect, test } from 'vitest'
import { createPdf } from '#platform/pdf/index.ts'
import { inkBox, readPageBarcodes, readPdf } from '../../../../tests/support/read-pdf.ts'
import {
  type DossierPaper,
  LETTER_FORMS,
  LETTERS,
  type LetterDetails,
  type LetterForm,
  type PaperSheet,
  paperTemplates,
  printPaper,
  reprinted,
} from '../index.ts'

const pdf = createPdf({ templateFolder: paperTemplates })
afterAll(() => pdf.close())

const at = (stamp: string) => new Date(`${stamp}:00+07:00`)
const code = 'H50.01-261120-0128'
const common: Omit<DossierPaper<never>, 'details'> = {
  office: {
    parent: 'Ủy ban nhân dân tỉnh Quảng Trị',
    name: 'Sở Văn hóa, Thể thao và Du lịch',
    kind: 'reception-unit',
    abbreviation: 'SVHTTDL',
    place: 'Quảng Trị',
  },
  number: 12,
  issuedAt: at('2026-11-24T10:05'),
  about: {
    code,
    owner: {
      name: 'Nguyễn Thị Hường',
      identifier: '000000000128',
      address: 'Số 12 đường Trần Hưng Đạo, phường Đồng Hới, tỉnh Quảng Trị',
      phone: '0900 000 128',
      email: 'huong@example.vn',
    },
    submitterName: 'Trần Văn Ước',
    subject: 'Cấp Giấy phép tổ chức biểu diễn nghệ thuật đêm hội trăng rằm',
    procedureName: 'Cấp Giấy phép tổ chức biểu diễn nghệ thuật',
    receivingOffice: 'Trung tâm Phục vụ hành chính công tỉnh Quảng Trị',
    settlingOffice: 'Sở Văn hóa, Thể thao và Du lịch',
    receivedAt: at('2026-11-20T10:05'),
    dueAt: at('2026-11-27T10:05'),
    components: [
      { name: 'Văn bản đề nghị', originals: 1, copies: 0 },
      { name: 'Hợp đồng thuê địa điểm', originals: 0, copies: 2 },
    ],
  },
  signer: { name: 'Phan Thị Thu', position: 'Giám đốc Sở' },
  officePhone: '0233 000 000',
}
const centre = {
  ...common.office,
  name: 'Trung tâm Phục vụ hành chính công tỉnh Quảng Trị',
  kind: 'centre' as const,
  abbreviation: 'TTPVHCC',
}

const details: LetterDetails = {
  SUPPLEMENT_REQUEST: {
    faults: [{ about: 'Văn bản đề nghị', problem: 'thiếu chữ ký của người đại diện' }, { problem: 'Chưa có kịch bản' }],
    reason: 'Khoản 2 Điều 10 Nghị định số 144/2020/NĐ-CP',
    answerBy: at('2026-12-15T10:05'),
  },
  REFUSAL: { reason: 'Không thuộc thẩm quyền giải quyết của tỉnh Quảng Trị.' },
  APOLOGY_EXTENSION: { reason: 'chờ ý kiến của Công an tỉnh', promisedAt: at('2026-11-27T10:05'), newDueAt: at('2026-12-02T10:05') },
  STOP_NOTICE: {
    stoppedAt: at('2026-11-24T14:00'),
    request: { at: at('2026-11-24T09:00'), channel: 'counter' },
    refunds: [{ name: 'Phí thẩm định', amount: 1_500_000 }],
  },
  ACKNOWLEDGEMENT: { filedAt: at('2026-11-20T08:05'), answerBy: at('2026-11-21T08:05') },
  TRANSFER_SLIP: {
    purpose: 'interoperation',
    legs: [
      { agency: 'Công an tỉnh Quảng Trị', work: 'Thẩm định điều kiện an ninh, trật tự', dueAt: at('2026-11-25T10:00') },
      { agency: 'Sở Xây dựng', work: 'Cho ý kiến về sân khấu', dueAt: at('2026-11-26T10:00') },
    ],
  },
  CONSULTATION_LETTER: {
    agency: 'Công an tỉnh Quảng Trị',
    question: 'Điều kiện an ninh?\nPhương án phòng cháy?',
    answerBy: at('2026-11-25T10:00'),
  },
  VERIFICATION_MINUTES: {
    beganAt: at('2026-11-23T08:00'),
    endedAt: at('2026-11-23T10:30'),
    place: 'Nhà văn hóa phường Đồng Hới',
    participants: [{ name: 'Trần Quốc Đạt', role: 'Chuyên viên', office: 'Phòng Quản lý văn hóa' }, { name: 'Nguyễn Thị Hường' }],
    content: 'Điều kiện sân khấu',
    findings: 'Sân khấu đủ điều kiện',
    conclusion: 'Đủ điều kiện cấp phép',
  },
  REFUSAL_LETTER: { reason: 'Chương trình có nội dung bị cấm.', legalBasis: ['Điều 3 Nghị định số 144/2020/NĐ-CP'] },
  CLOSING_NOTICE: {
    askedAt: at('2026-11-02T10:05'),
    requestNumber: '12/PBS-TTPVHCC',
    answerBy: at('2026-11-23T10:05'),
    closedAt: at('2026-11-24T00:00'),
  },
  FINANCIAL_NOTICE: {
    obligations: [
      { name: 'Lệ phí trước bạ', amount: 1_200_000 },
      { name: 'Phí thẩm định', amount: 300_000 },
    ],
    basis: 'Thông báo số 15/TB-CCT ngày 20/11/2026',
    payBy: at('2026-12-20T17:00'),
    howToPay: 'Nộp trực tuyến tại Cổng Dịch vụ công quốc gia',
  },
  LOSS_RECORD: {
    foundAt: at('2026-11-23T08:00'),
    place: 'Kho lưu trữ',
    lost: [{ name: 'Văn bản đề nghị', state: 'damaged', note: 'bị ướt' }],
    cause: 'Mưa dột',
    remedy: 'Xin bản sao có chứng thực',
    participants: [{ name: 'Lê Văn Bảo' }],
  },
  APOLOGY_LETTER: { fault: 'Ghi sai họ tên', remedy: 'Cấp lại giấy phép ngày 25/11/2026' },
}

/** What each form must say, with the unit that issues it. */
const said: { [Form in LetterForm]: { size: 'a4' | 'a5'; office?: typeof common.office; words: string[] } } = {
  SUPPLEMENT_REQUEST: {
    size: 'a5',
    office: centre,
    words: [
      'Mẫu số 02, TT 03/2025/TT-VPCP',
      'Số: 12/PBS-TTPVHCC',
      'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      'Hồ sơ của: Nguyễn Thị Hường',
      'Nội dung yêu cầu giải quyết: Cấp Giấy phép tổ chức biểu diễn nghệ thuật đêm hội trăng rằm',
      'Địa chỉ: Số 12 đường Trần Hưng Đạo, phường Đồng Hới, tỉnh Quảng Trị',
      'Số điện thoại: 0900 000 128',
      'Email: huong@example.vn',
      '1. Văn bản đề nghị: thiếu chữ ký của người đại diện',
      '2. Chưa có kịch bản',
      'Lý do: Khoản 2 Điều 10 Nghị định số 144/2020/NĐ-CP',
      'Thời hạn bổ sung, hoàn thiện hồ sơ: 10 giờ 05 phút, ngày 15 tháng 12 năm 2026',
      'liên hệ với Phan Thị Thu, số điện thoại 0233 000 000 để được hướng dẫn',
      'NGƯỜI HƯỚNG DẪN',
    ],
  },
  REFUSAL: {
    size: 'a5',
    office: centre,
    words: [
      'Mẫu số 03, TT 03/2025/TT-VPCP',
      'Số: 12/PTC-TTPVHCC',
      'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
      'Tiếp nhận hồ sơ của: Nguyễn Thị Hường',
      'Số định danh cá nhân/tổ chức: 000000000128',
      `Mã hồ sơ: ${code}`,
      'Không thuộc thẩm quyền giải quyết của tỉnh Quảng Trị.',
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      'Trần Văn Ước',
    ],
  },
  APOLOGY_EXTENSION: {
    size: 'a5',
    words: [
      'Mẫu số 04, TT 03/2025/TT-VPCP',
      'Số: 12/PXL ',
      'PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
      'Kính gửi: Nguyễn Thị Hường',
      'Hồi 10 giờ 05 phút, ngày 20 tháng 11 năm 2026, Trung tâm Phục vụ hành chính công tỉnh Quảng Trị tiếp nhận hồ sơ',
      'thủ tục hành chính Cấp Giấy phép tổ chức biểu diễn nghệ thuật của Ông (Bà)/Tổ chức Nguyễn Thị Hường',
      `mã hồ sơ: ${code}`,
      'Thời gian hẹn trả kết quả giải quyết hồ sơ: 10 giờ 05 phút, ngày 27 tháng 11 năm 2026',
      'Lý do: chờ ý kiến của Công an tỉnh',
      'xin lỗi Ông (Bà)/Tổ chức vì sự chậm trễ này',
      'đề nghị gia hạn thời gian giải quyết hồ sơ và sẽ trả kết quả',
      'vào 10 giờ 05 phút, ngày 02 tháng 12 năm 2026',
      'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
      'Phan Thị Thu',
    ],
  },
  STOP_NOTICE: {
    size: 'a5',
    office: centre,
    words: [
      'Mẫu số 05, TT 03/2025/TT-VPCP',
      'Số: 12/TBD-TTPVHCC',
      'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
      'Thời gian đề nghị dừng giải quyết: 09 giờ 00 phút, ngày 24 tháng 11 năm 2026',
      'Hình thức đề nghị: Trực tiếp',
      'chưa ban hành kết quả giải quyết',
      'Thời gian dừng giải quyết: 14 giờ 00 phút, ngày 24 tháng 11 năm 2026',
      '1. Văn bản đề nghị (01 bản chính)',
      '1. Phí thẩm định (1.500.000 đồng)',
    ],
  },
  ACKNOWLEDGEMENT: {
    size: 'a5',
    office: centre,
    words: [
      'Số: 12/TBNHS-TTPVHCC',
      'Hồi 08 giờ 05 phút, ngày 20 tháng 11 năm 2026, hệ thống đã nhận hồ sơ trực tuyến',
      'Chậm nhất 08 giờ 05 phút, ngày 21 tháng 11 năm 2026',
      'không thay cho Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    ],
  },
  TRANSFER_SLIP: {
    size: 'a5',
    office: centre,
    words: [
      'Số: 12/PC-TTPVHCC',
      'PHIẾU CHUYỂN XỬ LÝ',
      'Kính gửi: - Công an tỉnh Quảng Trị; - Sở Xây dựng.',
      'chuyển hồ sơ sau để phối hợp giải quyết thủ tục hành chính liên thông',
      'Cơ quan chủ trì giải quyết: Sở Văn hóa, Thể thao và Du lịch',
      'Thẩm định điều kiện an ninh, trật tự',
      '10 giờ 00 phút, ngày 26 tháng 11 năm 2026',
      'Đồng thời tới các cơ quan nêu trên',
      '2. Hợp đồng thuê địa điểm (02 bản sao)',
    ],
  },
  CONSULTATION_LETTER: {
    size: 'a4',
    words: [
      'Số: 12/PLYK-SVHTTDL',
      'PHIẾU LẤY Ý KIẾN',
      'Kính gửi: Công an tỉnh Quảng Trị',
      'Điều kiện an ninh?',
      'Phương án phòng cháy?',
      'trước 10 giờ 00 phút, ngày 25 tháng 11 năm 2026',
      'GIÁM ĐỐC SỞ',
      'Nơi nhận: - Như trên; - Lưu: VT, hồ sơ.',
    ],
  },
  VERIFICATION_MINUTES: {
    size: 'a4',
    words: [
      'Số: 12/BBXM-SVHTTDL',
      'BIÊN BẢN XÁC MINH',
      'Hồi 08 giờ 00 phút, ngày 23 tháng 11 năm 2026, tại Nhà văn hóa phường Đồng Hới',
      '1. Trần Quốc Đạt, Chuyên viên, Phòng Quản lý văn hóa',
      'Sân khấu đủ điều kiện',
      'Đủ điều kiện cấp phép',
      'Không có ý kiến khác.',
      'Biên bản kết thúc hồi 10 giờ 30 phút',
    ],
  },
  REFUSAL_LETTER: {
    size: 'a4',
    words: [
      'Số: 12/TBTC-SVHTTDL',
      'VĂN BẢN TỪ CHỐI GIẢI QUYẾT',
      '- Điều 3 Nghị định số 144/2020/NĐ-CP;',
      'Chương trình có nội dung bị cấm.',
      'khiếu nại hoặc khởi kiện',
      'GIÁM ĐỐC SỞ',
    ],
  },
  CLOSING_NOTICE: {
    size: 'a4',
    office: centre,
    words: [
      'Số: 12/TBĐHS-TTPVHCC',
      'THÔNG BÁO ĐÓNG HỒ SƠ DO KHÔNG BỔ SUNG',
      '(Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ số 12/PBS-TTPVHCC)',
      'Thời hạn bổ sung, hoàn thiện hồ sơ: 10 giờ 05 phút, ngày 23 tháng 11 năm 2026',
    ],
  },
  FINANCIAL_NOTICE: {
    size: 'a4',
    words: [
      'Số: 12/TBNVTC-SVHTTDL',
      'THÔNG BÁO NGHĨA VỤ TÀI CHÍNH',
      '1 Lệ phí trước bạ 1.200.000 đồng',
      'Tổng cộng 1.500.000 đồng',
      'Hạn nộp: 17 giờ 00 phút, ngày 20 tháng 12 năm 2026',
      'Cách nộp: Nộp trực tuyến tại Cổng Dịch vụ công quốc gia',
    ],
  },
  LOSS_RECORD: {
    size: 'a4',
    words: [
      'Số: 12/BBMH-SVHTTDL',
      'BIÊN BẢN MẤT, HƯ HỎNG HỒ SƠ',
      '1. Văn bản đề nghị (bị hư hỏng, bị ướt)',
      'Mưa dột',
      'Xin bản sao có chứng thực',
    ],
  },
  APOLOGY_LETTER: { size: 'a4', words: ['Số: 12/VBXL-SVHTTDL', 'VĂN BẢN XIN LỖI', 'Ghi sai họ tên', 'Cấp lại giấy phép ngày 25/11/2026'] },
}
const SIZES = { a4: [210, 297], a5: [148, 210] }

function sheetOf<Form extends LetterForm>(form: Form, changes: Partial<DossierPaper<LetterDetails[Form]>> = {}): PaperSheet {
  return LETTERS[form].make({ ...common, office: said[form].office ?? common.office, details: details[form], ...changes })
}
async function pagesOf(sheet: PaperSheet) {
  const bytes = await printPaper(pdf, sheet, common.issuedAt)
  const pages = await readPdf(bytes)
  return { bytes, pages, text: flat(pages.map(({ text }) => text).join(' ')) }
}
const flat = (text: string) => text.replace(/\s+/g, ' ')

describe.each(LETTER_FORMS)('%s', (form) => {
  test('one page of PDF/A-2a in its size, with the country, the office and every word of its form', async () => {
    const { bytes, pages, text } = await pagesOf(sheetOf(form))
    expect(pages.map(({ width, height }) => [width, height])).toEqual([SIZES[said[form].size]])
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</)
    expect(text).toBe(text.normalize('NFC'))
    const words = [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ',
      'Nguyễn Thị Hường',
    ]
    const office = said[form].office ?? common.office
    expect([...words, office.name.toLocaleUpperCase('vi'), ...said[form].words].filter((part) => !text.includes(part))).toEqual([])
    expect(await isWithinMargins(bytes, 0, said[form].size)).toBe(true)
    expect(await readPageBarcodes(bytes)).toEqual(new Map([['Code128', code]]))
  })

  test('what people typed is printed literally, stays on the paper, and leaves the form whole', async () => {
    const hostile = `#set page(fill: red) *đậm* _x_ $a^2$ "ngoặc" ${'Ẵ'.repeat(300)} ${'lời dài '.repeat(60)}`
    const plain = { name: hostile, identifier: hostile, address: hostile, phone: hostile, email: 'a'.repeat(500) }
    const about = { ...common.about, owner: plain, submitterName: hostile, subject: hostile }
    const { bytes, pages, text } = await pagesOf(sheetOf(form, { about, details: withEveryText(details[form], hostile) }))
    const typed = text.split('#set page(fill: red) *đậm* _x_ $a^2$ "ngoặc"').length - 1
    expect(typed).toBeGreaterThan(1)
    // In a narrow column the lines break between letters, so there it is counted by them.
    const times = (text.match(/Ẵ/g)?.length ?? 0) / 300
    expect(times).toBeGreaterThanOrEqual(typed)
    expect(times % 1).toBe(0)
    for (let index = 0; index < pages.length; index++) expect(await isWithinMargins(bytes, index, said[form].size)).toBe(true)
  })

  test('with nothing but what must be known, and no signer, it still stands', async () => {
    const { code, submitterName, subject, procedureName, receivingOffice, settlingOffice } = common.about
    const about = {
      code,
      submitterName,
      subject,
      procedureName,
      receivingOffice,
      settlingOffice,
      owner: { name: 'Nguyễn Thị Hường' },
      components: [],
    }
    const { pages, text } = await pagesOf(
      sheetOf(form, { about, signer: undefined, officePhone: undefined, details: withoutOptional[form] as never }),
    )
    expect(pages).toHaveLength(1)
    expect(text).not.toMatch(/none|undefined|null|auto\b/)
  })

  test('a reprint says so', async () => {
    expect((await pagesOf(reprinted(sheetOf(form), 3))).text).toContain('BẢN IN LẠI LẦN 3')
  })
})

const withoutOptional: Partial<LetterDetails> & Record<LetterForm, unknown> = {
  ...details,
  SUPPLEMENT_REQUEST: { faults: [{ problem: 'Thiếu chữ ký' }], reason: 'Không rõ người đề nghị' },
  APOLOGY_EXTENSION: { reason: 'chờ ý kiến', promisedAt: at('2026-11-20T10:05') },
  STOP_NOTICE: { stoppedAt: at('2026-11-24T14:00'), reason: 'Không xử lý được' },
  TRANSFER_SLIP: { purpose: 'right-authority', legs: [{ agency: 'Sở Xây dựng', work: 'Giải quyết theo thẩm quyền' }] },
  VERIFICATION_MINUTES: { ...details.VERIFICATION_MINUTES, endedAt: undefined, participants: [] },
  REFUSAL_LETTER: { reason: 'Không đủ điều kiện' },
  CLOSING_NOTICE: { ...details.CLOSING_NOTICE, requestNumber: undefined },
  FINANCIAL_NOTICE: { obligations: [{ name: 'Phí', amount: 1 }] },
  LOSS_RECORD: { ...details.LOSS_RECORD, place: undefined, participants: [] },
}

describe('the set of forms of 2018', () => {
  const issuedAt = at('2025-09-14T16:00')

  test('holds until the day before that of 2025', async () => {
    const before = await pagesOf(sheetOf('APOLOGY_EXTENSION', { issuedAt }))
    for (const part of [
      'Mẫu số 04, TT 01/2018/TT-VPCP',
      'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
      'Số: 12/SVHTTDL',
      'sẽ trả kết quả giải quyết hồ sơ',
    ])
      expect(before.text).toContain(part)
    expect(before.text).not.toMatch(/gia hạn/i)
    const after = await pagesOf(sheetOf('APOLOGY_EXTENSION', { issuedAt: at('2025-09-15T00:00') }))
    expect(after.text).toContain('ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT')
  })

  test('has no letters of its own in the number line, and no form for the stop', async () => {
    const request = await pagesOf(sheetOf('SUPPLEMENT_REQUEST', { issuedAt }))
    expect(request.text).toContain('Mẫu số 02, TT 01/2018/TT-VPCP')
    expect(request.text).toContain('Số: 12/TTPVHCC')
    const stop = await pagesOf(sheetOf('STOP_NOTICE', { issuedAt }))
    expect(stop.text).toContain('THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ')
    expect(stop.text).not.toContain('Mẫu số')
  })
})

test('a refusal across the counter has no code, and no bars', async () => {
  const { bytes, text } = await pagesOf(sheetOf('REFUSAL', { about: { ...common.about, code: undefined } }))
  expect(text).not.toContain('Mã hồ sơ')
  expect(await readPageBarcodes(bytes)).toEqual(new Map())
})

test('forty faults flow to further pages, each once, in order', async () => {
  const faults = Array.from({ length: 40 }, (_, index) => ({
    about: `Giấy tờ thứ ${index + 1}`,
    problem: 'chưa có xác nhận của cơ quan có thẩm quyền',
  }))
  const { pages, text } = await pagesOf(sheetOf('SUPPLEMENT_REQUEST', { details: { ...details.SUPPLEMENT_REQUEST, faults } }))
  expect(pages.length).toBeGreaterThan(1)
  const places = faults.map(({ about }, index) => text.indexOf(`${index + 1}. ${about}: chưa`))
  expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true)
})

/** The same details with every text of theirs replaced; codes of closed sets stay. */
function withEveryText<Value>(value: Value, words: string): Value {
  if (Array.isArray(value)) return value.map((each) => withEveryText(each, words)) as Value
  if (value instanceof Date || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      typeof each === 'string' && !['purpose', 'channel', 'state'].includes(key) ? words : withEveryText(each, words),
    ]),
  ) as Value
}

/** Nothing is printed in the outer 8 mm (top 4 mm, where the mark of a reprint stands). */
async function isWithinMargins(bytes: Uint8Array, page: number, size: 'a4' | 'a5'): Promise<boolean> {
  const [width = 0, height = 0] = SIZES[size]
  const { left, top, right, bottom } = await inkBox(bytes, page)
  return left > 8 && right < width - 8 && top > 4 && bottom < height - 4
}

/** The catalogue's administration through the real server, without a script: written, published, imported, decided, offered; and refused. */
import { describe, expect, test } from 'vitest'
import { findProcedureByCode, findVersionForReception } from '#modules/catalogue/index.ts'
import { testApp } from '../../../../tests/support/app.ts'
import { browserOf } from '../../../../tests/support/browser.ts'
import { soundRow } from '../../../../tests/support/sound-procedure-row.ts'
import { jobHandlers } from '../../../app.ts'

const app = await testApp()
const { database } = app.services
const root = await database.selectFrom('unit').select('id').where('parentId', 'is', null).executeTakeFirstOrThrow()
const controller = await browserOf(app, await app.anOfficerWithRole('procedure-controller', root.id))
const receptionist = await browserOf(
  app,
  (
    await database
      .selectFrom('roleAssignment as a')
      .innerJoin('role as r', 'r.id', 'a.roleId')
      .select('a.officerId')
      .where('r.code', '=', 'receptionist')
      .executeTakeFirstOrThrow()
  ).officerId,
)

const inForce = async (code: string, day = app.today()) => {
  const procedure = await findProcedureByCode(database, code)
  return procedure && findVersionForReception(database, procedure.id, day)
}

/** Does what the worker would: every job that waits. */
async function work(): Promise<void> {
  const [judge] = jobHandlers(app.services, { unusedFilesDays: 30 })
  for (const { id } of await database.selectFrom('catalogueImport').select('id').where('status', '=', 'running').execute())
    await judge?.handle({ importId: id })
}

const upload = async (name: string, content: string) => {
  const page = await controller.get('/danh-muc/nhap')
  return controller.press(page, 'Tải lên và xét', {}, [
    { field: 'file', name, type: 'application/octet-stream', content: Buffer.from(content) },
  ])
}

const PARTS = {
  fieldName: 'Lĩnh vực thử nghiệm',
  levels: ['province'],
  serviceLevel: 'full',
  subjects: 'Công dân Việt Nam\nDoanh nghiệp',
  executingAgencies: 'Sở Thử nghiệm',
  decidingAgency: 'Sở Thử nghiệm',
  manner: 'Nộp trực tiếp.',
  steps: 'Nộp hồ sơ\ntại quầy.\n\nNhận kết quả.',
  sets: '1',
  results: 'Thẻ thử nghiệm | KQ.G16.000001',
  legalBasis: '09/2017/QH14 | Luật Du lịch',
}

describe('a procedure written by hand', () => {
  test('from its code to its public page', async () => {
    const start = await controller.press(await controller.get('/danh-muc/them'), 'Thêm và soạn nội dung', {
      nationalCode: '7.000001',
      name: 'Thủ tục viết tay',
    })
    expect(start.url).toBe('/danh-muc/7.000001/soan')
    const written = await controller.press(start, 'Lưu bản nháp', PARTS)
    expect(written.url).toBe('/danh-muc/7.000001/soan')
    expect(written.text).toContain('thành phần hồ sơ')

    const blank = await controller.get('/danh-muc/7.000001/soan/truong-hop/1')
    const withFee = await controller.press(blank, 'Thêm khoản thu', {
      'counter.on': 'on',
      'counter.limitAmount': '3,5',
      'counter.limitUnit': 'working-day',
    })
    const withPaper = await controller.press(withFee, 'Thêm giấy tờ', {
      'fees.0.name': 'Phí thẩm định',
      'fees.0.amount': '1.500.000',
      'fees.0.per': 'thẻ',
    })
    expect(withPaper.html).toContain('value="1.500.000"')
    const done = await controller.press(withPaper, 'Lưu trường hợp', {
      'components.0.name': 'Đơn đề nghị',
      'components.0.originals': '1',
      'components.0.isRequired': 'on',
    })
    expect(done.url).toBe('/danh-muc/7.000001/soan')

    const page = await controller.press(await controller.get('/danh-muc/7.000001/cong-khai'), 'Công khai', {
      decisionNumber: '12/QĐ-UBND',
      decisionDate: '2026-11-02',
      effectiveDate: '2026-11-20',
    })
    expect(page.url).toBe('/danh-muc/7.000001')
    expect(page.text).toContain('Công khai muộn')
    expect(page.text).not.toContain('Công bố muộn')
    expect(await inForce('7.000001')).toMatchObject({
      steps: ['Nộp hồ sơ\ntại quầy.', 'Nhận kết quả.'],
      subjects: ['Công dân Việt Nam', 'Doanh nghiệp'],
      results: [{ name: 'Thẻ thử nghiệm', code: 'KQ.G16.000001' }],
      legalBasis: [{ number: '09/2017/QH14', title: 'Luật Du lịch' }],
      cases: [
        {
          channels: [{ channel: 'counter', limitAmount: 3.5, fees: [{ name: 'Phí thẩm định', amount: 1_500_000, per: 'thẻ' }] }],
          components: [{ name: 'Đơn đề nghị', isRequired: true }],
        },
      ],
    })
    expect((await controller.get('/thu-tuc/7.000001')).text).toContain('1.500.000')
  })

  test('a mistake is told at its field and nothing typed is lost', async () => {
    const add = await controller.press(await controller.get('/danh-muc/them'), 'Thêm và soạn nội dung', {
      nationalCode: '1.46',
      name: 'Tên còn nguyên',
    })
    expect(add.status).toBe(422)
    expect(add.text).toContain('Mã gồm một chữ số, dấu chấm, sáu chữ số')
    expect(add.html).toContain('Tên còn nguyên')
  })

  test('an empty one is published only with a reason', async () => {
    await controller.press(await controller.get('/danh-muc/them'), 'Thêm và soạn nội dung', {
      nationalCode: '7.000002',
      name: 'Thủ tục trống',
    })
    const decision = { decisionNumber: '13/QĐ-UBND', decisionDate: '2026-11-17' }
    const refused = await controller.press(await controller.get('/danh-muc/7.000002/cong-khai'), 'Công khai', decision)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('điểm đáng ngờ')
    expect(await inForce('7.000002')).toBeUndefined()
    await controller.press(refused, 'Công khai', { note: 'Thử nghiệm' })
    expect(await inForce('7.000002')).toMatchObject({ findingsAcceptedNote: 'Thử nghiệm' })
  })

  test('a wrong case is told at its field', async () => {
    await controller.press(await controller.get('/danh-muc/them'), 'Thêm và soạn nội dung', {
      nationalCode: '7.000003',
      name: 'Thủ tục sai',
    })
    const wrong = await controller.press(await controller.get('/danh-muc/7.000003/soan/truong-hop/1'), 'Lưu trường hợp', {
      'online.on': 'on',
      'online.limitAmount': '7',
      name: 'Giữ tên này',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('href="#f-online-limitUnit"')
    expect(wrong.text).toContain('Thời hạn cần cả con số và đơn vị.')
    expect(wrong.html).toContain('Giữ tên này')
  })

  test('a limit that the calendar cannot count is refused at its field', async () => {
    await controller.press(await controller.get('/danh-muc/them'), 'Thêm và soạn nội dung', {
      nationalCode: '7.000004',
      name: 'Thủ tục không đếm được',
    })
    const form = await controller.get('/danh-muc/7.000004/soan/truong-hop/1')
    const limit = (amount: string, unit: string) =>
      controller.press(form, 'Lưu trường hợp', {
        'counter.on': 'on',
        'counter.limitAmount': amount,
        'counter.limitUnit': unit,
        name: 'Giữ tên này',
      })
    for (const [amount, unit] of [
      ['1,25', 'working-day'],
      ['0,3', 'month'],
      ['2000', 'month'],
      ['0,001', 'hour'],
    ] as const) {
      const wrong = await limit(amount, unit)
      expect(wrong.status).toBe(422)
      expect(wrong.html).toContain('href="#f-counter-limitAmount"')
      expect(wrong.text).toContain('ngày và tháng chỉ nhận số nguyên hoặc nửa')
      expect(wrong.html).toContain(`value="${amount}"`)
    }
    expect((await limit('1,25', 'hour')).status).toBe(200)
  })

  test('every case can be added and removed', async () => {
    const added = await controller.press(await controller.get('/danh-muc/7.000003/soan/truong-hop/2'), 'Lưu trường hợp', {
      name: 'Cấp lại',
    })
    expect(added.text).toContain('Cấp lại')
    const removed = await controller.press(await controller.get('/danh-muc/7.000003/soan/truong-hop/2'), 'Bỏ trường hợp này')
    expect(removed.text).not.toContain('Cấp lại')
    expect((await controller.get('/danh-muc/7.000003/soan/truong-hop/3')).status).toBe(404)
  })

  test('writing a case again loses none of its facts', async () => {
    const code = '1.001029'
    const before = await inForce(code)
    await controller.press(await controller.get(`/danh-muc/${code}`), 'Soạn bản mới')
    for (const position of [1, 2, 3])
      await controller.press(await controller.get(`/danh-muc/${code}/soan/truong-hop/${position}`), 'Lưu trường hợp')
    await controller.press(await controller.get(`/danh-muc/${code}/soan`), 'Lưu bản nháp')
    await controller.press(await controller.get(`/danh-muc/${code}/cong-khai`), 'Công khai', {
      decisionNumber: '14/QĐ-UBND',
      decisionDate: '2026-11-17',
      note: 'Soạn lại',
    })
    const after = await inForce(code)
    const facts = (version: typeof before) =>
      version && {
        ...version,
        cases: version.cases.map(({ channels, components, name, code: own }) => ({
          channels,
          name,
          own,
          components: components.map(({ id: _, ...paper }) => paper),
        })),
      }
    const {
      id: _a,
      number: _b,
      validFrom: _c,
      decisionNumber: _d,
      decisionDate: _e,
      publishedOn: _f,
      findings: _g,
      findingsAcceptedNote: _h,
      ...kept
    } = facts(before) as NonNullable<ReturnType<typeof facts>>
    expect(after?.number).toBe(2)
    expect(facts(after)).toMatchObject(kept)
  })
})

describe('an import', () => {
  test('of JSON: uploaded, judged in the background, reported, decided, published', async () => {
    const rows = [
      soundRow({ code: '7.100001' }),
      soundRow({ code: '7.100002', status: 'unknown' }),
      soundRow({ code: '7.1' }),
      soundRow({ code: null, local_codes: [] }),
    ]
    const running = await upload('danh-muc.json', JSON.stringify(rows))
    expect(running.text).toContain('0 trong 4 dòng')
    expect(running.html).toContain('<progress')
    expect(running.headers.refresh).toBe('1')
    await work()
    const report = await controller.get(running.url)
    expect(report.headers.refresh).toBeUndefined()
    for (const words of ['Mới 1', 'Đáng ngờ 2', 'Từ chối 1', 'Chờ quyết định 2']) expect(report.text).toContain(words)
    expect(report.text).toContain('Không có mã quốc gia')
    expect(await inForce('7.100001')).toBeUndefined()

    await controller.press(report, 'Công khai 1 dòng')
    expect(await inForce('7.100001')).toBeDefined()
    expect(await inForce('7.100002')).toBeUndefined()

    const waiting = await controller.get(`${running.url}?xet=suspicious&cho=1`)
    const nothing = await controller.press(waiting, 'Công khai', { note: 'Đã đối chiếu' })
    expect(nothing.status).toBe(422)
    expect(nothing.text).toContain('Hãy chọn ít nhất một dòng.')
    const [doubtful, damaged] = [...waiting.html.matchAll(/name="rows" value="(\d+)"/g)].map(([, id]) => id)
    await controller.press(waiting, 'Công khai', { rows: doubtful, note: 'Đã đối chiếu với quyết định công bố.' })
    expect(await inForce('7.100002')).toMatchObject({ findingsAcceptedNote: 'Đã đối chiếu với quyết định công bố.' })
    const rest = await controller.get(`${running.url}?xet=suspicious&cho=1`)
    await controller.press(rest, 'Công khai', { rows: damaged, note: 'Đúng mã trên bản giấy.', code: '7.100003' })
    expect(await inForce('7.100003')).toBeDefined()
  })

  test('by one finding, all rows at once', async () => {
    const running = await upload(
      'nhom.json',
      JSON.stringify([soundRow({ code: '7.200001', status: 'unknown' }), soundRow({ code: '7.200002', status: 'unknown' })]),
    )
    await work()
    const page = await controller.get(`${running.url}?xet=suspicious&cho=1&vi=standing.unknown`)
    const done = await controller.press(page, 'Giữ ở bản nháp', { wholeGroup: 'on', note: 'Chờ văn bản của Bộ.' })
    expect(done.text).toContain('Chờ quyết định 0')
  })

  test('of a table: columns are named on a page, with guesses', async () => {
    const mapping = await upload('bang.csv', 'Mã TTHC;Tên thủ tục;Thời hạn;Ghi chú\n7.300001;Cấp thẻ;07 ngày làm việc;không đọc\n')
    expect(mapping.text).toContain('Cột “Thời hạn” là')
    expect(mapping.text).toContain('“07 ngày làm việc”')
    const wrong = await controller.press(mapping, 'Xét từng dòng', { 'column.0': '' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Cần chỉ ra cột mã thủ tục và cột tên thủ tục')
    const running = await controller.press(mapping, 'Xét từng dòng', { standing: 'in_force' })
    expect(running.html).toContain('<progress')
    await work()
    expect((await controller.get(running.url)).text).toMatch(/7\.300001 Cấp thẻ Đáng ngờ/)
  })

  test.each([
    ['nothing chosen', '', ''],
    ['broken', 'hong.json', '[{'],
    ['no list', 'khong.json', '{}'],
  ])('of a file that is %s is refused in a sentence', async (_, name, content) => {
    const page = await upload(name, content)
    expect(page.status).toBe(422)
    expect(page.html).toContain('href="#f-file"')
  })
})

test('the address of a draft that is no more leads to the procedure', async () => {
  const { code } = await database
    .selectFrom('procedure')
    .innerJoin('procedureVersion', 'procedureVersion.procedureId', 'procedure.id')
    .select('procedure.code')
    .where('procedureVersion.status', '=', 'published')
    .orderBy('procedure.id')
    .executeTakeFirstOrThrow()
  for (const rest of ['/soan', '/soan/truong-hop/1', '/cong-khai'])
    expect((await controller.get(`/danh-muc/${code}${rest}`)).url).toBe(`/danh-muc/${code}`)
})

describe('who receives it', () => {
  test('one unit, then no longer; every commune at once', async () => {
    const address = '/danh-muc/7.000001/noi-tiep-nhan'
    const centre = await database.selectFrom('unit').select(['id', 'name']).where('kind', '=', 'centre').executeTakeFirstOrThrow()
    const department = await database.selectFrom('unit').select('id').where('kind', '=', 'department').executeTakeFirstOrThrow()
    const given = await controller.press(await controller.get(address), 'Giao đơn vị', {
      receivingUnitId: String(centre.id),
      settlingUnitId: String(department.id),
    })
    expect(given.status).toBe(200)
    const again = await controller.press(given, 'Giao đơn vị', {
      receivingUnitId: String(centre.id),
      settlingUnitId: String(department.id),
    })
    expect(again.status).toBe(422)
    expect(again.text).toContain('đã được giao tiếp nhận')
    expect((await controller.get('/thu-tuc/7.000001')).text).toContain(centre.name)
    await controller.press(given, 'Thôi từ hôm nay')
    expect((await controller.get('/thu-tuc/7.000001')).text).toContain('Chưa có đơn vị nào được giao')
    await controller.press(await controller.get(address), 'Giao đơn vị', { receivingUnitId: 'communes', settlingUnitId: '' })
    expect((await controller.get('/thu-tuc/7.000001')).text).toMatch(/một trong 78 nơi tiếp nhận/)
  })
})

test('samples stand on the public page until they are taken off', async () => {
  const page = await controller.press(await controller.get('/danh-muc/1.004623'), 'Thêm hồ sơ mẫu hoặc hướng dẫn', {
    kind: 'sample',
    name: 'Hồ sơ mẫu thẻ nội địa',
    url: 'https://example.vn/mau.pdf',
  })
  expect(page.status).toBe(200)
  expect((await controller.get('/thu-tuc/1.004623')).html).toContain('<a href="https://example.vn/mau.pdf">Hồ sơ mẫu thẻ nội địa</a>')
  await controller.press(page, 'Bỏ')
  expect((await controller.get('/thu-tuc/1.004623')).text).not.toContain('Hồ sơ mẫu thẻ nội địa')
})

test('closing needs a reason and takes the public page down', async () => {
  const page = await controller.get('/danh-muc/7.000002')
  expect((await controller.press(page, 'Đóng thủ tục', { reason: '' })).status).toBe(422)
  await controller.press(page, 'Đóng thủ tục', { reason: 'Bãi bỏ theo 99/QĐ-UBND' })
  expect((await controller.get('/thu-tuc/7.000002')).status).toBe(410)
  await controller.press(await controller.get('/danh-muc/7.000002'), 'Mở lại thủ tục')
  expect((await controller.get('/thu-tuc/7.000002')).status).toBe(200)
})

test('the list filters by state and words', async () => {
  expect((await controller.get('/danh-muc?trang-thai=draft')).text).toContain('7.000003')
  expect((await controller.get('/danh-muc?q=viet+tay')).text).toContain('Thủ tục viết tay')
  expect((await controller.get('/danh-muc?q=khong-co-gi-nhu-the')).text).toContain('Chưa có thủ tục nào')
  for (const query of ['trang=x', 'trang-thai=x', 'linh-vuc=x', 'dang-ngo=1'])
    expect((await controller.get(`/danh-muc?${query}`)).status).toBe(200)
})

test('a version is shown whole, also a past one', async () => {
  const page = await controller.get('/danh-muc/1.001029/ban/1')
  for (const words of ['Từ 06 phòng hát trở lên', '12.000.000', 'Lý do vẫn công khai']) expect(page.text).toContain(words)
  expect((await controller.get('/danh-muc/1.001029/ban/9')).status).toBe(404)
})

test('who may not is refused, everywhere', async () => {
  for (const url of [
    '/danh-muc/them',
    '/danh-muc/nhap',
    '/danh-muc/7.000003/soan',
    '/danh-muc/7.000003/cong-khai',
    '/danh-muc/7.000003/noi-tiep-nhan',
  ])
    expect((await receptionist.get(url)).status).toBe(403)
  for (const url of [
    '/danh-muc/them',
    '/danh-muc/7.000003/ban-moi',
    '/danh-muc/7.000003/dong',
    '/danh-muc/7.000003/cong-khai',
    '/danh-muc/nhap/1/quyet-dinh',
    '/danh-muc/nhap/1/cong-khai',
    '/danh-muc/7.000003/huong-dan',
  ])
    expect((await receptionist.post(url, {})).status).toBe(403)
})

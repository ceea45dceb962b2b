import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { mapRow } from './map-row.ts'
import { guessMapping } from './mapping.ts'
import { parseRecord } from './parse-record.ts'
import { readImportFile } from './read-file.ts'

const HEADER = [
  'STT',
  'Mã TTHC',
  'Tên thủ tục hành chính',
  'Lĩnh vực',
  'Cấp thực hiện',
  'Thời hạn giải quyết',
  'Phí, lệ phí (nếu có)',
  'Thành phần hồ sơ',
  'Trình tự thực hiện',
  'Đối tượng thực hiện',
  'Cơ quan thực hiện',
  'Tình trạng',
]
const ROW = [
  '1',
  '1.00324',
  'Cấp thẻ',
  'Lữ hành',
  'Tỉnh, xã',
  '07 ngày làm việc',
  'Phí: 650.000 đồng/thẻ',
  'Giấy tờ phải nộp:\n- Đơn đề nghị (01 bản chính)\n- Bản sao bằng (02 bản sao)',
  'Nộp hồ sơ\nNhận kết quả',
  'Công dân Việt Nam; Doanh nghiệp',
  'Sở Du lịch',
  'Còn hiệu lực',
]

const csv = (rows: string[][], delimiter = ',') =>
  Buffer.from(`\ufeff${rows.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join('\r\n')}`)

describe('a table', () => {
  test.each([',', ';', '\t'])('CSV with %j, below a title', async (delimiter) => {
    const file = await readImportFile(csv([['DANH MỤC THỦ TỤC HÀNH CHÍNH'], [], HEADER, ROW], delimiter), 'danh-muc.csv')
    expect(file).toMatchObject({ format: 'csv', columns: HEADER })
    expect(file.rows).toEqual([Object.fromEntries(HEADER.map((column, index) => [column, ROW[index]]))])
  })

  test('XLSX: a code that the sheet holds as a number stays what is left of it', async () => {
    const content = await writeExcel([
      HEADER.map((value) => ({ value })),
      ROW.map((value, index) => (index === 1 ? { value: 1.00324, type: Number } : { value })),
    ]).toBuffer()
    const file = await readImportFile(content, 'danh-muc.xlsx')
    expect(file).toMatchObject({ format: 'xlsx', columns: HEADER })
    const record = parseRecord(mapRow(file.rows[0] as Record<string, string>, guessMapping(file.columns)))
    expect(record.findings).toContainEqual({ code: 'code.damaged', seen: '1.00324', proposal: '1.003240' })
  })

  test('headings are guessed and cells read as people write them', () => {
    const row = Object.fromEntries(HEADER.map((column, index) => [column, ROW[index] ?? '']))
    const { record, findings } = parseRecord(mapRow({ ...row, 'Mã TTHC': '1.004628' }, guessMapping(HEADER)))
    expect(findings.map(({ code }) => code)).toEqual(['service-level.assumed', 'channel.any'])
    expect(record?.content).toMatchObject({
      levels: ['province', 'commune'],
      subjects: ['Công dân Việt Nam', 'Doanh nghiệp'],
      steps: ['Nộp hồ sơ', 'Nhận kết quả'],
    })
    const [one] = record?.content.cases ?? []
    expect(one?.channels).toHaveLength(3)
    expect(one?.channels[0]).toMatchObject({ limitAmount: 7, limitUnit: 'working-day', fees: [{ amount: 650_000 }] })
    expect(one?.components).toMatchObject([
      { groupName: 'Giấy tờ phải nộp:', originals: 1, copies: 0 },
      { groupName: 'Giấy tờ phải nộp:', originals: 0, copies: 2 },
    ])
  })

  test.each([
    ['7', 'limit.no-unit'],
    ['Theo quy định', 'limit.text-only'],
  ])('a limit written as %s is suspicious', (limit, code) => {
    const row = Object.fromEntries(HEADER.map((column, index) => [column, ROW[index] ?? '']))
    const { findings } = parseRecord(mapRow({ ...row, 'Thời hạn giải quyết': limit }, guessMapping(HEADER)))
    expect(findings.map((finding) => finding.code)).toContain(code)
  })
})

test('JSON, also gzipped', async () => {
  const content = Buffer.from(JSON.stringify([{ code: '1.004628' }]))
  expect(await readImportFile(content, 'a.json')).toEqual({ format: 'json', columns: [], rows: [{ code: '1.004628' }] })
  expect(await readImportFile(gzipSync(content), 'a.json.gz')).toEqual({ format: 'json', columns: [], rows: [{ code: '1.004628' }] })
})

test.each([
  ['not a list', Buffer.from('{"a":1}'), 'catalogue.file-not-list'],
  ['broken JSON', Buffer.from('[{'), 'catalogue.file-damaged'],
  ['a broken archive', Buffer.from([0x1f, 0x8b, 1, 2]), 'catalogue.file-damaged'],
  ['a broken workbook', Buffer.from('PK\u0003\u0004 nothing'), 'catalogue.file-damaged'],
  ['not UTF-8', Buffer.from([0x4d, 0xe3, 0x2c, 0xff]), 'catalogue.file-encoding'],
  ['no heading', Buffer.from('a,b\n1,2\n'), 'catalogue.file-no-header'],
])('%s is told in a sentence', async (_, content, code) => {
  await expect(readImportFile(content, 'x')).rejects.toMatchObject({ code })
})

/**
 * A catalogue file of 3,000 procedures in the shape that the import reads: the real facts of `../shared/data` where they lie beside the project, else made up to the same
 * measure (half of them whole, half known by code and name only).
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { projectFolder } from '#platform/project.ts'

const COUNT = 3_000

export function catalogueFile(): Buffer {
  const [culture, others] = ['procedures-culture.json', 'procedures-other-fields.json.gz'].map((name) =>
    join(projectFolder, '../shared/data', name),
  )
  if (!culture || !others || !existsSync(culture) || !existsSync(others))
    return asFile(Array.from({ length: COUNT }, (_, number) => madeUp(number)))
  return asFile([...read(others), ...read(culture)].slice(0, COUNT))
}

function read(path: string): unknown[] {
  const content = readFileSync(path)
  return JSON.parse((path.endsWith('.gz') ? gunzipSync(content) : content).toString()) as unknown[]
}

const asFile = (records: unknown[]): Buffer => Buffer.from(JSON.stringify(records, null, 1))

function madeUp(number: number) {
  const whole = number % 2 === 0
  const field = `Lĩnh vực đo đạc ${number % 60}`
  return {
    code: `9.${String(100_000 + number)}`,
    local_codes: [],
    name: `Thủ tục cấp giấy xác nhận số ${number} về hoạt động đo đạc (dữ liệu tự tạo)`,
    field,
    levels: [number % 5 === 0 ? 'commune' : 'province'],
    executing_agencies: ['Cơ quan chuyên môn thuộc Ủy ban nhân dân cấp tỉnh'],
    deciding_agency: whole ? 'Ủy ban nhân dân cấp tỉnh' : null,
    service_level: whole ? 'full' : null,
    channels: whole ? ['direct', 'online', 'postal'].map((channel) => madeUpChannel(channel, number)) : [],
    dossier: whole ? Array.from({ length: 5 }, (_, paper) => madeUpPaper(paper)) : [],
    dossier_sets: whole ? 1 : null,
    applicants: whole ? ['Công dân Việt Nam', 'Doanh nghiệp'] : [],
    results: whole ? [{ name: `Giấy xác nhận số ${number}`, code: null }] : [],
    legal_basis: whole ? Array.from({ length: 3 }, (_, law) => ({ number: `${number % 90}/20${10 + law}/NĐ-CP`, title: null })) : [],
    steps: whole
      ? Array.from(
          { length: 6 },
          (_, step) => `Bước ${step + 1}: ${'cơ quan tiếp nhận kiểm tra thành phần hồ sơ và chuyển đến bộ phận chuyên môn '.repeat(3)}`,
        )
      : [],
    requirements: whole ? 'Có đủ điều kiện theo quy định của pháp luật về lĩnh vực này. '.repeat(5) : null,
    decision: whole ? { number: `${number}/QĐ-UBND`, date: '2025-08-15' } : { number: null, date: null },
    status: 'in_force_2026-05',
    as_of: '2026-05',
    quality_flags: [],
    sources: [{ repo: null, path: null, commit: null, url: 'https://motcua.example.vn/do-dac' }],
  }
}

const madeUpChannel = (channel: string, number: number) => ({
  channel,
  time_limit: { value: 3 + (number % 20), unit: 'working_day', text: `${3 + (number % 20)} ngày làm việc` },
  fees: [{ kind: 'fee', amount_vnd: 10_000 * (1 + (number % 30)), currency: 'VND', text: `${10 * (1 + (number % 30))}.000 đồng` }],
  note: null,
})

const madeUpPaper = (paper: number) => ({
  group: null,
  name: `Giấy tờ thứ ${paper + 1} theo mẫu ban hành kèm theo thông tư của Bộ quản lý ngành`,
  forms: paper === 0 ? ['Mẫu số 01.docx'] : [],
  originals: paper === 0 ? 1 : 0,
  copies: paper === 0 ? 0 : 1,
})

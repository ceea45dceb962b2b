import type { RawProcedure } from '../../src/modules/catalogue/index.ts'

/** A row in which nothing is wrong; tests change one thing at a time. */
export const soundRow = (changes: Partial<RawProcedure> = {}): RawProcedure => ({
  code: '9.000001',
  local_codes: [],
  name: 'Thủ tục cấp thẻ thử nghiệm',
  field: 'Lĩnh vực thử nghiệm',
  levels: ['province'],
  executing_agencies: ['Sở Thử nghiệm'],
  deciding_agency: 'Sở Thử nghiệm',
  service_level: 'full',
  channels: [
    {
      channel: 'direct',
      time_limit: { value: 7, unit: 'working_day', text: null },
      fees: [{ kind: 'fee', amount_vnd: 150_000, currency: 'VND', per: 'thẻ' }],
    },
    {
      channel: 'online',
      time_limit: { value: 5, unit: 'working_day', text: null },
      fees: [{ kind: 'fee', amount_vnd: 0, currency: 'VND', text: 'Miễn phí' }],
    },
  ],
  dossier: [
    { group: null, name: '- Đơn đề nghị;', forms: ['Mẫu 01.docx'], originals: 1, copies: 0 },
    { group: null, name: 'Bản sao giấy chứng nhận (nếu có)', forms: [], originals: 0, copies: 1 },
  ],
  dossier_sets: 1,
  applicants: ['Công dân Việt Nam'],
  results: [{ name: 'Thẻ thử nghiệm', code: 'KQ.G99.000001' }],
  legal_basis: [{ number: '01/2026/TT-TN', title: 'Thông tư thử nghiệm' }],
  steps: ['Nộp hồ sơ.', 'Nhận kết quả.'],
  decision: { number: '01/QĐ-TN', date: '2026-03-02' },
  status: 'in_force_2026-05',
  as_of: '2026-05',
  sources: [{ url: 'https://example.vn/1' }],
  ...changes,
})

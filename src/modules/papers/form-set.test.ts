import { describe, expect, test } from 'vitest'
import { PAPER_KEYS } from '#modules/dossier/index.ts'
import { instantAt } from '#platform/text/dates.ts'
import { formNumber, formSetNamed, formSetOn, officialName, paperSymbol } from './form-set.ts'
import type { PaperForm } from './index.ts'
import { abbreviation } from './issue/paper-office.ts'

const [of2018, of2025] = [formSetNamed('TT-01-2018'), formSetNamed('TT-03-2025')]
const FORMS: PaperForm[] = [...PAPER_KEYS.filter((key) => key !== 'PAYMENT_RECEIPT' && key !== 'RESULT_DOCUMENT'), 'REPORT_II_06A']
const centre = { kind: 'centre' as const, abbreviation: 'TTPVHCC' }
const department = { kind: 'reception-unit' as const, abbreviation: 'SVHTTDL' }

describe('the set of forms', () => {
  test('changes with the local day of issue', () => {
    expect(formSetOn(instantAt('2025-09-14', '23:59')).name).toBe('TT-01-2018')
    expect(formSetOn(instantAt('2025-09-15', '00:00')).name).toBe('TT-03-2025')
    expect(() => formSetNamed('TT-99-2030')).toThrow()
  })

  test('numbers the control slip 05 in 2018 and 06 in 2025, where 05 is the notice of stopping', () => {
    expect(formNumber('PROCESS_CONTROL_SLIP', of2018)).toBe('Mẫu số 05, TT 01/2018/TT-VPCP')
    expect(formNumber('PROCESS_CONTROL_SLIP', of2025)).toBe('Mẫu số 06, TT 03/2025/TT-VPCP')
    expect(formNumber('STOP_NOTICE', of2018)).toBeUndefined()
    expect(formNumber('STOP_NOTICE', of2025)).toBe('Mẫu số 05, TT 03/2025/TT-VPCP')
    expect(formNumber('TRANSFER_SLIP', of2025)).toBeUndefined()
  })

  test('has a name for every paper in each set, in both languages', () => {
    for (const form of FORMS)
      for (const set of [of2018, of2025]) {
        expect(officialName(form, set)).toMatch(/^\p{Lu}\p{Ll}.{3,}/u)
        expect(officialName(form, set, 'en')).toMatch(/^[A-Z][A-Za-z0-9’., -]+$/)
      }
    expect(officialName('APOLOGY_EXTENSION', of2018)).toBe('Phiếu xin lỗi và hẹn lại ngày trả kết quả')
    expect(officialName('STOP_NOTICE', of2018)).toBe('Thông báo dừng giải quyết hồ sơ')
  })
})

describe('the number line', () => {
  test.each([
    ['RECEIPT_APPOINTMENT', 'TTPVHCC', 'BPTNTKQ'],
    ['SUPPLEMENT_REQUEST', 'PBS-TTPVHCC', 'PBS-BPTNTKQ'],
    ['APOLOGY_EXTENSION', 'PXL', 'PXL'],
    ['PROCESS_CONTROL_SLIP', 'PKS-TTPVHCC', 'PKS-BPTNTKQ'],
    ['REFUSAL_LETTER', 'TBTC-TTPVHCC', 'TBTC-SVHTTDL'],
  ] as const)('of %s', (form, ofCentre, ofDepartment) => {
    expect(paperSymbol(form, centre, of2025)).toBe(ofCentre)
    expect(paperSymbol(form, department, of2025)).toBe(ofDepartment)
  })

  test('is never shared by two books of one unit', () => {
    for (const office of [centre, department]) {
      const symbols = FORMS.filter((form) => form !== 'REPORT_II_06A').map((form) => paperSymbol(form, office, of2025))
      expect(new Set(symbols).size).toBe(symbols.length)
    }
  })
})

test.each([
  ['Sở VHTTDL', 'SVHTTDL'],
  ['UBND xã Phong Nha', 'UBND'],
  ['UBND tỉnh Quảng Trị', 'UBND'],
  ['Sở Văn hóa, Thể thao và Du lịch', 'SVHTTVDL'],
  ['Ban Quản lý Khu kinh tế tỉnh', 'BQLKKT'],
])('%s signs as %s', (name, letters) => {
  expect(abbreviation(name)).toBe(letters)
})

import { describe, expect, test } from 'vitest'
import { readCardScan } from './scan.ts'

describe('readCardScan', () => {
  test('reads the seven parts of a card', () => {
    expect(readCardScan('044190000123|197000123|Nguyễn Thị Mẫu|19051990|Nữ|Thôn Minh Họa, xã Gio Linh, Quảng Trị|01022022\n')).toEqual({
      identifier: '044190000123',
      name: 'Nguyễn Thị Mẫu',
      birthDate: '1990-05-19',
      sex: 'female',
      address: 'Thôn Minh Họa, xã Gio Linh, Quảng Trị',
    })
  })

  test('goes without the old number, and with parts that newer cards append', () => {
    expect(readCardScan('044090000124||Trần Văn  Mẫu|31121990|Nam|Phường Đông Hà|01022024||Trần A|Lê B')).toEqual({
      identifier: '044090000124',
      name: 'Trần Văn Mẫu',
      birthDate: '1990-12-31',
      sex: 'male',
      address: 'Phường Đông Hà',
    })
  })

  test('composes decomposed Vietnamese, and leaves out what is no date', () => {
    const scan = readCardScan(`044090000124||${'Lê Thị Ngọc'.normalize('NFD')}|31021990|Nữ||`)
    expect(scan).toMatchObject({ name: 'Lê Thị Ngọc', birthDate: undefined, address: undefined })
  })

  test.each(['', '044090000124', 'Nguyễn Văn A', '04409000012||Tên|01011990|Nam|x|', '044090000124|||01011990|Nam|x|'])(
    '%j is not a card',
    (text) => {
      expect(readCardScan(text)).toBeUndefined()
    },
  )
})

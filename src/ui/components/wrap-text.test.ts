import { expect, test } from 'vitest'
import { wrapText } from './wrap-text.ts'

test('words are kept whole, and what does not fit is said to be more', () => {
  expect(wrapText('Thẩm định hồ sơ', 18, 2)).toEqual(['Thẩm định hồ sơ'])
  expect(wrapText('Lãnh đạo phòng chuyên môn xem xét', 18, 2)).toEqual(['Lãnh đạo phòng', 'chuyên môn xem xét'])
  expect(wrapText('Lãnh đạo phòng chuyên môn xem xét hồ sơ', 18, 2)).toEqual(['Lãnh đạo phòng', 'chuyên môn xem xé…'])
  expect(wrapText('Nghiêngnghiêngnghiêngnghiêng', 10, 2)).toEqual(['Nghiêngng…'])
  expect(wrapText('  ', 10, 2)).toEqual([])
})

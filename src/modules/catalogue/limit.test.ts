import { describe, expect, test } from 'vitest'
import { formatLimit, limitInText } from './limit.ts'

describe('a time limit read from words', () => {
  test.each([
    ['07 ngày làm việc kể từ ngày nhận đủ hồ sơ', { amount: 7, unit: 'working-day' }],
    ['3,5 ngày làm việc', { amount: 3.5, unit: 'working-day' }],
    ['nửa ngày làm việc', { amount: 0.5, unit: 'working-day' }],
    ['15 ngày', { amount: 15, unit: 'calendar-day' }],
    ['bảy (07) ngày làm việc', undefined],
    ['24 giờ làm việc', { amount: 24, unit: 'hour' }],
    ['1 tháng', { amount: 1, unit: 'month' }],
    ['01 năm', { amount: 12, unit: 'month' }],
    ['07 (bảy) ngày làm việc', { amount: 7, unit: 'working-day' }],
    ['28 ngày làm việc (cấp mới), 02 ngày làm việc (cấp lại)', undefined],
    ['Không quy định', undefined],
    ['7', undefined],
  ])('%s', (text, expected) => {
    expect(limitInText(text)).toEqual(expected)
  })
})

test('a limit is said in words of the language', () => {
  expect(formatLimit({ amount: 3.5, unit: 'working-day' })).toBe('3,5 ngày làm việc')
  expect(formatLimit({ amount: 176, unit: 'hour' })).toBe('176 giờ làm việc')
  expect(formatLimit({ amount: 1, unit: 'working-day' }, 'en')).toBe('1 working day')
})

import { describe, expect, test } from 'vitest'
import { hungKings, lunarToSolar, tetDate } from './lunar.ts'

describe('Tết (domain.md §2.8)', () => {
  test.each([
    [2007, '2007-02-17'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    [2030, '2030-02-02'],
    [2053, '2053-02-18'],
  ])('%i: %s', (year, date) => expect(tetDate(year)).toBe(date))

  test('differs from the Chinese calendar in 2030, when the new moon comes after midnight in Beijing only', () => {
    expect(tetDate(2030)).not.toBe('2030-02-03')
  })

  test('every Tết of 1900–2199 lies between 20 January and 21 February', () => {
    for (let year = 1900; year < 2200; year++) {
      const day = tetDate(year).slice(5)
      expect(day >= '01-20' && day <= '02-21', tetDate(year)).toBe(true)
    }
  })
})

describe('Giỗ Tổ Hùng Vương (domain.md §2.8)', () => {
  test.each([
    [2024, '2024-04-18'],
    [2025, '2025-04-07'],
    [2026, '2026-04-26'],
    [2027, '2027-04-16'],
    [2028, '2028-04-04'],
    [2029, '2029-04-23'],
    [2030, '2030-04-12'],
    [2031, '2031-04-01'],
    [2032, '2032-04-19'],
    [2033, '2033-04-09'],
    [2034, '2034-04-28'],
    [2035, '2035-04-17'],
  ])('%i: %s', (year, date) => expect(hungKings(year)).toBe(date))
})

describe('doubled months', () => {
  test('2025 doubles the sixth month, 2023 the second, 2028 the fifth', () => {
    expect(lunarToSolar(2025, 6, 1)).toBe('2025-06-25')
    expect(lunarToSolar(2025, 6, 1, true)).toBe('2025-07-25')
    expect(lunarToSolar(2025, 7, 1)).toBe('2025-08-23')
    expect(lunarToSolar(2023, 2, 1, true)).toBe('2023-03-22')
    expect(lunarToSolar(2028, 5, 1, true)).toBe('2028-06-23')
  })

  test('a month that is not doubled has no second', () => {
    expect(lunarToSolar(2025, 5, 1, true)).toBeUndefined()
    expect(lunarToSolar(2026, 6, 1, true)).toBeUndefined()
  })

  test('Trung thu, 15 tháng 8', () => {
    expect(lunarToSolar(2024, 8, 15)).toBe('2024-09-17')
    expect(lunarToSolar(2025, 8, 15)).toBe('2025-10-06')
    expect(lunarToSolar(2026, 8, 15)).toBe('2026-09-25')
  })
})

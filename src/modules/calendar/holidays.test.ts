import { describe, expect, test } from 'vitest'
import type { CalendarDay } from './calendar.ts'
import { dayNumber, weekdayOf } from './day.ts'
import { decidedYears, holidaysOf, nationalDays } from './holidays.ts'

const offDates = (days: readonly CalendarDay[]) => days.filter(({ kind }) => kind === 'off').map(({ date }) => date)
const isSwap = ({ name }: CalendarDay) => name.startsWith('Nghỉ hoán đổi')
const range = (month: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${month}-${String(from + index).padStart(2, '0')}`)

describe('the civil service calendar of 2026 (domain.md §2.8)', () => {
  const days = new Map(nationalDays(2026).map((day) => [day.date, day]))

  test('has exactly the days of the table', () => {
    const expected = [
      '2026-01-01',
      '2026-01-02',
      '2026-01-10',
      ...range('2026-02', 16, 20),
      '2026-04-26',
      '2026-04-27',
      '2026-04-30',
      '2026-05-01',
    ]
    expect([...days.keys()]).toEqual([...expected, '2026-08-22', '2026-08-31', '2026-09-01', '2026-09-02', '2026-11-24'])
  })
  test('works on the swapped Saturdays', () => {
    expect([...days.values()].filter(({ kind }) => kind === 'working').map(({ date }) => date)).toEqual(['2026-01-10', '2026-08-22'])
  })
  test('has only the make-up Saturday of 10 January not confirmed, and a source for every day', () => {
    expect([...days.values()].filter(({ isConfirmed }) => !isConfirmed).map(({ date }) => date)).toEqual(['2026-01-10'])
    for (const { source, name, nameEn } of days.values()) expect([source, name, nameEn]).not.toContain('')
  })
  test('does not apply the swap of 23 for 28 November, which is only proposed', () => {
    expect(days.has('2026-11-23')).toBe(false)
    expect(days.has('2026-11-28')).toBe(false)
  })
})

describe('the rules against the decisions', () => {
  test.each(decidedYears())('%i: the decided days off are the proposed ones and the swaps', (year) => {
    const decided = nationalDays(year).filter((day) => !isSwap(day))
    expect(offDates(decided)).toEqual(offDates(holidaysOf(year)))
  })
  test('2023: Giỗ Tổ on a Saturday and 30/4 on a Sunday give two days in lieu after 1/5', () => {
    expect(offDates(holidaysOf(2023))).toEqual(
      expect.arrayContaining(['2023-04-29', '2023-04-30', '2023-05-01', '2023-05-02', '2023-05-03']),
    )
    expect(offDates(holidaysOf(2023)).filter((date) => date.startsWith('2023-01-2'))).toEqual(range('2023-01', 20, 26))
    expect(offDates(holidaysOf(2023))).toEqual(expect.arrayContaining(['2023-09-01', '2023-09-02', '2023-09-04']))
  })
  test('2022 and 2021', () => {
    expect(offDates(holidaysOf(2022))).toEqual(
      expect.arrayContaining([
        '2022-01-03',
        '2022-01-31',
        ...range('2022-02', 1, 4),
        '2022-04-11',
        '2022-05-02',
        '2022-05-03',
        '2022-09-01',
      ]),
    )
    expect(offDates(holidaysOf(2021))).toEqual(
      expect.arrayContaining([...range('2021-02', 10, 16), '2021-04-21', '2021-05-03', '2021-09-02', '2021-09-03']),
    )
  })
})

describe('every year to come', () => {
  const years = Array.from({ length: 170 }, (_, index) => 2027 + index)

  test('five days of Tết hold the first day of the year; they and the second day of Quốc khánh wait to be confirmed', () => {
    for (const year of years) {
      const proposed = holidaysOf(year).filter(({ isConfirmed, name }) => !isConfirmed && !name.startsWith('Nghỉ bù'))
      expect(proposed.map(({ name }) => name)).toEqual([...Array(5).fill('Tết Nguyên đán'), 'Quốc khánh, ngày liền kề'])
    }
  })
  test('no two entries share a date, and every holiday on a weekend has its day in lieu on a weekday', () => {
    for (const year of years) {
      const days = holidaysOf(year)
      const isWeekend = ({ date }: CalendarDay) => weekdayOf(dayNumber(date)) > 5
      const inLieu = days.filter(({ name }) => name.startsWith('Nghỉ bù'))
      expect(new Set(days.map(({ date }) => date)).size).toBe(days.length)
      expect(inLieu.length).toBe(days.filter((day) => isWeekend(day)).length)
      expect(inLieu.some(isWeekend)).toBe(false)
      expect(days.length - inLieu.length).toBe(12)
    }
  })
  test('24 November is a holiday from 2026 on, not before', () => {
    expect(offDates(holidaysOf(2025))).not.toContain('2025-11-24')
    expect(offDates(holidaysOf(2027))).toContain('2027-11-24')
  })
})

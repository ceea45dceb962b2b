import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantAt, localDate, localTime } from '#platform/text/dates.ts'
import { calendarPeriod, spanOf } from './period.ts'

const MINUTE_MS = 60_000
const lastOf = (kind: 'month' | 'quarter' | 'year', day: string) => calendarPeriod(kind, day).to

describe('lessons A.3.1: the bounds of a period', () => {
  test('the last day of February 2021 is 28/02/2021, and of April 30/04, whatever today is', () => {
    const days = (month: string, count: number) => Array.from({ length: count }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`)
    for (const day of days('2021-02', 28)) expect(lastOf('month', day)).toBe('2021-02-28')
    for (const day of days('2021-04', 30)) expect(lastOf('month', day)).toBe('2021-04-30')
    for (const today of ['2021-01-29', '2021-01-30', '2021-01-31', '2021-03-31', '2021-12-31'])
      expect(spanOf(calendarPeriod('month', '2021-02-01'), instantAt(today, '23:59')).start).toEqual(instantAt('2021-02-01'))
  })

  test.each([
    ['month', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['month', '2100-02-28', '2100-02-01', '2100-02-28'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['quarter', '2026-10-31', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-05-31', '2026-04-01', '2026-06-30'],
    ['year', '2028-02-29', '2028-01-01', '2028-12-31'],
  ] as const)('the %s of %s is %s to %s', (kind, day, from, to) => expect(calendarPeriod(kind, day)).toEqual({ from, to }))

  test('periods follow each other without gap or overlap, and the last instant of the last day is inside', () => {
    const now = instantAt('2099-01-01')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom('month', 'quarter', 'year'), (offset, kind) => {
        const day = new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10)
        const { start, cut } = spanOf(calendarPeriod(kind, day), now)
        expect(start <= instantAt(day) && instantAt(day) < cut).toBe(true)
        expect(localDate(new Date(cut.getTime() - 1))).toBe(lastOf(kind, day))
        expect(spanOf(calendarPeriod(kind, localDate(cut)), now).start).toEqual(cut)
        expect([start, cut].map((bound) => bound.getTime() % MINUTE_MS)).toEqual([0, 0])
      }),
    )
  })
})

test('lessons A.3.2: an instant between 12:00 and 12:59 is read, kept and shown as noon', () => {
  for (let minute = 0; minute < 60; minute++) {
    const time = `12:${String(minute).padStart(2, '0')}`
    const instant = instantAt('2026-11-20', time)
    expect([localDate(instant), localTime(instant)]).toEqual(['2026-11-20', time])
    expect(instant.getTime() - instantAt('2026-11-20').getTime()).toBe((12 * 60 + minute) * MINUTE_MS)
  }
})

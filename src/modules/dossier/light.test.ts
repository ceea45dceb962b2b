import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '#modules/calendar/index.ts'
import { instantAt } from '#platform/text/dates.ts'
import { type Light, lightOf, usedShareOf } from './light.ts'

const THRESHOLDS = { half: 50, near: 75 }
const calendar = nationalCalendar()
const light = (usedShare: number, more: Partial<Parameters<typeof lightOf>[0]> = {}) =>
  lightOf({ usedShare, isLate: false, isPaused: false, ...more }, THRESHOLDS)

describe('lights', () => {
  test.each<[number, Light]>([
    [0, 'within'],
    [0.4999, 'within'],
    [0.5, 'half'],
    [0.7499, 'half'],
    [0.75, 'near'],
    [0.9999, 'near'],
    // Used up, and late only when the law says so.
    [1, 'near'],
    [1.3, 'near'],
  ])('%d of the limit: %s', (share, expected) => expect(light(share)).toBe(expected))

  test('late is the law’s word, at any share; a clock that stands still is neither near nor half', () => {
    expect(light(0.2, { isLate: true })).toBe('late')
    expect(light(0.9, { isPaused: true })).toBe('paused')
    expect(light(1.2, { isPaused: true, isLate: true })).toBe('late')
  })

  test('other thresholds move the lights', () => {
    const usage = { usedShare: 0.6, isLate: false, isPaused: false }
    expect(lightOf(usage, { half: 60, near: 90 })).toBe('half')
    expect(lightOf(usage, { half: 61, near: 90 })).toBe('within')
    expect(lightOf(usage, { half: 30, near: 60 })).toBe('near')
  })

  test('the share counts working minutes: nights and week-ends use nothing', () => {
    // Friday 14:00 to Tuesday 14:00 by an eight-hour day: sixteen working hours.
    const [from, due] = [instantAt('2026-11-13', '14:00'), instantAt('2026-11-17', '14:00')]
    const at = (date: string, time: string) => usedShareOf(calendar, from, due, instantAt(date, time))
    expect(at('2026-11-13', '14:00')).toBe(0)
    const closing = at('2026-11-13', '20:00')
    expect(at('2026-11-15', '12:00')).toBe(closing)
    expect(at('2026-11-16', '14:00')).toBe(0.5)
    expect(at('2026-11-17', '14:00')).toBe(1)
    expect(at('2026-11-18', '14:00')).toBe(1.5)
    expect(light(at('2026-11-16', '13:59'))).toBe('within')
    expect(light(at('2026-11-16', '14:00'))).toBe('half')
  })

  test('no working time between: all of it is used', () => {
    const noon = instantAt('2026-11-15', '12:00')
    expect(usedShareOf(calendar, noon, noon, noon)).toBe(1)
  })
})

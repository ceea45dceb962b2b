import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantAt } from '#platform/text/dates.ts'
import { boundsOf, TIMELINESS_RULE, timelinessOf } from './timeliness.ts'

describe('lessons A.1, early / on time / late: one definition', () => {
  const due = instantAt('2026-11-26', '10:00')

  test.each([
    ['2026-11-25', '23:59', 'early'],
    ['2026-11-26', '00:00', 'on-time'],
    ['2026-11-26', '16:59', 'on-time'],
    ['2026-11-26', '23:59', 'on-time'],
    ['2026-11-27', '00:00', 'late'],
  ])('a limit in days is compared by date: %s %s → %s', (date, time, expected) => {
    expect(timelinessOf(instantAt(date, time), boundsOf(due, 'working-day'))).toBe(expected)
  })

  test.each([
    ['09:59', 'early'],
    ['10:00', 'on-time'],
    ['10:01', 'late'],
  ])('a limit in hours is compared by the minute: %s → %s', (time, expected) => {
    expect(timelinessOf(instantAt('2026-11-26', time), boundsOf(due, 'hour'))).toBe(expected)
  })

  test('whether days or minutes are compared is said by the limit, not by a setting of the place', () => {
    expect(TIMELINESS_RULE).toBe('date-or-minute/1')
    expect(boundsOf.length).toBe(2)
    for (const unit of ['working-day', 'calendar-day', 'month'] as const) expect(boundsOf(due, unit)).toEqual(boundsOf(due, 'working-day'))
    expect(boundsOf(due, 'hour')).not.toEqual(boundsOf(due, 'working-day'))
  })

  test('lessons A.3.2: 12:00 to 12:59 is noon, not midnight', () => {
    const noon = boundsOf(instantAt('2026-11-26', '12:30'), 'hour')
    const classes = ['00:30', '12:29', '12:30', '12:31'].map((time) => timelinessOf(instantAt('2026-11-26', time), noon))
    expect(classes).toEqual(['early', 'early', 'on-time', 'late'])
  })

  test('an open dossier is late exactly from when finishing it would be late', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('hour', 'working-day', 'calendar-day', 'month'),
        fc.integer({ min: -5_000, max: 5_000 }),
        (unit, minutes) => {
          const moment = new Date(due.getTime() + minutes * 60_000)
          const bounds = boundsOf(due, unit)
          expect(moment >= bounds.lateFrom).toBe(timelinessOf(moment, bounds) === 'late')
        },
      ),
    )
  })
})

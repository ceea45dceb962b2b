import { describe, expect, test } from 'vitest'
import { formatStamp, instantAt } from '#platform/text/dates.ts'
import { type CalendarDay, compileCalendar, nationalCalendar, type OfficeWeek, type WorkingCalendar } from './calendar.ts'
import { dayNumber } from './day.ts'
import { type CountRules, dueAfterPhases, dueAt, type Limit, type LimitUnit, startClock } from './due.ts'
import { parseHours } from './hours.ts'
import { addWorkingMinutes, momentAfter, workingMinutesBetween } from './working-time.ts'

const national = nationalCalendar()
const at = (stamp: string): Date => instantAt(stamp.slice(0, 10), stamp.slice(11))
const due = (
  start: string,
  amount: number,
  unit: LimitUnit,
  rules: Partial<CountRules> = {},
  calendar: WorkingCalendar = national,
): string => formatStamp(dueAt(calendar, at(start), { amount, unit }, { mode: 'carry', ...rules }).due)
const end = (start: string, amount: number, unit: LimitUnit, rules: Partial<CountRules> = {}): string =>
  due(start, amount, unit, { mode: 'end', ...rules })

const week = (weekdays: string, saturday = '', sunday = ''): OfficeWeek => ({
  validFrom: '2000-01-01',
  validTo: null,
  days: [weekdays, weekdays, weekdays, weekdays, weekdays, saturday, sunday].map((text) => parseHours(text) ?? []),
})
const day = (date: string, kind: CalendarDay['kind'], hours?: string): CalendarDay => ({
  date,
  kind,
  hours: hours === undefined ? undefined : parseHours(hours),
  name: 'Ngày thử',
  nameEn: 'Test day',
  source: 'QĐ thử',
  isConfirmed: true,
})
const unit = (weeks: OfficeWeek[], days: CalendarDay[] = [], settledYears: number[] = []): WorkingCalendar =>
  compileCalendar({ layers: [{ weeks, days }], settledYears })

describe('test vectors of domain.md §2.8', () => {
  test.each<[string, string, number, LimitUnit, Partial<CountRules>, string, string | undefined]>([
    ['Fri 20/11/2026 10:00, 3 wd', '2026-11-20T10:00', 3, 'working-day', {}, '2026-11-26T10:00', '2026-11-26T17:00'],
    ['Fri 20/11/2026 16:30, 8 wh', '2026-11-20T16:30', 8, 'hour', {}, '2026-11-23T16:30', undefined],
    ['Thu 12/2/2026 14:00 (Tết), 5 wd', '2026-02-12T14:00', 5, 'working-day', {}, '2026-02-26T14:00', '2026-02-26T17:00'],
    ['Wed 25/11/2026 17:10, 1 wd', '2026-11-25T17:10', 1, 'working-day', {}, '2026-11-26T17:00', '2026-11-26T17:00'],
    ['Fri 28/8/2026 14:00, 1 wd', '2026-08-28T14:00', 1, 'working-day', {}, '2026-09-03T14:00', '2026-09-03T17:00'],
    [
      'cut-off 15:00: Fri 28/8/2026 15:30, 2 wd',
      '2026-08-28T15:30',
      2,
      'working-day',
      { cutoff: '15:00' },
      '2026-09-04T17:00',
      '2026-09-04T17:00',
    ],
    [
      'cut-off 15:00: Fri 20/11/2026 14:59, 1 wd',
      '2026-11-20T14:59',
      1,
      'working-day',
      { cutoff: '15:00' },
      '2026-11-23T14:59',
      '2026-11-23T17:00',
    ],
    ['supplement: received Mon 2/11 09:00, 5 wd', '2026-11-02T09:00', 5, 'working-day', {}, '2026-11-09T09:00', '2026-11-09T17:00'],
    ['supplement: recount from Fri 13/11 15:00, 5 wd', '2026-11-13T15:00', 5, 'working-day', {}, '2026-11-20T15:00', '2026-11-20T17:00'],
  ])('%s', (_, start, amount, limitUnit, rules, carried, ended) => {
    expect(due(start, amount, limitUnit, rules)).toBe(carried)
    if (ended) expect(end(start, amount, limitUnit, rules)).toBe(ended)
  })

  test('cut-off 15:00: Fri 28/8/2026 15:30 starts the clock on Thu 3/9 08:00', () => {
    const { clockStart, shift } = dueAt(
      national,
      at('2026-08-28T15:30'),
      { amount: 2, unit: 'working-day' },
      { mode: 'carry', cutoff: '15:00' },
    )
    expect([formatStamp(clockStart), shift]).toEqual(['2026-09-03T08:00', 'cutoff'])
  })
})

describe('what the OpenCPS engine counted wrong (lessons A.1)', () => {
  const office = week('07:30-11:30,13:00-17:00')
  const calendar = unit([office])

  test('lessons A.1: pause 01/03 16:00 → resume 02/03 19:00 is 9 h, not 20 h', () => {
    expect(workingMinutesBetween(calendar, at('2021-03-01T16:00'), at('2021-03-02T19:00'))).toBe(9 * 60)
  })
  test('lessons A.1: a pause that starts at 18:30, resumed next day at 09:00, is 1.5 h, not 9.5 h', () => {
    expect(workingMinutesBetween(calendar, at('2021-03-01T18:30'), at('2021-03-02T09:00'))).toBe(90)
  })
  test('lessons A.1: received on a holiday, 30/4 09:00, + 1 day is due Wed 05/05, not Tue 04/05', () => {
    expect(due('2021-04-30T09:00', 1, 'working-day', {}, calendar)).toBe('2021-05-05T07:30')
    expect(end('2021-04-30T09:00', 1, 'working-day')).toBe('2021-05-05T17:00')
  })
  test('lessons A.1: a make-up Sunday after a Saturday off: Friday + 1 day is that Sunday, not Monday', () => {
    const sunday = unit([office], [day('2021-03-07', 'working')])
    expect(due('2021-03-05T10:00', 1, 'working-day', {}, sunday)).toBe('2021-03-07T10:00')
  })
  test('lessons A.1: no working hours configured: Friday + 1 day is Monday, not Saturday', () => {
    const nothing = compileCalendar({ layers: [{ weeks: [], days: [] }] })
    const onlyEmpty = unit([week('')])
    for (const empty of [nothing, onlyEmpty]) expect(due('2021-03-05T10:00', 1, 'working-day', {}, empty)).toBe('2021-03-08T10:00')
  })
  test('lessons A.1: a start at 16:59 stays 16:59, and one on the quarter stays there: nothing is rounded', () => {
    expect(due('2021-03-01T16:59', 1, 'working-day', {}, calendar)).toBe('2021-03-02T16:59')
    expect(due('2021-03-01T16:45', 1, 'hour', {}, calendar)).toBe('2021-03-02T08:15')
  })
  test('lessons A.1, more: minutes are added in base 60: 07:45 + 1:45 + 1:30 is 11:00', () => {
    const early = unit([week('07:45-11:45,13:00-17:00')])
    expect(due('2021-03-01T07:45', 1.75 + 1.5, 'hour', {}, early)).toBe('2021-03-01T11:00')
  })
  test('lessons A.1, more: two agencies counted at once do not disturb each other', () => {
    const other = unit([week('08:00-12:00,13:00-17:00', '08:00-11:30')])
    const both = () => [due('2021-03-05T16:00', 4, 'hour', {}, calendar), due('2021-03-05T16:00', 4, 'hour', {}, other)]
    expect(both()).toEqual(['2021-03-08T10:30', '2021-03-06T11:00'])
    expect(both()).toEqual(both())
    // And one half way through a dossier of the other.
    const started = startClock(calendar, at('2021-03-05T16:00'), { mode: 'carry' })
    due('2021-03-06T08:00', 1, 'working-day', {}, other)
    expect(momentAfter(calendar, started, 240)).toEqual({ day: dayNumber('2021-03-08'), minute: 10 * 60 + 30 })
  })
  test('lessons A.1, more: a limit of 300 working days, or of 10,000, does not recurse', () => {
    expect(due('2026-01-05T10:00', 300, 'working-day')).toMatch(/^2027-03-\d\dT10:00$/)
    expect(due('2026-01-05T10:00', 10_000, 'working-day')).toMatch(/^206\d-\d\d-\d\dT10:00$/)
    expect(due('2026-01-05T10:00', 20_000, 'hour')).toMatch(/^20\d\d-/)
  })
  test('one day is a day, not eight hours: on a Saturday morning of four hours too', () => {
    const saturdays = unit([week('08:00-12:00,13:00-17:00', '08:00-12:00')])
    expect(due('2021-03-05T10:00', 2, 'working-day', {}, saturdays)).toBe('2021-03-08T10:00')
    expect(due('2021-03-05T10:00', 16, 'hour', {}, saturdays)).toBe('2021-03-08T15:00')
  })
  test('lessons A.1, more: the time zone of the machine is of no account', () => {
    const before = process.env.TZ
    try {
      for (const zone of ['UTC', 'America/New_York', 'Asia/Tokyo']) {
        process.env.TZ = zone
        expect(due('2026-11-20T10:00', 3, 'working-day')).toBe('2026-11-26T10:00')
      }
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })
})

describe('when the clock starts (domain.md §2.5)', () => {
  const start = (stamp: string, rules: Partial<CountRules> = {}) => {
    const { clockStart, shift } = dueAt(national, at(stamp), { amount: 1, unit: 'working-day' }, { mode: 'carry', ...rules })
    return [formatStamp(clockStart), shift]
  }
  test.each([
    ['2026-11-25T10:00', '2026-11-25T10:00', undefined],
    ['2026-11-25T07:10', '2026-11-25T08:00', 'before-opening'],
    ['2026-11-25T12:00', '2026-11-25T12:00', undefined],
    ['2026-11-25T12:20', '2026-11-25T13:00', 'break'],
    ['2026-11-25T17:00', '2026-11-25T17:00', undefined],
    ['2026-11-25T17:01', '2026-11-26T08:00', 'after-hours'],
    ['2026-11-24T09:00', '2026-11-25T08:00', 'day-off'],
    ['2026-11-21T09:00', '2026-11-23T08:00', 'day-off'],
  ])('%s → %s', (stamp, expected, shift) => expect(start(stamp)).toEqual([expected, shift]))

  test('15:00 itself is not after 15:00', () => {
    expect(start('2026-11-25T15:00', { cutoff: '15:00' })).toEqual(['2026-11-25T15:00', undefined])
    expect(start('2026-11-25T15:01', { cutoff: '15:00' })).toEqual(['2026-11-26T08:00', 'cutoff'])
  })
  test('the last hour counts from the next working day', () => {
    expect(start('2026-11-25T15:59', { lastHourRule: true })).toEqual(['2026-11-25T15:59', undefined])
    expect(start('2026-11-25T16:00', { lastHourRule: true })).toEqual(['2026-11-26T08:00', 'last-hour'])
    expect(due('2026-11-25T16:30', 1, 'working-day', { lastHourRule: true })).toBe('2026-11-26T17:00')
  })
  test('hours begin at the given moment, or when the next working day opens', () => {
    expect(due('2026-11-25T10:00', 2, 'hour')).toBe('2026-11-25T12:00')
    expect(due('2026-11-25T17:10', 2, 'hour')).toBe('2026-11-26T10:00')
    expect(due('2026-11-24T09:00', 2, 'hour')).toBe('2026-11-25T10:00')
    expect(due('2026-11-25T15:30', 2, 'hour', { cutoff: '15:00' })).toBe('2026-11-26T10:00')
  })
})

describe('calendar days and months (BLDS 2015 art. 146–148)', () => {
  test('the first day is not counted and days off are', () => {
    expect(due('2026-11-02T09:00', 15, 'calendar-day')).toBe('2026-11-17T09:00')
    expect(end('2026-11-02T09:00', 15, 'calendar-day')).toBe('2026-11-17T17:00')
  })
  test('an end on a day off moves to the end of the next working day', () => {
    expect(due('2026-11-11T09:00', 10, 'calendar-day')).toBe('2026-11-23T17:00')
    expect(due('2026-11-14T09:00', 8, 'calendar-day')).toBe('2026-11-25T17:00')
  })
  test('months end on the corresponding day, or the last of the month', () => {
    expect(due('2026-03-12T09:00', 1, 'month')).toBe('2026-04-13T17:00')
    expect(due('2026-03-10T09:00', 2, 'month')).toBe('2026-05-11T17:00')
    expect(due('2026-10-30T09:00', 4, 'month')).toBe('2027-03-01T17:00')
    expect(due('2026-08-31T09:00', 1, 'month')).toBe('2026-10-05T17:00')
    expect(end('2026-05-29T09:00', 1, 'month')).toBe('2026-06-29T17:00')
  })
  test('half a month is fifteen days', () => {
    expect(end('2026-05-04T09:00', 0.5, 'month')).toBe('2026-05-19T17:00')
    expect(end('2026-05-04T09:00', 1.5, 'month')).toBe('2026-06-19T17:00')
  })
})

describe('halves', () => {
  test('3.5 working days', () => {
    expect(due('2026-11-16T10:00', 3.5, 'working-day')).toBe('2026-11-19T15:00')
    expect(due('2026-11-16T15:00', 3.5, 'working-day')).toBe('2026-11-20T10:00')
    expect(end('2026-11-16T10:00', 3.5, 'working-day')).toBe('2026-11-20T12:00')
  })
  test('half a day alone', () => {
    expect(due('2026-11-16T08:00', 0.5, 'working-day')).toBe('2026-11-16T12:00')
    expect(due('2026-11-16T17:30', 0.5, 'working-day')).toBe('2026-11-17T12:00')
    expect(end('2026-11-16T10:00', 0.5, 'working-day')).toBe('2026-11-17T12:00')
    expect(due('2026-11-16T10:00', 0.5, 'calendar-day')).toBe('2026-11-16T15:00')
  })
  test('an hour and a half', () => expect(due('2026-11-16T11:00', 1.5, 'hour')).toBe('2026-11-16T13:30'))
  test.each<Limit>([
    { amount: 0, unit: 'hour' },
    { amount: -1, unit: 'working-day' },
    { amount: 1.25, unit: 'working-day' },
    { amount: 0.2, unit: 'month' },
    { amount: Number.NaN, unit: 'calendar-day' },
    { amount: Number.POSITIVE_INFINITY, unit: 'hour' },
  ])('%o cannot be counted', (limit) =>
    expect(() => dueAt(national, at('2026-11-16T10:00'), limit, { mode: 'carry' })).toThrow('calendar.limit-invalid'),
  )
})

describe('units with hours of their own', () => {
  test('Saturday mornings are working days of that unit; a clock time past their closing is promised at closing', () => {
    const saturdays = unit([week('07:30-11:30,13:30-17:00', '07:30-11:30')])
    expect(due('2026-11-20T15:00', 1, 'working-day', {}, saturdays)).toBe('2026-11-21T11:30')
    expect(due('2026-11-20T16:00', 2, 'hour', {}, saturdays)).toBe('2026-11-21T08:30')
  })
  test('a unit keeps the holidays of the country unless it says otherwise', () => {
    const own = unit([week('07:30-11:30,13:30-17:00')], [day('2026-11-24', 'half-day')])
    expect(due('2026-11-23T10:00', 1, 'working-day', {}, unit([week('07:30-11:30,13:30-17:00')]))).toBe('2026-11-25T10:00')
    expect(due('2026-11-23T10:00', 1, 'working-day', {}, own)).toBe('2026-11-24T10:00')
    expect(due('2026-11-23T16:00', 2, 'hour', {}, own)).toBe('2026-11-24T08:30')
  })
  test('a half day may have hours of its own', () => {
    const afternoon = unit([], [day('2026-11-25', 'half-day', '13:00-17:00')])
    expect(due('2026-11-23T16:00', 2, 'hour', {}, afternoon)).toBe('2026-11-25T14:00')
  })
  test('hours change on the day the new ones begin', () => {
    const changing = unit([
      { ...week('07:00-11:00,13:00-17:00'), validTo: '2026-11-25' },
      { ...week('08:00-12:00,13:00-17:00'), validFrom: '2026-11-26' },
    ])
    expect(due('2026-11-25T16:00', 2, 'hour', {}, changing)).toBe('2026-11-26T09:00')
    expect(due('2026-11-23T16:00', 2, 'hour', {}, changing)).toBe('2026-11-25T08:00')
  })
  test('a settled year has only the days it was given', () => {
    expect(due('2026-11-23T10:00', 1, 'working-day', {}, unit([], [], [2026]))).toBe('2026-11-24T10:00')
  })
  test('the make-up Saturday of 22/8/2026 is a full day also for a unit that opens on Saturday mornings', () => {
    const saturdays = unit([week('07:30-11:30,13:30-17:00', '07:30-11:30')])
    expect(due('2026-08-21T16:00', 8, 'hour', {}, saturdays)).toBe('2026-08-22T16:30')
  })
})

test('phases follow each other: 15 days and then 5 working days', () => {
  const { due: last } = dueAfterPhases(
    national,
    at('2026-11-02T09:00'),
    [
      { amount: 15, unit: 'calendar-day' },
      { amount: 5, unit: 'working-day' },
    ],
    { mode: 'end' },
  )
  expect(formatStamp(last)).toBe('2026-11-25T17:00')
})

test('the proposed swap of 23/11 for 28/11/2026 is not applied', () => {
  expect(due('2026-11-20T10:00', 1, 'working-day')).toBe('2026-11-23T10:00')
  expect(due('2026-11-27T10:00', 1, 'working-day')).toBe('2026-11-30T10:00')
})

test('a due moment beyond the calendar is refused', () => {
  expect(() => due('2199-12-01T10:00', 100, 'working-day')).toThrow('calendar.out-of-range')
  expect(() => due('1850-12-01T10:00', 1, 'hour')).toThrow('calendar.out-of-range')
})

test('adding working minutes ends at the end of a session, not at the start of the next', () => {
  expect(formatStamp(addWorkingMinutes(national, at('2026-11-20T16:00'), 60))).toBe('2026-11-20T17:00')
  expect(formatStamp(addWorkingMinutes(national, at('2026-11-20T16:00'), 61))).toBe('2026-11-23T08:01')
})

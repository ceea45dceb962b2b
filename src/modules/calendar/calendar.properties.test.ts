import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantAt, localDate } from '#platform/text/dates.ts'
import { type CalendarDay, type CalendarLayer, compileCalendar, type WorkingCalendar } from './calendar.ts'
import { dateOf, dayNumber, dayOfInstant, minuteOfInstant } from './day.ts'
import { type CountRules, dueAt, type Limit } from './due.ts'
import { explainDue } from './explain.ts'
import { parseHours } from './hours.ts'
import { remaining } from './remaining.ts'
import {
  addWorkingMinutes,
  isWorking,
  nextWorkingMoment,
  subtractWorkingMinutes,
  workingDaysBetween,
  workingMinutesBetween,
} from './working-time.ts'

const FULL = ['08:00-12:00,13:00-17:00', '07:30-11:30,13:30-17:00', '07:00-11:30,13:00-16:30', '06:30-09:30,10:00-12:00,14:00-18:00']
const weekday = fc.constantFrom(...FULL)
const weekendDay = fc.constantFrom('', '', '07:30-11:30', '08:00-10:00')
const hours = (text: string) => parseHours(text) ?? []

const exceptionalDay: fc.Arbitrary<CalendarDay> = fc.record({
  date: fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2026-12-31') }).map(dateOf),
  kind: fc.constantFrom('off' as const, 'working' as const, 'half-day' as const),
  name: fc.constant('Ngày thử'),
  nameEn: fc.constant('Test day'),
  source: fc.constant('QĐ thử'),
  isConfirmed: fc.boolean(),
})
const layer: fc.Arbitrary<CalendarLayer> = fc.record({
  weeks: fc
    .tuple(weekday, weekday, weekday, weekday, weekday, weekendDay, weekendDay)
    .map((days) => [{ validFrom: '2000-01-01', validTo: null, days: days.map(hours) }]),
  days: fc.array(exceptionalDay, { maxLength: 40 }),
})
const calendar: fc.Arbitrary<WorkingCalendar> = fc.array(layer, { maxLength: 2 }).map((layers) => compileCalendar({ layers }))

const MINUTE = 60_000
const begin = instantAt('2026-01-01').getTime()
const instant = fc.integer({ min: 0, max: 400 * 1_440 }).map((minutes) => new Date(begin + minutes * MINUTE))
const hourAmount = fc.integer({ min: 1, max: 4_000 }).map((quarters) => quarters / 4)
const limit: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ amount: hourAmount, unit: fc.constant('hour' as const) }),
  fc.record({
    amount: fc.integer({ min: 1, max: 600 }).map((halves) => halves / 2),
    unit: fc.constantFrom('working-day' as const, 'calendar-day' as const),
  }),
  fc.record({ amount: fc.integer({ min: 1, max: 24 }).map((halves) => halves / 2), unit: fc.constant('month' as const) }),
)
const rules: fc.Arbitrary<CountRules> = fc.record({
  mode: fc.constantFrom('carry' as const, 'end' as const),
  cutoff: fc.constantFrom(undefined, '15:00', '11:00'),
  lastHourRule: fc.boolean(),
})

const holds = <T extends [unknown, ...unknown[]]>(
  ...args: [...arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }, check: (...values: T) => void]
) => {
  const check = args.pop() as (...values: T) => void
  fc.assert(
    fc.property(...(args as never as { [K in keyof T]: fc.Arbitrary<T[K]> }), (...values) => check(...values)),
    { numRuns: 400 },
  )
}

/**
 * What may be compared to the minute. An end moved from a day off is promised to closing time while a neighbour that needs no move carries its clock time, so carried
 * calendar days and months are ordered by date only: that is BLDS art. 148(5), not an accident.
 */
const ordered = (mode: CountRules['mode'], unit: Limit['unit']) => (due: Date) =>
  mode === 'carry' && (unit === 'calendar-day' || unit === 'month') ? dayOfInstant(due) : due.getTime()

test('received later is never due earlier', () => {
  holds(calendar, instant, instant, limit, rules, (value, one, other, within, by) => {
    const rank = ordered(by.mode, within.unit)
    const [first, second] = one <= other ? [one, other] : [other, one]
    expect(rank(dueAt(value, first, within, by).due)).toBeLessThanOrEqual(rank(dueAt(value, second, within, by).due))
  })
})

test('a longer limit is never due earlier', () => {
  holds(calendar, instant, limit, limit, rules, (value, start, one, other, by) => {
    const [shorter, longer] = [one.amount, other.amount].sort((a, b) => a - b).map((amount) => ({ amount, unit: one.unit }))
    if (
      !shorter ||
      !longer ||
      (one.unit !== 'hour' && !Number.isInteger(longer.amount * 2)) ||
      (one.unit !== 'hour' && !Number.isInteger(shorter.amount * 2))
    )
      return
    const rank = ordered(by.mode, one.unit)
    expect(rank(dueAt(value, start, shorter, by).due)).toBeLessThanOrEqual(rank(dueAt(value, start, longer, by).due))
  })
})

test('hours add up: a + b is b counted from where a ends', () => {
  holds(calendar, instant, hourAmount, hourAmount, (value, start, a, b) => {
    const by: CountRules = { mode: 'carry' }
    const inTwo = dueAt(value, dueAt(value, start, { amount: a, unit: 'hour' }, by).due, { amount: b, unit: 'hour' }, by).due
    expect(inTwo).toEqual(dueAt(value, start, { amount: a + b, unit: 'hour' }, by).due)
  })
})

test('working days add up', () => {
  const days = fc.integer({ min: 1, max: 200 })
  holds(calendar, instant, days, days, (value, start, a, b) => {
    const by: CountRules = { mode: 'end' }
    const inTwo = dueAt(value, dueAt(value, start, { amount: a, unit: 'working-day' }, by).due, { amount: b, unit: 'working-day' }, by).due
    expect(inTwo).toEqual(dueAt(value, start, { amount: a + b, unit: 'working-day' }, by).due)
  })
})

test('a due moment lies within office hours or at the end of a session, and so does the start of the clock', () => {
  const isOffice = (value: WorkingCalendar, moment: Date) => {
    const minute = minuteOfInstant(moment)
    return value.planOf(dayOfInstant(moment)).sessions.some(([opens, closes]) => opens <= minute && minute <= closes)
  }
  holds(calendar, instant, limit, rules, (value, start, within, by) => {
    const { due, clockStart } = dueAt(value, start, within, by)
    expect(isOffice(value, due)).toBe(true)
    expect(isOffice(value, clockStart)).toBe(true)
    expect(due.getTime()).toBeGreaterThan(start.getTime() - MINUTE)
    expect(clockStart.getTime()).toBeGreaterThanOrEqual(start.getTime())
  })
})

test('one more day off never makes anything due earlier', () => {
  holds(layer, instant, limit, rules, exceptionalDay, (base, start, within, by, extra) => {
    const rank = ordered(by.mode, within.unit)
    const more = { ...base, days: [...base.days.filter(({ date }) => date !== extra.date), { ...extra, kind: 'off' as const }] }
    const before = dueAt(compileCalendar({ layers: [base] }), start, within, by).due
    const after = dueAt(compileCalendar({ layers: [more] }), start, within, by).due
    expect(rank(after)).toBeGreaterThanOrEqual(rank(before))
  })
})

test('n working days span n working days', () => {
  const days = fc.integer({ min: 1, max: 300 })
  holds(calendar, instant, days, rules, (value, start, amount, by) => {
    const { due, clockStart, shift } = dueAt(value, start, { amount, unit: 'working-day' }, by)
    const isCounted = shift === 'after-hours' || shift === 'cutoff' || shift === 'last-hour'
    expect(workingDaysBetween(value, clockStart, due)).toBe(isCounted ? amount - 1 : amount)
  })
})

test('working minutes add up over any split, and are the minutes at which the office is open', () => {
  holds(calendar, instant, instant, instant, (value, a, b, c) => {
    expect(workingMinutesBetween(value, a, b) + workingMinutesBetween(value, b, c)).toBe(workingMinutesBetween(value, a, c))
    expect(workingMinutesBetween(value, a, b) + workingMinutesBetween(value, b, a)).toBe(0)
  })
  fc.assert(
    fc.property(calendar, instant, fc.integer({ min: 0, max: 3_000 }), (value, from, minutes) => {
      let open = 0
      for (let minute = 0; minute < minutes; minute++) if (isWorking(value, new Date(from.getTime() + minute * MINUTE))) open++
      expect(workingMinutesBetween(value, from, new Date(from.getTime() + minutes * MINUTE))).toBe(open)
    }),
    { numRuns: 40 },
  )
})

test('adding working minutes and taking them away again comes back to the same moment of work', () => {
  holds(calendar, instant, fc.integer({ min: 1, max: 50_000 }), (value, start, minutes) => {
    const later = addWorkingMinutes(value, start, minutes)
    expect(workingMinutesBetween(value, start, later)).toBe(minutes)
    expect(subtractWorkingMinutes(value, later, minutes)).toEqual(nextWorkingMoment(value, start))
  })
})

test('remaining time, counted on from now, reaches the due moment', () => {
  holds(calendar, instant, limit, rules, instant, (value, start, within, by, now) => {
    const { due } = dueAt(value, start, within, by)
    const left = remaining(value, now, due)
    expect(left.isLate).toBe(now > due)
    const [from, to] = left.isLate ? [due, now] : [now, due]
    const begun = nextWorkingMoment(value, from)
    const days = left.days ? dueAt(value, begun, { amount: left.days, unit: 'working-day' }, { mode: 'carry' }).due : begun
    expect(workingMinutesBetween(value, days, to)).toBe(left.minutes)
    expect(left.minutes).toBeLessThan(1_440)
  })
})

test('the explanation counts exactly the limit, ends on the due date, and counts nothing on a day off', () => {
  holds(calendar, instant, limit, rules, (value, start, within, by) => {
    const { days, due, countedIn } = explainDue(value, start, within, by)
    const last = days.at(-1)
    expect(last?.date).toBe(localDate(due))
    expect(days[0]?.date).toBe(localDate(start))
    if (within.unit === 'hour') expect(last?.total).toBe(within.amount * 60)
    else if (within.unit !== 'month') expect(last?.total).toBe(within.amount)
    if (countedIn !== 'calendar-days') for (const day of days) if (day.hours.length === 0) expect(day.counted).toBe(0)
    expect(days.reduce((sum, day) => sum + day.counted, 0)).toBe(last?.total)
  })
})

test('the order in which a calendar is asked does not change what it answers', () => {
  holds(layer, fc.array(fc.tuple(instant, limit, rules), { minLength: 2, maxLength: 6 }), (base, asked) => {
    const forward = compileCalendar({ layers: [base] })
    const backward = compileCalendar({ layers: [base] })
    const there = asked.map(([start, within, by]) => dueAt(forward, start, within, by))
    const back = asked.toReversed().map(([start, within, by]) => dueAt(backward, start, within, by))
    expect(back.reverse()).toEqual(there)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCalendar, nationalCalendar, parseHours, workingMinutesBetween } from '#modules/calendar/index.ts'
import { instantAt } from '#platform/text/dates.ts'
import { barOf } from './bar.ts'
import { charge, minuteOf, type Payer, type PayerKind, sumsByKind, sumsByPayer, sumsByUnit } from './charge.ts'
import { clockOf } from './clock.ts'
import { countPromise, pauseFact, resumeFact, startFact } from './count.ts'
import type { ClockEntry, ClockFact } from './entries.ts'
import { overruns, owedBy } from './owed.ts'
import { readClock } from './read.ts'
import { type Holding, holdingsOf, spansOf } from './spans.ts'

const calendar = nationalCalendar()
const saturdays = compileCalendar({
  layers: [
    {
      days: [],
      weeks: [
        {
          validFrom: '2000-01-01',
          validTo: null,
          days: [...Array(5).fill('07:30-11:30,13:30-17:00'), '07:30-11:30', ''].map((text) => parseHours(text) ?? []),
        },
      ],
    },
  ],
})
const at = (stamp: string): Date => instantAt(stamp.slice(0, 10), stamp.slice(11))
const sum = (parts: readonly { minutes: number }[]) => parts.reduce((total, { minutes }) => total + minutes, 0)
const desk: Payer = { kind: 'officer', id: 3, unitId: 1, step: 1 }
const queue: Payer = { kind: 'step', id: 2, unitId: 9, step: 2 }
const specialist: Payer = { kind: 'officer', id: 5, unitId: 9, step: 2 }

describe('charging', () => {
  test('an evening and a weekend are nobody’s; the rest is the holder’s', () => {
    const charged = charge([{ from: at('2026-11-20T16:00'), to: at('2026-11-23T09:00'), payer: desk }], calendar)
    expect(charged.elapsedMinutes).toBe(65 * 60)
    expect(sumsByKind(charged)).toEqual([
      { payer: { kind: 'nobody' }, minutes: 63 * 60 },
      { payer: { kind: 'officer' }, minutes: 2 * 60 },
    ])
  })

  test('a holiday is nobody’s, also over the turn of the year', () => {
    const charged = charge([{ from: at('2025-12-31T16:00'), to: at('2026-01-05T09:00'), payer: desk }], calendar)
    expect(sumsByKind(charged).find(({ payer }) => payer.kind === 'officer')?.minutes).toBe(2 * 60)
  })

  test('by the hours of whoever has it', () => {
    const span = { from: at('2026-11-21T07:00'), to: at('2026-11-21T12:00'), payer: { kind: 'other-agency', id: 40 } as const }
    expect(sumsByKind(charge([{ ...span, calendar: saturdays }], calendar))[0]).toMatchObject({ minutes: 240 })
    expect(sumsByKind(charge([span], calendar))).toEqual([{ payer: { kind: 'nobody' }, minutes: 300 }])
  })

  test('a gap or an overlap is refused', () => {
    const first = { from: at('2026-11-20T08:00'), to: at('2026-11-20T09:00'), payer: desk }
    expect(() => charge([first, { ...first, from: at('2026-11-20T09:01'), to: at('2026-11-20T10:00') }], calendar)).toThrow()
    expect(() => charge([first, { ...first, from: at('2026-11-20T08:59'), to: at('2026-11-20T10:00') }], calendar)).toThrow()
    expect(() => charge([{ ...first, to: at('2026-11-20T07:00') }], calendar)).toThrow()
  })

  test('a unit’s sum has its steps and officers in it', () => {
    const spans = spansOf(at('2026-11-23T08:00'), at('2026-11-23T12:00'), 1, [
      { from: at('2026-11-23T08:00'), to: at('2026-11-23T09:00'), payer: desk },
      { from: at('2026-11-23T09:00'), to: at('2026-11-23T09:30'), payer: queue },
      { from: at('2026-11-23T09:30'), to: at('2026-11-23T11:30'), payer: specialist },
    ])
    const charged = charge(spans, calendar)
    expect(sumsByUnit(charged)).toEqual([
      { payer: { kind: 'unit', id: 9 }, minutes: 150 },
      { payer: { kind: 'unit', id: 1 }, minutes: 90 },
    ])
    expect(sumsByPayer(charged).map(({ payer, minutes }) => [payer.kind, payer.id, minutes])).toEqual([
      ['officer', 5, 120],
      ['officer', 3, 60],
      ['step', 2, 30],
      ['unit', 1, 30],
    ])
  })
})

describe('who pays where holdings overlap', () => {
  const whole = { from: at('2026-11-23T08:00'), to: at('2026-11-23T12:00') }
  const only = (...holdings: Holding[]) => spansOf(whole.from, whole.to, 1, holdings).map(({ payer }) => payer.kind)
  test('a fault of the exchange before all, the officer before the queue', () => {
    expect(only({ ...whole, payer: queue }, { ...whole, payer: specialist })).toEqual(['officer'])
    expect(only({ ...whole, payer: { kind: 'applicant' } }, { ...whole, payer: { kind: 'exchange-fault' } })).toEqual(['exchange-fault'])
    expect(
      only({ ...whole, payer: specialist }, { from: at('2026-11-23T09:00'), to: at('2026-11-23T10:00'), payer: { kind: 'tax' } }),
    ).toEqual(['officer', 'tax', 'officer'])
  })
  test('of parallel branches the one that ends last, for the others waited for it', () => {
    const other: Payer = { kind: 'officer', id: 6, unitId: 9, step: 3 }
    const spans = spansOf(whole.from, whole.to, 1, [
      { from: whole.from, to: at('2026-11-23T10:00'), payer: specialist },
      { from: whole.from, to: at('2026-11-23T11:00'), payer: other },
    ])
    expect(spans.map(({ payer }) => payer.id)).toEqual([6, 1])
    expect(
      spansOf(whole.from, whole.to, 1, [
        { ...whole, payer: specialist },
        { from: whole.from, payer: other },
      ]),
    ).toHaveLength(1)
  })
})

const by = { actorKind: 'system', actorId: null }
const log = (...facts: [string, ClockFact][]) => clockOf(facts.map(([stamp, fact]): ClockEntry => ({ ...fact, at: at(stamp), ...by })))
const start = (stamp: string, days: number): [string, ClockFact] => [
  stamp,
  startFact('received', 'reception', countPromise(calendar, at(stamp), { amount: days, unit: 'working-day' }, { mode: 'end' })),
]

describe('who owes a lateness', () => {
  const holdings: Holding[] = [
    { from: at('2026-11-02T09:00'), to: at('2026-11-02T11:00'), payer: desk },
    { from: at('2026-11-02T11:00'), to: at('2026-11-02T15:00'), payer: queue },
    { from: at('2026-11-02T15:00'), payer: specialist },
  ]
  const budgets = new Map([
    [1, 120],
    [2, 480],
  ])
  const late = (now: string, clock = log(start('2026-11-02T09:00', 1))) =>
    owedBy(
      charge(spansOf(at('2026-11-02T09:00'), at(now), 9, [...holdings, ...holdingsOf(clock.holds)], [clock.dueAt]), calendar),
      clock,
      calendar,
      budgets,
      9,
      at(now),
    )

  test('not late: nobody owes', () => expect(late('2026-11-03T16:00')).toEqual({ lateMinutes: 0, shares: [] }))

  test('the step that used more than its hours, in the hands that had it then', () => {
    expect(late('2026-11-05T10:00')).toEqual({ lateMinutes: 600, shares: [{ payer: specialist, minutes: 600 }] })
  })

  test('the minutes over budget, payer by payer', () => {
    const parts = charge(spansOf(at('2026-11-02T09:00'), at('2026-11-04T09:00'), 9, holdings), calendar).parts
    expect(overruns(parts, new Map([[2, 100]]))).toEqual([
      { payer: desk, minutes: 120 },
      { payer: queue, minutes: 80 },
      { payer: specialist, minutes: 120 + 480 + 60 },
    ])
  })

  test('time of the applicant owes nothing', () => {
    const [stamp, fact] = start('2026-11-02T09:00', 1)
    const paused = log([stamp, fact], ['2026-11-02T16:00', pauseFact('financial-obligation')])
    const resume = resumeFact(calendar, paused, 'financial-obligation', at('2026-11-09T16:00'))
    const clock = log([stamp, fact], ['2026-11-02T16:00', pauseFact('financial-obligation')], ['2026-11-09T16:00', resume])
    expect(late('2026-11-10T16:00', clock).lateMinutes).toBe(0)
    expect(late('2026-11-12T10:00', clock)).toEqual({ lateMinutes: 600, shares: [{ payer: specialist, minutes: 600 }] })
  })

  test('where nobody overran, the unit that planned it', () => {
    budgets.set(2, 100_000)
    expect(late('2026-11-05T10:00').shares).toEqual([{ payer: { kind: 'unit', id: 9 }, minutes: 600 }])
    budgets.set(2, 480)
  })
})

test('the bar: tones, time left, and where the limit stands', () => {
  const clock = log(start('2026-11-02T09:00', 2), ['2026-11-02T14:00', pauseFact('financial-obligation')])
  const now = at('2026-11-03T10:00')
  const holdings = [{ from: at('2026-11-02T09:00'), payer: desk }, ...holdingsOf(clock.holds)]
  const bar = (moment: Date, value = clock) =>
    barOf(
      charge(spansOf(at('2026-11-02T09:00'), moment, 1, holdings, [value.dueAt]), calendar),
      value,
      readClock(value, calendar, moment).remainingMinutes,
      moment,
    )
  expect(bar(now).parts).toEqual([
    { payer: desk, minutes: 240, tone: 'done' },
    { payer: { kind: 'payment' }, minutes: 300, tone: 'paused' },
    { minutes: 180 + 960, tone: 'left' },
  ])
  expect(bar(now).limitMinutes).toBe(240 + 180 + 960)
  const running = log(start('2026-11-02T09:00', 1))
  const late = barOf(
    charge(
      spansOf(at('2026-11-02T09:00'), at('2026-11-04T09:00'), 1, [{ from: at('2026-11-02T09:00'), payer: desk }], [running.dueAt]),
      calendar,
    ),
    running,
    readClock(running, calendar, at('2026-11-04T09:00')).remainingMinutes,
    at('2026-11-04T09:00'),
  )
  expect(late).toEqual({
    parts: [
      { payer: desk, minutes: 420 + 480, tone: 'done' },
      { payer: desk, minutes: 60, tone: 'late' },
    ],
    limitMinutes: 900,
  })
})

const KINDS: PayerKind[] = ['unit', 'step', 'officer', 'applicant', 'other-agency', 'tax', 'post', 'payment', 'exchange-fault']
const second = fc.oneof(fc.integer({ min: 0, max: 40 * 86_400 }), fc.integer({ min: 0, max: 4_000 }))
/** Around turns of months and years, Tết, the swapped days of 2026 and 29/2/2028. */
const reception = fc
  .tuple(
    fc.constantFrom(
      '2025-12-30',
      '2026-01-31',
      '2026-02-12',
      '2026-04-24',
      '2026-08-21',
      '2026-11-20',
      '2026-12-30',
      '2027-02-01',
      '2028-02-28',
    ),
    second,
  )
  .map(([day, seconds]) => instantAt(day).getTime() + seconds * 1_000)
const holding = fc.record({
  from: second,
  length: fc.option(second, { nil: undefined }),
  kind: fc.constantFrom(...KINDS),
  id: fc.integer({ min: 1, max: 3 }),
  step: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  isElsewhere: fc.boolean(),
})

test('any history: the parts add up exactly to the elapsed minutes, and each minute has one payer', () => {
  let nobodys = 0
  fc.assert(
    fc.property(reception, second, fc.array(holding, { maxLength: 8 }), (received, life, holders) => {
      const from = new Date(received)
      const to = new Date(received + life * 1_000)
      const holdings: Holding[] = holders.map(({ from: begin, length, kind, id, step, isElsewhere }) => ({
        from: new Date(received - 3_600_000 + begin * 1_000),
        ...(length === undefined ? {} : { to: new Date(received - 3_600_000 + (begin + length) * 1_000) }),
        payer: { kind, id, unitId: id, step },
        ...(isElsewhere ? { calendar: saturdays } : {}),
      }))
      const spans = spansOf(from, to, 7, holdings, [new Date(received + 86_400_000)])
      const charged = charge(spans, calendar)
      expect(charged.elapsedMinutes).toBe(minuteOf(to) - minuteOf(from))
      expect(sum(charged.parts)).toBe(charged.elapsedMinutes)
      for (const sums of [sumsByPayer, sumsByKind, sumsByUnit]) expect(sum(sums(charged))).toBe(charged.elapsedMinutes)
      expect(charged.parts.every(({ minutes }) => minutes > 0)).toBe(true)
      if (!holders.some(({ isElsewhere }) => isElsewhere)) {
        const nobody = sumsByKind(charged).find(({ payer }) => payer.kind === 'nobody')?.minutes ?? 0
        expect(charged.elapsedMinutes - nobody).toBe(workingMinutesBetween(calendar, from, to))
        nobodys += nobody > 0 ? 1 : 0
      }
    }),
    { numRuns: 12_000 },
  )
  expect(nobodys).toBeGreaterThan(500)
}, 120_000)

test('any lateness: the shares add up exactly to it', () => {
  const clock = log(start('2026-11-02T09:00', 2))
  let shared = 0
  fc.assert(
    fc.property(
      second,
      fc.array(holding, { maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 3 }),
      (life, holders, hours) => {
        const from = at('2026-11-02T09:00')
        const now = new Date(from.getTime() + life * 1_000)
        const holdings = holders.map(({ from: begin, length, kind, id, step }) => ({
          from: new Date(from.getTime() + begin * 1_000),
          ...(length === undefined ? {} : { to: new Date(from.getTime() + (begin + length) * 1_000) }),
          payer: { kind, id, step },
        }))
        const charged = charge(spansOf(from, now, 7, holdings, [clock.dueAt]), calendar)
        const owed = owedBy(charged, clock, calendar, new Map(hours.map((minutes, index) => [index + 1, minutes])), 7, now)
        expect(sum(owed.shares)).toBe(owed.lateMinutes)
        shared += owed.shares.length > 1 ? 1 : 0
      },
    ),
    { numRuns: 2_000 },
  )
  expect(shared).toBeGreaterThan(100)
})

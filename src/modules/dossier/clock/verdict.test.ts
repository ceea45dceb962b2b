import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '#modules/calendar/index.ts'
import { instantAt } from '#platform/text/dates.ts'
import { type Clock, clockOf } from './clock.ts'
import { countPromise, extendFact, pauseFact, restartFact, startFact } from './count.ts'
import type { ClockEntry, ClockFact } from './entries.ts'
import { type JudgedDossier, VERDICT_RULES, verdictBy } from './verdict.ts'

const calendar = nationalCalendar()
const at = (stamp: string): Date => instantAt(stamp.slice(0, 10), stamp.slice(11))
const by = { actorKind: 'system', actorId: null }
const PERIOD_END = at('2026-12-01T00:00')

/** Received Mon 2/11/2026 09:00, five working days: due Mon 9/11 09:00. */
function clock(...later: [string, 'supplement' | 'withdrawal' | 'complete' | 'extend'][]): Clock {
  const received = countPromise(calendar, at('2026-11-02T09:00'), { amount: 5, unit: 'working-day' }, { mode: 'carry' })
  const entries: ClockEntry[] = [{ ...startFact('received', 'reception', received), at: at('2026-11-02T09:00'), ...by }]
  for (const [stamp, what] of later) {
    const fact: ClockFact =
      what === 'complete'
        ? restartFact(calendar, clockOf(entries), at(stamp))
        : what === 'extend'
          ? extendFact(at('2026-11-16T09:00'), 'x')
          : pauseFact(what)
    entries.push({ ...fact, at: at(stamp), ...by })
  }
  return clockOf(entries)
}

const judge = (dossier: JudgedDossier) =>
  Object.fromEntries(Object.entries(VERDICT_RULES).map(([name, rule]) => [name, verdictBy(rule, dossier, PERIOD_END)?.timeliness]))

describe('one dossier, four texts', () => {
  test('finished a day before', () => {
    expect(judge({ clock: clock(), finishedAt: at('2026-11-06T16:00') })).toEqual({
      house: 'early',
      qd766: 'on-time',
      nd61: 'early',
      form06a: 'early',
    })
  })
  test('finished on the day, after the minute: QĐ 766 holds it against the minute', () => {
    expect(judge({ clock: clock(), finishedAt: at('2026-11-09T16:00') })).toEqual({
      house: 'on-time',
      qd766: 'late',
      nd61: 'on-time',
      form06a: 'on-time',
    })
  })
  test('extended with apology and finished within the new date: longer than the legal time', () => {
    expect(judge({ clock: clock(['2026-11-06T10:00', 'extend']), finishedAt: at('2026-11-13T16:00') })).toEqual({
      house: 'early',
      qd766: 'on-time',
      nd61: 'late',
      form06a: 'early',
    })
  })
  test('asked for two supplements and finished in time: late for QĐ 766 alone', () => {
    const twice = clock(
      ['2026-11-03T10:00', 'supplement'],
      ['2026-11-05T10:00', 'complete'],
      ['2026-11-06T10:00', 'supplement'],
      ['2026-11-11T10:00', 'complete'],
    )
    expect(judge({ clock: twice, finishedAt: at('2026-11-12T10:00') })).toMatchObject({ house: 'early', qd766: 'late', form06a: 'early' })
  })
  test('awaiting its first supplement at the end of the period: ended with the request', () => {
    const awaiting = clock(['2026-11-04T10:00', 'supplement'])
    expect(judge({ clock: awaiting })).toEqual({ house: undefined, qd766: 'on-time', nd61: undefined, form06a: undefined })
    expect(verdictBy(VERDICT_RULES.qd766, { clock: awaiting }, PERIOD_END)?.endedAt).toEqual(at('2026-11-04T10:00'))
  })
  test('open and past due at the end of the period: late for QĐ 766, not judged elsewhere', () => {
    expect(judge({ clock: clock() })).toEqual({ house: undefined, qd766: 'late', nd61: undefined, form06a: undefined })
  })
  test('closed for want of a supplement long after the due date: the applicant’s time is not the agency’s', () => {
    const awaiting = clock(['2026-11-04T10:00', 'supplement'])
    expect(judge({ clock: awaiting, stoppedAt: at('2026-11-26T08:00') })).toMatchObject({ qd766: 'on-time', form06a: 'on-time' })
  })
  test('what happened after the period is not seen', () => {
    expect(judge({ clock: clock(), finishedAt: at('2026-12-03T16:00') })).toMatchObject({ house: undefined, qd766: 'late' })
  })
  test('TT 01/2018 gives 2, 1, 0', () => {
    const points = (stamp: string) => verdictBy(VERDICT_RULES.nd61, { clock: clock(), finishedAt: at(stamp) }, PERIOD_END)?.points
    expect(['2026-11-06T16:00', '2026-11-09T16:00', '2026-11-10T08:00'].map(points)).toEqual([2, 1, 0])
  })
})

test('rules have names of their own with a version', () => {
  const names = Object.values(VERDICT_RULES).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/\/\d+$/)
})

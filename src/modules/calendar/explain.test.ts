import { describe, expect, test } from 'vitest'
import { formatStamp, instantAt } from '#platform/text/dates.ts'
import { nationalCalendar } from './calendar.ts'
import type { CountRules, Limit } from './due.ts'
import { explainDue } from './explain.ts'
import { formatRemaining, remaining } from './remaining.ts'
import { isWorking, nextWorkingMoment, subtractWorkingMinutes, workingDaysBetween } from './working-time.ts'

const calendar = nationalCalendar()
const at = (stamp: string): Date => instantAt(stamp.slice(0, 10), stamp.slice(11))
const explained = (start: string, limit: Limit, rules: Partial<CountRules> = {}) =>
  explainDue(calendar, at(start), limit, { mode: 'carry', ...rules }).days.map(({ date, kind, counted, total }) => [
    date,
    kind,
    counted,
    total,
  ])

describe('explainDue', () => {
  test('3 working days over a weekend and 24/11', () => {
    expect(explained('2026-11-20T10:00', { amount: 3, unit: 'working-day' })).toEqual([
      ['2026-11-20', 'working', 0, 0],
      ['2026-11-21', 'weekly-off', 0, 0],
      ['2026-11-22', 'weekly-off', 0, 0],
      ['2026-11-23', 'working', 1, 1],
      ['2026-11-24', 'off', 0, 1],
      ['2026-11-25', 'working', 1, 2],
      ['2026-11-26', 'working', 1, 3],
    ])
  })
  test('says why a day is off, and by which document', () => {
    const day = explainDue(calendar, at('2026-11-20T10:00'), { amount: 3, unit: 'working-day' }, { mode: 'end' }).days[4]
    expect(day?.exception).toMatchObject({ name: 'Ngày Văn hóa Việt Nam', source: 'Nghị quyết 28/2026/QH16', isConfirmed: true })
  })
  test('8 working hours in minutes', () => {
    expect(explained('2026-11-20T16:30', { amount: 8, unit: 'hour' })).toEqual([
      ['2026-11-20', 'working', 30, 30],
      ['2026-11-21', 'weekly-off', 0, 30],
      ['2026-11-22', 'weekly-off', 0, 30],
      ['2026-11-23', 'working', 450, 480],
    ])
  })
  test('a half day, after the cut-off', () => {
    expect(explained('2026-11-16T15:30', { amount: 1.5, unit: 'working-day' }, { cutoff: '15:00' })).toEqual([
      ['2026-11-16', 'working', 0, 0],
      ['2026-11-17', 'working', 1, 1],
      ['2026-11-18', 'working', 0.5, 1.5],
    ])
  })
  test('marks the days over which an end was moved', () => {
    const { days } = explainDue(calendar, at('2026-11-11T09:00'), { amount: 10, unit: 'calendar-day' }, { mode: 'carry' })
    expect(days.at(-2)).toMatchObject({ date: '2026-11-22', isMovedEnd: true, total: 10 })
    expect(days.at(-1)).toMatchObject({ date: '2026-11-23', isMovedEnd: true, isDue: true })
  })
})

describe('remaining', () => {
  const say = (now: string, due: string, language: 'vi' | 'en' = 'vi') => formatRemaining(remaining(calendar, at(now), at(due)), language)
  test.each([
    ['2026-11-25T10:00', '2026-11-26T14:00', 'còn 1 ngày 3 giờ làm việc'],
    ['2026-11-26T13:15', '2026-11-26T14:00', 'còn 45 phút làm việc'],
    ['2026-11-26T09:00', '2026-11-26T11:20', 'còn 2 giờ 20 phút làm việc'],
    ['2026-11-20T16:30', '2026-11-25T16:30', 'còn 2 ngày làm việc'],
    ['2026-11-22T09:00', '2026-11-23T17:00', 'còn 1 ngày làm việc'],
    ['2026-11-26T14:00', '2026-11-26T14:00', 'đến hạn ngay bây giờ'],
    ['2026-11-26T17:30', '2026-11-26T17:00', 'vừa quá hạn'],
    ['2026-11-26T16:00', '2026-11-26T14:00', 'quá hạn 2 giờ làm việc'],
    ['2026-11-30T15:00', '2026-11-26T14:00', 'quá hạn 2 ngày 1 giờ làm việc'],
  ])('at %s, due %s: %s', (now, due, text) => expect(say(now, due)).toBe(text))

  test('in English', () => {
    expect(say('2026-11-25T10:00', '2026-11-26T14:00', 'en')).toBe('1 day 3 hours of working time left')
    expect(say('2026-11-26T16:00', '2026-11-26T14:00', 'en')).toBe('late by 2 hours of working time')
  })
})

describe('working time', () => {
  test('the office is open from the minute it opens until the minute it closes', () => {
    expect(
      ['07:59', '08:00', '11:59', '12:00', '13:00', '16:59', '17:00'].map((time) => isWorking(calendar, at(`2026-11-25T${time}`))),
    ).toEqual([false, true, true, false, true, true, false])
    expect(isWorking(calendar, at('2026-11-24T10:00'))).toBe(false)
    expect(isWorking(calendar, at('2026-08-22T10:00'))).toBe(true)
  })
  test('the next working moment', () => {
    expect(formatStamp(nextWorkingMoment(calendar, at('2026-11-20T17:00')))).toBe('2026-11-23T08:00')
    expect(formatStamp(nextWorkingMoment(calendar, at('2026-11-25T12:00')))).toBe('2026-11-25T13:00')
    expect(formatStamp(nextWorkingMoment(calendar, at('2026-11-25T14:07')))).toBe('2026-11-25T14:07')
  })
  test('working back over a weekend', () => {
    expect(formatStamp(subtractWorkingMinutes(calendar, at('2026-11-23T09:00'), 120))).toBe('2026-11-20T16:00')
  })
  test('working days between two moments', () => {
    expect(workingDaysBetween(calendar, at('2026-11-20T10:00'), at('2026-11-26T10:00'))).toBe(3)
    expect(workingDaysBetween(calendar, at('2026-11-25T10:00'), at('2026-11-25T16:00'))).toBe(0)
  })
})

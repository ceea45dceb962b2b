import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CountRules, type LimitUnit, nationalCalendar } from '#modules/calendar/index.ts'
import { formatStamp, instantAt } from '#platform/text/dates.ts'
import { afterEntry, type Clock, clockOf } from './clock.ts'
import { entriesOf } from './clock-facts.ts'
import { countPromise, extendFact, followingFact, pauseFact, recountClock, restartFact, resumeFact, startFact } from './count.ts'
import type { ClockAction, ClockEntry, ClockFact, ClockSubject, PauseReason } from './entries.ts'
import { isLate, lateMinutes, readClock } from './read.ts'
import { type ClockRefusalCode, refuseEntry } from './refuse-entry.ts'

const calendar = nationalCalendar()
const at = (stamp: string): Date => instantAt(stamp.slice(0, 10), stamp.slice(11))
const by = { actorKind: 'officer', actorId: 7 }

/** A clock that is told what happens, as the actions will tell it. */
function ticking(start: string, amount: number, unit: LimitUnit = 'working-day', rules: CountRules = { mode: 'carry' }) {
  const entries: ClockEntry[] = []
  let clock: Clock | undefined
  const tell = (stamp: string, fact: ClockFact | ((clock: Clock) => ClockFact)) => {
    const told = typeof fact === 'function' ? fact(clock as Clock) : fact
    const entry = { ...told, at: at(stamp), ...by }
    clock = afterEntry(clock, entry)
    entries.push(entry)
    return self
  }
  const self = {
    tell,
    pause: (stamp: string, reason: PauseReason, text?: string) => tell(stamp, pauseFact(reason, text)),
    resume: (stamp: string, reason: PauseReason) => tell(stamp, (now) => resumeFact(calendar, now, reason, at(stamp))),
    restart: (stamp: string) => tell(stamp, (now) => restartFact(calendar, now, at(stamp))),
    extend: (stamp: string, due: string) => tell(stamp, extendFact(at(due), 'Chờ kết quả giám định')),
    finish: (stamp: string) => tell(stamp, { entry: 'finish', reason: 'result', basis: 'resultReturn' }),
    refusal: (stamp: string, fact: ClockFact): ClockRefusalCode | undefined => refuseEntry(clock, fact, at(stamp))?.code,
    get now() {
      return clock as Clock
    },
    get due() {
      return formatStamp((clock as Clock).dueAt)
    },
    read: (stamp: string) => readClock(clock as Clock, calendar, at(stamp)),
    entries,
  }
  return tell(start, startFact('received', 'reception', countPromise(calendar, at(start), { amount, unit }, rules)))
}

describe('the clock is its list of entries', () => {
  test('the supplement of domain.md §2.8: recounted from zero when complete, both dates kept', () => {
    const carry = ticking('2026-11-02T09:00', 5)
    expect(carry.due).toBe('2026-11-09T09:00')
    carry.pause('2026-11-03T10:00', 'supplement')
    expect(carry.now).toMatchObject({ standing: 'stopped', supplements: 1 })
    carry.restart('2026-11-13T15:00')
    expect(carry.due).toBe('2026-11-20T15:00')
    expect(formatStamp(carry.now.originalDueAt)).toBe('2026-11-09T09:00')
    expect(carry.now.appointments.map(({ entry }) => entry)).toEqual(['start', 'restart'])
    const end = ticking('2026-11-02T09:00', 5, 'working-day', { mode: 'end' }).pause('2026-11-03T10:00', 'supplement')
    expect(end.restart('2026-11-13T15:00').due).toBe('2026-11-20T17:00')
  })

  test('what was used before the supplement is worked time but no longer counts', () => {
    const clock = ticking('2026-11-02T09:00', 5).pause('2026-11-03T10:00', 'supplement')
    expect(clock.read('2026-11-12T10:00')).toEqual({ isRunning: false, elapsedMinutes: 9 * 60, workedMinutes: 9 * 60 })
    clock.restart('2026-11-13T15:00')
    expect(clock.read('2026-11-13T16:00')).toMatchObject({ elapsedMinutes: 60, workedMinutes: 10 * 60, isRunning: true })
  })

  test('a financial obligation pauses and goes on with what was left', () => {
    const clock = ticking('2026-11-02T09:00', 5).pause('2026-11-04T10:00', 'financial-obligation')
    const left = clock.read('2026-11-10T10:00').remainingMinutes
    clock.resume('2026-11-16T14:00', 'financial-obligation')
    expect(clock.read('2026-11-16T14:00').remainingMinutes).toBe(left)
    expect(clock.due).toBe('2026-11-19T12:00')
    expect(clock.now.holds).toMatchObject([{ reason: 'financial-obligation', ...by }])
  })

  test('consultation, verification and other agencies’ parts do not pause', () => {
    const clock = ticking('2026-11-02T09:00', 5)
    const consult = { ...pauseFact('sector-law', 'x'), reason: 'consultation' } as never
    expect(clock.refusal('2026-11-03T10:00', consult)).toBe('reason-does-not-pause')
    expect(refuseEntry(clock.now, consult, at('2026-11-03T10:00'))?.basis).toBe('noPauseForOpinions')
  })

  test('a sector law is cited or it does not pause', () => {
    const clock = ticking('2026-11-02T09:00', 5)
    expect(clock.refusal('2026-11-03T10:00', pauseFact('sector-law'))).toBe('law-not-cited')
    expect(clock.refusal('2026-11-03T10:00', pauseFact('sector-law', 'khoản 2 Điều 10 Luật …'))).toBeUndefined()
  })

  test('an extension: once, a day before, later; the legal date stays beside it', () => {
    const clock = ticking('2026-11-02T09:00', 5)
    expect(clock.refusal('2026-11-09T08:00', extendFact(at('2026-11-12T09:00'), 'x'))).toBe('too-late-to-extend')
    expect(clock.refusal('2026-11-06T08:00', extendFact(at('2026-11-09T09:00'), 'x'))).toBe('not-later')
    clock.extend('2026-11-08T23:00', '2026-11-12T09:00')
    expect(clock.due).toBe('2026-11-12T09:00')
    expect(formatStamp(clock.now.originalDueAt)).toBe('2026-11-09T09:00')
    expect(formatStamp(clock.now.legalDueAt)).toBe('2026-11-09T09:00')
    expect(clock.refusal('2026-11-10T08:00', extendFact(at('2026-11-20T09:00'), 'x'))).toBe('extended-before')
    clock.pause('2026-11-10T09:00', 'financial-obligation').resume('2026-11-11T09:00', 'financial-obligation')
    expect(clock.due).toBe('2026-11-13T09:00')
    // On 10/11 the legal date of 9/11 had passed; it stands.
    expect(formatStamp(clock.now.legalDueAt)).toBe('2026-11-09T09:00')
  })

  test('each standstill goes on in its own way, and only while it is open', () => {
    const clock = ticking('2026-11-02T09:00', 5)
    const resume = resumeFact(calendar, clock.now, 'financial-obligation', at('2026-11-03T10:00'))
    expect(clock.refusal('2026-11-03T10:00', resume)).toBe('not-held')
    clock.pause('2026-11-03T10:00', 'supplement')
    expect(clock.refusal('2026-11-04T10:00', resume)).toBe('other-hold-first')
    expect(clock.refusal('2026-11-04T10:00', { ...resume, reason: 'supplement' } as ClockFact)).toBe('must-restart')
    expect(clock.refusal('2026-11-04T10:00', pauseFact('financial-obligation'))).toBe('already-held')
    expect(clock.refusal('2026-11-04T10:00', { entry: 'finish', reason: 'result', basis: 'resultReturn' })).toBe('held')
    expect(clock.refusal('2026-11-02T10:00', pauseFact('withdrawal'))).toBe('before-last-entry')
  })

  test('a withdrawal that is declined inside a supplement leaves the supplement as it was', () => {
    const clock = ticking('2026-11-02T09:00', 5).pause('2026-11-03T10:00', 'supplement').pause('2026-11-04T10:00', 'withdrawal')
    expect(clock.now.standing).toBe('frozen')
    clock.resume('2026-11-05T10:00', 'withdrawal')
    expect(clock.now).toMatchObject({ standing: 'stopped', supplements: 1 })
    expect(clock.restart('2026-11-13T15:00').due).toBe('2026-11-20T15:00')
  })

  test('after the finish nothing changes, and time stands', () => {
    const clock = ticking('2026-11-02T09:00', 5).finish('2026-11-03T11:00')
    expect(clock.refusal('2026-11-04T10:00', pauseFact('supplement'))).toBe('already-finished')
    expect(clock.read('2027-01-04T10:00')).toEqual(clock.read('2026-11-03T11:00'))
    expect(() => clock.finish('2026-11-04T10:00')).toThrow('already-finished')
  })

  test('an empty list and one without a start are no clock', () => {
    expect(() => clockOf([])).toThrow()
    expect(() => clockOf([{ ...pauseFact('supplement'), at: at('2026-11-02T09:00'), ...by }])).toThrow('not-started')
  })

  test('one clock’s entries are told apart in a dossier’s actions', () => {
    const [start] = ticking('2026-11-02T09:00', 5).entries as [ClockEntry]
    const { at: moment, actorKind, actorId, ...fact } = start
    const dated = { at: moment, actorKind, actorId }
    const action = (of: ClockSubject, number?: number) => ({
      ...dated,
      fact: { kind: 'clock', of, ...(number ? { number } : {}), ...fact } as ClockAction,
    })
    const noted = { ...dated, fact: { kind: 'noted' as const, noteId: 1 } }
    const actions = [action('dossier'), action('step', 1), action('step', 2), noted]
    expect(entriesOf(actions, 'dossier')).toEqual([start])
    expect(entriesOf(actions, 'step', 2)).toEqual([start])
    expect(entriesOf(actions, 'leg', 1)).toEqual([])
  })
})

describe('how the pauses of OpenCPS broke (lessons A.1)', () => {
  test('lessons A.1, pause logic (a): what happens between pause and resume takes nothing from the pause', () => {
    const plain = ticking('2026-11-02T09:00', 5).pause('2026-11-03T10:00', 'financial-obligation')
    const nested = ticking('2026-11-02T09:00', 5).pause('2026-11-03T10:00', 'financial-obligation')
    nested.pause('2026-11-05T10:00', 'withdrawal').resume('2026-11-06T10:00', 'withdrawal')
    expect(nested.resume('2026-11-10T10:00', 'financial-obligation').due).toBe(plain.resume('2026-11-10T10:00', 'financial-obligation').due)
  })
  test('lessons A.1, pause logic (a): notes, payments and assignments between the two are no entries of the clock', () => {
    const { entries, due } = ticking('2026-11-02T09:00', 5)
      .pause('2026-11-03T10:00', 'financial-obligation')
      .resume('2026-11-10T10:00', 'financial-obligation')
    const [start, pause, resume] = entries.map((entry) => {
      const { at: moment, actorKind, actorId, ...fact } = entry
      return { at: moment, actorKind, actorId, fact: { kind: 'clock', of: 'dossier', ...fact } as ClockAction }
    })
    const between = [
      { kind: 'noted' as const, noteId: 1 },
      { kind: 'paper-issued' as const, paperId: 1, form: 'RECEIPT_APPOINTMENT', number: '1/TTPVHCC' },
      { kind: 'task-handed-over' as const, number: 1, toOfficerId: 2, reason: 'nghỉ phép' },
      { kind: 'task-completed' as const, number: 1 },
    ].map((fact, day) => ({ at: at(`2026-11-0${4 + day}T10:00`), ...by, fact }))
    const list = [start, pause, ...between, resume].filter((action) => action !== undefined)
    expect(formatStamp(clockOf(entriesOf(list, 'dossier')).dueAt)).toBe(due)
  })
  test('lessons A.1, pause logic (b): a resume without a pause is refused', () => {
    expect(() => ticking('2026-11-02T09:00', 5).resume('2026-11-03T10:00', 'financial-obligation')).toThrow('not-held')
  })
  test('lessons A.1, pause logic (c): a resume sets the clock running, whatever step comes next', () => {
    const clock = ticking('2026-11-02T09:00', 5).pause('2026-11-03T10:00', 'financial-obligation')
    expect(clock.resume('2026-11-04T10:00', 'financial-obligation').now.standing).toBe('running')
  })
  test('lessons A.1, pause logic (d): an overdue dossier is not rescued by pausing, nor by a supplement', () => {
    const paused = ticking('2026-11-02T09:00', 2).pause('2026-11-10T10:00', 'financial-obligation')
    expect(paused.resume('2026-11-20T10:00', 'financial-obligation').due).toBe('2026-11-04T09:00')
    const supplemented = ticking('2026-11-02T09:00', 2).pause('2026-11-10T10:00', 'supplement')
    expect(supplemented.restart('2026-11-20T10:00').due).toBe('2026-11-04T09:00')
  })
  test('lessons A.1, pause logic (d): what an overdue dossier stands still is not lateness', () => {
    const clock = ticking('2026-11-02T09:00', 2).pause('2026-11-05T09:00', 'financial-obligation')
    expect(lateMinutes(clock.now, calendar, at('2026-11-16T09:00'))).toBe(480)
    clock.resume('2026-11-16T09:00', 'financial-obligation')
    expect(lateMinutes(clock.now, calendar, at('2026-11-16T11:00'))).toBe(480 + 120)
    expect(clock.read('2026-11-16T11:00').remainingMinutes).toBe(-600)
  })
  test('lessons A.1, pause logic (d): a dossier does not become overdue while it stands still', () => {
    const clock = ticking('2026-11-02T09:00', 2).pause('2026-11-03T09:00', 'financial-obligation')
    expect(isLate(clock.now, at('2026-11-20T09:00'))).toBe(false)
    expect(isLate(clock.resume('2026-11-20T09:00', 'financial-obligation').now, at('2026-11-23T09:00'))).toBe(false)
  })
  test('lessons A.1, pause logic (d): closed while it stood still, it is judged by when it stopped', () => {
    const clock = ticking('2026-11-02T09:00', 2).pause('2026-11-03T09:00', 'supplement')
    clock.tell('2026-11-26T08:00', { entry: 'finish', reason: 'unanswered', basis: 'supplementAnswer' })
    expect(isLate(clock.now, at('2026-12-01T09:00'))).toBe(false)
  })
  test('lessons A.1, pause logic (e): steps pause with the dossier', () => {
    const dossier = ticking('2026-11-02T09:00', 5)
    const step = ticking('2026-11-02T14:00', 16, 'hour')
    const opened = ticking('2026-11-04T14:00', 8, 'hour')
    const pause = pauseFact('financial-obligation')
    dossier.tell('2026-11-03T10:00', pause)
    step.tell('2026-11-03T10:00', (now) => followingFact(calendar, now, pause, at('2026-11-03T10:00')) as ClockFact)
    const resume = resumeFact(calendar, dossier.now, 'financial-obligation', at('2026-11-05T10:00'))
    step.tell('2026-11-05T10:00', (now) => followingFact(calendar, now, resume, at('2026-11-05T10:00')) as ClockFact)
    expect(step.due).toBe('2026-11-06T14:00')
    expect(followingFact(calendar, opened.now, resume, at('2026-11-05T10:00'))).toBeUndefined()
    expect(followingFact(calendar, step.now, extendFact(at('2026-11-30T09:00'), 'x'), at('2026-11-05T11:00'))).toBeUndefined()
  })
  test('lessons A.1: pause 16:00 → resume next day 19:00 adds 9 h, not 20 h', () => {
    const clock = ticking('2026-11-02T09:00', 40, 'hour')
    const before = clock.read('2026-11-03T16:00').remainingMinutes as number
    clock.pause('2026-11-03T16:00', 'financial-obligation').resume('2026-11-04T19:00', 'financial-obligation')
    expect(clock.read('2026-11-05T08:00').remainingMinutes).toBe(before)
    expect(clock.due).toBe('2026-11-10T10:00')
  })
})

describe('how the step deadlines of OpenCPS broke (lessons A.1)', () => {
  /** Opened on Friday at 16:00 with eight working hours. */
  const step = () => ticking('2026-11-20T16:00', 8, 'hour')
  test('lessons A.1, step deadlines: a step is overdue from the minute after its due time, not from its opening and not by days of 24 hours', () => {
    const { now, due } = step()
    expect(due).toBe('2026-11-23T16:00')
    const late = ['2026-11-20T16:00', '2026-11-22T12:00', '2026-11-23T16:00', '2026-11-23T16:01'].map((stamp) => isLate(now, at(stamp)))
    expect(late).toEqual([false, false, false, true])
  })
  test('lessons A.1, step deadlines: what is left is working time at the moment of reading; the due date is that of the opening', () => {
    const clock = step()
    const left = ['2026-11-20T17:00', '2026-11-22T12:00', '2026-11-23T09:00', '2026-11-23T17:00'].map(
      (stamp) => clock.read(stamp).remainingMinutes,
    )
    expect(left).toEqual([7 * 60, 7 * 60, 6 * 60, -60])
    expect(clock.due).toBe('2026-11-23T16:00')
  })
})

describe('a standstill in what the limit is counted in', () => {
  test('working days that end with the day move by working days', () => {
    const clock = ticking('2026-11-02T09:00', 5, 'working-day', { mode: 'end' }).pause('2026-11-04T10:00', 'financial-obligation')
    expect(clock.resume('2026-11-06T08:30', 'financial-obligation').due).toBe('2026-11-11T17:00')
  })
  test('calendar days move by calendar days, also over a weekend, and end on a working day', () => {
    const clock = ticking('2026-11-02T09:00', 10, 'calendar-day').pause('2026-11-06T17:00', 'financial-obligation')
    expect(clock.due).toBe('2026-11-12T09:00')
    expect(clock.resume('2026-11-09T08:00', 'financial-obligation').due).toBe('2026-11-16T17:00')
  })
  test('a night is no standstill', () => {
    const clock = ticking('2026-11-02T09:00', 5).pause('2026-11-04T18:00', 'financial-obligation')
    expect(clock.resume('2026-11-05T07:00', 'financial-obligation').due).toBe('2026-11-09T09:00')
  })
  test('stopped before the clock had started, nothing has been used', () => {
    const clock = ticking('2026-11-02T15:30', 2, 'working-day', { mode: 'carry', cutoff: '15:00' })
    clock.pause('2026-11-02T16:00', 'financial-obligation')
    expect(clock.read('2026-11-02T17:00').elapsedMinutes).toBe(0)
    expect(clock.resume('2026-11-02T16:30', 'financial-obligation').due).toBe('2026-11-04T17:00')
  })
})

const begin = at('2025-12-20T08:00').getTime()
const minute = fc.integer({ min: 1, max: 6_000 })
const move = fc.tuple(
  minute,
  fc.constantFrom('supplement', 'financial-obligation', 'withdrawal', 'on', 'extend', 'finish' as const),
  minute,
)
const limit = fc.record({
  amount: fc.integer({ min: 1, max: 30 }),
  unit: fc.constantFrom<LimitUnit>('hour', 'working-day', 'calendar-day', 'month'),
})
const rules: fc.Arbitrary<CountRules> = fc.record({
  mode: fc.constantFrom('carry', 'end'),
  cutoff: fc.constantFrom(undefined, '15:00'),
  lastHourRule: fc.boolean(),
})

test('any history: dates only move later, the first stays, a recount by the same calendar changes nothing', () => {
  let held = 0
  fc.assert(
    fc.property(limit, rules, fc.integer({ min: 0, max: 20_000 }), fc.array(move, { maxLength: 12 }), (within, counting, first, moves) => {
      let now = begin + first * 60_000
      const entry = (fact: ClockFact): ClockEntry => ({ ...fact, at: new Date(now), ...by })
      const entries = [entry(startFact('received', 'reception', countPromise(calendar, new Date(now), within, counting)))]
      let clock = clockOf(entries)
      for (const [gap, kind, more] of moves) {
        now += gap * 60_000
        const moment = new Date(now)
        const innermost = clock.holds.findLast(({ to }) => to === undefined)?.reason
        const fact =
          kind === 'finish'
            ? ({ entry: 'finish', reason: 'result', basis: 'resultReturn' } as const)
            : kind === 'extend'
              ? extendFact(new Date(clock.dueAt.getTime() + (more - 2_000) * 60_000), 'x')
              : kind !== 'on'
                ? pauseFact(kind as PauseReason)
                : innermost === 'supplement'
                  ? restartFact(calendar, clock, moment)
                  : resumeFact(calendar, clock, innermost ?? 'withdrawal', moment)
        const added = entry(fact)
        if (refuseEntry(clock, fact, moment)) {
          expect(() => afterEntry(clock, added)).toThrow()
          continue
        }
        const before = clock
        clock = afterEntry(clock, added)
        entries.push(added)
        held += clock.holds.length
        if (fact.entry !== 'restart') expect(clock.dueAt.getTime()).toBeGreaterThanOrEqual(before.dueAt.getTime())
        if (fact.entry === 'resume' && clock.standing === 'running' && before.dueAt < clock.dueAt && counting.mode === 'carry')
          if (within.unit === 'hour' || within.unit === 'working-day')
            expect(readClock(clock, calendar, moment).remainingMinutes).toBe(readClock(before, calendar, moment).remainingMinutes)
        expect(clock.originalDueAt).toEqual(new Date((entries[0] as Extract<ClockEntry, { entry: 'start' }>).promise.dueAt))
        expect(clock.extensions).toBeLessThanOrEqual(1)
        const { elapsedMinutes, workedMinutes } = readClock(clock, calendar, moment)
        expect(elapsedMinutes).toBeGreaterThanOrEqual(0)
        expect(elapsedMinutes).toBeLessThanOrEqual(workedMinutes)
        expect(clock.runs.filter(({ to }) => !to).length).toBe(clock.standing === 'running' ? 1 : 0)
      }
      expect(clockOf(entries)).toEqual(clock)
      expect(recountClock(calendar, entries)).toEqual(entries)
    }),
    { numRuns: 3_000 },
  )
  expect(held).toBeGreaterThan(1_000)
})

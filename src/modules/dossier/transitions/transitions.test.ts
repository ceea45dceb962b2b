import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '#modules/calendar/index.ts'
import { instantAt } from '#platform/text/dates.ts'
import { deepFreeze } from '../../../../tests/support/deep-freeze.ts'
import { type Clock, clockOf } from '../clock/clock.ts'
import { countPromise, extendFact, startFact } from '../clock/count.ts'
import { PAUSES, type PauseReason } from '../clock/entries.ts'
import { type Basis, cite, LAW } from '../clock/law.ts'
import { allowedFrom, move, NOWHERE, type Position, positionAfter, refusalOf, refusalsOf } from './allowed.ts'
import { DIMENSIONS, mayMove } from './dimensions.ts'
import { GUARDS, type Situation } from './guards.ts'
import { formIn, LEGAL_PROFILES, type LegalProfile, legalProfileOn, OTHER_PAPERS } from './legal-profiles.ts'
import { LIFE_STATE_NAMES, LIFE_STATES, nationalCodeOf } from './life-states.ts'
import { isNationalSequence } from './national.ts'
import { TRANSITIONS, type TransitionId, transitionById } from './table.ts'
import type { Transition, TransitionClock } from './transition.ts'

const calendar = nationalCalendar()
const at = (stamp: string): Date => instantAt(stamp.slice(0, 10), stamp.slice(11))
const states = new Set<string>(LIFE_STATE_NAMES)

/** Every place that some life by the table reaches. */
function places(): Position[] {
  const found = new Map<string, Position>()
  const open = [NOWHERE]
  for (let place = open.pop(); place; place = open.pop()) {
    const key = [place.state, ...place.interrupted].join()
    if (found.has(key)) continue
    found.set(key, place)
    for (const transition of TRANSITIONS) if (transition.from.includes(place.state)) open.push(move(place, transition))
  }
  return [...found.values()]
}

describe('the table', () => {
  test('has every row of domain.md §2.3', () => {
    const rows = new Set(TRANSITIONS.map(({ row }) => row))
    expect([...Array(23).keys()].filter((index) => !rows.has(`T${index + 1}` as never))).toEqual([])
  })
  test('ids are its own, and every state it names exists', () => {
    expect(new Set(TRANSITIONS.map(({ id }) => id)).size).toBe(TRANSITIONS.length)
    for (const { from, to } of TRANSITIONS) {
      expect(from.length).toBeGreaterThan(0)
      expect(from.filter((state) => state !== 'nothing' && !states.has(state))).toEqual([])
      expect(states.has(to) || to === 'same' || to === 'before').toBe(true)
    }
  })
  test('every state is reached', () => {
    const reached = new Set(places().map(({ state }) => state))
    expect(LIFE_STATE_NAMES.filter((state) => !reached.has(state))).toEqual([])
  })
  test('no state is a trap: an end is reached from everywhere', () => {
    const ends = ['NOT_ACCEPTED', 'STOPPED_BY_APPLICANT', 'CLOSED_NO_SUPPLEMENT', 'UNRESOLVABLE', 'RESULT_RETURNED']
    const canEnd = (start: Position): boolean => {
      const seen = new Set<string>()
      const open = [start]
      for (let place = open.pop(); place; place = open.pop()) {
        if (ends.includes(place.state)) return true
        const key = [place.state, ...place.interrupted].join()
        if (seen.has(key)) continue
        seen.add(key)
        for (const transition of TRANSITIONS) if (transition.from.includes(place.state)) open.push(move(place, transition))
      }
      return false
    }
    expect(places().filter((place) => !canEnd(place))).toEqual([])
  })
  test('every guard is used', () => {
    const used = new Set<string>(TRANSITIONS.flatMap(({ guards }) => guards))
    expect(Object.keys(GUARDS).filter((name) => !used.has(name))).toEqual([])
  })
  test('every paper is a form of the set in force or a named letter', () => {
    const missing = TRANSITIONS.flatMap(({ papers }) => papers).filter(
      (paper) => !formIn(legalProfileOn('2026-11-24'), paper) && !Object.hasOwn(OTHER_PAPERS, paper),
    )
    expect(missing).toEqual([])
  })
  test('every sentence is there in both languages', () => {
    const said = [
      ...TRANSITIONS,
      ...TRANSITIONS.map(({ elsewhere }) => elsewhere),
      ...Object.values(GUARDS),
      ...Object.values(LIFE_STATES),
      ...Object.values(LAW),
      ...Object.values(DIMENSIONS).flatMap(({ states: each }) => Object.values(each)),
    ]
    expect(said.filter(({ vi, en }) => !vi || !en || vi === en)).toEqual([])
  })
})

describe('states', () => {
  test('only a draft has no national code, and each of the ten codes has a state', () => {
    expect(LIFE_STATE_NAMES.filter((state) => nationalCodeOf(state) === undefined)).toEqual(['DRAFT'])
    expect(new Set(LIFE_STATE_NAMES.map(nationalCodeOf)).size).toBe(11)
  })
})

/** What the clocks do along a life, told by the table alone: the standing of the open clock, with what it stood still for. */
interface Ticking {
  subject?: 'reception' | 'dossier'
  holds: PauseReason[]
  isFinished: boolean
}

function tick(before: Ticking, transition: Transition): Ticking {
  let now = before
  for (const effect of transition.clock) now = tickOnce(now, transition, effect)
  return now
}

function tickOnce(now: Ticking, { id }: Transition, { clock, entry, reason }: TransitionClock): Ticking {
  if (clock === 'step' || clock === 'leg') return now
  if (clock === 'open' && (!now.subject || now.isFinished)) return now
  if (entry === 'start') {
    if (now.subject && !now.isFinished) throw new Error(`${id} starts a clock while one is open`)
    return { subject: clock as 'reception' | 'dossier', holds: [], isFinished: false }
  }
  if (!now.subject || now.isFinished || (clock !== 'open' && clock !== now.subject)) throw new Error(`${id}: no such clock is open`)
  if (entry === 'pause') return { ...now, holds: [...now.holds, reason as PauseReason] }
  if (entry === 'finish') return { ...now, holds: [], isFinished: true }
  if (entry === 'extend') return now
  if (now.holds.at(-1) !== reason || PAUSES[reason as PauseReason].goesOnBy !== entry) throw new Error(`${id}: cannot ${entry}`)
  return { ...now, holds: now.holds.slice(0, -1) }
}

function stateClockOf({ subject, holds, isFinished }: Ticking): string {
  const hold = holds.at(-1)
  if (hold) return PAUSES[hold].standing
  if (!subject || (isFinished && subject === 'reception')) return 'none'
  if (isFinished) return 'ended'
  return subject === 'reception' ? 'reception' : 'running'
}

test('any life: the clock effects of its transitions leave the clock as its state says, and its codes are a national sequence', () => {
  let long = 0
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 60, size: 'max' }), (choices) => {
      let place = NOWHERE
      let ticking: Ticking = { holds: [], isFinished: false }
      const codes: number[] = []
      for (const choice of choices) {
        const all = TRANSITIONS.filter(({ from }) => from.includes(place.state))
        // Lives that go on are told more often than lives that end, so that the whole table is walked.
        const lively = all.filter(
          ({ to }) => to !== 'same' && (to === 'before' || allowedFrom(to).some((id) => transitionById(id).to !== 'same')),
        )
        const offered = choice % 8 > 0 && lively.length > 0 ? lively : all
        const transition = offered[Math.floor(choice / 8) % offered.length]
        if (!transition) break
        const neverTimed = !ticking.subject || (ticking.subject === 'reception' && ticking.isFinished)
        place = move(place, transition)
        ticking = tick(ticking, transition)
        seen.add(transition.id)
        if (place.state === 'nothing') continue
        // Withdrawn or closed before it was received: no legal clock has run, so there is none to have ended.
        const expected = neverTimed || ticking.subject === 'reception' ? { frozen: 'none', ended: 'none' } : {}
        const declared: string = LIFE_STATES[place.state].clock
        const shown = stateClockOf(ticking)
        expect([declared, (expected as Record<string, string>)[declared]], `${transition.id} → ${place.state}`).toContain(shown)
        const national = nationalCodeOf(place.state)
        if (national) codes.push(national)
      }
      expect(isNationalSequence(codes)).toBe(true)
      long += codes.length > 10 ? 1 : 0
    }),
    { numRuns: 3_000 },
  )
  expect(TRANSITIONS.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([])
  expect(long).toBeGreaterThan(1_000)
}, 120_000)

describe('national sequences', () => {
  test.each([
    [[], true],
    [[1, 2, 4, 9, 10], true],
    [[2, 4, 5, 4, 9, 10], true],
    [[1, 5, 1, 2, 4, 6, 4, 9, 10], true],
    [[1, 3], true],
    [[3], true],
    [[2, 4, 7, 4, 9], true],
    [[2, 4, 6, 7, 6, 4, 9], true],
    [[2, 7, 8], true],
    [[1, 5, 8], true],
    [[2, 4, 4, 4, 9, 9, 10, 10], true],
    [[2, 9, 10], true],
    [[4], false],
    [[9], false],
    [[1, 4], false],
    [[1, 5, 4], false],
    [[2, 5, 1], false],
    [[2, 4, 10], false],
    [[2, 4, 9, 7], false],
    [[2, 4, 9, 10, 7], false],
    [[2, 4, 9, 4], false],
    [[2, 7, 4], false],
    [[2, 4, 7, 6], false],
    [[2, 4, 7, 2], false],
    [[3, 1], false],
    [[2, 4, 8, 4], false],
    [[2, 11], false],
  ])('%j is one: %s', (codes, expected) => expect(isNationalSequence(codes)).toBe(expected))
})

/** Received Mon 2/11/2026 09:00, five working days: due Mon 9/11 09:00. */
const received = at('2026-11-02T09:00')
const by = { actorKind: 'officer', actorId: 1 }
const promise = countPromise(calendar, received, { amount: 5, unit: 'working-day' }, { mode: 'carry' })
const started = { ...startFact('received', 'reception', promise), at: received, ...by }
const clock: Clock = clockOf([started])
const situation = (state: Situation['state'], stamp: string, facts: Partial<Situation> = {}): Situation => ({
  state,
  now: at(stamp),
  calendar,
  clock,
  receivedAt: received,
  ...facts,
})

describe('refusals', () => {
  test('withdrawal is refused once a result exists, with the article', () => {
    for (const state of ['RESULT_AVAILABLE', 'REFUSED_AFTER_APPRAISAL', 'POSTING', 'RESULT_RETURNED', 'CORRECTING'] as const) {
      const refusal = refusalOf('request-withdrawal', situation(state, '2026-11-05T10:00', { isApplicantIdentified: true }))
      expect(refusal).toMatchObject({ code: 'state', article: { vi: 'Điều 21 Nghị định 118/2025/NĐ-CP' } })
      expect([9, 10]).toContain(nationalCodeOf(state))
    }
    for (const state of ['AWAITING_RECEPTION', 'RECEIVED', 'IN_APPRAISAL', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT'] as const)
      expect(refusalOf('request-withdrawal', situation(state, '2026-11-05T10:00', { isApplicantIdentified: true }))).toBeUndefined()
  })

  test('lessons A.2.3: what a situation does not say refuses: nothing is paid, approved or complete because nobody said otherwise', () => {
    const silent: Situation = { state: 'nothing', now: received, calendar }
    for (const name of Object.keys(GUARDS) as (keyof typeof GUARDS)[]) expect(GUARDS[name].holds(silent), name).toBe(false)
  })
  test('lessons A.2.3: a guard only looks: asked twice it says the same, and it changes nothing of what it looks at', () => {
    const frozen = Object.freeze(
      situation('IN_APPRAISAL', '2026-11-04T10:00', { clock: deepFreeze(structuredClone(clock)), areFeesPaid: true }),
    )
    for (const { id } of TRANSITIONS) expect(refusalsOf(id, frozen)).toEqual(refusalsOf(id, frozen))
    for (const guard of Object.values(GUARDS)) expect(guard.holds(frozen)).toBe(guard.holds(frozen))
  })
  test('lessons A.2.3: a transition, a guard or a state that nobody has defined does not let anything through', () => {
    expect(() => refusalsOf('payok' as never, situation('IN_APPRAISAL', '2026-11-04T10:00'))).toThrow()
    for (const { id } of TRANSITIONS) expect(refusalOf(id, situation('NO_SUCH_STATE' as never, '2026-11-04T10:00'))?.code).toBe('state')
    for (const { id, guards } of TRANSITIONS) for (const name of guards) expect(Object.hasOwn(GUARDS, name), `${id}: ${name}`).toBe(true)
  })

  const supplement = (stamp: string, facts: Partial<Situation> = {}) =>
    refusalsOf(
      'ask-supplement',
      situation('IN_APPRAISAL', stamp, { areFaultsMarked: true, isApproved: true, supplementRequests: 0, ...facts }),
    ).map(({ code }) => code)
  test('a supplement: within three working days of reception, by the date', () => {
    expect(supplement('2026-11-05T16:59')).toEqual([])
    expect(supplement('2026-11-06T08:00')).toEqual(['within-supplement-time'])
    expect(supplement('2026-11-06T08:00', { hasLeaderDecision: true })).toEqual([])
    expect(supplement('2026-11-06T08:00', { askSupplementWithin: { amount: 10, unit: 'working-day' } })).toEqual([])
  })
  test('a supplement: once; the second needs the leader; all faults in one request', () => {
    expect(supplement('2026-11-04T10:00', { supplementRequests: 1 })).toEqual(['first-supplement'])
    expect(supplement('2026-11-04T10:00', { supplementRequests: 1, hasLeaderDecision: true })).toEqual([])
    expect(supplement('2026-11-04T10:00', { areFaultsMarked: false })).toEqual(['faults-marked'])
  })
  test('before reception: within eight working hours of the filing', () => {
    const ask = (stamp: string) =>
      refusalOf('ask-supplement-before-reception', {
        state: 'AWAITING_RECEPTION',
        now: at(stamp),
        calendar,
        filedAt: at('2026-11-20T16:30'),
        areFaultsMarked: true,
        supplementRequests: 0,
      })?.code
    expect(ask('2026-11-23T16:30')).toBeUndefined()
    expect(ask('2026-11-23T16:31')).toBe('within-reception-time')
  })
  test('lessons A.1, step deadlines: closing waits for fifteen working days unanswered, or the procedure’s own, and does not fire at once', () => {
    const close = (stamp: string, facts: Partial<Situation> = {}) =>
      refusalOf('close-unanswered', situation('AWAITING_SUPPLEMENT', stamp, { supplementAskedAt: at('2026-11-02T10:00'), ...facts }))?.code
    // The fifteenth working day is Mon 23/11; it ends with the day.
    expect(close('2026-11-23T23:00')).toBe('answer-time-over')
    expect(close('2026-11-24T08:00')).toBeUndefined()
    expect(close('2026-11-10T08:00', { answerSupplementWithin: { amount: 5, unit: 'calendar-day' } })).toBeUndefined()
  })
  test('an extension: once and a day before', () => {
    const extend = (stamp: string, value = clock) =>
      refusalsOf('extend', situation('IN_APPRAISAL', stamp, { clock: value, newDueAt: at('2026-11-30T09:00'), hasReason: true })).map(
        ({ code }) => code,
      )
    expect(extend('2026-11-08T22:00')).toEqual([])
    expect(extend('2026-11-09T08:00')).toEqual(['a-day-before-due'])
    const extended = clockOf([started, { ...extendFact(at('2026-11-16T09:00'), 'x'), at: at('2026-11-05T09:00'), ...by }])
    expect(extend('2026-11-10T08:00', extended)).toEqual(['not-extended'])
  })
  test('an overdue dossier is never kept from its result or its refusal', () => {
    const late = { isApproved: true, hasReason: true, areDutiesSeparate: true }
    expect(refusalOf('issue-result', situation('AWAITING_ISSUE', '2026-12-20T10:00', late))).toBeUndefined()
    expect(refusalOf('refuse-after-appraisal', situation('IN_APPRAISAL', '2026-12-20T10:00', late))).toBeUndefined()
    expect(refusalOf('apologise-late', situation('AWAITING_ISSUE', '2026-12-20T10:00', late))).toBeUndefined()
    expect(refusalOf('apologise-late', situation('AWAITING_ISSUE', '2026-11-09T16:00', late))?.code).toBe('overdue')
  })
  test('who appraised may not approve, except on the spot', () => {
    const approve = (facts: Partial<Situation>) =>
      refusalOf('approve', situation('AWAITING_SIGNATURE', '2026-11-05T10:00', { hasDraftResult: true, ...facts }))?.code
    expect(approve({})).toBe('duties-separate')
    expect(approve({ isFourOnTheSpot: true })).toBeUndefined()
  })
  test('no text is cited before it was issued', () => {
    for (const basis of Object.keys(LAW) as Basis[])
      for (const language of ['vi', 'en'] as const) {
        expect(cite(basis, '2025-06-30', language)).not.toMatch(/118\/2025|03\/2025/)
        expect(cite(basis, '2025-09-14', language)).not.toMatch(/03\/2025/)
      }
  })
  test('the article is cited as of the day', () => {
    const cited = (stamp: string) => refusalOf('ask-supplement', situation('RESULT_AVAILABLE', stamp))?.article.en
    expect(cited('2024-11-05T10:00')).toBe('NĐ 61/2018/NĐ-CP art. 19(4)')
    expect(cited('2026-11-05T10:00')).toBe('NĐ 61/2018/NĐ-CP art. 19(4) (carried over by NĐ 118/2025/NĐ-CP)')
  })
})

test('what is offered in a state', () => {
  expect(allowedFrom('nothing')).toEqual(['save-draft', 'file-online', 'receive-at-desk', 'record-outside-the-unit', 'refuse-at-desk'])
  expect(allowedFrom('AWAITING_PAYMENT')).toEqual([
    'confirm-payment',
    'apologise-late',
    'excuse-lateness',
    'request-withdrawal',
    'stop-unresolvable',
    'record-loss',
  ])
  expect(allowedFrom('STOPPED_BY_APPLICANT')).toEqual([])
})

test('an interruption goes back to where it was', () => {
  const path: TransitionId[] = ['receive-at-desk', 'forward', 'assign', 'submit', 'ask-tax', 'notify-obligation', 'request-withdrawal']
  expect(positionAfter(path)).toEqual({ state: 'WITHDRAWAL_REQUESTED', interrupted: ['AWAITING_SIGNATURE', 'AWAITING_PAYMENT'] })
  expect(positionAfter([...path, 'decline-withdrawal', 'confirm-payment'])).toEqual({ state: 'AWAITING_SIGNATURE', interrupted: [] })
  expect(() => positionAfter([...path, 'confirm-payment'])).toThrow('does not leave')
})

describe('the other three dimensions', () => {
  test('go only where they may, and to states that exist', () => {
    expect(mayMove('financial', 'due', 'paid')).toBe(true)
    expect(mayMove('financial', 'none', 'refunded')).toBe(false)
    expect(mayMove('exchange', 'pending', 'acknowledged')).toBe(false)
    expect(mayMove('delivery', 'nowhere', 'delivered')).toBe(false)
    for (const name of ['financial', 'delivery', 'exchange'] as const) {
      const names = Object.keys(DIMENSIONS[name].states)
      for (const { next } of Object.values(DIMENSIONS[name].states))
        expect(next.filter((state: string) => !names.includes(state))).toEqual([])
    }
  })
})

describe('sets of forms', () => {
  test('follow each other without gap', () => {
    const [old, current] = LEGAL_PROFILES as readonly LegalProfile[]
    expect(Date.parse(current?.validFrom ?? '') - Date.parse(old?.validTo ?? '')).toBe(86_400_000)
    expect(current?.validTo).toBeNull()
  })
  test('six forms in 2018, seven since 2025, numbered from 1', () => {
    const numbers = (on: string) => Object.values(legalProfileOn(on).forms).map((form) => form?.number)
    expect(numbers('2025-09-14')).toEqual([1, 2, 3, 4, 5, 6])
    expect(numbers('2025-09-15')).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
  test('the stop notice is a form since 2025 and a plain letter before', () => {
    expect(formIn(legalProfileOn('2026-11-24'), 'STOP_NOTICE')?.number).toBe(5)
    expect(formIn(legalProfileOn('2024-11-24'), 'STOP_NOTICE')).toBeUndefined()
    expect(formIn(legalProfileOn('2024-11-24'), 'PROCESS_CONTROL_SLIP')?.number).toBe(5)
  })
})

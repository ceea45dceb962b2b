/** Trials on processes in memory: each kind of assertion can be green and red, and what refuses a real act refuses the trial's. */
import { describe, expect, test } from 'vitest'
import { NATIONAL, nationalCalendar, type UnitCalendars } from '#modules/calendar/index.ts'
import { instantAt } from '#platform/text/dates.ts'
import type { ProcessGraph } from '../graph/graph.ts'
import { lineGraph } from '../graph/line-graph.ts'
import { runnable } from '../graph/runnable.ts'
import type { Process } from '../process.ts'
import { assertionsOf } from './check.ts'
import { possibleActs } from './possible-acts.ts'
import { replay } from './replay.ts'
import type { Assertion, TrialAct, TrialStep } from './trial.ts'
import type { TrialSetting } from './trial-dossier.ts'

const calendar = nationalCalendar()
const calendars: UnitCalendars = () => calendar
const ROLES = ['receptionist', 'division-head', 'specialist', 'agency-leader', 'clerk', 'return-officer']

const line = (appraisalHours = 12): ProcessGraph =>
  lineGraph(
    (
      [
        ['reception', 'receptionist', 'receiving', 2],
        ['assignment', 'division-head', 'settling', 2],
        ['appraisal', 'specialist', 'settling', appraisalHours],
        ['signature', 'agency-leader', 'settling', 4],
        ['issue', 'clerk', 'settling', 2],
        ['return', 'return-officer', 'receiving', 4],
      ] as const
    ).map(([kind, roleCode, place, limitHours]) => ({ kind, name: kind, roleCode, roleName: roleCode, place, limitHours })),
  )

const processOf = (graph: ProcessGraph): Process => ({
  id: 1,
  templateId: 1,
  version: 1,
  name: 'Thử',
  graph,
  runnable: runnable(graph),
  roleIds: new Map(ROLES.map((code, at) => [code, at + 1])),
})

const setting = (given: Partial<TrialSetting> = {}): TrialSetting => ({
  process: processOf(line()),
  units: { receivingUnitId: NATIONAL + 1, settlingUnitId: NATIONAL + 2, procedureId: 0 },
  calendars,
  fills: new Map(),
  channel: 'counter',
  returnMethod: 'counter',
  promise: { limit: { amount: 5, unit: 'working-day' }, mode: 'carry' },
  rules: {},
  ...given,
})

/** `18T09:00` is in November 2026: the 18th is a Wednesday, the 24th a holiday. */
const on = (stamp: string): string => instantAt(`2026-11-${stamp.slice(0, 2)}`, stamp.slice(3)).toISOString()
const step = (stamp: string, act: TrialAct, ...assertions: Assertion[]): TrialStep => ({ at: on(stamp), act, assertions })
const RECEIVED = step('18T09:00', { kind: 'receive', forwards: true })
const ASSIGNED = step('18T10:00', { kind: 'complete', node: 'step_2' })
const WHOLE_LIFE: TrialStep[] = [
  RECEIVED,
  ASSIGNED,
  step('18T14:00', { kind: 'prepare-result' }),
  step('19T09:00', { kind: 'complete', node: 'step_3', verdict: 'fit' }),
  step('19T10:00', { kind: 'complete', node: 'step_4' }),
  step('19T15:00', { kind: 'issue', node: 'step_5' }),
  step('20T08:30', { kind: 'return', node: 'step_6' }),
]

const checksAfter = (steps: TrialStep[], given?: Partial<TrialSetting>) =>
  replay(setting(given), steps)
    .steps.at(-1)
    ?.checks.map(({ isGreen }) => isGreen)
const refusalAfter = (steps: TrialStep[], given?: Partial<TrialSetting>) =>
  replay(setting(given), steps).steps.find(({ refusal }) => refusal)?.refusal

describe('a life', () => {
  test('goes from the reception to the return by the facts of real dossiers', () => {
    const { steps, isGreen, dossier } = replay(setting(), WHOLE_LIFE)
    expect(steps.flatMap(({ refusal }) => refusal?.sentence('vi') ?? [])).toEqual([])
    expect(isGreen).toBe(true)
    expect(steps.map(({ seen }) => seen?.state)).toEqual([
      'AWAITING_ASSIGNMENT',
      'IN_APPRAISAL',
      'IN_APPRAISAL',
      'AWAITING_SIGNATURE',
      'AWAITING_ISSUE',
      'RESULT_AVAILABLE',
      'RESULT_RETURNED',
    ])
    expect(dossier?.state.timeliness).toBe('early')
  })

  test('is the same each time', () => {
    expect(replay(setting(), WHOLE_LIFE).dossier?.state.chainHead).toBe(replay(setting(), WHOLE_LIFE).dossier?.state.chainHead)
  })

  test('everything that is offered as an assertion is true where it was seen', () => {
    const { steps } = replay(setting(), WHOLE_LIFE)
    const asserted = steps.map(({ step: each, seen }) => ({ ...each, assertions: seen ? assertionsOf(seen) : [] }))
    expect(replay(setting(), asserted).isGreen).toBe(true)
    expect(new Set(asserted.flatMap(({ assertions }) => assertions.map(({ kind }) => kind)))).toEqual(
      new Set(['state', 'national', 'open', 'who', 'step-due', 'due', 'paper', 'message']),
    )
  })
})

describe('assertions', () => {
  const pairs: [string, TrialStep[], Assertion, Assertion][] = [
    ['state', [RECEIVED, ASSIGNED], { kind: 'state', state: 'IN_APPRAISAL' }, { kind: 'state', state: 'AWAITING_SIGNATURE' }],
    ['national code', [RECEIVED], { kind: 'national', code: 4 }, { kind: 'national', code: 2 }],
    ['open steps', [RECEIVED], { kind: 'open', nodes: ['step_2'] }, { kind: 'open', nodes: ['step_2', 'step_3'] }],
    [
      'role',
      [RECEIVED],
      { kind: 'who', node: 'step_2', role: 'division-head', place: 'settling', holder: 'role' },
      { kind: 'who', node: 'step_2', role: 'specialist', place: 'settling', holder: 'role' },
    ],
    [
      'holder',
      [RECEIVED, ASSIGNED],
      { kind: 'who', node: 'step_3', role: 'specialist', place: 'settling', holder: 'person' },
      { kind: 'who', node: 'step_3', role: 'specialist', place: 'settling', holder: 'binding' },
    ],
    [
      'due time of a step, twelve working hours',
      [RECEIVED, ASSIGNED],
      { kind: 'step-due', node: 'step_3', at: on('19T15:00') },
      { kind: 'step-due', node: 'step_3', at: on('19T16:00') },
    ],
    ['date of the dossier', [RECEIVED], { kind: 'due', at: on('26T09:00') }, { kind: 'due', at: on('25T09:00') }],
    ['paper', [RECEIVED], { kind: 'paper', form: 'RECEIPT_APPOINTMENT' }, { kind: 'paper', form: 'STOP_NOTICE' }],
    [
      'message',
      [RECEIVED, ASSIGNED, step('19T09:00', { kind: 'transition', id: 'ask-supplement' })],
      { kind: 'message', message: 'supplement-asked' },
      { kind: 'message', message: 'extended' },
    ],
  ]
  test.each(pairs)('%s: green when true, red when not', (_, steps, right, wrong) => {
    const [last] = steps.slice(-1)
    if (!last) throw new Error('no step')
    expect(checksAfter([...steps.slice(0, -1), { ...last, assertions: [right, wrong] }])).toEqual([true, false])
  })

  test('the officer whom the binding names holds the step', () => {
    const fills = new Map([['division-head_settling', { officerId: 7 }]])
    const who: Assertion = { kind: 'who', node: 'step_2', role: 'division-head', place: 'settling', holder: 'binding' }
    expect(checksAfter([{ ...RECEIVED, assertions: [who] }], { fills })).toEqual([true])
    expect(checksAfter([{ ...RECEIVED, assertions: [who] }])).toEqual([false])
  })

  test('a longer limit turns the due time red', () => {
    const due: Assertion = { kind: 'step-due', node: 'step_3', at: on('19T15:00') }
    expect(checksAfter([RECEIVED, { ...ASSIGNED, assertions: [due] }], { process: processOf(line(16)) })).toEqual([false])
  })
})

describe('clocks', () => {
  test('the limit counts from zero after a supplement, and stands still meanwhile', () => {
    const { steps } = replay(setting(), [
      RECEIVED,
      ASSIGNED,
      step('19T09:00', { kind: 'transition', id: 'ask-supplement' }),
      step('23T10:00', { kind: 'transition', id: 'accept-supplement' }),
    ])
    expect(steps.map(({ seen }) => seen?.dueAt?.toISOString() ?? null)).toEqual([
      on('26T09:00'),
      on('26T09:00'),
      null,
      '2026-12-01T03:00:00.000Z',
    ])
  })

  test('it goes on after a payment, and an extension moves it once', () => {
    const later = new Date(on('30T09:00')).toISOString()
    const { steps } = replay(setting(), [
      RECEIVED,
      ASSIGNED,
      step('19T09:00', { kind: 'transition', id: 'request-payment' }),
      step('20T09:00', { kind: 'transition', id: 'confirm-payment' }),
      step('20T10:00', { kind: 'transition', id: 'extend', newDueAt: later }),
      step('20T11:00', { kind: 'transition', id: 'extend', newDueAt: later }),
    ])
    expect(steps.slice(2, 5).map(({ seen }) => seen?.dueAt?.toISOString() ?? null)).toEqual([null, on('27T09:00'), later])
    expect(steps.at(-1)?.refusal?.parameters.guard).toBe('not-extended')
  })

  test('an online filing is received within its eight hours', () => {
    const filed = step('18T09:00', { kind: 'file' })
    const online = { channel: 'online' } as const
    expect(checksAfter([{ ...filed, assertions: [{ kind: 'state', state: 'AWAITING_RECEPTION' }] }], online)).toEqual([true])
    const { steps } = replay(setting(online), [filed, step('18T15:00', { kind: 'receive', forwards: false })])
    expect(steps.at(-1)?.seen?.state).toBe('RECEIVED')
    expect(steps.at(-1)?.seen?.messages).toEqual(['received'])
  })

  test('a step that was sent back goes to who did it, with a new due time', () => {
    const { steps } = replay(setting(), [
      ...WHOLE_LIFE.slice(0, 4),
      step('19T10:00', { kind: 'send-back', node: 'step_4', toNode: 'step_3' }),
    ])
    expect(steps.at(-1)?.seen?.open).toMatchObject([{ key: 'step_3', holder: 'person', dueAt: new Date(on('20T15:00')) }])
  })

  test('a timer ends by itself when its time has come, and what follows is opened then', () => {
    const plain = line()
    const graph: ProcessGraph = {
      ...plain,
      nodes: [...plain.nodes, { id: 'notice', kind: 'timer', name: 'Niêm yết', wait: { amount: 2, unit: 'working-day' } }],
      flows: plain.flows.flatMap((flow) =>
        flow.from === 'step_2'
          ? [
              { ...flow, to: 'notice' },
              { id: 'after_notice', from: 'notice', to: 'step_3' },
            ]
          : [flow],
      ),
    }
    const { steps } = replay(setting({ process: processOf(graph) }), [
      RECEIVED,
      ASSIGNED,
      step('20T09:59', { kind: 'wait' }),
      step('23T09:00', { kind: 'wait' }),
    ])
    expect(steps.map(({ seen }) => seen?.open.map(({ key }) => key))).toEqual([['step_2'], ['notice'], ['notice'], ['step_3']])
    // Twelve hours from 10:00 on the 20th, when the notice ended, not from when somebody looked.
    expect(steps.at(-1)?.seen?.open[0]?.dueAt).toEqual(new Date(on('23T15:00')))
  })
})

describe('acts beside the process', () => {
  const consult = (count: number): TrialAct => ({ kind: 'transition', id: 'consult', legs: Array(count).fill({ workingDays: 2 }) })

  test('opinions: each agency has its time, the last answer ends the consultation, and the step goes on', () => {
    const { steps } = replay(setting(), [
      RECEIVED,
      ASSIGNED,
      step('18T11:00', consult(2)),
      step('19T09:00', { kind: 'answer', leg: 2 }),
      step('19T10:00', { kind: 'answer', leg: 1 }),
    ])
    expect(steps.map(({ seen }) => seen?.state)).toEqual([
      'AWAITING_ASSIGNMENT',
      'IN_APPRAISAL',
      'IN_CONSULTATION',
      'IN_CONSULTATION',
      'IN_APPRAISAL',
    ])
    expect(steps[2]?.seen).toMatchObject({ papers: ['CONSULTATION_LETTER', 'PROCESS_CONTROL_SLIP'], messages: ['leg-sent'] })
    expect(steps[2]?.seen?.open).toMatchObject([
      { key: 'step_3' },
      { key: 'leg-by-hand.1', dueAt: new Date(on('20T11:00')) },
      { key: 'leg-by-hand.2', dueAt: new Date(on('20T11:00')) },
    ])
    expect(steps[3]?.seen?.open.map(({ key }) => key)).toEqual(['step_3', 'leg-by-hand.1'])
    expect(steps[4]?.seen?.open.map(({ key }) => key)).toEqual(['step_3'])
  })

  test('one after the other: the next has its time from the answer before; the appraisal waits', () => {
    const { steps } = replay(setting(), [
      RECEIVED,
      ASSIGNED,
      step('18T11:00', consult(1)),
      step('19T11:00', { kind: 'answer', leg: 1, next: { workingDays: 1 } }),
      step('19T14:00', { kind: 'complete', node: 'step_3' }),
    ])
    expect(steps[3]?.seen).toMatchObject({ state: 'IN_CONSULTATION', papers: ['CONSULTATION_LETTER'], messages: ['leg-sent'] })
    expect(steps[3]?.seen?.open.at(-1)).toMatchObject({ key: 'leg-by-hand.2', dueAt: new Date(on('20T11:00')) })
    expect(steps.at(-1)?.refusal?.code).toBe('workflow.legs-open')
  })

  test('a step that keeps its acts to itself lets nobody ask', () => {
    const plain = line()
    const kept: ProcessGraph = {
      ...plain,
      nodes: plain.nodes.map((each) => (each.id === 'step_3' && each.kind === 'step' ? { ...each, actions: ['verify'] } : each)),
    }
    expect(refusalAfter([RECEIVED, ASSIGNED, step('18T11:00', consult(1))], { process: processOf(kept) })?.code).toBe(
      'workflow.not-of-step',
    )
  })

  test('nobody is asked where no agency is named', () => {
    expect(refusalAfter([RECEIVED, ASSIGNED, step('18T11:00', { kind: 'transition', id: 'consult' })])?.parameters.guard).toBe(
      'legs-planned',
    )
  })

  test('the tax agency does not keep the appraisal waiting; its notice stops the clock', () => {
    const { steps } = replay(setting(), [
      RECEIVED,
      ASSIGNED,
      step('18T11:00', { kind: 'transition', id: 'ask-tax', legs: [{ workingDays: 3 }] }),
      step('19T09:00', { kind: 'transition', id: 'notify-obligation' }),
      step('20T09:00', { kind: 'transition', id: 'confirm-payment' }),
    ])
    expect(steps.map(({ seen }) => seen?.state).slice(2)).toEqual(['AWAITING_PAYMENT_NOTICE', 'AWAITING_PAYMENT', 'IN_APPRAISAL'])
    expect(steps[3]?.seen).toMatchObject({ dueAt: null, messages: ['payment-asked'], open: [{ key: 'step_3' }] })
    expect(steps[4]?.seen?.dueAt).toEqual(new Date(on('27T09:00')))
  })

  test('what is in the post is not given out at the counter', () => {
    const posted = [...WHOLE_LIFE.slice(0, 6), step('20T08:00', { kind: 'transition', id: 'post-result' })]
    expect(refusalAfter([...posted, step('20T08:30', { kind: 'return', node: 'step_6' })])?.code).toBe('workflow.in-post')
    const { steps } = replay(setting(), [...posted, step('23T08:00', { kind: 'transition', id: 'post-delivered' })])
    expect(steps.at(-1)?.seen).toMatchObject({ state: 'RESULT_RETURNED', national: 10, open: [], messages: ['returned'] })
  })

  test('a correction is signed before it is returned', () => {
    const begun = [...WHOLE_LIFE, step('23T08:00', { kind: 'transition', id: 'begin-correction', workingDays: 1 })]
    const end = step('23T10:00', { kind: 'transition', id: 'end-correction' })
    expect(refusalAfter([...begun, end])?.parameters.guard).toBe('approved')
    const { steps } = replay(setting(), [...begun, step('23T09:00', { kind: 'issue-correction' }), end])
    expect(steps.slice(-3).map(({ seen }) => seen?.open.map(({ key }) => key))).toEqual([['correction'], ['correction-return'], []])
    expect(steps.at(-3)?.seen?.open).toMatchObject([{ role: 'agency-leader', dueAt: new Date(on('25T08:00')) }])
    expect(steps.at(-1)?.seen?.state).toBe('RESULT_RETURNED')
  })

  test('everything that is offered can be done', () => {
    const { dossier } = replay(setting(), [RECEIVED, ASSIGNED, step('18T11:00', consult(1))])
    const now = new Date(on('19T09:00'))
    const able = possibleActs(setting(), dossier, now).filter(({ refusal }) => !refusal)
    expect(able.map(({ act }) => act)).toContainEqual({ kind: 'answer', leg: 1 })
    expect(able.map(({ act }) => act)).toContainEqual({ kind: 'answer', leg: 1, next: { workingDays: 5 } })
    for (const { act } of able)
      expect(refusalAfter([RECEIVED, ASSIGNED, step('18T11:00', consult(1)), step('19T09:00', act)])).toBeUndefined()
  })
})

describe('refusals', () => {
  test('an act that the law does not allow stops the trial with the article', () => {
    const refused = refusalAfter([RECEIVED, ASSIGNED, step('26T09:00', { kind: 'transition', id: 'ask-supplement' })])
    expect(refused?.sentence('vi')).toContain('03 ngày làm việc')
    expect(refused?.sentence('vi')).toContain('Nghị định')
    expect(
      refusalAfter([RECEIVED, ASSIGNED, step('26T09:00', { kind: 'transition', id: 'ask-supplement', byLeader: true })]),
    ).toBeUndefined()
  })

  test('the procedure’s own period for supplements counts instead of the general one', () => {
    const late = [RECEIVED, ASSIGNED, step('26T09:00', { kind: 'transition', id: 'ask-supplement' })]
    const own = setting({ rules: { askSupplementWithin: { amount: 10, unit: 'working-day' } } })
    expect(replay(own, late).steps.at(-1)?.refusal).toBeUndefined()
  })

  test('what comes after a refused act is red, not unknown', () => {
    const state: Assertion = { kind: 'state', state: 'AWAITING_ASSIGNMENT' }
    const { isGreen, steps } = replay(setting(), [
      RECEIVED,
      step('18T10:00', { kind: 'complete', node: 'nowhere' }),
      step('18T11:00', { kind: 'wait' }, state),
    ])
    expect(isGreen).toBe(false)
    expect(steps.map(({ refusal }) => refusal?.code)).toEqual([undefined, 'workflow.trial-step-not-open', undefined])
    expect(steps.at(-1)?.checks).toEqual([{ assertion: state, isGreen: false }])
  })

  test.each<[string, TrialStep[], string]>([
    [
      'a signature without a draft',
      [RECEIVED, ASSIGNED, step('19T09:00', { kind: 'complete', node: 'step_3' }), step('19T10:00', { kind: 'complete', node: 'step_4' })],
      'workflow.result-required',
    ],
    [
      'a step while the clock stands still',
      [
        RECEIVED,
        ASSIGNED,
        step('19T09:00', { kind: 'transition', id: 'ask-supplement' }),
        step('19T10:00', { kind: 'complete', node: 'step_3' }),
      ],
      'workflow.paused',
    ],
    ['a moment before the last', [RECEIVED, step('18T08:00', { kind: 'wait' })], 'workflow.trial-back-in-time'],
    ['an act before the beginning', [step('18T08:00', { kind: 'wait' })], 'workflow.trial-not-begun'],
    ['a second reception', [RECEIVED, { ...RECEIVED }], 'workflow.refused'],
    ['completing the issue', [...WHOLE_LIFE.slice(0, 5), step('19T15:00', { kind: 'complete', node: 'step_5' })], 'workflow.issue-first'],
  ])('%s is refused', (_, steps, code) => {
    expect(refusalAfter(steps)?.code).toBe(code)
  })
})

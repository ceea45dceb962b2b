import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deepFreeze } from '../../../../tests/support/deep-freeze.ts'
import { FIELDS, someCondition, someFacts, someGraph } from '../../../../tests/support/random-graph.ts'
import { type Condition, holds } from './condition.ts'
import { checkCondition } from './condition-check.ts'
import { conditionText } from './condition-words.ts'
import { begin, leave } from './engine.ts'
import { ConditionSchema, type Flow, type GraphNode, type ProcessGraph } from './graph.ts'
import { hoursAt, longestWay } from './hours.ts'
import { openTokens } from './open-tokens.ts'
import { overlapOf } from './overlap.ts'
import { canBePublished, graphProblems } from './problems.ts'
import { runnable } from './runnable.ts'
import { structureOf } from './structure.ts'

type Kind = Extract<GraphNode, { kind: 'step' }>['step']
const step = (id: string, kind: Kind = 'appraisal', hours = 4): GraphNode => ({
  id,
  kind: 'step',
  name: id,
  step: kind,
  lane: 'officer',
  limit: { amount: hours, unit: 'hour' },
})
const plain = (kind: 'choice' | 'fork', id: string = kind): GraphNode => ({ id, kind, name: id })
const join = (id = 'join', mode: Extract<GraphNode, { kind: 'join' }>['mode'] = { kind: 'all' }): GraphNode => ({
  id,
  kind: 'join',
  name: '',
  mode,
})

const urgent: Condition = { field: 'urgent', operator: 'is', value: true }
/** `a>b` is a way, `a>b?` a default, `a>b!` has the condition `urgent`. */
const ways = (text: string): Flow[] =>
  text.split(' ').map((way) => {
    const [from = '', to = ''] = way.replace(/[?!]$/, '').split('>')
    return {
      id: `${from}-${to}`,
      from,
      to,
      ...(way.endsWith('?') && { isDefault: true as const }),
      ...(way.endsWith('!') && { condition: urgent }),
    }
  })

/** A sound process whose middle is given; `ways` lead from `in` to `out`. */
const around = (middle: GraphNode[], text: string): ProcessGraph => ({
  lanes: [{ key: 'officer', name: 'Chuyên viên', place: 'settling', roleCode: 'specialist' }],
  nodes: [
    { id: 'start', kind: 'start', name: 'Bắt đầu' },
    step('in', 'reception'),
    ...middle,
    step('out'),
    step('sign', 'signature'),
    { id: 'end', kind: 'end', name: 'Kết thúc' },
  ],
  flows: ways(`start>in ${text} out>sign sign>end`),
})
const problems = (graph: ProcessGraph, legalHours?: number) =>
  graphProblems(graph, { fields: FIELDS, legalHours, roleCodes: new Set(['specialist']) })
const told = (graph: ProcessGraph, legalHours?: number) =>
  problems(graph, legalHours).map(({ code, nodeId, flowId, laneKey, legKey }) =>
    [code, legKey ?? flowId ?? nodeId ?? laneKey].filter(Boolean).join(' '),
  )

describe('the check list', () => {
  test('a sound process has nothing on it', () => {
    expect(told(around([], 'in>out'))).toEqual([])
    expect(told(around([plain('fork'), step('a'), step('b'), join()], 'in>fork fork>a fork>b a>join b>join join>out'))).toEqual([])
    expect(told(around([step('a'), plain('choice')], 'in>a a>choice choice>a! choice>out?'))).toEqual([])
  })

  test.each<[string, ProcessGraph, string[]]>([
    ['a step nobody leads to', around([step('a')], 'in>out a>out'), ['unreachable a']],
    ['a step that leads nowhere', around([step('a'), plain('choice')], 'in>choice choice>out? choice>a!'), ['dead-end a']],
    [
      'a way round without a way out',
      around([step('a'), step('b'), plain('choice')], 'in>choice choice>out? choice>a! a>b b>a'),
      ['endless a'],
    ],
    ['a line to a step that is gone', around([], 'in>out out>gone'), ['flow-nowhere out-gone']],
    ['two ways out of a step', around([step('a')], 'in>a in>out a>out'), ['several-ways in']],
    [
      'a choice without a default',
      around([step('a'), plain('choice')], 'in>choice choice>a! a>out choice>out'),
      ['choice-no-default choice', 'condition-missing choice-out'],
    ],
    ['two defaults', around([step('a'), plain('choice')], 'in>choice choice>a? a>out choice>out?'), ['choice-two-defaults choice']],
    ['a choice with one way', around([plain('choice')], 'in>choice choice>out?'), ['choice-one-way choice']],
    ['a condition on a way that is no choice', around([step('a')], 'in>a! a>out'), ['condition-unexpected in-a']],
    [
      'a fork that is not joined',
      around([plain('fork'), step('a'), step('b')], 'in>fork fork>a fork>b a>out b>out'),
      ['block-crossed out', 'end-in-block end', 'fork-without-join fork'],
    ],
    [
      'a join without a fork',
      around([step('a'), plain('choice'), join()], 'in>choice choice>a! choice>join? a>join join>out'),
      ['join-without-fork join'],
    ],
    ['a fork of one branch', around([plain('fork'), step('a'), join()], 'in>fork fork>a a>join join>out'), ['fork-one-branch fork']],
    [
      'a branch without work',
      around([plain('fork'), step('a'), join()], 'in>fork fork>a fork>join a>join join>out'),
      ['empty-branch fork-join'],
    ],
    [
      'more to wait for than there is',
      around(
        [plain('fork'), step('a'), step('b'), join('join', { kind: 'at-least', count: 3 })],
        'in>fork fork>a fork>b a>join b>join join>out',
      ),
      ['join-impossible join'],
    ],
    [
      'a lead that is no branch',
      around(
        [plain('fork'), step('a'), step('b'), join('join', { kind: 'lead', branch: 'a-join' })],
        'in>fork fork>a fork>b a>join b>join join>out',
      ),
      ['join-lead-unknown join'],
    ],
    [
      'a way out of a branch',
      around(
        [plain('fork'), step('a'), plain('choice'), step('b'), join()],
        'in>fork fork>a fork>b a>choice choice>join? choice>out! b>join join>out',
      ),
      ['block-crossed out', 'end-in-block end'],
    ],
    [
      'a loop nobody works in',
      around([plain('choice'), plain('choice', 'other')], 'in>choice choice>other! choice>out? other>choice! other>out?'),
      ['instant-loop choice'],
    ],
    ['the reception in the middle', around([step('a', 'reception')], 'in>a a>out'), ['reception-later a']],
    ['a result returned before it is signed', around([step('a', 'return')], 'in>a a>out'), ['return-not-last a']],
    ['a result issued and not returned', around([step('a', 'issue')], 'in>a a>out'), ['issue-not-before-return a']],
    ['a step without its time', around([step('a', 'appraisal', 0)], 'in>a a>out'), ['limit-missing a']],
  ])('%s', (_, graph, expected) => {
    expect(told(graph).toSorted()).toEqual(expected.toSorted())
    expect(canBePublished(problems(graph))).toBe(false)
  })

  test('a loop that is entered at two places', () => {
    const graph = around(
      [plain('choice'), step('a'), step('b'), plain('choice', 'more')],
      'in>choice choice>a! choice>b? a>b b>more more>a! more>out?',
    )
    expect(told(graph)).toEqual(['tangled-loop a'])
  })

  test('who does it: a lane that is not there, no role, a role the installation lacks', () => {
    const graph = around([step('a')], 'in>a a>out')
    const lane = graph.lanes[0] ?? { key: 'officer', name: '', place: 'settling' as const, roleCode: '' }
    expect(told({ ...graph, lanes: [] })).toEqual(['lane-missing in', 'lane-missing a', 'lane-missing out', 'lane-missing sign'])
    expect(told({ ...graph, lanes: [{ ...lane, roleCode: '' }] })).toEqual(['role-missing officer'])
    expect(told({ ...graph, lanes: [{ ...lane, roleCode: 'wizard' }] })).toEqual(['role-unknown officer'])
  })

  test('other agencies: none, one twice, a lead that is not among them', () => {
    const leg = { key: 'tax', lane: 'officer', name: 'Thuế', limit: { amount: 1, unit: 'working-day' as const } }
    const sent = (legs: (typeof leg)[], lead?: string) =>
      told(around([{ id: 'a', kind: 'agencies', name: 'Liên thông', mode: 'parallel', legs, lead }], 'in>a a>out'))
    expect(sent([])).toEqual(['no-legs a'])
    expect(sent([leg, leg])).toEqual(['same-leg a'])
    expect(sent([{ ...leg, limit: { amount: 0, unit: 'working-day' } }], 'police')).toEqual(['limit-missing tax', 'lead-leg-unknown a'])
  })

  test('lessons A.2.3: conditions: a field nobody declared, a value of another type, a choice that does not exist, one said twice, two that can hold together', () => {
    const chosen = (...conditions: Condition[]) => {
      const branches = conditions.map((_, at) => step(`s${at}`))
      const graph = around([plain('choice'), ...branches], 'in>choice choice>out?')
      const flows = conditions.flatMap((condition, at): Flow[] => [
        { id: `c${at}`, from: 'choice', to: `s${at}`, condition },
        { id: `o${at}`, from: `s${at}`, to: 'out' },
      ])
      return problems({ ...graph, flows: [...graph.flows, ...flows] })
    }
    const codes = (...conditions: Condition[]) => chosen(...conditions).map(({ code, flowId, level }) => `${level} ${code} ${flowId}`)
    expect(codes({ field: 'chanel', operator: 'is', value: 'a' })).toEqual(['error unknown-field c0'])
    expect(codes({ field: 'fee', operator: 'is', value: '0' })).toEqual(['error wrong-type c0'])
    expect(codes({ field: 'filed', operator: 'less', value: '2026-02-30' })).toEqual(['error wrong-type c0'])
    expect(codes({ field: 'channel', operator: 'less', value: 'a' })).toEqual(['error operator-unfit c0'])
    expect(codes({ not: { field: 'channel', operator: 'one-of', value: ['a', 'z'] } })).toEqual(['error unknown-choice c0'])
    expect(codes({ any: [] })).toEqual(['error empty-group c0'])
    expect(codes(urgent, urgent)).toEqual(['error same-condition c1'])
    expect(codes({ field: 'fee', operator: 'less', value: 3 }, { field: 'fee', operator: 'at-least', value: 3 })).toEqual([])
    const [overlap] = chosen({ field: 'fee', operator: 'at-most', value: 3 }, { field: 'fee', operator: 'at-least', value: 3 })
    expect(overlap).toMatchObject({ code: 'overlap', level: 'warning', flowId: 'c1' })
    expect(overlap?.sentence.vi).toBe(
      'Hồ sơ có thể thỏa cả đường này và đường “Lệ phí không quá 3” (ví dụ: Lệ phí là 3); khi đó đi đường đứng trước.',
    )
  })

  test('never fails on a graph that is half drawn: parts of sound ones, and lines led astray', () => {
    fc.assert(
      fc.property(someGraph(), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(3)), { maxLength: 6 }), (graph, changes) => {
        const nodes = [...graph.nodes]
        const flows = [...graph.flows]
        for (const [at, other, what] of changes) {
          const flow = flows[at % Math.max(flows.length, 1)]
          const node = nodes[other % Math.max(nodes.length, 1)]
          if (!flow || !node) continue
          if (what === 0) flows.splice(flows.indexOf(flow), 1)
          else if (what === 1) nodes.splice(nodes.indexOf(node), 1)
          else if (what === 2) flows[flows.indexOf(flow)] = { ...flow, to: node.id }
          else flows.push({ ...flow, id: `${flow.id}_${at}`, from: node.id })
        }
        const changed = { ...graph, nodes, flows }
        const found = graphProblems(changed, { fields: FIELDS, legalHours: 1 })
        expect(found.every(({ sentence }) => sentence.vi.endsWith('.') && sentence.en.endsWith('.'))).toBe(true)
        // What the check lets through, the engine can run to its end or to somebody who waits.
        if (structureOf(changed).findings.length === 0) expect(begin(runnable(changed), {}).position.next).toBeGreaterThan(0)
      }),
      { numRuns: 800 },
    )
  })
})

describe('hours', () => {
  test('lessons A.1, step deadlines: the limits of the steps together are held against the legal limit, and over it nothing is published', () => {
    const graph = around([step('a', 'appraisal', 30)], 'in>a a>out')
    const hours = longestWay(structureOf(graph))?.hours ?? 0
    expect(hours).toBeGreaterThan(30)
    expect(problems(graph, hours)).toEqual([])
    const over = problems(graph, hours - 0.5)
    expect(over).toMatchObject([{ code: 'over-limit', level: 'error' }])
    expect(canBePublished(over)).toBe(false)
  })

  test('of parallel branches the longest, of agencies the longest or the sum, a loop once with what going back adds', () => {
    const hours = (graph: ProcessGraph) => longestWay(structureOf(graph))?.hours
    expect(
      hours(
        around(
          [plain('fork'), step('a', 'appraisal', 7), step('b', 'appraisal', 9), join()],
          'in>fork fork>a fork>b a>join b>join join>out',
        ),
      ),
    ).toBe(21)
    expect(hours(around([step('a'), plain('choice')], 'in>a a>choice choice>a! choice>out?'))).toBe(16)
    expect(
      hours(around([step('a'), plain('choice'), step('again', 'appraisal', 5)], 'in>a a>choice choice>again! again>a choice>out?')),
    ).toBe(21)
    const legs = [1, 2].map((days) => ({
      key: `leg${days}`,
      lane: 'officer',
      name: 'Cơ quan',
      limit: { amount: days, unit: 'working-day' as const },
    }))
    const sent = (mode: 'parallel' | 'in-order') =>
      hours(around([{ id: 'a', kind: 'agencies', name: 'Liên thông', mode, legs }], 'in>a a>out'))
    expect([sent('parallel'), sent('in-order')]).toEqual([28, 36])
  })

  test('no walk without going round takes longer than the longest way', () => {
    fc.assert(
      fc.property(someGraph(['all']), fc.array(someFacts, { minLength: 1, maxLength: 8 }), (graph, facts) => {
        const process = runnable(graph)
        const most = longestWay(process.structure)?.hours ?? 0
        const turn = (at: number) => ({ ...facts[at % facts.length], again: false })
        // Each token carries the hours at which it was opened; a join waits for the latest.
        const clock = new Map<number, number>()
        let latest = 0
        let { position, entered } = begin(process, turn(0))
        for (const { id } of entered) clock.set(id, 0)
        for (let at = 1; position.ended === undefined; at += 1) {
          const [token] = openTokens(position).toSorted((one, other) => finish(one.id, one.node) - finish(other.id, other.node))
          if (!token) throw new Error('Nothing is open')
          latest = finish(token.id, token.node)
          ;({ position, entered } = leave(process, position, token.id, turn(at)))
          for (const { id } of entered) clock.set(id, latest)
        }
        expect(latest).toBeLessThanOrEqual(most)

        function finish(id: number, nodeId: string): number {
          const node = process.nodes.get(nodeId)?.node
          // Legs in order are opened one by one: each adds its own part, and together they are the node's hours.
          const own = !node
            ? 0
            : node.kind === 'agencies' && node.mode === 'in-order'
              ? hoursAt(node) / node.legs.length
              : node
                ? hoursAt(node)
                : 0
          return (clock.get(id) ?? 0) + own
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('conditions', () => {
  test('those that are sound can be evaluated on any facts, are kept as they are, and have words', () => {
    fc.assert(
      fc.property(someCondition, someFacts, (condition, facts) => {
        expect(checkCondition(condition, FIELDS)).toEqual([])
        expect(ConditionSchema.parse(JSON.parse(JSON.stringify(condition)))).toEqual(condition)
        expect(holds({ not: condition }, facts)).toBe(!holds(condition, facts))
        expect(conditionText(condition, FIELDS, 'vi')).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })

  test('two conditions overlap exactly when some facts satisfy both', () => {
    fc.assert(
      fc.property(someCondition, someCondition, fc.array(someFacts, { minLength: 20, maxLength: 40 }), (one, other, tries) => {
        const example = overlapOf(one, other, FIELDS)
        if (example) expect([holds(one, example), holds(other, example)]).toEqual([true, true])
        else expect(tries.filter((facts) => holds(one, facts) && holds(other, facts))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('lessons A.2.1: “100|200” are two values compared whole, not single characters', () => {
    const either: Condition = { field: 'stepdone', operator: 'one-of', value: ['100', '200'] }
    const taken = ['100', '200', '1', '0', '|', '2', '100|200', ''].filter((stepdone) => holds(either, { stepdone }))
    expect(taken).toEqual(['100', '200'])
  })

  test('lessons A.2.2: several agencies in one condition are all asked, and “a+b” is a name of its own', () => {
    const agencies: Condition = { field: 'agency', operator: 'one-of', value: ['a', 'b'] }
    expect(['a', 'b', 'c', 'a,b', 'a+b'].filter((agency) => holds(agencies, { agency }))).toEqual(['a', 'b'])
    expect(['a', 'b', 'c'].filter((agency) => holds({ not: agencies }, { agency }))).toEqual(['c'])
  })

  test('lessons A.2.3: what is not known fulfils no comparison: no amount, no file, no answer is “paid”', () => {
    const comparisons: Condition[] = [
      { field: 'fee', operator: 'is', value: 0 },
      ...(['less', 'at-most', 'at-least', 'more'] as const).map((operator): Condition => ({ field: 'fee', operator, value: 0 })),
      { field: 'urgent', operator: 'is', value: true },
      { field: 'urgent', operator: 'is', value: false },
      { field: 'channel', operator: 'one-of', value: ['a', 'b', 'c', 'd'] },
      { field: 'note', operator: 'is', value: '' },
      { field: 'fee', operator: 'known' },
    ]
    for (const facts of [{}, { fee: undefined, urgent: undefined, channel: undefined, note: undefined }])
      expect(comparisons.filter((condition) => holds(condition, facts))).toEqual([])
  })

  test('lessons A.2.3: asking changes neither the condition nor the facts', () => {
    fc.assert(
      fc.property(someCondition, someFacts, (condition, facts) => {
        const [asked, known] = [deepFreeze(structuredClone(condition)), deepFreeze({ ...facts })]
        expect(holds(asked, known)).toBe(holds(asked, known))
        expect([asked, known]).toEqual([condition, facts])
      }),
      { numRuns: 300 },
    )
  })

  test('lessons A.2.3: a misspelt or ill-typed condition is not taken for true', () => {
    expect(() => holds({ field: 'fee', operator: 'at-least', value: 1 }, { fee: '5' })).toThrow('The fact fee is a string')
    expect(holds({ field: 'constructor', operator: 'known' }, {})).toBe(false)
    expect(ConditionSchema.safeParse({ field: 'fee', operator: 'roughly', value: 1 }).success).toBe(false)
    let deep: unknown = urgent
    for (let at = 0; at < 5000; at += 1) deep = { not: deep }
    expect(ConditionSchema.safeParse(deep).success).toBe(false)
  })

  test('in words', () => {
    const condition: Condition = {
      all: [
        { field: 'channel', operator: 'one-of', value: ['a', 'b'] },
        { any: [urgent, { not: { field: 'filed', operator: 'at-least', value: '2026-07-01' } }] },
      ],
    }
    expect(conditionText(condition, FIELDS)).toBe(
      'Hình thức nộp là một trong a, b và (Gấp là Có hoặc không đúng là (Ngày nộp từ ngày 01/07/2026))',
    )
    expect(conditionText(condition, FIELDS, 'en')).toBe(
      'Channel is one of a, b and (Urgent is Yes or it is not so that (Filed on is on or after 01/07/2026))',
    )
  })
})

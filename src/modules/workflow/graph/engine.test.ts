import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { someFacts, someGraph } from '../../../../tests/support/random-graph.ts'
import type { Condition, Facts } from './condition.ts'
import { begin, goBack, goOn, leave, type TokenMove } from './engine.ts'
import { type JoinMode, ProcessGraph } from './graph.ts'
import { openTokens } from './open-tokens.ts'
import { Position, type Token } from './position.ts'
import { nodeOf, type Runnable, runnable, waysBack } from './runnable.ts'
import { structureOf } from './structure.ts'

/** Moves in which anything may happen; after them loops are left and nothing goes back, so the walk has to end. */
const WILD_MOVES = 30

type Turn = { pick: number; facts: Facts; back: number; lead: boolean }
const someTurn: fc.Arbitrary<Turn> = fc.record({ pick: fc.nat(), facts: someFacts, back: fc.nat(19), lead: fc.boolean() })

type Step = (position: Position) => TokenMove

/** Chooses the next thing to do by the turn. */
function chosen(process: Runnable, position: Position, turn: Turn, isWild: boolean): { does: Step; left?: Token } {
  const { pick, back, lead } = turn
  const facts = isWild ? turn.facts : { ...turn.facts, again: false }
  const decided = position.tokens.find((token) => token.branch !== undefined && modeOf(process, token) === token.branch)
  if (decided && lead) return { does: (from) => goOn(process, from, decided.node, facts) }
  const open = openTokens(position)
  const token = open[pick % open.length]
  if (!token) throw new Error('Nothing is open and the process has not ended')
  const ways = waysBack(process, token.node)
  const way = ways[back % Math.max(ways.length, 1)]
  if (isWild && back < 3 && way !== undefined) return { does: (from) => goBack(process, from, token.id, way), left: token }
  const decision = lead && leadsToItsJoin(process, token) ? 'go-on' : undefined
  return { does: (from) => leave(process, from, token.id, facts, decision), left: token }
}

/** The next thing after the step is the join that its branch leads. */
const leadsToItsJoin = (process: Runnable, { node }: Token) => {
  const [way] = nodeOf(process, node).out
  const mode = way?.to.join?.mode
  return nodeOf(process, node).node.kind === 'step' && mode?.kind === 'lead' && mode.branch === way?.branch
}

const modeOf = (process: Runnable, token: Token) => {
  const { node } = nodeOf(process, token.node)
  return node.kind === 'join' && node.mode.kind === 'lead' ? node.mode.branch : undefined
}

/** Walks to the end, and insists on every promise of the engine at each move. */
function walk(process: Runnable, turns: readonly Turn[]): { moves: number; bytes: string } {
  const open = new Map<number, Token>()
  const used = new Set<number>()
  const history: string[] = []
  let position: Position = { next: 0, tokens: [] }
  const accept = (move: TokenMove, left: Token | undefined) => {
    if (left) insist(open.delete(left.id), 'what is left was open')
    for (const token of move.cancelled) insist(open.delete(token.id), `what is cancelled was open: ${token.id}`)
    for (const token of move.entered) {
      insist(!used.has(token.id), `token ${token.id} is new`)
      used.add(token.id)
      open.set(token.id, token)
    }
    position = move.position
    insist(same(openTokens(position), [...open.values()]), 'what is open is what was opened and not closed')
    insist(
      position.tokens.every(({ id }) => id < position.next),
      'ids come from the counter',
    )
    insist(same(Position.parse(position), position), 'the position is plain')
    insist((position.ended !== undefined) === (open.size === 0), 'it has ended when nothing is open, and only then')
    if (position.ended !== undefined) insist(position.tokens.length === 0, 'nothing is left at the end')
    for (const one of open.values())
      for (const other of open.values()) insist(one.id >= other.id || areApart(process, one, other), 'one token in a branch')
    history.push(JSON.stringify(move))
  }
  accept(begin(process, turns[0]?.facts ?? {}), undefined)
  let moves = 0
  while (position.ended === undefined) {
    const turn = turns[moves % turns.length] ?? { pick: 0, facts: {}, back: 19, lead: false }
    const { does, left } = chosen(process, position, turn, moves < WILD_MOVES)
    const before = JSON.stringify(position)
    const move = does(position)
    insist(JSON.stringify(position) === before, 'a move changes nothing that it was given')
    insist(same(does(JSON.parse(before)), move), 'resumed from JSON the same happens')
    accept(move, left)
    if (left)
      insist(
        throws(() => leave(process, position, left.id, {})),
        'what has been left cannot be left again',
      )
    moves += 1
    insist(moves <= WILD_MOVES + 10 * (process.nodes.size + 1), 'the walk ends')
  }
  return { moves, bytes: history.join('\n') }
}

/** In different branches of one fork, or legs of one liên thông. */
function areApart(process: Runnable, one: Token, other: Token): boolean {
  if (one.node === other.node) return one.leg !== undefined && one.leg !== other.leg
  const [a, b] = [nodeOf(process, one.node).scope, nodeOf(process, other.node).scope]
  return a.some((branch, at) => b[at] !== undefined && b[at] !== branch)
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const throws = (work: () => unknown) => {
  try {
    work()
    return false
  } catch {
    return true
  }
}
function insist(holds: boolean, promise: string): void {
  if (!holds) throw new Error(`Broken: ${promise}`)
}

const step = (id: string, kind: 'reception' | 'appraisal' = 'appraisal') => ({
  id,
  kind: 'step' as const,
  name: id,
  step: kind,
  lane: 'lane',
  limit: { amount: 1, unit: 'hour' as const },
})
/** Ways are written `a>b`; `c>d?` is the default of a choice. */
const drawn = (nodes: ProcessGraph['nodes'], ways: string[], conditions: Record<string, Condition> = {}): ProcessGraph => ({
  lanes: [{ key: 'lane', name: 'Chuyên viên', place: 'settling', roleCode: 'specialist' }],
  nodes: [{ id: 'start', kind: 'start', name: 'Bắt đầu' }, ...nodes, { id: 'end', kind: 'end', name: 'Kết thúc' }],
  flows: ways.map((way) => {
    const [from = '', to = ''] = way.replace('?', '').split('>')
    return { id: `${from}-${to}`, from, to, ...(way.endsWith('?') && { isDefault: true as const }), condition: conditions[way] }
  }),
})
const names = (tokens: readonly Token[]) => tokens.map(({ node, leg }) => (leg ? `${node}/${leg}` : node))
const tokenAt = (position: Position, node: string, leg?: string) => {
  const token = openTokens(position).find((each) => each.node === node && each.leg === leg)
  if (!token) throw new Error(`Nothing is open at ${node}`)
  return token.id
}

/** Three branches between two steps. */
const threeWays = (mode: JoinMode) =>
  runnable(
    drawn(
      [
        step('before'),
        { id: 'fork', kind: 'fork', name: '' },
        step('a'),
        step('b'),
        step('c'),
        { id: 'join', kind: 'join', name: '', mode },
        step('after'),
      ],
      ['start>before', 'before>fork', 'fork>a', 'fork>b', 'fork>c', 'a>join', 'b>join', 'c>join', 'join>after', 'after>end'],
    ),
  )
const inThreeWays = (mode: JoinMode) => {
  const process = threeWays(mode)
  const { position } = begin(process, {})
  return { process, opened: leave(process, position, tokenAt(position, 'before'), {}) }
}

describe('joins', () => {
  test('a fork opens its branches in order, and a join of all waits for the last', () => {
    const { process, opened } = inThreeWays({ kind: 'all' })
    expect(names(opened.entered)).toEqual(['a', 'b', 'c'])
    expect(opened.taken).toEqual(['before-fork', 'fork-a', 'fork-b', 'fork-c'])
    const first = leave(process, opened.position, tokenAt(opened.position, 'b'), {})
    const second = leave(process, first.position, tokenAt(first.position, 'a'), {})
    expect([names(first.entered), names(second.entered)]).toEqual([[], []])
    expect(names(leave(process, second.position, tokenAt(second.position, 'c'), {}).entered)).toEqual(['after'])
  })

  test('the first of any goes on, and what the others had open is cancelled', () => {
    const { process, opened } = inThreeWays({ kind: 'any' })
    const move = leave(process, opened.position, tokenAt(opened.position, 'b'), {})
    expect([names(move.entered), names(move.cancelled)]).toEqual([['after'], ['a', 'c']])
    expect(move.position.tokens).toHaveLength(1)
  })

  test('two of three go on', () => {
    const { process, opened } = inThreeWays({ kind: 'at-least', count: 2 })
    const first = leave(process, opened.position, tokenAt(opened.position, 'c'), {})
    expect(names(first.entered)).toEqual([])
    const second = leave(process, first.position, tokenAt(first.position, 'a'), {})
    expect([names(second.entered), names(second.cancelled)]).toEqual([['after'], ['b']])
  })

  test('the lead decides when leaving, or later, or waits for all; nobody else does', () => {
    const { process, opened } = inThreeWays({ kind: 'lead', branch: 'fork-b' })
    expect(() => leave(process, opened.position, tokenAt(opened.position, 'a'), {}, 'go-on')).toThrow('nothing here for the lead')
    expect(() => goOn(process, opened.position, 'join', {})).toThrow('cannot decide')
    const atOnce = leave(process, opened.position, tokenAt(opened.position, 'b'), {}, 'go-on')
    expect([names(atOnce.entered), names(atOnce.cancelled)]).toEqual([['after'], ['a', 'c']])
    const came = leave(process, opened.position, tokenAt(opened.position, 'b'), {})
    const later = goOn(process, leave(process, came.position, tokenAt(came.position, 'c'), {}).position, 'join', {})
    expect([names(later.entered), names(later.cancelled)]).toEqual([['after'], ['a']])
    const others = leave(process, came.position, tokenAt(came.position, 'a'), {})
    expect(names(leave(process, others.position, tokenAt(others.position, 'c'), {}).entered)).toEqual(['after'])
  })
})

describe('other agencies', () => {
  const legs = ['tax', 'police'].map((key) => ({ key, lane: 'lane', name: key, limit: { amount: 1, unit: 'working-day' as const } }))
  const sent = (mode: 'parallel' | 'in-order') => {
    const process = runnable(
      drawn([{ id: 'out', kind: 'agencies', name: 'Liên thông', mode, legs }, step('after')], ['start>out', 'out>after', 'after>end']),
    )
    return { process, move: begin(process, {}) }
  }

  test('electronic to all at once: the process goes on when the last has answered', () => {
    const { process, move } = sent('parallel')
    expect(names(move.entered)).toEqual(['out/tax', 'out/police'])
    const first = leave(process, move.position, tokenAt(move.position, 'out', 'police'), {})
    expect(names(first.entered)).toEqual([])
    expect(names(leave(process, first.position, tokenAt(first.position, 'out', 'tax'), {}).entered)).toEqual(['after'])
  })

  test('paper in the fixed order: one after the other', () => {
    const { process, move } = sent('in-order')
    expect(names(move.entered)).toEqual(['out/tax'])
    const first = leave(process, move.position, tokenAt(move.position, 'out', 'tax'), {})
    expect(names(first.entered)).toEqual(['out/police'])
    expect(names(leave(process, first.position, tokenAt(first.position, 'out', 'police'), {}).entered)).toEqual(['after'])
  })
})

test('lessons A.1, step deadlines: a wait of n days passes when it is over, and neither at once nor by itself', () => {
  const process = runnable(
    drawn(
      [step('ask'), { id: 'wait', kind: 'timer', name: 'Chờ 15 ngày', wait: { amount: 15, unit: 'working-day' } }, step('close')],
      ['start>ask', 'ask>wait', 'wait>close', 'close>end'],
    ),
  )
  const waiting = leave(process, begin(process, {}).position, 1, {})
  expect([names(waiting.entered), waiting.ended]).toEqual([['wait'], undefined])
  expect(names(leave(process, waiting.position, tokenAt(waiting.position, 'wait'), {}).entered)).toEqual(['close'])
})

test('lessons A.2.1: a dossier can stand at several steps at once, and each is one token of its own, not a text to be split', () => {
  const { process, opened } = inThreeWays({ kind: 'all' })
  expect(names(openTokens(opened.position))).toEqual(['a', 'b', 'c'])
  expect(() => leave(process, opened.position, Number('1|2'), {})).toThrow('no open token')
})

describe('choices and ways back', () => {
  const enough: Condition = { field: 'fee', operator: 'at-least', value: 10 }
  const process = runnable(
    drawn(
      [step('receive', 'reception'), step('check'), { id: 'choice', kind: 'choice', name: 'Đủ?' }, step('more')],
      ['start>receive', 'receive>check', 'check>choice', 'choice>more?', 'choice>end', 'more>check'],
      { 'choice>end': enough },
    ),
  )

  test('the condition that holds leads; else the default, wherever it stands', () => {
    const { position } = leave(process, begin(process, {}).position, 1, {})
    expect(leave(process, position, 2, { fee: 10 })).toMatchObject({ ended: 'end', taken: ['check-choice', 'choice-end'] })
    expect(names(leave(process, position, 2, { fee: 9 }).entered)).toEqual(['more'])
    expect(names(leave(process, position, 2, {}).entered)).toEqual(['more'])
  })

  test('work goes back to earlier steps, not to the reception, nor forward round a loop', () => {
    expect(waysBack(process, 'more')).toEqual(['check'])
    expect(waysBack(process, 'check')).toEqual([])
  })

  test('going back before a fork cancels what all its branches had open, and what had come to the join', () => {
    const { process: ways, opened } = inThreeWays({ kind: 'all' })
    const came = leave(ways, opened.position, tokenAt(opened.position, 'a'), {})
    const back = goBack(ways, came.position, tokenAt(came.position, 'b'), 'before')
    expect([names(back.entered), names(back.cancelled)]).toEqual([['before'], ['c']])
    expect(names(back.position.tokens)).toEqual(['before'])
    expect(() => goBack(ways, opened.position, tokenAt(opened.position, 'b'), 'a')).toThrow('no way back')
  })

  test('a graph on which a dossier could get lost is not run', () => {
    expect(() => runnable(drawn([step('a')], ['start>a']))).toThrow('cannot be run: unreachable at end')
  })
})

describe('random processes', () => {
  test('the graphs that are grown are sound, and plain', () => {
    fc.assert(
      fc.property(someGraph(), (graph) => {
        expect(structureOf(graph).findings).toEqual([])
        expect(ProcessGraph.parse(graph)).toEqual(graph)
      }),
      { numRuns: 500 },
    )
  })

  test('walks: each ends, no token is lost or used twice, the same walk gives the same bytes, resumed from JSON or not', () => {
    let moves = 0
    fc.assert(
      fc.property(someGraph(), fc.array(someTurn, { minLength: 1, maxLength: 20 }), (graph, turns) => {
        const first = walk(runnable(graph), turns)
        const again = walk(runnable(JSON.parse(JSON.stringify(graph))), turns)
        insist(first.bytes === again.bytes, 'the same walk gives the same bytes')
        moves += first.moves
      }),
      { numRuns: 2_500 },
    )
    expect(moves).toBeGreaterThan(10_000)
  }, 240_000)
})

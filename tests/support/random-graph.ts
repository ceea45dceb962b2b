/** Random well-nested processes for property tests: grown from blocks, so that the shape is right by construction and not by the checker under test. */
import fc from 'fast-check'
import type { Condition, ConditionField, Facts } from '#modules/workflow/graph/condition.ts'
import type { Flow, GraphNode, JoinMode, ProcessGraph } from '#modules/workflow/graph/graph.ts'

export const LETTERS = ['a', 'b', 'c', 'd'] as const

export const FIELDS: ConditionField[] = [
  {
    name: 'channel',
    type: 'choice',
    label: { vi: 'Hình thức nộp', en: 'Channel' },
    choices: LETTERS.map((value) => ({ value, label: { vi: value, en: value } })),
  },
  { name: 'fee', type: 'number', label: { vi: 'Lệ phí', en: 'Fee' } },
  { name: 'urgent', type: 'yes-no', label: { vi: 'Gấp', en: 'Urgent' } },
  { name: 'filed', type: 'date', label: { vi: 'Ngày nộp', en: 'Filed on' } },
  { name: 'again', type: 'yes-no', label: { vi: 'Làm lại', en: 'Again' } },
  { name: 'note', type: 'text', label: { vi: 'Ghi chú', en: 'Note' } },
]

export const someFacts: fc.Arbitrary<Facts> = fc.record(
  {
    channel: fc.constantFrom(...LETTERS),
    fee: fc.integer({ min: 0, max: 4 }),
    urgent: fc.boolean(),
    filed: fc.constantFrom('2026-01-01', '2026-06-30'),
    note: fc.constantFrom('', 'x'),
    again: fc.boolean(),
  },
  { requiredKeys: [] },
)

const comparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constant('channel'),
    operator: fc.constantFrom('is' as const, 'is-not' as const),
    value: fc.constantFrom(...LETTERS),
  }),
  fc.record({
    field: fc.constant('channel'),
    operator: fc.constant('one-of' as const),
    value: fc.subarray([...LETTERS], { minLength: 1 }),
  }),
  fc.record({
    field: fc.constant('fee'),
    operator: fc.constantFrom('less' as const, 'at-most' as const, 'at-least' as const, 'more' as const, 'is' as const),
    value: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({ field: fc.constant('urgent'), operator: fc.constant('is' as const), value: fc.boolean() }),
  fc.record({ field: fc.constantFrom('filed', 'fee'), operator: fc.constantFrom('known' as const, 'not-known' as const) }),
)

export const someCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    comparison,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
})).condition

type Block =
  | { block: 'step' | 'outside' | 'timer' }
  | { block: 'agencies'; legs: number; mode: 'parallel' | 'in-order' }
  | { block: 'row'; parts: Block[] }
  | { block: 'choice'; ways: { condition: Condition; part?: Block }[]; other?: Block; ends: boolean }
  | { block: 'fork'; branches: Block[]; mode: JoinMode['kind']; count: number; skips: boolean }
  /** `body`, then a choice that goes on, or back to the body, by way of `again`. */
  | { block: 'loop'; body: Block; again?: Block; condition: Condition }

const leaf: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Block>({ block: 'step' }) },
  { weight: 1, arbitrary: fc.constantFrom<Block>({ block: 'outside' }, { block: 'timer' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      block: fc.constant('agencies' as const),
      legs: fc.integer({ min: 1, max: 3 }),
      mode: fc.constantFrom('parallel' as const, 'in-order' as const),
    }),
  },
)

const someBlock = (modes: readonly JoinMode['kind'][]): fc.Arbitrary<Block> =>
  fc.letrec<{ block: Block }>((tie) => ({
    block: fc.oneof(
      { depthSize: 'small', maxDepth: 5, withCrossShrink: true },
      leaf,
      fc.record({ block: fc.constant('row' as const), parts: fc.array(tie('block'), { minLength: 2, maxLength: 4 }) }),
      fc.record({
        block: fc.constant('choice' as const),
        ways: fc.array(fc.record({ condition: someCondition, part: fc.option(tie('block'), { nil: undefined }) }), {
          minLength: 1,
          maxLength: 3,
        }),
        other: fc.option(tie('block'), { nil: undefined }),
        ends: fc.boolean(),
      }),
      fc.record({
        block: fc.constant('fork' as const),
        branches: fc.array(tie('block'), { minLength: 2, maxLength: 4 }),
        mode: fc.constantFrom(...modes),
        count: fc.integer({ min: 1, max: 4 }),
        skips: fc.boolean(),
      }),
      fc.record({
        block: fc.constant('loop' as const),
        body: tie('block'),
        again: fc.option(tie('block'), { nil: undefined }),
        condition: someCondition,
      }),
    ),
  })).block

export const ALL_MODES = ['all', 'any', 'at-least', 'lead'] as const

/** Random processes; every loop is left when `again` is not true. `modes` are the ways their branches may come together. */
export const someGraph = (modes: readonly JoinMode['kind'][] = ALL_MODES): fc.Arbitrary<ProcessGraph> => someBlock(modes).map(grow)

/** Draws the block between a start and an end. Every way into the next block that has no node yet (`loose`) is led to it when it comes. */
function grow(block: Block): ProcessGraph {
  const nodes: GraphNode[] = []
  const flows: Flow[] = []
  const add = (node: GraphNode) => {
    nodes.push(node)
    return node.id
  }
  const nextId = (kind: string) => `${kind}_${nodes.length + 1}`
  type Loose = Omit<Flow, 'id' | 'to'>
  const tie = (loose: Loose[], to: string) => {
    for (const each of loose) flows.push({ id: `flow_${flows.length + 1}`, ...each, to })
  }
  /** Ways that start at one node and would run to one and the same node get a step in between. */
  const apart = (loose: Loose[]): Loose[] => {
    const seen = new Set<string>()
    return loose.map((each) => {
      if (!seen.has(each.from)) {
        seen.add(each.from)
        return each
      }
      return { from: step([each]) }
    })
  }
  const step = (loose: Loose[]): string => {
    const id = add({
      id: nextId('step'),
      kind: 'step',
      name: `Bước ${nodes.length}`,
      step: 'appraisal',
      lane: `lane_${nodes.length % 3}`,
      limit: { amount: 1 + (nodes.length % 4), unit: 'hour' },
    })
    tie(loose, id)
    return id
  }
  const draw = (part: Block, loose: Loose[], depth: number): Loose[] => {
    switch (part.block) {
      case 'step':
        return [{ from: step(apart(loose)) }]
      case 'outside': {
        const into = apart(loose)
        const id = add({
          id: nextId('outside'),
          kind: 'outside',
          name: 'Chuyên gia',
          lane: 'lane_0',
          limit: { amount: 1, unit: 'working-day' },
        })
        tie(into, id)
        return [{ from: id }]
      }
      case 'timer': {
        const into = apart(loose)
        const id = add({ id: nextId('timer'), kind: 'timer', name: 'Niêm yết', wait: { amount: 1.5, unit: 'working-day' } })
        tie(into, id)
        return [{ from: id }]
      }
      case 'agencies': {
        const into = apart(loose)
        const legs = Array.from({ length: part.legs }, (_, at) => ({
          key: `leg_${at}`,
          lane: 'lane_1',
          name: `Cơ quan ${at}`,
          limit: { amount: 2 + at, unit: 'hour' as const },
        }))
        const id = add({
          id: nextId('agencies'),
          kind: 'agencies',
          name: 'Liên thông',
          mode: part.mode,
          legs,
          ...(part.legs > 1 && { lead: 'leg_0' }),
        })
        tie(into, id)
        return [{ from: id }]
      }
      case 'row':
        return part.parts.reduce((out, each) => draw(each, out, depth), loose)
      case 'choice': {
        const into = apart(loose)
        const id = add({ id: nextId('choice'), kind: 'choice', name: 'Rẽ nhánh' })
        tie(into, id)
        const out = part.ways.flatMap(({ condition, part: inner }, at): Loose[] => {
          const way: Loose = { from: id, condition, ...(at % 2 === 0 && { name: `Hướng ${at}` }) }
          return inner ? draw(inner, [way], depth) : [way]
        })
        const other: Loose = { from: id, isDefault: true }
        const last = part.other ? draw(part.other, [other], depth) : [other]
        if (!part.ends || depth > 0) return [...out, ...last]
        tie(apart(last), add({ id: nextId('end'), kind: 'end', name: 'Từ chối' }))
        return out
      }
      case 'fork': {
        const into = apart(loose)
        const id = add({ id: nextId('fork'), kind: 'fork', name: '' })
        tie(into, id)
        const lead = `flow_${flows.length + 1}`
        const out = part.branches.flatMap((branch, at) => {
          // A branch may begin with a choice that skips all of it.
          if (!part.skips || at === 0) return draw(branch, [{ from: id }], depth + 1)
          return draw(
            { block: 'choice', ways: [{ condition: { field: 'urgent', operator: 'is', value: true }, part: branch }], ends: false },
            [{ from: id }],
            depth + 1,
          )
        })
        const count = Math.min(part.count, part.branches.length)
        const mode: JoinMode =
          part.mode === 'at-least'
            ? { kind: 'at-least', count }
            : part.mode === 'lead'
              ? { kind: 'lead', branch: lead }
              : { kind: part.mode }
        const ready = apart(out)
        const join = add({ id: nextId('join'), kind: 'join', name: '', mode })
        tie(ready, join)
        return [{ from: join }]
      }
      case 'loop': {
        const head = step(apart(loose))
        const out = apart(draw(part.body, [{ from: head }], depth))
        const id = add({ id: nextId('choice'), kind: 'choice', name: 'Làm lại?' })
        tie(out, id)
        const again: Loose = { from: id, condition: { all: [{ field: 'again', operator: 'is', value: true }, part.condition] } }
        tie(part.again ? apart(draw(part.again, [again], depth)) : [again], head)
        return [{ from: id, isDefault: true }]
      }
    }
  }
  const start = add({ id: 'start', kind: 'start', name: 'Bắt đầu' })
  const last = apart(draw(block, [{ from: start }], 0))
  tie(last, add({ id: 'end', kind: 'end', name: 'Kết thúc' }))
  const lanes = [0, 1, 2].map((at) => ({ key: `lane_${at}`, name: `Vai trò ${at}`, place: 'settling' as const, roleCode: 'specialist' }))
  return { lanes, nodes, flows }
}

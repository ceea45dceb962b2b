import { BpmnModdle } from 'bpmn-moddle'
import { Linter } from 'bpmnlint'
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runOracle } from '../../../../../tests/support/bpmn-oracle.ts'
import { FIELDS, someFacts, someGraph } from '../../../../../tests/support/random-graph.ts'
import { begin, leave } from '../engine.ts'
import { ProcessGraph } from '../graph.ts'
import { openTokens } from '../open-tokens.ts'
import type { Token } from '../position.ts'
import { graphProblems } from '../problems.ts'
import { runnable } from '../runnable.ts'
import { exportBpmn } from './export.ts'
import { importBpmn } from './import.ts'

const NAME = 'Cấp “giấy phép” <A & B>'

/** Words of every kind that may be kept. */
const someText = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => /^[^\p{Cc}\p{Cs}\p{Cn}\u2028\u2029]*$/u.test(text))

/** Random processes with random words, outputs and actions, as the schema keeps them. */
const someWordyGraph = fc.tuple(someGraph(), fc.infiniteStream(someText)).map(([graph, texts]) => {
  const text = () => String(texts.next().value)
  const nodes = graph.nodes.map((node, at) => ({
    ...node,
    name: text(),
    ...(node.kind === 'step' && at % 2 === 0 && { output: text(), actions: at % 4 === 0 ? [] : ['complete', 'send-back'] }),
    ...(node.kind === 'agencies' && { legs: node.legs.map((leg) => ({ ...leg, name: text(), lane: text() })) }),
  }))
  const flows = graph.flows.map((flow) => ({
    ...flow,
    name: text(),
    ...(flow.condition && { condition: { any: [flow.condition, { field: 'note', operator: 'is', value: text() }] } }),
  }))
  const lanes = graph.lanes.map((lane) => ({ ...lane, name: text(), roleCode: text() }))
  return ProcessGraph.parse({ lanes, nodes, flows })
})

test('what is exported comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(someWordyGraph, async (graph) => {
      const read = await importBpmn(await exportBpmn(graph, { name: NAME }))
      expect(read.notes).toEqual([])
      expect(read.name).toBe(NAME)
      expect(JSON.stringify(read.graph)).toBe(JSON.stringify(ProcessGraph.parse(read.graph)))
      expect(read.graph).toEqual(graph)
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('what is exported passes the recommended rules of bpmnlint, warnings too', async () => {
  await fc.assert(
    fc.asyncProperty(someGraph(), async (graph) => {
      const { rootElement, warnings } = await new BpmnModdle().fromXML(await exportBpmn(graph, { name: NAME }))
      expect(warnings).toEqual([])
      // Its rules remember what they have seen: one linter for each file.
      const linter = new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() })
      expect(await linter.lint(rootElement)).toEqual({})
    }),
    { numRuns: 50 },
  )
}, 120_000)

const elementOf = ({ node, leg }: Token) => (leg === undefined ? node : `${node}.leg.${leg}`)

test('an independent engine takes the same steps in the same order', async () => {
  let moves = 0
  await fc.assert(
    fc.asyncProperty(
      someGraph(['all', 'lead']),
      fc.array(fc.tuple(fc.nat(), someFacts), { minLength: 1, maxLength: 12 }),
      async (graph, turns) => {
        const turn = (at: number) => {
          const [pick, facts] = turns[at % turns.length] ?? [0, {}]
          return { pick, facts: at < 12 ? facts : { ...facts, again: false } }
        }
        const process = runnable(graph)
        let { position } = begin(process, turn(0).facts)
        const oracle = await runOracle(await exportBpmn(graph, { name: NAME }), turn(0).facts)
        for (let at = 1; position.ended === undefined; at += 1) {
          const open = openTokens(position)
          expect(oracle.open()).toEqual(open.map(elementOf).toSorted())
          const { pick, facts } = turn(at)
          const token = open[pick % open.length]
          if (!token) throw new Error('Nothing is open')
          position = leave(process, position, token.id, facts).position
          oracle.leave(elementOf(token), facts)
          moves += 1
        }
        expect([oracle.open(), oracle.hasEnded()]).toEqual([[], true])
      },
    ),
    { numRuns: 80 },
  )
  expect(moves).toBeGreaterThan(200)
}, 120_000)

describe('files of others', () => {
  const file = (inside: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="x"><process id="p" name="Quy trình khác">${inside}</process></definitions>`

  test('steps, choices, branches and lanes are taken over; the check list asks for the rest', async () => {
    const { graph, notes, name } = await importBpmn(
      file(`
        <laneSet id="l"><lane id="l1" name="Bộ phận Một cửa"><flowNodeRef>t.1</flowNodeRef></lane></laneSet>
        <startEvent id="s" name="Bắt đầu"/><task id="t.1" name="Tiếp nhận&#10;hồ sơ"/><exclusiveGateway id="g" name="Đủ?" default="f4"/><task id="t2" name="Bổ sung"/>
        <exclusiveGateway id="m"/><endEvent id="e" name="Kết thúc"/>
        <sequenceFlow id="f1" sourceRef="s" targetRef="t.1"/><sequenceFlow id="f2" sourceRef="t.1" targetRef="g"/>
        <sequenceFlow id="f3" sourceRef="g" targetRef="t2" name="Thiếu"><conditionExpression xsi:type="tFormalExpression">\${x}</conditionExpression></sequenceFlow>
        <sequenceFlow id="f4" sourceRef="g" targetRef="m"/><sequenceFlow id="f5" sourceRef="t2" targetRef="m"/><sequenceFlow id="f6" sourceRef="m" targetRef="e"/>`),
    )
    expect(name).toBe('Quy trình khác')
    expect(notes.map(({ code, elementId }) => [code, elementId])).toEqual([['condition', 'f3']])
    expect(graph?.nodes.map(({ id, kind, name }) => [id, kind, name])).toEqual([
      ['s', 'start', 'Bắt đầu'],
      ['bpmn_1', 'step', 'Tiếp nhận hồ sơ'],
      ['g', 'choice', 'Đủ?'],
      ['t2', 'step', 'Bổ sung'],
      ['e', 'end', 'Kết thúc'],
    ])
    expect(graph?.nodes[1]).toMatchObject({ lane: 'lane_1' })
    expect(graph?.flows.map(({ from, to, isDefault }) => [from, to, isDefault ?? false])).toEqual([
      ['s', 'bpmn_1', false],
      ['bpmn_1', 'g', false],
      ['g', 't2', false],
      ['g', 'e', true],
      ['t2', 'e', false],
    ])
    const problems = graph && graphProblems(graph, { fields: FIELDS })
    expect(problems?.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['condition-missing', 'role-missing', 'lane-missing', 'limit-missing']),
    )
  })

  test('what cannot be used is told, not dropped in silence', async () => {
    const { graph, notes } = await importBpmn(
      file('<startEvent id="s"/><inclusiveGateway id="g" name="Một hoặc nhiều"/><sequenceFlow id="f" sourceRef="s" targetRef="g"/>'),
    )
    expect(notes.map(({ sentence }) => sentence.vi)).toEqual(['“Một hoặc nhiều” là loại phần tử chưa dùng được nên bị bỏ ra; hãy vẽ lại.'])
    expect(graph && graphProblems(graph, { fields: [] }).map(({ code }) => code)).toContain('flow-nowhere')
  })

  test.each([
    ['no XML at all', 'Quy trình', 'not-bpmn'],
    ['another XML', '<html><body/></html>', 'not-bpmn'],
    ['no process', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"/>', 'no-process'],
    ['too much', `${' '.repeat(2_000_001)}`, 'too-large'],
  ])('%s is refused in a sentence', async (_, xml, code) => {
    const read = await importBpmn(xml)
    expect([read.graph, read.notes.map((note) => note.code)]).toEqual([undefined, [code]])
  })

  test('any text is read or refused, never thrown', async () => {
    const sound = await exportBpmn(fc.sample(someGraph(), { numRuns: 1, seed: 7 })[0] ?? { lanes: [], nodes: [], flows: [] }, {
      name: NAME,
    })
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length), fc.nat(200), fc.string({ maxLength: 20 }), async (at, length, text) => {
        await importBpmn(sound.slice(0, at) + text + sound.slice(at + length))
      }),
      { numRuns: 20 },
    )
  }, 120_000)
})

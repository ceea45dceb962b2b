import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIELDS, someGraph } from '../../tests/support/random-graph.ts'
import { BLANK_GRAPH, type Operation, type ProcessGraph, perform } from '../modules/workflow/index.ts'
import { legId, outlineOf, pictureOf } from './process-picture.ts'

const press = (graph: ProcessGraph, ...operations: Operation[]) =>
  operations.reduce((now, operation) => perform(now, operation)?.graph ?? now, graph)

test('every node and way of any graph is drawn once and said once', () => {
  fc.assert(
    fc.property(someGraph(), (graph) => {
      const picture = pictureOf(graph, { language: 'vi', fields: FIELDS })
      const ids = [...picture.shapes, ...picture.ways].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { id } of [...graph.nodes, ...graph.flows]) expect(ids).toContain(id)
      const rows = outlineOf(graph, { language: 'vi', fields: FIELDS })
      expect(rows.map(({ id }) => id).toSorted()).toEqual(graph.nodes.map(({ id }) => id).toSorted())
      expect(rows.flatMap(({ ways }) => ways.map(({ id }) => id)).toSorted()).toEqual(graph.flows.map(({ id }) => id).toSorted())
    }),
    { numRuns: 50 },
  )
})

const drawn = press(
  { ...BLANK_GRAPH, lanes: [{ key: 'officer', name: 'Chuyên viên', place: 'settling', roleCode: 'specialist' }] },
  { do: 'insert-after', node: 'start', kind: 'step' },
  {
    do: 'set-node',
    node: {
      id: 'step_1',
      kind: 'step',
      name: 'Thẩm định',
      step: 'appraisal',
      lane: 'officer',
      limit: { amount: 1.5, unit: 'working-day' },
      output: 'Tờ trình',
    },
  },
  { do: 'insert-after', node: 'step_1', kind: 'choice' },
  { do: 'insert-before', node: 'end', kind: 'agencies' },
)
const taken = ['start', 'step_1'].flatMap((from) => drawn.flows.filter((flow) => flow.from === from).map(({ id }) => id))

test('says who, how long and when, in both languages', () => {
  const [, step, choice] = outlineOf(drawn, { language: 'vi', fields: FIELDS })
  expect(step).toMatchObject({ name: 'Thẩm định', facts: ['Chuyên viên', '1,5 ngày làm việc', 'sản phẩm: Tờ trình'] })
  expect(choice?.ways.map(({ text }) => text).toSorted()).toEqual([
    'Chưa có điều kiện: (chưa đặt tên)',
    'Các trường hợp còn lại: (chưa đặt tên)',
  ])
  expect(outlineOf(drawn, { language: 'en' })[1]?.facts).toContain('1,5 working days')
})

test('marks the way taken, through the gateway that gathers it too, and where the dossier stands', () => {
  const other = drawn.flows.filter(({ from }) => from === 'choice_1' || from === 'step_2').map(({ id }) => id)
  const picture = pictureOf(drawn, {
    language: 'vi',
    marks: {
      taken: new Set([...taken, ...other]),
      states: new Map([
        ['step_1', { tone: 'done', text: 'đã dùng 4/12 giờ' }],
        [legId('agencies_1', 'leg_1'), { tone: 'late', text: 'quá 3 giờ' }],
      ]),
    },
  })
  const shape = (id: string) => picture.shapes.find((each) => each.id === id)
  expect(shape('step_1')).toMatchObject({ tone: 'done', facts: ['Chuyên viên', 'đã dùng 4/12 giờ'] })
  expect(shape('step_1')?.whole).toBe('Thẩm định, Bước xử lý, Chuyên viên, đã dùng 4/12 giờ, đã qua')
  expect(shape('agencies_1.leg.leg_1')).toMatchObject({ tone: 'late' })
  expect(shape('end')?.tone).toBeUndefined()
  const takenIds = picture.ways.filter(({ tone }) => tone === 'taken').map(({ id }) => id)
  expect(takenIds).toEqual(expect.arrayContaining([...taken, ...other, 'agencies_1.merge.into']))
  expect(takenIds).toHaveLength(taken.length + other.length + 1)
})

test('parts are links where they lead somewhere', () => {
  const options = { language: 'vi' as const, hrefOf: (id: string) => `?chon=${id}`, selected: 'step_1', wrong: new Set(['choice_1']) }
  const { shapes } = pictureOf(drawn, options)
  expect(shapes.find(({ id }) => id === 'step_1')).toMatchObject({ href: '?chon=step_1', isSelected: true })
  expect(shapes.find(({ id }) => id === 'choice_1')).toMatchObject({ isWrong: true })
  expect(shapes.filter(({ look }) => look === 'merge').every(({ href }) => href === undefined)).toBe(true)
  expect(outlineOf(drawn, options).find(({ isSelected }) => isSelected)?.id).toBe('step_1')
})

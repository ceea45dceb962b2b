/** A process graph as the picture and the outline of the design system show it: on the pages of processes, in the designer, and on every dossier with the way it took. */
import { stepKindWords } from '#modules/dossier/index.ts'
import {
  type ConditionField,
  conditionText,
  type DrawnFlow,
  type DrawnNode,
  drawnGraph,
  type Flow,
  type GraphNode,
  layoutGraph,
  type ProcessGraph,
  structureOf,
} from '#modules/workflow/index.ts'
import { type Language, words } from '#platform/language.ts'
import type { DiagramPicture, OutlineRow, ProcessShapeProps } from '#ui/index.ts'
import { kindWords, limitText, nodeName } from './process-words.ts'

export interface ProcessMarks {
  /** Ids of the flows that were taken. */
  taken: ReadonlySet<string>
  /** How the dossier stands at a node, by its id, or at an agency's leg (`legId`); nothing where it has not come. */
  states: ReadonlyMap<string, NodeState>
}

export interface NodeState {
  tone: NonNullable<ProcessShapeProps['tone']>
  /** Its clock in a few words: “đã dùng 6/12 giờ”. */
  text: string
}

/** An agency's leg as the picture and `ProcessMarks` call it. */
export const legId = (nodeId: string, legKey: string): string => `${nodeId}.leg.${legKey}`

export interface PictureOptions {
  language: Language
  /** For conditions in words. */
  fields?: readonly ConditionField[]
  marks?: ProcessMarks
  /** Where a node or a way leads when pressed; without it nothing is a link. */
  hrefOf?: (elementId: string) => string
  selected?: string
  /** New ways can be drawn with the pointer. */
  hasDots?: boolean
  /** Ids of nodes and ways that the check list names. */
  wrong?: ReadonlySet<string>
}

const copy = words({
  vi: {
    otherwise: 'còn lại',
    otherwiseWhole: 'Các trường hợp còn lại',
    when: (condition: string) => `Nếu ${condition}`,
    next: (name: string) => `tiếp theo: ${name}`,
    nextIs: (name: string) => `Tiếp theo: ${name}`,
    to: (when: string, name: string) => `${when}: ${name}`,
    noCondition: 'Chưa có điều kiện',
    output: (output: string) => `sản phẩm: ${output}`,
    parallel: 'cùng lúc',
    'in-order': 'lần lượt',
    leg: (name: string, limit: string) => `${name}: ${limit}`,
    done: 'đã qua',
    current: 'đang ở đây',
    near: 'sắp đến hạn',
    late: 'quá hạn',
    paused: 'tạm dừng',
  },
  en: {
    otherwise: 'otherwise',
    otherwiseWhole: 'Otherwise',
    when: (condition: string) => `If ${condition}`,
    next: (name: string) => `next: ${name}`,
    nextIs: (name: string) => `Next: ${name}`,
    to: (when: string, name: string) => `${when}: ${name}`,
    noCondition: 'No condition yet',
    output: (output: string) => `output: ${output}`,
    parallel: 'at once',
    'in-order': 'one after another',
    leg: (name: string, limit: string) => `${name}: ${limit}`,
    done: 'passed',
    current: 'is here',
    near: 'due soon',
    late: 'overdue',
    paused: 'paused',
  },
})

export function pictureOf(graph: ProcessGraph, options: PictureOptions): DiagramPicture {
  const layout = layoutGraph(graph)
  const drawn = drawnGraph(graph)
  const inside = drawn.nodes.flatMap((node) => node.inside?.nodes ?? [])
  const innerWays = drawn.nodes.flatMap((node) => node.inside?.flows ?? [])
  const taken = takenWays(drawn.flows, options.marks)
  return {
    width: layout.width,
    height: layout.height,
    lanes: graph.lanes.flatMap(({ key, name, roleCode }) => {
      const box = layout.lanes[key]
      return box ? [{ id: key, name: name || roleCode, box }] : []
    }),
    ways: [...drawn.flows, ...innerWays].flatMap(({ id, flow, from }) => {
      const [points, box] = [layout.lines[id], layout.labels[id]]
      if (!points) return []
      const isInChoice = graph.nodes.some((node) => node.id === from && node.kind === 'choice')
      return [
        {
          id,
          points,
          tone: taken.has(id) ? ('taken' as const) : flow && options.wrong?.has(id) ? ('wrong' as const) : undefined,
          isSelected: flow !== undefined && id === options.selected,
          ...(flow && box && { label: wayLabel(flow, box, options), ...(isInChoice && { href: options.hrefOf?.(id) }) }),
        },
      ]
    }),
    shapes: [...drawn.nodes, ...inside].flatMap((node) => {
      const box = layout.boxes[node.id]
      return box ? [{ box, ...shapeOfNode(node, graph, options) }] : []
    }),
  }
}

/** A way that was gathered was taken when one that it gathers was. */
function takenWays(flows: readonly DrawnFlow[], marks: ProcessMarks | undefined): ReadonlySet<string> {
  const own = new Set(flows.filter(({ id }) => marks?.taken.has(id)).map(({ id }) => id))
  const reached = new Set(flows.filter(({ id }) => own.has(id)).map(({ to }) => to))
  for (const { id, from, flow } of flows) if (!flow && reached.has(from)) own.add(id)
  return own
}

function wayLabel(flow: Flow, box: NonNullable<ReturnType<typeof layoutGraph>['labels'][string]>, options: PictureOptions) {
  const whole = whenWords(flow, options)
  const short = flow.name ?? (flow.isDefault ? copy(options.language).otherwise : whole)
  return { box, text: short, whole }
}

/** When this way is taken. */
function whenWords(flow: Flow, { fields = [], language }: PictureOptions): string {
  const text = copy(language)
  const when = flow.isDefault
    ? text.otherwiseWhole
    : flow.condition
      ? text.when(conditionText(flow.condition, fields, language))
      : text.noCondition
  return flow.name ? `${flow.name} (${when.toLocaleLowerCase('vi').slice(0, 1)}${when.slice(1)})` : when
}

function shapeOfNode(
  { id, kind, name, node, leg }: DrawnNode,
  graph: ProcessGraph,
  options: PictureOptions,
): Omit<ProcessShapeProps, 'box'> {
  const { language, marks, selected, wrong, hrefOf, hasDots } = options
  const state = marks?.states.get(id)
  const shown = node ? (node.kind === 'fork' || node.kind === 'join' ? node.name : nodeName(node, language)) : name
  const limit = node ? limitOf(node) : leg?.limit
  const facts = [
    ...(node && 'lane' in node ? [laneName(graph, node.lane)] : leg ? [laneName(graph, leg.lane)] : []),
    ...(state ? [state.text] : limit ? [limitText(limit, language)] : []),
  ].filter((fact) => fact !== '')
  const kindIs = node ? kindWords(language)[node.kind] : ''
  const whole = [
    node ? nodeName(node, language) : name,
    ...(node && kindIs !== shown ? [kindIs] : []),
    ...facts,
    ...(state ? [copy(language)[state.tone]] : []),
  ]
  return {
    id,
    look: kind,
    name: shown,
    facts,
    whole: whole.filter((part) => part !== '').join(', '),
    tone: state?.tone,
    isWrong: node !== undefined && wrong?.has(id),
    isSelected: node !== undefined && selected === id,
    ...(node && hrefOf && { href: hrefOf(id), linkId: `node-${id}` }),
    ...(node && hasDots && node.kind !== 'end' && { hasDot: true }),
  }
}

function limitOf(node: GraphNode) {
  if ('limit' in node) return node.limit
  return node.kind === 'timer' ? node.wait : undefined
}

const laneName = ({ lanes }: ProcessGraph, laneKey: string): string => lanes.find(({ key }) => key === laneKey)?.name ?? ''

/** Every node in the order in which the process goes, what is not reached at the end. */
export function outlineOf(graph: ProcessGraph, options: PictureOptions): OutlineRow[] {
  const { language, marks, selected, hrefOf } = options
  const text = copy(language)
  const kinds = kindWords(language)
  const order = new Map(structureOf(graph).order.map((id, at) => [id, at]))
  const nodes = graph.nodes.toSorted(
    (one, other) => (order.get(one.id) ?? graph.nodes.length) - (order.get(other.id) ?? graph.nodes.length),
  )
  return nodes.map((node) => {
    const state = marks?.states.get(node.id)
    const limit = limitOf(node)
    const name = nodeName(node, language)
    return {
      id: node.id,
      name,
      facts: [
        node.kind === 'step' ? stepKindWords(language)[node.step] : kinds[node.kind],
        'lane' in node ? laneName(graph, node.lane) : '',
        limit ? limitText(limit, language) : '',
        'output' in node && node.output ? text.output(node.output) : '',
        ...(node.kind === 'agencies'
          ? [text[node.mode], ...node.legs.map((leg) => text.leg(leg.name || laneName(graph, leg.lane), limitText(leg.limit, language)))]
          : []),
      ].filter((fact) => fact !== '' && fact !== name),
      ...(state && { note: { tone: TONES[state.tone], text: `${text[state.tone]}: ${state.text}` } }),
      ways: graph.flows
        .filter(({ from }) => from === node.id)
        .map((flow) => {
          const to = graph.nodes.find(({ id }) => id === flow.to)
          const target = to ? nodeName(to, language) : ''
          return {
            id: flow.id,
            text: node.kind === 'choice' ? text.to(whenWords(flow, options), target) : text.nextIs(target),
            ...(node.kind === 'choice' && { href: hrefOf?.(flow.id) }),
          }
        }),
      href: hrefOf?.(node.id),
      isSelected: selected === node.id,
    }
  })
}

const TONES = { done: 'info', current: 'info', near: 'near', late: 'late', paused: 'paused' } as const

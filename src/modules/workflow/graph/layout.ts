/**
 * Where everything stands in the picture: columns from left to right, a row for each lane, lines with right angles that cross no box. The same graph gives the same picture.
 * Pure and quick, so that the designer lays out at each change; lengths are pixels.
 */
import { type Drawn, type DrawnFlow, type DrawnNode, drawnGraph } from './drawn.ts'
import type { ProcessGraph } from './graph.ts'
import { type Layers, layersOf } from './layers.ts'
import { type Rows, rowsOf } from './rows.ts'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}
export type Point = Pick<Box, 'x' | 'y'>

export interface Layout {
  width: number
  height: number
  /** By the key of the lane; as wide as the picture. */
  lanes: Record<string, Box>
  /** By the id of the drawn node, those inside other agencies too. */
  boxes: Record<string, Box>
  /** By the id of the drawn flow, from box to box. */
  lines: Record<string, Point[]>
  /** Room for one line of words above the way, by the id of the drawn flow; only of ways that have something to say (`isLabelled`). */
  labels: Record<string, Box>
}

/** Room at the left for the lanes' names. */
export const LANE_HEAD = 44

const TASK = { width: 168, height: 88 }
const SMALL = { width: 36, height: 36 }
const GATEWAY = { width: 50, height: 50 }
const SIZES: Partial<Record<DrawnNode['kind'], typeof TASK>> = {
  start: SMALL,
  end: SMALL,
  timer: SMALL,
  choice: GATEWAY,
  merge: GATEWAY,
  fork: GATEWAY,
  join: GATEWAY,
}
/** Between columns, and between rows: room for a name below a small shape. */
const GAP = 40
const ROW_GAP = 36
/** Between lines that run beside each other. */
const TRACK = 10
/** Between lines that go back, above the first row: room for what they say. */
const CHANNEL = 24
const LABEL = { width: 136, height: 18 }
/** Inside the box of other agencies, above their legs. */
const TITLE = 24

/** A way that has a name or a condition, or is the default of a choice. */
export const isLabelled = ({ flow }: DrawnFlow): boolean => Boolean(flow?.name || flow?.condition || flow?.isDefault)

export const layoutGraph = (graph: ProcessGraph): Layout =>
  layoutDrawn(
    drawnGraph(graph),
    graph.lanes.map(({ key }) => key),
  )

export function layoutDrawn(drawn: Drawn, lanes: readonly string[]): Layout {
  const insides = new Map(drawn.nodes.flatMap(({ id, inside }) => (inside ? [[id, layoutDrawn(inside, [])] as const] : [])))
  const sizeOf = ({ id, kind }: DrawnNode) => {
    const inner = insides.get(id)
    return inner ? { width: inner.width, height: inner.height + TITLE } : (SIZES[kind] ?? TASK)
  }
  const layers = layersOf(drawn)
  const rows = rowsOf(drawn, layers, lanes)
  const turns = turnsOf(drawn, layers, rows)
  const across = columnsAt(drawn, layers, turns, sizeOf, lanes.length > 0 ? LANE_HEAD : 0)
  const down = rowsAt(drawn, rows, sizeOf, layers.back.size)
  const boxes: Record<string, Box> = {}
  const lines: Record<string, Point[]> = {}
  const labels: Record<string, Box> = {}
  for (const node of drawn.nodes) {
    const { width, height } = sizeOf(node)
    const { left, width: room } = across.columns[layers.column.get(node.id) ?? 0] ?? { left: 0, width }
    const box = { x: left + (room - width) / 2, y: (down.middles[rows.row.get(node.id) ?? 0] ?? 0) - height / 2, width, height }
    boxes[node.id] = box
    const inner = insides.get(node.id)
    const moved = <P extends Point>(point: P): P => ({ ...point, x: point.x + box.x, y: point.y + box.y + TITLE })
    for (const [id, each] of Object.entries(inner?.boxes ?? {})) boxes[id] = moved(each)
    for (const [id, points] of Object.entries(inner?.lines ?? {})) lines[id] = points.map(moved)
  }
  const channels = [...layers.back]
  for (const flow of drawn.flows) {
    const [from, to] = [boxes[flow.from], boxes[flow.to]]
    if (!from || !to) continue
    const middles = [from.y + from.height / 2, ...(rows.passing.get(flow) ?? []).map((row) => down.middles[row] ?? 0), to.y + to.height / 2]
    const [first = 0, final = 0] = [layers.column.get(flow.from), layers.column.get(flow.to)]
    const turnX = (gap: number) => across.turn(gap, turns[gap + 1]?.indexOf(flow) ?? 0)
    const start = { x: from.x + from.width, y: middles[0] ?? 0 }
    const end = { x: to.x, y: middles.at(-1) ?? 0 }
    const channel = channels.indexOf(flow)
    const corners =
      channel >= 0
        ? corner(turnX(first), start.y, channelAt(channel)).concat(corner(turnX(final - 1), channelAt(channel), end.y))
        : middles.slice(1).flatMap((y, at) => (y === middles[at] ? [] : corner(turnX(first + at), middles[at] ?? 0, y)))
    lines[flow.id] = [start, ...corners, end]
    if (!isLabelled(flow)) continue
    const right = channel >= 0 ? turnX(first) : (across.columns[first + 1]?.left ?? end.x) - GAP / 2
    const y = channel >= 0 ? channelAt(channel) : (middles[1] ?? start.y)
    labels[flow.id] = freePlace(right - LABEL.width, y, Object.values(labels))
  }
  const bands = rows.bands.map(({ first, count }) => ({
    x: 0,
    y: down.tops[first] ?? 0,
    width: across.width,
    height: (down.tops[first + count] ?? 0) - (down.tops[first] ?? 0),
  }))
  // Lines that go back run above the first row, within the first lane.
  if (bands[0]) bands[0] = { ...bands[0], y: 0, height: bands[0].height + bands[0].y }
  return {
    width: across.width,
    height: down.height,
    lanes: Object.fromEntries(lanes.flatMap((key, at) => (bands[at] ? [[key, bands[at]]] : []))),
    boxes,
    lines,
    labels,
  }
}

/** Above the line; where another way that comes to the same place says something already, below it, and so on outwards. */
function freePlace(x: number, y: number, taken: readonly Box[]): Box {
  for (let at = 0; ; at += 1) {
    const away = Math.floor(at / 2) * LABEL.height
    const box = { ...LABEL, x, y: at % 2 === 0 ? y - LABEL.height - 1 - away : y + 1 + away }
    if (!taken.some((other) => isOver(box, other))) return box
  }
}

const isOver = (one: Box, other: Box) =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height

const corner = (x: number, fromY: number, toY: number): Point[] => [
  { x, y: fromY },
  { x, y: toY },
]

/** Height of the n-th line that goes back. */
const channelAt = (at: number) => CHANNEL * (at + 1)

/** For each gap (the first is the one before the first column) the flows that turn in it. */
function turnsOf({ flows }: Drawn, { column, back }: Layers, rows: Rows): DrawnFlow[][] {
  const turns: DrawnFlow[][] = Array.from({ length: Math.max(0, ...column.values()) + 2 }, () => [])
  for (const flow of flows) {
    const [first = 0, last = 0] = [column.get(flow.from), column.get(flow.to)]
    if (back.has(flow)) {
      turns[first + 1]?.push(flow)
      if (last !== first + 1) turns[last]?.push(flow)
      continue
    }
    const passed = [rows.row.get(flow.from), ...(rows.passing.get(flow) ?? []), rows.row.get(flow.to)]
    for (let at = 1; at < passed.length; at += 1) if (passed[at] !== passed[at - 1]) turns[first + at]?.push(flow)
  }
  return turns
}

/** Each column as wide as its widest box, each gap as wide as the lines that turn in it need. */
function columnsAt(drawn: Drawn, { column }: Layers, turns: DrawnFlow[][], sizeOf: (node: DrawnNode) => typeof TASK, head: number) {
  const columns = turns.slice(1).map(() => ({ left: 0, width: 0 }))
  for (const node of drawn.nodes) {
    const own = columns[column.get(node.id) ?? 0]
    if (own) own.width = Math.max(own.width, sizeOf(node).width)
  }
  const labelled = new Set(drawn.flows.filter(isLabelled).map(({ from }) => column.get(from) ?? 0))
  const gaps = turns.map(({ length }, at) => GAP + TRACK * length + (labelled.has(at - 1) ? LABEL.width : 0))
  const lefts: number[] = []
  let x = head
  for (const [at, gap] of gaps.entries()) {
    lefts.push(x)
    const own = columns[at]
    if (own) own.left = x + gap
    x += gap + (own?.width ?? 0)
  }
  return { columns, width: x, turn: (gap: number, track: number) => (lefts[gap + 1] ?? 0) + GAP / 2 + TRACK * track }
}

/** Each row as high as its highest box. */
function rowsAt(drawn: Drawn, { row, bands }: Rows, sizeOf: (node: DrawnNode) => typeof TASK, backs: number) {
  const heights = Array.from({ length: bands.reduce((sum, { count }) => sum + count, 0) }, () => TASK.height)
  for (const node of drawn.nodes) {
    const at = row.get(node.id) ?? 0
    heights[at] = Math.max(heights[at] ?? 0, sizeOf(node).height)
  }
  const tops: number[] = []
  let y = channelAt(backs)
  for (const height of heights) {
    tops.push(y)
    y += height + ROW_GAP
  }
  tops.push(y)
  return { tops, middles: heights.map((height, at) => (tops[at] ?? 0) + ROW_GAP / 2 + height / 2), height: y }
}

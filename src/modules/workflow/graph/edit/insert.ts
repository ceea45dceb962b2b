/** Puts something new on a way, before or after a node. Pure. */
import type { Flow, ProcessGraph } from '../graph.ts'
import { shapeOf } from '../shape.ts'
import type { Edited } from './edited.ts'
import { newId } from './new-id.ts'
import { type NewKind, newPiece, type Piece } from './piece.ts'

/** On the way: what it led to comes after the new thing. The way keeps its id, its condition and its place in the order. */
export function insertOn(graph: ProcessGraph, flowId: string, kind: NewKind): Edited | undefined {
  const flow = graph.flows.find(({ id }) => id === flowId)
  if (!flow) return undefined
  return put(graph, newPiece(graph, kind, laneBeside(graph, flow.from, flow.to)), [flow], flow.to)
}

/** After a choice or a fork it begins a new way of its own (`addWay`). */
export function insertAfter(graph: ProcessGraph, nodeId: string, kind: NewKind): Edited | undefined {
  const node = graph.nodes.find(({ id }) => id === nodeId)
  if (!node || node.kind === 'end') return undefined
  if (node.kind === 'choice' || node.kind === 'fork') return addWay(graph, nodeId, kind)
  const way = graph.flows.find(({ from }) => from === nodeId)
  if (way) return insertOn(graph, way.id, kind)
  const piece = newPiece(graph, kind, laneBeside(graph, nodeId))
  const made = put(graph, piece, [], undefined)
  return { ...made, graph: withFlows(made.graph, [{ from: nodeId, to: piece.entry }]) }
}

/** All ways that lead to the node lead to the new thing. Not before a start; before a join, on the way that is meant. */
export function insertBefore(graph: ProcessGraph, nodeId: string, kind: NewKind): Edited | undefined {
  const node = graph.nodes.find(({ id }) => id === nodeId)
  if (!node || node.kind === 'start') return undefined
  const ways = graph.flows.filter(({ to }) => to === nodeId)
  if (node.kind === 'join' && ways.length > 1) return undefined
  return put(graph, newPiece(graph, kind, laneBeside(graph, nodeId, ways[0]?.from)), ways, nodeId)
}

/** One more way out of a choice, or one more branch of a fork; both begin with something to do and come together with the others. */
export function addWay(graph: ProcessGraph, nodeId: string, kind: NewKind = 'step'): Edited | undefined {
  const node = graph.nodes.find(({ id }) => id === nodeId)
  if (node?.kind !== 'choice' && node?.kind !== 'fork') return undefined
  const out = graph.flows.filter(({ from }) => from === nodeId)
  const to = node.kind === 'fork' ? shapeOf(graph).joinOfFork.get(nodeId) : (out.find(({ isDefault }) => isDefault) ?? out[0])?.to
  const piece = newPiece(graph, kind, laneBeside(graph, nodeId, out[0]?.to))
  const made = put(graph, piece, [], to)
  const first = { from: nodeId, to: piece.entry, ...(node.kind === 'choice' && out.length === 0 && { isDefault: true as const }) }
  return { ...made, graph: withFlows(made.graph, [first]) }
}

/** `ways` come to the piece, and the piece goes on to `to`. */
function put(graph: ProcessGraph, piece: Piece, ways: readonly Flow[], to: string | undefined): Edited {
  const flows = graph.flows.map((flow) => (ways.some(({ id }) => id === flow.id) ? { ...flow, to: piece.entry } : flow))
  const grown = { ...graph, nodes: withNodes(graph, piece, ways[0]?.from ?? to), flows: [...flows, ...piece.flows] }
  const exits = to === undefined ? [] : piece.exits.map((exit) => ({ ...exit, to }))
  return { graph: withFlows(grown, exits), selected: piece.entry }
}

/** In the list beside what comes before, so that the list reads as the process goes. */
function withNodes({ nodes }: ProcessGraph, piece: Piece, beside: string | undefined): ProcessGraph['nodes'] {
  const at = nodes.findIndex(({ id }) => id === beside)
  return at < 0 ? [...nodes, ...piece.nodes] : nodes.toSpliced(at + 1, 0, ...piece.nodes)
}

function withFlows(graph: ProcessGraph, ways: readonly Omit<Flow, 'id'>[]): ProcessGraph {
  const made: Flow[] = []
  for (const way of ways)
    made.push({
      id: newId(
        graph,
        'flow',
        made.map(({ id }) => id),
      ),
      ...way,
    })
  return { ...graph, flows: [...graph.flows, ...made] }
}

/** The lane of the first of these that has one, else the first that settles. */
function laneBeside({ nodes, lanes }: ProcessGraph, ...ids: (string | undefined)[]): string {
  for (const id of ids) {
    const node = nodes.find((each) => each.id === id)
    if (node && 'lane' in node && lanes.some(({ key }) => key === node.lane)) return node.lane
  }
  return lanes.find(({ place }) => place === 'settling')?.key ?? lanes[0]?.key ?? ''
}

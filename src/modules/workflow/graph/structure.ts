/** All that must be so for the engine to run a graph: everything reached, everything ends, blocks nested, choices decided. Pure. */
import type { Finding } from './finding.ts'
import type { GraphNode, ProcessGraph } from './graph.ts'
import { type Loops, loopsOf } from './loops.ts'
import { type Shape, shapeOf } from './shape.ts'

export interface Structure extends Shape, Omit<Loops, 'findings'> {
  /** Empty when dossiers can run on the graph. */
  findings: Finding[]
}

export function structureOf(graph: ProcessGraph): Structure {
  const shape = shapeOf(graph)
  const { findings: loopFindings, ...loops } = loopsOf(shape)
  const found = [
    ...ends(graph),
    ...shape.findings,
    ...reached(shape),
    ...[...shape.nodes.values()].flatMap((node) => rulesOf(shape, node)),
    ...loopFindings,
  ]
  return { ...shape, ...loops, findings: found }
}

function ends({ nodes }: ProcessGraph): Finding[] {
  const starts = nodes.filter(({ kind }) => kind === 'start')
  return [
    ...(starts.length === 0 ? [{ code: 'no-start' as const }] : []),
    ...starts.slice(1).map(({ id }) => ({ code: 'extra-start' as const, nodeId: id })),
    ...(nodes.some(({ kind }) => kind === 'end') ? [] : [{ code: 'no-end' as const }]),
  ]
}

/** What the start does not lead to, where the way breaks off, and the first node from which there is only going round. */
function reached(shape: Shape): Finding[] {
  const all = [...shape.nodes.values()]
  const stops = all.filter(({ id, kind }) => kind === 'end' || shape.out(id).length === 0)
  const stopping = new Set(stops.map(({ id }) => id))
  const queue = [...stopping]
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const { from } of shape.into(id))
      if (!stopping.has(from)) {
        stopping.add(from)
        queue.push(from)
      }
  const round = all.find(({ id }) => shape.scopes.has(id) && !stopping.has(id))
  return [
    ...all
      .filter(({ id, kind }) => kind !== 'start' && !shape.scopes.has(id))
      .map(({ id }): Finding => ({ code: 'unreachable', nodeId: id })),
    ...stops.filter(({ id, kind }) => kind !== 'end' && shape.scopes.has(id)).map(({ id }): Finding => ({ code: 'dead-end', nodeId: id })),
    ...(round ? [{ code: 'endless' as const, nodeId: round.id }] : []),
  ]
}

function rulesOf(shape: Shape, node: GraphNode): Finding[] {
  const { id: nodeId, kind } = node
  const out = shape.out(nodeId)
  const found = (code: Finding['code'], when: boolean): Finding[] => (when ? [{ code, nodeId }] : [])
  const unexpected = kind === 'choice' ? [] : out.filter(({ condition, isDefault }) => condition || isDefault)
  return [
    ...unexpected.map((flow): Finding => ({ code: 'condition-unexpected', flowId: flow.id })),
    ...found('several-ways', !['choice', 'fork', 'end'].includes(kind) && out.length > 1),
    ...found('into-start', kind === 'start' && shape.into(nodeId).length > 0),
    ...found('out-of-end', kind === 'end' && out.length > 0),
    ...found('fork-one-branch', kind === 'fork' && out.length === 1),
    ...(kind === 'choice' ? choiceRules(shape, nodeId) : []),
    ...(node.kind === 'join' ? joinRules(shape, node) : []),
    ...(node.kind === 'agencies'
      ? [
          ...found('no-legs', node.legs.length === 0),
          ...found('same-leg', new Set(node.legs.map(({ key }) => key)).size < node.legs.length),
        ]
      : []),
  ]
}

function choiceRules(shape: Shape, nodeId: string): Finding[] {
  const out = shape.out(nodeId)
  const defaults = out.filter(({ isDefault }) => isDefault)
  return [
    ...(out.length === 1 ? [{ code: 'choice-one-way' as const, nodeId }] : []),
    ...(out.length > 0 && defaults.length === 0 ? [{ code: 'choice-no-default' as const, nodeId }] : []),
    ...(defaults.length > 1 ? [{ code: 'choice-two-defaults' as const, nodeId }] : []),
    ...out
      .filter(({ isDefault, condition }) => !isDefault && !condition)
      .map(({ id }): Finding => ({ code: 'condition-missing', nodeId, flowId: id })),
    ...defaults.filter(({ condition }) => condition).map(({ id }): Finding => ({ code: 'condition-unexpected', flowId: id })),
  ]
}

function joinRules(shape: Shape, { id: nodeId, mode }: Extract<GraphNode, { kind: 'join' }>): Finding[] {
  const fork = shape.forkOfJoin.get(nodeId)
  if (fork === undefined) return []
  const branches = shape.out(fork)
  if (mode.kind === 'at-least' && (mode.count < 1 || mode.count > branches.length)) return [{ code: 'join-impossible', nodeId }]
  if (mode.kind === 'lead' && !branches.some(({ id }) => id === mode.branch)) return [{ code: 'join-lead-unknown', nodeId }]
  return []
}

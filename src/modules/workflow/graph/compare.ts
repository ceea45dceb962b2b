/** What is different between two versions of a process, by the ids of their parts. Pure. */
import type { Flow, GraphNode, Lane, ProcessGraph } from './graph.ts'

export interface Comparison {
  added: GraphNode[]
  removed: GraphNode[]
  /** Parts that stand in both and say something else. */
  changed: { before: GraphNode; after: GraphNode; fields: string[] }[]
  waysAdded: Flow[]
  waysRemoved: Flow[]
  waysChanged: { before: Flow; after: Flow }[]
  lanesChanged: { before?: Lane; after?: Lane }[]
}

export function compareGraphs(before: ProcessGraph, after: ProcessGraph): Comparison {
  const nodes = pairs(before.nodes, after.nodes, ({ id }) => id)
  const lanes = pairs(before.lanes, after.lanes, ({ key }) => key)
  // Between the same two parts it is the same way, whatever its id.
  const ways = pairs(before.flows, after.flows, ({ from, to }) => `${from} ${to}`)
  return {
    added: nodes.flatMap(([one, other]) => (other && !one ? [other] : [])),
    removed: nodes.flatMap(([one, other]) => (one && !other ? [one] : [])),
    changed: nodes.flatMap(([one, other]) => {
      const fields = one && other ? fieldsChanged(one, other) : []
      return one && other && fields.length > 0 ? [{ before: one, after: other, fields }] : []
    }),
    waysAdded: ways.flatMap(([one, other]) => (other && !one ? [other] : [])),
    waysRemoved: ways.flatMap(([one, other]) => (one && !other ? [one] : [])),
    waysChanged: ways.flatMap(([one, other]) =>
      one && other && fieldsChanged({ ...one, id: '' }, { ...other, id: '' }).length > 0 ? [{ before: one, after: other }] : [],
    ),
    lanesChanged: lanes.flatMap(([one, other]) =>
      one && other && fieldsChanged(one, other).length === 0 ? [] : [{ before: one, after: other }],
    ),
  }
}

export const isSame = (comparison: Comparison): boolean => Object.values(comparison).every((list) => list.length === 0)

/** Each part with its counterpart: those of the later version in its order, then what is gone. */
function pairs<Part>(before: readonly Part[], after: readonly Part[], key: (part: Part) => string): [Part | undefined, Part | undefined][] {
  const old = new Map(before.map((part) => [key(part), part]))
  const now = new Map(after.map((part) => [key(part), part]))
  return [
    ...[...now].map(([id, part]): [Part | undefined, Part | undefined] => [old.get(id), part]),
    ...[...old].filter(([id]) => !now.has(id)).map(([, part]): [Part | undefined, Part | undefined] => [part, undefined]),
  ]
}

const fieldsChanged = (one: object, other: object): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => canonical(one, key) !== canonical(other, key))

/** As text in which the order of names says nothing. */
const canonical = (part: object, key: string): string =>
  JSON.stringify((part as Record<string, unknown>)[key], (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  ) ?? ''

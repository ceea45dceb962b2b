/** In which row each drawn node stands, and by which rows the lines pass the columns between: every place is used once, so no line runs through a box. Pure. */
import type { Drawn, DrawnFlow } from './drawn.ts'
import type { Layers } from './layers.ts'

export interface Rows {
  row: ReadonlyMap<string, number>
  /** Rows of a flow in the columns between its ends, from left to right. */
  passing: ReadonlyMap<DrawnFlow, number[]>
  /** For each lane its first row and how many it has; one for all when there are no lanes. */
  bands: { first: number; count: number }[]
}

export function rowsOf(drawn: Drawn, { column, back }: Layers, lanes: readonly string[]): Rows {
  const band = bandsOf(drawn, column, lanes)
  const count = Math.max(lanes.length, 1)
  const taken: Set<number>[][] = Array.from({ length: count }, () => [])
  const most = Array.from({ length: count }, () => 1)
  /** The free place in the band and column that is nearest to the wished one. */
  const place = (at: number, columnAt: number, wish: number): number => {
    const used = taken[at]?.[columnAt] ?? new Set()
    let slot = wish
    for (let away = 0; used.has(slot) || slot < 0; away += 1) slot = away % 2 === 0 ? wish + away / 2 + 1 : wish - (away + 1) / 2
    used.add(slot)
    const columns = taken[at]
    if (columns) columns[columnAt] = used
    most[at] = Math.max(most[at] ?? 1, slot + 1)
    return slot
  }
  const slots = new Map<string, number>()
  const passes = new Map<DrawnFlow, { band: number; slot: number }[]>()
  const forward = drawn.flows.filter((flow) => !back.has(flow))
  const into = Map.groupBy(forward, ({ to }) => to)
  const last = Math.max(0, ...column.values())
  const bandOf = (id: string) => band.get(id) ?? 0
  for (let at = 0; at <= last; at += 1) {
    for (const { id } of drawn.nodes.filter((node) => column.get(node.id) === at)) {
      // Beside the middle of what leads here from the same lane.
      const before = (into.get(id) ?? []).flatMap((flow) => {
        const passed = passes.get(flow)?.at(-1) ?? { band: bandOf(flow.from), slot: slots.get(flow.from) ?? 0 }
        return passed.band === bandOf(id) ? [passed.slot] : []
      })
      const wish = before.length > 0 ? Math.round(before.reduce((sum, slot) => sum + slot, 0) / before.length) : 0
      slots.set(id, place(bandOf(id), at, wish))
    }
    for (const flow of forward) {
      if ((column.get(flow.from) ?? 0) >= at || (column.get(flow.to) ?? 0) <= at) continue
      const known = passes.get(flow) ?? []
      const own = bandOf(flow.from)
      passes.set(flow, [...known, { band: own, slot: place(own, at, known.at(-1)?.slot ?? slots.get(flow.from) ?? 0) }])
    }
  }
  const firsts = most.map((_, at) => most.slice(0, at).reduce((sum, rows) => sum + rows, 0))
  const rowAt = (bandAt: number, slot: number) => (firsts[bandAt] ?? 0) + slot
  return {
    row: new Map(drawn.nodes.map(({ id }) => [id, rowAt(bandOf(id), slots.get(id) ?? 0)])),
    passing: new Map([...passes].map(([flow, places]) => [flow, places.map((each) => rowAt(each.band, each.slot))])),
    bands: firsts.map((first, at) => ({ first, count: most[at] ?? 1 })),
  }
}

/** The lane of a node; of one that has none, that of what leads to it, else of what it leads to. */
function bandsOf({ nodes, flows }: Drawn, column: Layers['column'], lanes: readonly string[]): Map<string, number> {
  const bands = new Map<string, number>()
  for (const { id, lane } of nodes) {
    const at = lane === undefined ? -1 : lanes.indexOf(lane)
    if (at >= 0) bands.set(id, at)
  }
  const inOrder = nodes.map(({ id }) => id).toSorted((one, other) => (column.get(one) ?? 0) - (column.get(other) ?? 0))
  const take = (id: string, from: readonly string[]) => {
    const known = from.map((each) => bands.get(each)).find((each) => each !== undefined)
    if (!bands.has(id) && known !== undefined) bands.set(id, known)
  }
  const before = Map.groupBy(flows, ({ to }) => to)
  const after = Map.groupBy(flows, ({ from }) => from)
  for (const id of inOrder)
    take(
      id,
      (before.get(id) ?? []).map(({ from }) => from),
    )
  for (const id of inOrder.toReversed())
    take(
      id,
      (after.get(id) ?? []).map(({ to }) => to),
    )
  return bands
}

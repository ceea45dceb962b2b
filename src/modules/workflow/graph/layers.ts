/** In which column each drawn node stands: after everything that leads to it, except by going back. Pure. */
import type { Drawn, DrawnFlow } from './drawn.ts'

export interface Layers {
  column: ReadonlyMap<string, number>
  /** Lead to an earlier column, or to their own. */
  back: ReadonlySet<DrawnFlow>
}

export function layersOf({ nodes, flows }: Drawn): Layers {
  const out = Map.groupBy(flows, ({ from }) => from)
  const back = new Set<DrawnFlow>()
  const done: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const starts = [...nodes.filter(({ kind }) => kind === 'start'), ...nodes]
  for (const { id: root } of starts) {
    if (state.has(root)) continue
    const stack = [{ id: root, next: 0 }]
    state.set(root, 'open')
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const flow = out.get(top.id)?.[top.next++]
      if (!flow) {
        state.set(top.id, 'done')
        done.push(top.id)
        stack.pop()
      } else if (state.get(flow.to) === 'open') back.add(flow)
      else if (!state.has(flow.to)) {
        state.set(flow.to, 'open')
        stack.push({ id: flow.to, next: 0 })
      }
    }
  }
  const column = new Map(nodes.map(({ id }) => [id, 0]))
  for (const id of done.reverse())
    for (const flow of out.get(id) ?? [])
      if (!back.has(flow)) column.set(flow.to, Math.max(column.get(flow.to) ?? 0, (column.get(id) ?? 0) + 1))
  return { column, back }
}

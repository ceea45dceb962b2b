/** Loops: which flows go back, what lies in a loop, and which loops cannot be run. Pure. */
import type { Finding } from './finding.ts'
import type { Flow } from './graph.ts'
import type { Shape } from './shape.ts'

export interface Loops {
  /** Flows whose target lies on every way from the start to their source. Without them the graph has no circle. */
  backFlows: ReadonlySet<string>
  /** Reached nodes, each after all that lead to it except by going back. */
  order: readonly string[]
  /** Flows that leave the loop which a back flow closes. */
  exitsOf: (back: Flow) => Flow[]
  findings: Finding[]
}

export function loopsOf(shape: Shape): Loops {
  const reached = [...shape.scopes.keys()]
  const before = dominators(shape)
  const flows = [...shape.flows.values()].filter(({ from }) => shape.scopes.has(from))
  const backFlows = new Set(flows.filter(({ from, to }) => isBefore(before, to, from)).map(({ id }) => id))
  const order = sorted(
    reached,
    flows.filter(({ id }) => !backFlows.has(id)),
  )
  const ordered = new Set(order)
  const tangled = reached.filter((id) => !ordered.has(id))
  const instant = new Set(reached.filter((id) => isInstant(shape, id)))
  const passing = flows.filter(({ from, to }) => instant.has(from) && instant.has(to))
  const settled = new Set(sorted([...instant], passing))
  const endless = [...instant].filter((id) => !settled.has(id))
  const exitsOf = (back: Flow) => {
    const body = bodyOf(shape, back, backFlows)
    return [...body].flatMap((id) => shape.out(id)).filter(({ id, to }) => !body.has(to) && !backFlows.has(id))
  }
  return { backFlows, order, exitsOf, findings: [...first('tangled-loop', tangled), ...first('instant-loop', endless)] }
}

const first = (code: Finding['code'], [nodeId]: string[]): Finding[] => (nodeId === undefined ? [] : [{ code, nodeId }])

/** Nodes a token passes without anybody doing anything. */
const isInstant = ({ nodes }: Shape, id: string) => ['choice', 'fork', 'join'].includes(nodes.get(id)?.kind ?? '')

/** All the nodes of the loop whose head is the target of the flow that goes back. */
function bodyOf(shape: Shape, back: Flow, backFlows: ReadonlySet<string>): Set<string> {
  const body = new Set([back.to])
  const queue = shape
    .into(back.to)
    .filter(({ id }) => backFlows.has(id))
    .map(({ from }) => from)
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (body.has(id)) continue
    body.add(id)
    queue.push(...shape.into(id).map(({ from }) => from))
  }
  return body
}

/** Nodes in an order in which every flow points forward; nodes on a circle, and what only they lead to, are left out. */
function sorted(nodes: readonly string[], flows: readonly Flow[]): string[] {
  const waiting = new Map(nodes.map((id) => [id, 0]))
  const after = new Map<string, string[]>(nodes.map((id) => [id, []]))
  for (const { from, to } of flows) {
    waiting.set(to, (waiting.get(to) ?? 0) + 1)
    after.get(from)?.push(to)
  }
  const ready = nodes.filter((id) => waiting.get(id) === 0)
  const order: string[] = []
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    order.push(id)
    for (const to of after.get(id) ?? []) {
      const left = (waiting.get(to) ?? 0) - 1
      waiting.set(to, left)
      if (left === 0) ready.push(to)
    }
  }
  return order
}

/** For each reached node the nearest one that every way from the start passes (Cooper, Harvey, Kennedy: a simple, fast dominance algorithm). */
function dominators(shape: Shape): Map<string, string> {
  const nearest = new Map<string, string>()
  const { start } = shape
  if (start === undefined) return nearest
  const order = reversePostorder(shape, start)
  const rank = new Map(order.map((id, index) => [id, index]))
  const rankOf = (id: string) => rank.get(id) ?? 0
  const meet = (one: string, other: string) => {
    let [a, b] = [one, other]
    while (a !== b) {
      if (rankOf(a) > rankOf(b)) a = nearest.get(a) ?? start
      else b = nearest.get(b) ?? start
    }
    return a
  }
  nearest.set(start, start)
  for (let changed = true; changed; ) {
    changed = false
    for (const id of order.slice(1)) {
      const known = shape
        .into(id)
        .map(({ from }) => from)
        .filter((from) => nearest.has(from))
      const [one, ...rest] = known
      if (one === undefined) continue
      const found = rest.reduce(meet, one)
      if (nearest.get(id) !== found) {
        nearest.set(id, found)
        changed = true
      }
    }
  }
  return nearest
}

/** Whether every way from the start to `id` passes `head`. */
function isBefore(nearest: ReadonlyMap<string, string>, head: string, id: string): boolean {
  for (let at = id; ; ) {
    if (at === head) return true
    const next = nearest.get(at)
    if (next === undefined || next === at) return false
    at = next
  }
}

function reversePostorder(shape: Shape, start: string): string[] {
  const seen = new Set([start])
  const done: string[] = []
  const stack = [{ id: start, next: 0 }]
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const to = shape.out(top.id)[top.next++]?.to
    if (to === undefined) {
      done.push(top.id)
      stack.pop()
    } else if (!seen.has(to)) {
      seen.add(to)
      stack.push({ id: to, next: 0 })
    }
  }
  return done.reverse()
}

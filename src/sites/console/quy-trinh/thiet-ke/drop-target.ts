/** What lies at a point of the picture. Pure. */
import type { Flow, Layout, Point, ProcessGraph } from '#modules/workflow/index.ts'

/** How near to a way is on it. */
const REACH = 18

/** The part whose box the point is in; of one within another, the inner one. */
export function nodeAt({ nodes }: ProcessGraph, { boxes }: Layout, { x, y }: Point): string | undefined {
  return nodes
    .flatMap(({ id }) => {
      const box = boxes[id]
      return box && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
        ? [{ id, area: box.width * box.height }]
        : []
    })
    .toSorted((one, other) => one.area - other.area)[0]?.id
}

export function nearestWay(flows: readonly Flow[], { lines }: Layout, at: Point): string | undefined {
  return flows
    .map(({ id }) => ({ id, far: distanceTo(lines[id] ?? [], at) }))
    .filter(({ far }) => far <= REACH)
    .toSorted((one, other) => one.far - other.far)[0]?.id
}

const distanceTo = (points: readonly Point[], at: Point): number =>
  Math.min(...points.slice(1).map((end, index) => distanceToPiece(points[index] ?? end, end, at)), Number.POSITIVE_INFINITY)

function distanceToPiece(from: Point, to: Point, at: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length))
  return Math.hypot(at.x - (from.x + share * dx), at.y - (from.y + share * dy))
}

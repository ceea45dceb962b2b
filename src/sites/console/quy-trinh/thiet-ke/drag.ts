/**
 * Drawing with the pointer, in the browser: from a step's dot to another part is a new way; a step dropped on a way moves there; a kind dropped on a way or a part is put there.
 * Each is a press of the button that does the same, so the keyboard and the plain form can do all of it. With a finger only dots and kinds are dragged: the picture scrolls.
 */
import { layoutGraph, type Point, type ProcessGraph } from '#modules/workflow/index.ts'
import type { FormValues } from '#platform/http/forms.ts'
import { nearestWay, nodeAt } from './drop-target.ts'

export interface Dragging {
  /** Of the designer. */
  at: HTMLElement
  graph(): ProcessGraph
  /** The same as a press of a button with these fields. */
  press(form: FormValues): void
}

type Held = { what: 'dot' | 'node'; id: string } | { what: 'kind'; kind: string }

/** Pixels that a pointer trembles. */
const TREMBLE = 6
/** Of the edge of the picture at which it scrolls on. */
const EDGE = 32
const STEP = 14

export function draggable({ at, graph, press }: Dragging): void {
  let held: Held | undefined
  let from: Point = { x: 0, y: 0 }
  let trace: ReturnType<typeof traceOf> | undefined
  let hasDragged = false

  at.addEventListener('pointerdown', (event) => {
    held = event.button === 0 && event.target instanceof Element ? heldBy(event.target, event.pointerType) : undefined
    from = { x: event.clientX, y: event.clientY }
    hasDragged = false
    // A finger that drags does not scroll.
    if (held && event.pointerType !== 'mouse') (event.target as Element).releasePointerCapture(event.pointerId)
  })
  document.addEventListener('pointermove', (event) => {
    if (!held) return
    const to = { x: event.clientX, y: event.clientY }
    if (!trace && Math.hypot(to.x - from.x, to.y - from.y) < TREMBLE) return
    trace ??= traceOf()
    hasDragged = true
    event.preventDefault()
    scrollAlong(to)
    trace.draw(from, to, boxOnScreen(dropAt(held, to)))
  })
  document.addEventListener('pointerup', (event) => {
    const dropped = held && trace ? dropAt(held, { x: event.clientX, y: event.clientY }) : undefined
    const was = held
    end()
    if (was && dropped) press(formOf(was, dropped))
  })
  for (const type of ['pointercancel', 'blur']) addEventListener(type, end)
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') end()
  })
  // The click that ends a drag selects nothing, and the browser's own dragging of links does not begin.
  at.addEventListener(
    'click',
    (event) => {
      if (!hasDragged) return
      event.preventDefault()
      event.stopPropagation()
    },
    true,
  )
  at.addEventListener('dragstart', (event) => event.preventDefault())

  function end(): void {
    held = undefined
    trace?.remove()
    trace = undefined
  }

  /** What lies below the pointer and can take what is held. */
  function dropAt(what: Held, screen: Point): Dropped | undefined {
    const svg = picture()
    const matrix = svg?.getScreenCTM()
    if (!svg || !matrix || !isWithin(svg.parentElement, screen)) return undefined
    const { x, y } = new DOMPoint(screen.x, screen.y).matrixTransform(matrix.inverse())
    const drawing = graph()
    const layout = layoutGraph(drawing)
    const node = nodeAt(drawing, layout, { x, y })
    if (what.what === 'dot') return node && node !== what.id ? { node } : undefined
    if (what.what === 'kind' && node) return { node }
    const isOwn = ({ from: start, to: stop }: { from: string; to: string }) =>
      what.what === 'node' && (start === what.id || stop === what.id)
    const flow = nearestWay(
      drawing.flows.filter((each) => !isOwn(each)),
      layout,
      { x, y },
    )
    return flow ? { flow } : undefined
  }

  function boxOnScreen(dropped: Dropped | undefined): DOMRect | Point | undefined {
    if (!dropped) return undefined
    if ('node' in dropped) return document.getElementById(`node-${dropped.node}`)?.getBoundingClientRect()
    const matrix = picture()?.getScreenCTM()
    const points = layoutGraph(graph()).lines[dropped.flow]
    const middle = points && middleOf(points)
    return matrix && middle ? new DOMPoint(middle.x, middle.y).matrixTransform(matrix) : undefined
  }
}

type Dropped = { node: string } | { flow: string }

const formOf = (held: Held, dropped: Dropped): FormValues => {
  if (held.what === 'kind') return { at: 'node' in dropped ? dropped.node : dropped.flow, _action: `put:${held.kind}` }
  return 'node' in dropped
    ? { at: held.id, _action: 'connect', target: dropped.node }
    : { at: held.id, _action: 'move-on', way: dropped.flow }
}

function heldBy(target: Element, pointer: string): Held | undefined {
  const kind = target.closest<HTMLElement>('[data-kind]')?.dataset.kind
  if (kind) return { what: 'kind', kind }
  const id = target.closest('a.process-shape')?.id.replace(/^node-/, '')
  if (!id) return undefined
  if (target.closest('.process-shape__dot')) return { what: 'dot', id }
  return pointer === 'mouse' ? { what: 'node', id } : undefined
}

const picture = () => document.querySelector<SVGSVGElement>('#so-do svg')

function isWithin(frame: Element | null, { x, y }: Point): boolean {
  const box = frame?.getBoundingClientRect()
  return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
}

function scrollAlong({ x, y }: Point): void {
  const frame = document.getElementById('so-do')
  if (!frame || !isWithin(frame, { x, y })) return
  const box = frame.getBoundingClientRect()
  frame.scrollBy(
    x < box.left + EDGE ? -STEP : x > box.right - EDGE ? STEP : 0,
    y < box.top + EDGE ? -STEP : y > box.bottom - EDGE ? STEP : 0,
  )
}

const middleOf = (points: readonly Point[]): Point | undefined => {
  const at = Math.floor((points.length - 1) / 2)
  const [one, two] = [points[at], points[at + 1]]
  return one && two ? { x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 } : one
}

/** What is being drawn, above everything and in nobody's way. */
function traceOf() {
  const svg = document.createElementNS(SVG, 'svg')
  const line = document.createElementNS(SVG, 'line')
  const mark = document.createElementNS(SVG, 'rect')
  svg.setAttribute('class', 'designer__trace')
  svg.setAttribute('aria-hidden', 'true')
  svg.append(line, mark)
  document.body.append(svg)
  const set = (element: Element, values: Record<string, number>) => {
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, String(value))
  }
  return {
    draw(from: Point, to: Point, target: DOMRect | Point | undefined) {
      set(line, { x1: from.x, y1: from.y, x2: to.x, y2: to.y })
      const [width, height] = target && 'width' in target ? [target.width, target.height] : [SPOT, SPOT]
      const [x, y] = target ? ('width' in target ? [target.x, target.y] : [target.x - SPOT / 2, target.y - SPOT / 2]) : [0, 0]
      set(mark, { x, y, width: target ? width : 0, height: target ? height : 0, rx: 8 })
    },
    remove: () => svg.remove(),
  }
}

const SVG = 'http://www.w3.org/2000/svg'
const SPOT = 26

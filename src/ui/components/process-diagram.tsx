import { ProcessShape, type ProcessShapeProps } from './process-shape.tsx'
import { wrapText } from './wrap-text.ts'

/**
 * A process as a picture in a frame of its own that scrolls: lanes in rows, steps from left to right. Everything in it must also be said in words beside it (`ProcessOutline`),
 * so to those who do not see it the picture is one image, or, where its parts are links, a group of them.
 */
export function ProcessDiagram({ id, title, description, picture }: ProcessDiagramProps) {
  const { width, height, lanes, shapes, ways } = picture
  // Those that hold others lie below the ways.
  const [around, rest] = [shapes.filter(({ look }) => look === 'agencies'), shapes.filter(({ look }) => look !== 'agencies')]
  const hasLinks = shapes.some(({ href }) => href !== undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section class="process-diagram" id={id} aria-label={title} tabIndex={0}>
      <svg
        width={width + 2 * EDGE}
        height={height + 2 * EDGE}
        viewBox={`${-EDGE} ${-EDGE} ${width + 2 * EDGE} ${height + 2 * EDGE}`}
        role={hasLinks ? 'group' : 'img'}
        aria-label={description ?? title}
        focusable="false"
      >
        {lanes.map((lane) => (
          <DiagramLane key={lane.id} {...lane} />
        ))}
        {around.map((shape) => (
          <ProcessShape key={shape.id} {...shape} />
        ))}
        {ways.map((way) => (
          <DiagramWay key={way.id} {...way} />
        ))}
        {rest.map((shape) => (
          <ProcessShape key={shape.id} {...shape} />
        ))}
        {ways.map((way) => way.label && <WayLabel key={`${way.id}.label`} {...way} label={way.label} />)}
      </svg>
    </section>
  )
}

/** Around the picture, so that thick lines are not cut. */
const EDGE = 4
const HEAD = 44
const CHARACTER = 7.4
const LINE = 18

function DiagramLane({ name, box }: DiagramLaneProps) {
  const middle = box.y + box.height / 2
  const lines = wrapText(name, Math.floor((box.height - 8) / CHARACTER), 2)
  const line = (at: number) => box.x + HEAD / 2 + (at - (lines.length - 1) / 2) * LINE
  return (
    <g class="process-diagram__lane">
      <rect x={box.x} y={box.y} width={box.width} height={box.height} />
      <rect class="process-diagram__lane-head" x={box.x} y={box.y} width={HEAD} height={box.height} />
      {lines.map((words, at) => (
        <text key={words} x={line(at)} y={middle} dy="0.35em" text-anchor="middle" transform={`rotate(-90 ${line(at)} ${middle})`}>
          {words}
        </text>
      ))}
    </g>
  )
}

/** Ends in a point that shows to the right: a way always comes in from there. */
function DiagramWay({ points, tone, isSelected }: DiagramWayProps) {
  const [end, before] = [points.at(-1), points.at(-2)]
  if (!end || !before) return null
  const shaft = [...points.slice(0, -1), { x: end.x - POINT, y: end.y }]
  const path = shaft.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  const look = ['process-diagram__way', tone && `process-diagram__way--${tone}`, isSelected && 'process-diagram__way--selected']
  return (
    <g class={look.filter(Boolean).join(' ')}>
      <path class="process-diagram__line" d={path} />
      <path class="process-diagram__point" d={`M${end.x} ${end.y}l${-POINT} ${-POINT / 2}v${POINT}z`} />
    </g>
  )
}

const POINT = 9

function WayLabel({ label, href, isSelected }: DiagramWayProps & { label: NonNullable<DiagramWayProps['label']> }) {
  const { box, text, whole } = label
  const words = (
    <text x={box.x + box.width - 4} y={box.y + box.height - 5} text-anchor="end">
      <title>{whole}</title>
      {wrapText(text, Math.floor(box.width / CHARACTER), 1).join(' ')}
    </text>
  )
  const look = isSelected ? 'process-diagram__label process-diagram__label--selected' : 'process-diagram__label'
  return href === undefined ? (
    <g class={look}>{words}</g>
  ) : (
    <a class={look} href={href} aria-label={whole}>
      {words}
    </a>
  )
}

export interface DiagramBox {
  x: number
  y: number
  width: number
  height: number
}

interface DiagramLaneProps {
  id: string
  name: string
  box: DiagramBox
}

interface DiagramWayProps {
  id: string
  points: readonly Pick<DiagramBox, 'x' | 'y'>[]
  /** `taken`: the dossier came this way. `wrong`: the check list names it. */
  tone?: 'taken' | 'wrong'
  isSelected?: boolean
  href?: string
  /** What decides for the way, short above the line and whole for those who ask. */
  label?: { text: string; whole: string; box: DiagramBox }
}

export interface DiagramPicture {
  width: number
  height: number
  lanes: DiagramLaneProps[]
  ways: DiagramWayProps[]
  shapes: ProcessShapeProps[]
}

export interface ProcessDiagramProps {
  id?: string
  title: string
  /** What the picture shows, in a sentence. */
  description?: string
  picture: DiagramPicture
}

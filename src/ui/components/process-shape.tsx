import type { DiagramBox } from './process-diagram.tsx'
import { wrapText } from './wrap-text.ts'

/** One part of a process diagram; its state has a mark and words, never only a colour. */
export function ProcessShape(shape: ProcessShapeProps) {
  const look = [
    'process-shape',
    `process-shape--${shape.look}`,
    shape.tone && `process-shape--${shape.tone}`,
    shape.isWrong && 'process-shape--wrong',
    shape.isSelected && 'process-shape--selected',
  ]
  const name = look.filter(Boolean).join(' ')
  const drawn = (
    <>
      <title>{shape.whole}</title>
      {shape.isSelected && <Halo {...shape.box} />}
      <Outline {...shape} />
      <ShapeText {...shape} />
      <StateMark {...shape} />
      {shape.hasDot && <Dot {...shape.box} />}
    </>
  )
  return shape.href === undefined ? (
    <g class={name}>{drawn}</g>
  ) : (
    <a class={name} href={shape.href} id={shape.linkId} aria-label={shape.whole} aria-current={shape.isSelected ? 'true' : undefined}>
      {drawn}
    </a>
  )
}

const Halo = ({ x, y, width, height }: DiagramBox) => (
  <rect class="process-shape__halo" x={x - 6} y={y - 6} width={width + 12} height={height + 12} rx="8" />
)

/** Where a new way is drawn from. */
const Dot = ({ x, y, width, height }: DiagramBox) => <circle class="process-shape__dot" cx={x + width} cy={y + height / 2} r="9" />

function Outline({ look, box }: ProcessShapeProps) {
  const { x, y, width, height } = box
  const [middleX, middleY] = [x + width / 2, y + height / 2]
  switch (look) {
    case 'start':
    case 'end':
    case 'timer':
      return (
        <>
          <circle class="process-shape__outline" cx={middleX} cy={middleY} r={width / 2} />
          {look === 'timer' && <path class="process-shape__sign" d={`M${middleX} ${middleY - 11}v11l7 6`} />}
        </>
      )
    case 'choice':
    case 'fork':
    case 'join':
    case 'merge':
      return (
        <>
          <path class="process-shape__outline" d={`M${middleX} ${y}L${x + width} ${middleY}L${middleX} ${y + height}L${x} ${middleY}z`} />
          <path class="process-shape__sign" d={SIGNS[look](middleX, middleY)} />
        </>
      )
    default:
      return <rect class="process-shape__outline" x={x} y={y} width={width} height={height} rx="4" />
  }
}

/** × one of several ways, + all of them; where ways only come together, nothing. */
const SIGNS = {
  choice: (x: number, y: number) => `M${x - 7} ${y - 7}l14 14m0 -14l-14 14`,
  fork: (x: number, y: number) => `M${x - 10} ${y}h20m-10 -10v20`,
  join: (x: number, y: number) => `M${x - 10} ${y}h20m-10 -10v20`,
  merge: () => '',
}

function ShapeText({ look, box, name, facts = [] }: ProcessShapeProps) {
  const middle = box.x + box.width / 2
  if (look === 'agencies')
    return (
      <text class="process-shape__name" x={box.x + 8} y={box.y + LINE}>
        {wrapText(name, Math.floor(box.width / CHARACTER), 1).join(' ')}
      </text>
    )
  if (look !== 'step' && look !== 'outside' && look !== 'leg')
    return (
      <text class="process-shape__name process-shape__name--below" text-anchor="middle">
        {wrapText(name, 18, 2).map((line, at) => (
          <tspan key={at} x={middle} y={box.y + box.height + LINE * (at + 1) - 2}>
            {line}
          </tspan>
        ))}
      </text>
    )
  const names = wrapText(name, WIDTH, 2)
  const rest = facts.slice(0, 4 - names.length)
  const top = box.y + (box.height - LINE * (names.length + rest.length)) / 2
  return (
    <text text-anchor="middle">
      {names.map((line, at) => (
        <tspan key={at} class="process-shape__name" x={middle} y={top + LINE * (at + 1) - 5}>
          {line}
        </tspan>
      ))}
      {rest.map((line, at) => (
        <tspan key={line} class="process-shape__fact" x={middle} y={top + LINE * (names.length + at + 1) - 5}>
          {wrapText(line, WIDTH, 1).join(' ')}
        </tspan>
      ))}
    </text>
  )
}

const LINE = 19
const CHARACTER = 8
/** Characters in a box's line. */
const WIDTH = 20

/** In the upper right corner, as in lists: ✓ done, ● here, ▲ near, ■ late, ‖ paused. */
function StateMark({ tone, isWrong, box }: ProcessShapeProps) {
  const mark = isWrong ? 'wrong' : tone
  if (!mark) return null
  return (
    <g class="process-shape__mark" transform={`translate(${box.x + box.width - 8} ${box.y - 8})`}>
      <circle cx="8" cy="8" r="10" />
      <path d={MARKS[mark]} />
    </g>
  )
}

const MARKS: Record<NonNullable<ProcessShapeProps['tone']> | 'wrong', string> = {
  done: 'm3 8.5 3.5 3.5 6.5-8 1.5 1.5-8 9.5-5-5z',
  current: 'M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z',
  near: 'M8 2.5 13.5 12h-11z',
  late: 'M4 4h8v8H4z',
  paused: 'M4 3.5h3v9H4zM9 3.5h3v9H9z',
  wrong: 'M7 2.5h2v7H7zM7 11h2v2.500H7z',
}

export interface ProcessShapeProps {
  id: string
  look: 'start' | 'end' | 'step' | 'choice' | 'fork' | 'join' | 'merge' | 'timer' | 'agencies' | 'leg' | 'outside'
  box: DiagramBox
  name: string
  /** Lines below the name, most important first: who, how long, its clock. */
  facts?: string[]
  /** Everything the shape says, in one sentence: name, who, how long, state. */
  whole: string
  /** How a dossier stands here; nothing where it has not come. */
  tone?: 'done' | 'current' | 'near' | 'late' | 'paused'
  isWrong?: boolean
  isSelected?: boolean
  href?: string
  linkId?: string
  /** In the designer, where it runs: a new way can be drawn from here with the pointer. */
  hasDot?: boolean
}

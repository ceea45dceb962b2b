import type { Child } from 'hono/jsx'
import { Shape, type ShapeName } from './shape.tsx'

/** A short state in words; the tone colours it, the shape tells it without colour. */
export function Tag({ tone = 'neutral', shape, children }: { tone?: Tone; shape?: ShapeName; children: Child }) {
  return (
    <span class={`tag tag--${tone}`}>
      {shape && <Shape shape={shape} />}
      {children}
    </span>
  )
}

/** in time · near · late · paused or ended · information · no state at all */
export type Tone = 'ok' | 'near' | 'late' | 'paused' | 'info' | 'neutral'

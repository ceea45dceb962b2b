import type { Child } from 'hono/jsx'
import { Shape, type ShapeName } from './shape.tsx'

/** What has just happened, once, above the page: a full sentence, and what comes next. */
export function Flash({ tone = 'done', title, children }: FlashMessage & { children?: Child }) {
  return (
    <div class={`flash flash--${tone}`} role={tone === 'failed' ? 'alert' : 'status'}>
      <Shape shape={SHAPES[tone]} />
      <div>
        <p class="flash__title">{title}</p>
        {children}
      </div>
    </div>
  )
}

/** The messages of a page; the layouts show them. */
export function FlashMessages({ flash }: { flash?: FlashMessage | FlashMessage[] }) {
  const messages = flash === undefined ? [] : Array.isArray(flash) ? flash : [flash]
  return (
    <>
      {messages.map(({ text, ...message }) => (
        <Flash key={message.title} {...message}>
          {text && <p>{text}</p>}
        </Flash>
      ))}
    </>
  )
}

const SHAPES: Record<FlashTone, ShapeName> = { done: 'tick', notice: 'circle', warning: 'triangle', failed: 'square' }

export type FlashTone = 'done' | 'notice' | 'warning' | 'failed'

export interface FlashMessage {
  tone?: FlashTone
  title: string
  /** What comes next, by when, or where to ask. */
  text?: string
}

import type { Child } from 'hono/jsx'
import { words } from '#platform/language.ts'
import { useWords } from '../language.ts'
import { Shape } from './shape.tsx'

const copy = words({
  vi: { done: 'đã xong', current: 'đang làm', todo: 'chưa đến', skipped: 'bỏ qua' },
  en: { done: 'done', current: 'now', todo: 'to come', skipped: 'skipped' },
})

/** The steps of a form or of a process, in order; where we are is said in words too. */
export function StepList({ label, steps, across }: { label: string; steps: Step[]; across?: boolean }) {
  const text = useWords(copy)
  return (
    <ol class={across ? 'steps steps--across' : 'steps'} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.key ?? index}
          class={`steps__step steps__step--${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span class="steps__number" aria-hidden="true">
            {step.state === 'done' ? <Shape shape="tick" /> : index + 1}
          </span>
          <span class="steps__name">
            {step.href ? <a href={step.href}>{step.name}</a> : step.name}
            <span class="visually-hidden">, {text[step.state]}</span>
            {step.note && <span class="steps__note">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

export interface Step {
  key?: string
  name: Child
  state: 'done' | 'current' | 'todo' | 'skipped'
  href?: string
  note?: Child
}

import type { Child } from 'hono/jsx'
import { fieldId } from '../forms/form-state.ts'

/** One part of the showcase: its name, what it is for, and its states. */
export function Example({ name, use, children }: { name: string; use: string; children: Child }) {
  const id = fieldId(name)
  return (
    <section class="example" aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      <p class="example__use">{use}</p>
      <div class="example__states flow">{children}</div>
    </section>
  )
}

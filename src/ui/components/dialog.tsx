import type { Child } from 'hono/jsx'
import { words } from '#platform/language.ts'
import { useWords } from '../language.ts'

const copy = words({ vi: { close: 'Đóng' }, en: { close: 'Close' } })

/**
 * The browser's own dialog, only for what cannot wait. `DialogButton` opens it: newer browsers without any script. What can be done in it
 * must also have a page.
 */
export function Dialog({ id, title, actions, children }: DialogProps) {
  return (
    <dialog class="dialog" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div class="flow">{children}</div>
      <div class="button-row">
        {actions}
        <form method="dialog">
          <button class="button button--secondary" type="submit">
            {useWords(copy).close}
          </button>
        </form>
      </div>
    </dialog>
  )
}

export function DialogButton({ dialog, children }: { dialog: string; children: Child }) {
  // `command` and `commandfor` are younger than the JSX types.
  const opens = { command: 'show-modal', commandfor: dialog }
  return (
    <button class="button button--secondary" type="button" data-enhance="dialog" {...opens}>
      {children}
    </button>
  )
}

export interface DialogProps {
  id: string
  title: string
  /** Buttons before "Đóng". */
  actions?: Child
  children: Child
}

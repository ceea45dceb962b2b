import type { Child } from 'hono/jsx'
import { classes } from '../classes.ts'

/**
 * A verb with its object: "Tiếp nhận hồ sơ". One `primary` a page. With `href` it is a link that looks like a button: for going
 * somewhere; without it, it sends the form around it.
 */
export function Button({ look = 'secondary', small, href, confirm, children, ...rest }: ButtonProps) {
  const name = classes('button', `button--${look}`, small && 'button--small')
  if (href !== undefined) {
    return (
      <a class={name} href={href} download={rest.download} target={rest.target} id={rest.id}>
        {children}
      </a>
    )
  }
  return (
    <button
      class={name}
      type={rest.type ?? 'submit'}
      id={rest.id}
      name={rest.name}
      value={rest.value}
      form={rest.form}
      formaction={rest.formAction}
      formtarget={rest.formTarget}
      formnovalidate={rest.formNoValidate}
      disabled={rest.disabled}
      aria-describedby={rest.describedBy}
      data-enhance={confirm ? 'confirm' : undefined}
      data-confirm={confirm}
    >
      {children}
    </button>
  )
}

/** Buttons side by side; on phones under each other. */
export function ButtonRow({ children }: { children: Child }) {
  return <div class="button-row">{children}</div>
}

export interface ButtonProps {
  look?: 'primary' | 'secondary' | 'danger' | 'link'
  /** 36 px high, for dense tables and toolbars of the console. */
  small?: boolean
  href?: string
  type?: 'submit' | 'button' | 'reset'
  name?: string
  value?: string
  /** Id of a form elsewhere on the page. */
  form?: string
  formAction?: string
  /** The answer opens beside the form, which stays as it is: previews. */
  formTarget?: '_blank'
  formNoValidate?: boolean
  disabled?: boolean
  /** Id of the sentence that says why it is disabled or what it does. */
  describedBy?: string
  download?: boolean | string
  target?: '_blank'
  id?: string
  /** A question asked before sending, where scripts run. What cannot be undone has its own page that asks. */
  confirm?: string
  children: Child
}

/** Small parts of the desk that can hold the cursor when the page opens: a reception goes with Enter alone. */
import type { Child } from 'hono/jsx'
import { FieldNotes, fieldId } from '#ui/index.ts'

/** A box and its button on one line. Enter in it presses the form's default button, which looks for what was typed. */
export function SearchLine({ name, label, hint, value, error, action, button, autofocus }: SearchLineProps) {
  const id = fieldId(name)
  const describedBy = [`${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class={error ? 'field field--wrong search' : 'field search'}>
      <label class="field__label" for={id}>
        {label}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      <div class="search__line">
        <input
          class="input"
          type="search"
          id={id}
          name={name}
          value={value}
          maxLength={500}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          autofocus={autofocus}
        />
        <button class="button button--secondary" type="submit" name="_action" value={action}>
          {button}
        </button>
      </div>
    </div>
  )
}

/** A button of the form that the next Enter presses. */
export function MainButton({ look = 'primary', small, value, autofocus, children }: MainButtonProps) {
  return (
    <button
      class={`button button--${look}${small ? ' button--small' : ''}`}
      type="submit"
      name="_action"
      value={value}
      autofocus={autofocus}
    >
      {children}
    </button>
  )
}

interface SearchLineProps {
  name: string
  label: string
  hint: string
  value: string
  error?: string
  action: string
  button: string
  autofocus?: boolean
}

interface MainButtonProps {
  look?: 'primary' | 'secondary'
  small?: boolean
  value: string
  autofocus?: boolean
  children: Child
}

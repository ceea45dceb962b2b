import type { Child } from 'hono/jsx'
import { words } from '#platform/language.ts'
import { classes } from '../classes.ts'
import { useWords } from '../language.ts'

const copy = words({
  vi: { optional: ' (không bắt buộc)', error: 'Lỗi: ' },
  en: { optional: ' (optional)', error: 'Error: ' },
})

/**
 * The anatomy that every field shares: label, hint, error, control, in this order, tied together by ids. `group` makes a fieldset with a
 * legend, for a field of several controls.
 */
export function FieldFrame({ id, label, hint, error, describedBy, optional, group, hideLabel, class: extra, children }: FieldFrameProps) {
  const text = useWords(copy)
  const name = (
    <>
      {label}
      {optional && <span class="field__optional">{text.optional}</span>}
    </>
  )
  const labelClass = classes('field__label', hideLabel && 'visually-hidden')
  const notes = <FieldNotes id={id} hint={hint} error={error} />
  const frame = classes('field', error !== undefined && 'field--wrong', extra)
  if (group) {
    return (
      <fieldset class={frame} aria-describedby={describedBy}>
        <legend class={labelClass}>{name}</legend>
        {notes}
        {children}
      </fieldset>
    )
  }
  return (
    <div class={frame}>
      <label class={labelClass} for={id}>
        {name}
      </label>
      {notes}
      {children}
    </div>
  )
}

/** Hint and error of a field, with the ids that its `aria-describedby` names. */
export function FieldNotes({ id, hint, error }: { id: string; hint?: Child; error?: string }) {
  const text = useWords(copy)
  return (
    <>
      {hint !== undefined && (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="field__error" id={`${id}-error`}>
          <span class="visually-hidden">{text.error}</span>
          {error}
        </p>
      )}
    </>
  )
}

/** What every field takes. */
export interface FieldCommon {
  /** Key in the form's values and errors, and name of the control. */
  name: string
  label: Child
  /** One sentence of help, read out with the field. */
  hint?: Child
  /** A sentence; without it the form's error of this name. */
  error?: string
  /** Says "(không bắt buộc)" beside the label: everything else is needed. */
  optional?: boolean
  /** Keeps the label for screen readers only; use it where the column head or legend already says it. */
  hideLabel?: boolean
  disabled?: boolean
  id?: string
}

interface FieldFrameProps extends Omit<FieldCommon, 'name' | 'disabled'> {
  id: string
  describedBy?: string | undefined
  group?: boolean
  class?: string
  children: Child
}

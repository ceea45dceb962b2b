import type { Child } from 'hono/jsx'
import { classes } from '../classes.ts'
import { useField } from '../forms/form-context.ts'
import { type FieldCommon, FieldFrame } from './field-frame.tsx'

/**
 * A field of one line or, as `textarea`, of several. Value and error come from the form by name.
 * `<Field name="phone" type="tel" label="Số điện thoại" hint="Ví dụ: 0912…" width="short" />`
 */
export function Field(props: FieldProps) {
  const { type = 'text', width = 'full', prefix, suffix, rows = 4, secret } = props
  const field = useField(props.name, props)
  const shared = {
    id: field.id,
    name: props.name,
    class: classes('input', `input--${width}`, props.code && 'input--code'),
    'aria-describedby': field.describedBy,
    'aria-invalid': field.error !== undefined || undefined,
    autocomplete: props.autocomplete ?? (secret ? 'off' : undefined),
    disabled: props.disabled,
    readonly: props.readOnly,
    maxlength: props.maxLength,
    placeholder: props.placeholder,
    spellcheck: props.code || secret || type === 'email' ? false : undefined,
    'data-enhance': props.enhance,
  }
  const control =
    type === 'textarea' ? (
      <textarea {...shared} rows={rows}>
        {field.value}
      </textarea>
    ) : (
      <input
        {...shared}
        // The JSX types tie ARIA roles to each literal type, which a variable cannot satisfy; no role is set here.
        type={(type === 'number' ? 'text' : type) as 'text'}
        inputmode={props.inputMode ?? (type === 'number' ? 'numeric' : undefined)}
        value={type === 'password' ? undefined : field.value}
        min={props.min}
        max={props.max}
      />
    )
  return (
    <FieldFrame {...props} id={field.id} error={field.error} describedBy={field.describedBy}>
      {prefix !== undefined || suffix !== undefined ? (
        <div class="input-group">
          {prefix !== undefined && <span class="input-group__word">{prefix}</span>}
          {control}
          {suffix !== undefined && <span class="input-group__word">{suffix}</span>}
        </div>
      ) : (
        control
      )}
    </FieldFrame>
  )
}

export interface FieldProps extends FieldCommon {
  /**
   * `number` is a text box with a keypad of digits (a spin button changes figures by a slip of the wheel); `date` is the browser's own date
   * box, for filters and officers; people fill `DateField`. A password is never filled again.
   */
  type?: 'text' | 'number' | 'email' | 'tel' | 'date' | 'textarea' | 'password' | 'search' | 'url'
  value?: string
  /** How long the expected answer is: full line, 24, 12 or 6 characters. */
  width?: 'full' | 'long' | 'medium' | 'short'
  prefix?: Child
  suffix?: Child
  rows?: number
  /** Fixed-width digits and no spell check: codes and numbers of papers. */
  code?: boolean
  /** Never remembered by the browser. */
  secret?: boolean
  autocomplete?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | 'url'
  maxLength?: number
  placeholder?: string
  readOnly?: boolean
  min?: string
  max?: string
  enhance?: string
}

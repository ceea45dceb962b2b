import { words } from '#platform/language.ts'
import { classes } from '../classes.ts'
import { useField } from '../forms/form-context.ts'
import { useWords } from '../language.ts'
import { type FieldCommon, FieldFrame } from './field-frame.tsx'

const copy = words({ vi: { choose: 'Chọn…' }, en: { choose: 'Choose…' } })

/** One of many, from a list. For up to about six, `Radios` is kinder. Options with a `group` stand under its heading. */
export function Select(props: SelectProps) {
  const field = useField(props.name, props)
  const text = useWords(copy)
  const groups = Map.groupBy(props.options, (option) => option.group)
  return (
    <FieldFrame {...props} id={field.id} error={field.error} describedBy={field.describedBy}>
      <select
        class={classes('select', props.width && `input--${props.width}`)}
        id={field.id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={field.describedBy}
        aria-invalid={field.error !== undefined || undefined}
        autocomplete={props.autocomplete}
        data-enhance={props.enhance}
      >
        {props.blank !== false && <option value="">{props.blank ?? text.choose}</option>}
        {[...groups].map(([group, options]) => {
          const list = options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === field.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))
          return group === undefined ? (
            list
          ) : (
            <optgroup key={group} label={group}>
              {list}
            </optgroup>
          )
        })}
      </select>
    </FieldFrame>
  )
}

export interface Option {
  value: string
  label: string
  group?: string
  disabled?: boolean
}

export interface SelectProps extends FieldCommon {
  options: Option[]
  value?: string
  /** Words of the empty choice ("Tất cả"), or `false` for none. */
  blank?: string | false
  width?: 'full' | 'long' | 'medium' | 'short'
  autocomplete?: string
  enhance?: string
}

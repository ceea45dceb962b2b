import type { Child } from 'hono/jsx'
import { useField } from '../forms/form-context.ts'
import { listOf } from '../forms/form-state.ts'
import { type FieldCommon, FieldNotes } from './field-frame.tsx'
import { Choice, type ChoiceOption, Choices } from './radios.tsx'

/** Any number of a few. The form gives a string or a list of strings. */
export function Checkboxes(props: CheckboxesProps) {
  const field = useField(props.name, { ...props, value: undefined })
  const chosen = props.values ?? listOf(field.state, props.name)
  return <Choices {...props} type="checkbox" field={field} isChosen={(value) => chosen.includes(value)} />
}

/** One tick that stands alone: "Tôi cam đoan nội dung khai là đúng". */
export function Checkbox({ name, label, hint, value = 'on', checked, disabled, error }: CheckboxProps) {
  const field = useField(name, { error })
  return (
    <div class={field.error === undefined ? 'field' : 'field field--wrong'}>
      <FieldNotes id={field.id} error={field.error} />
      <Choice
        type="checkbox"
        id={field.id}
        name={name}
        value={value}
        label={label}
        hint={hint}
        checked={checked ?? listOf(field.state, name).includes(value)}
        disabled={disabled}
        describedBy={field.error === undefined ? undefined : `${field.id}-error`}
      />
    </div>
  )
}

export interface CheckboxesProps extends FieldCommon {
  options: ChoiceOption[]
  values?: string[]
  inline?: boolean
}

export interface CheckboxProps {
  name: string
  label: Child
  hint?: Child
  /** What is sent when ticked; by default `on`. */
  value?: string
  checked?: boolean
  disabled?: boolean
  error?: string
}

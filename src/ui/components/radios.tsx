import type { Child } from 'hono/jsx'
import { useField } from '../forms/form-context.ts'
import { type FieldCommon, FieldFrame } from './field-frame.tsx'

/** One of a few. What an option asks further (`more`) shows only while it is chosen, without any script. */
export function Radios(props: RadiosProps) {
  const field = useField(props.name, props)
  return <Choices {...props} type="radio" field={field} isChosen={(value) => value === field.value} />
}

/** The options of a group under its label; the first has the group's own id, so that an error links to it. */
export function Choices({ type, field, isChosen, ...props }: ChoicesProps) {
  return (
    <FieldFrame
      {...props}
      group
      id={field.id}
      error={field.error}
      describedBy={field.describedBy}
      class={props.inline ? 'choices--inline' : undefined}
    >
      <ChoiceList>
        {props.options.map((option, index) => (
          <Choice
            key={option.value}
            {...option}
            type={type}
            id={index === 0 ? field.id : `${field.id}-${index + 1}`}
            name={props.name}
            checked={isChosen(option.value)}
            disabled={props.disabled || option.disabled}
          />
        ))}
      </ChoiceList>
    </FieldFrame>
  )
}

export const ChoiceList = ({ children }: { children: Child }) => <div class="choices">{children}</div>

/** One radio or checkbox with its label beside it; `Radios`, `Checkboxes` and `Checkbox` are made of it. */
export function Choice({ type, id, name, value, label, hint, more, checked, disabled, describedBy }: ChoiceProps) {
  const hintId = `${id}-item-hint`
  return (
    <>
      <div class="choice">
        <input
          type={type as 'radio'}
          id={id}
          name={name}
          value={value}
          checked={checked}
          disabled={disabled}
          aria-describedby={[describedBy, hint !== undefined && hintId].filter(Boolean).join(' ') || undefined}
        />
        <label for={id}>{label}</label>
        {hint !== undefined && (
          <p class="choice__hint" id={hintId}>
            {hint}
          </p>
        )}
      </div>
      {more && <div class="choice__more">{more}</div>}
    </>
  )
}

export interface ChoiceOption {
  value: string
  label: Child
  hint?: Child
  /** Fields that belong to this option. The server must ignore them when it is not chosen. */
  more?: Child
  disabled?: boolean
}

interface ChoiceProps extends ChoiceOption {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  checked: boolean
  describedBy?: string
}

interface ChoicesProps extends FieldCommon {
  type: ChoiceProps['type']
  options: ChoiceOption[]
  inline?: boolean
  field: Pick<ReturnType<typeof useField>, 'id' | 'error' | 'describedBy'>
  isChosen(value: string): boolean
}

export interface RadiosProps extends FieldCommon {
  options: ChoiceOption[]
  value?: string
  /** Side by side: for two or three short answers. */
  inline?: boolean
}

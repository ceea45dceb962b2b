import { words } from '#platform/language.ts'
import { useField } from '../forms/form-context.ts'
import { textOf } from '../forms/form-state.ts'
import { useWords } from '../language.ts'
import { type FieldCommon, FieldFrame } from './field-frame.tsx'

const copy = words({
  vi: { day: 'Ngày', month: 'Tháng', year: 'Năm', pick: 'Chọn trên lịch' },
  en: { day: 'Day', month: 'Month', year: 'Year', pick: 'Pick from calendar' },
})

/**
 * A date in three boxes `name.day`, `name.month`, `name.year` (`readDate` puts them together), with the browser's calendar beside them
 * where scripts run. The error is found under `name` or under a part.
 */
export function DateField(props: DateFieldProps) {
  const text = useWords(copy)
  const field = useField(props.name, props)
  const partError = (part: Part) => field.state.errors[`${props.name}.${part}`]
  const error = field.error ?? partError('day') ?? partError('month') ?? partError('year')
  const describedBy = [props.hint !== undefined && `${field.id}-hint`, error && `${field.id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <FieldFrame {...props} group id={field.id} error={error} describedBy={describedBy}>
      <div class="date" data-enhance={props.picker === false ? undefined : 'date'}>
        {PARTS.map((part) => {
          const id = part === 'day' ? field.id : `${field.id}-${part}`
          return (
            <div key={part} class="date__part">
              <label for={id}>{text[part]}</label>
              <input
                class={`input date__${part}`}
                id={id}
                name={`${props.name}.${part}`}
                inputmode="numeric"
                maxlength={part === 'year' ? 4 : 2}
                value={textOf(field.state, `${props.name}.${part}`)}
                autocomplete={props.birthday ? `bday-${part}` : 'off'}
                aria-invalid={partError(part) !== undefined || field.error !== undefined || undefined}
                disabled={props.disabled}
              />
            </div>
          )
        })}
        <span class="date__pick" hidden>
          <button class="button button--secondary" type="button">
            {text.pick}
          </button>
          <input type="date" tabIndex={-1} aria-hidden="true" />
        </span>
      </div>
    </FieldFrame>
  )
}

const PARTS = ['day', 'month', 'year'] as const
type Part = (typeof PARTS)[number]

export interface DateFieldProps extends FieldCommon {
  /** A date of birth: the browser may fill it. */
  birthday?: boolean
  picker?: false
}

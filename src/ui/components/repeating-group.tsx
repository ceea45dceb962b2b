import type { Child } from 'hono/jsx'
import { useContext } from 'hono/jsx'
import { words } from '#platform/language.ts'
import { itemCount } from '../forms/form-buttons.ts'
import { FormContext } from '../forms/form-context.ts'
import { fieldId } from '../forms/form-state.ts'
import { useWords } from '../language.ts'
import { FieldNotes } from './field-frame.tsx'

const copy = words({
  vi: { add: (noun: string) => `Thêm ${noun}`, remove: (noun: string, number: number) => `Bỏ ${noun} ${number}` },
  en: { add: (noun: string) => `Add ${noun}`, remove: (noun: string, number: number) => `Remove ${noun} ${number}` },
})

/**
 * The same few fields several times: people of a household, papers of a list. The buttons go to the server and come back with one item
 * more or less (`pressFormButton`). Give the form a `defaultAction`, or Enter would press the first of these buttons.
 *
 * `<RepeatingGroup name="people" label="Người cùng khai" noun="người">{(item) => <Field name={`${item}.name`} label="Họ và tên" />}</RepeatingGroup>`
 */
export function RepeatingGroup({ name, label, hint, noun, least = 1, most = 20, children }: RepeatingGroupProps) {
  const text = useWords(copy)
  const state = useContext(FormContext)
  const count = Math.min(itemCount(state.values, name, least), most)
  const id = fieldId(name)
  const error = state.errors[name]
  return (
    <fieldset
      class={error === undefined ? 'field repeating' : 'field field--wrong repeating'}
      id={id}
      tabIndex={-1}
      aria-describedby={[hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') || undefined}
    >
      <legend class="field__label">{label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <input type="hidden" name={`${name}.count`} value={count} />
      {Array.from({ length: count }, (_, index) => (
        <fieldset key={index} class="repeating__item fields">
          <legend>
            {noun.charAt(0).toLocaleUpperCase('vi') + noun.slice(1)} {index + 1}
          </legend>
          {children(`${name}.${index}`, index)}
          {count > least && (
            <button class="button button--secondary button--small" type="submit" name="_remove" value={`${name}.${index}`} formnovalidate>
              {text.remove(noun, index + 1)}
            </button>
          )}
        </fieldset>
      ))}
      {count < most && (
        <button class="button button--secondary" type="submit" name="_add" value={name} formnovalidate>
          {text.add(noun)}
        </button>
      )}
    </fieldset>
  )
}

export interface RepeatingGroupProps {
  name: string
  label: Child
  hint?: Child
  /** One of them, in lower case: "người", "giấy tờ". */
  noun: string
  /** Smallest and largest number of items. */
  least?: number
  most?: number
  /** Draws the fields of one item; `item` is the beginning of their names, `people.0`. */
  children: (item: string, index: number) => Child
}

import { createContext, useContext } from 'hono/jsx'
import { blankForm, type FormState, fieldId, textOf } from './form-state.ts'

/** The state of the form around a field; `<Form state>` and `<FilterBar state>` provide it. */
export const FormContext = createContext<FormState>(blankForm())

/** What a control needs of its field: ids for the label, hint and error, its value as typed, its error. A prop wins over the form. */
export function useField(name: string, given: { id?: string; value?: string; error?: string; hint?: unknown }): FieldParts {
  const state = useContext(FormContext)
  const id = given.id ?? fieldId(name)
  const error = given.error ?? state.errors[name]
  const described = [given.hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')
  return { id, error, value: given.value ?? textOf(state, name), describedBy: described || undefined, state }
}

export interface FieldParts {
  id: string
  error: string | undefined
  value: string
  /** For `aria-describedby`: the ids of hint and error, where there are any. */
  describedBy: string | undefined
  state: FormState
}

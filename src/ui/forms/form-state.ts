/**
 * What a form shows: what was typed, and what is wrong with it, both by field name. A page renders the same form for the first visit
 * (`blankForm()`), for editing (`blankForm(valuesOfRecord)`) and after an error (`failedForm(body, error.fields)`); fields inside
 * `<Form state={…}>` find their own value and error by name, so nothing typed is ever lost.
 *
 * Names are dotted paths (`owner.birthDate.day`, `people.0.name`): the path of a zod issue joined by dots is the key of its error.
 */
export interface FormState {
  values: Record<string, string | string[] | undefined>
  /** Field name → sentence: what is wrong, how to mend it, an example. `_` is about the whole form. */
  errors: Record<string, string>
}

export const blankForm = (values: FormState['values'] = {}): FormState => ({ values, errors: {} })

export const failedForm = (values: FormState['values'], errors: Record<string, string>): FormState => ({ values, errors })

export const hasErrors = (state: FormState): boolean => Object.keys(state.errors).length > 0

/** The id of the control of a field; the error summary links to it. `people.0.name` → `f-people-0-name` */
export const fieldId = (name: string): string => `f-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`

/** The one value of a field, or '' */
export function textOf(state: FormState, name: string): string {
  const value = state.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** All values of a field of several (checkboxes). */
export function listOf(state: FormState, name: string): string[] {
  const value = state.values[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

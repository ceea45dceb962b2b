import type { AppError } from '#platform/errors.ts'
import { fieldErrors } from '#platform/http/forms.ts'
import type { Language } from '#platform/language.ts'

/** The sentences of a refusal at their fields; what is about the whole form stands under the empty name, as the error summary has it. */
export function formErrors(error: AppError, language: Language): Record<string, string> {
  const { _: general, ...fields } = fieldErrors(error, language)
  return general ? { '': general, ...fields } : fields
}

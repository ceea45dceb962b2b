import { z } from 'zod'
import { PartyInput } from '#modules/identity/index.ts'

/**
 * A party already known (`{ id }`), or as written at the desk; what is written completes what is known. Not a zod union, because a union tells only that
 * nothing fits, and here each field has to say what is wrong with it.
 */
export const PartyChoice = z
  .looseObject({
    id: z.preprocess((value) => (value === '' || value === null ? undefined : value), z.coerce.number().int().positive().optional()),
  })
  .transform((value, context): PartyInput | { id: number } => {
    if (value.id !== undefined) return { id: value.id }
    const parsed = PartyInput.safeParse(value)
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues) context.addIssue({ code: 'custom', message: issue.message, path: issue.path })
    return z.NEVER
  })
export type PartyChoice = z.infer<typeof PartyChoice>

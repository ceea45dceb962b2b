/** Errors as RFC 9457 problem details, with the code of our vocabulary, so that a program can react and a person can read. */
import { z } from 'zod'
import type { AppError } from '#platform/errors.ts'
import type { Language } from '#platform/language.ts'

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    fields: z.record(z.string(), z.string()).optional().meta({ description: 'Trường → điều cần sửa' }),
    instance: z.string().meta({ description: 'Mã yêu cầu, để tra nhật ký' }),
  })
  .meta({ id: 'Problem' })

export const problemOf = (error: AppError, requestId: string, language: Language): z.infer<typeof Problem> => ({
  type: `urn:motcua:error:${error.code}`,
  title: error.sentence(language),
  status: error.status,
  code: error.code,
  ...(Object.keys(error.fields).length > 0 ? { fields: error.fields } : {}),
  instance: requestId,
})

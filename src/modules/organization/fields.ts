/** Fields of the forms of organisation and identity, as schemas. An empty input of an HTML form means "not given". */
import { z } from 'zod'

const empty = (value: unknown) => (value === '' || value === null ? undefined : value)

/** A required line of text. */
export const text = (max: number, missing = 'Hãy điền nội dung này.') =>
  z.string({ error: missing }).trim().min(1, missing).max(max, `Tối đa ${max} ký tự.`)

export const optionalText = (max: number) =>
  z.preprocess(
    empty,
    z
      .string()
      .trim()
      .max(max, `Tối đa ${max} ký tự.`)
      .optional()
      .transform((value) => value || undefined),
  )

export const id = (missing = 'Hãy chọn một mục.') => z.coerce.number({ error: missing }).int(missing).positive(missing)

export const optionalId = z.preprocess(empty, z.coerce.number().int().positive().optional())

/** A legal date, `YYYY-MM-DD`. */
export const legalDate = (missing = 'Hãy chọn ngày.') => z.iso.date({ error: missing })

export const optionalDate = z.preprocess(empty, z.iso.date({ error: 'Ngày chưa đúng. Ví dụ: 2026-11-27.' }).optional())

export const flag = z.preprocess((value) => value === true || value === 'true' || value === 'on' || value === '1', z.boolean())

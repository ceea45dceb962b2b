/** What the forms of several acts ask for. */
import { z } from 'zod'

export const blank = (value: unknown): unknown => (value === '' ? undefined : value)

export const DossierReference = z.object({ dossierId: z.coerce.number().int().positive() })

export const ReasonCode = z.string({ error: 'Hãy chọn lý do trong danh mục.' }).min(1, 'Hãy chọn lý do trong danh mục.').max(60)

/** Words that somebody else has to understand later. */
export const longText = (missing: string) =>
  z.string({ error: missing }).trim().min(5, `${missing} Ít nhất 5 ký tự.`).max(4_000, 'Tối đa 4.000 ký tự.')

export const shortText = (missing: string, most = 300) =>
  z.string({ error: missing }).trim().min(2, missing).max(most, `Tối đa ${most} ký tự.`)

export const optionalText = (most: number) => z.preprocess(blank, z.string().trim().max(most, `Tối đa ${most} ký tự.`).optional())

export const optionalId = z.preprocess(blank, z.coerce.number().int().positive().optional())

export const optionalDay = z.preprocess(blank, z.iso.date('Ngày chưa đúng. Ví dụ: 2026-11-30.').optional())

/** An amount in đồng, as typed with its dots or as a number. */
export const Amount = z.preprocess(
  (value) =>
    typeof value === 'string'
      ? /^\d{1,3}([.\s]\d{3})*$|^\d+$/.test(value.trim())
        ? Number(value.replace(/[.\s]/g, ''))
        : Number.NaN
      : value,
  z
    .number('Hãy ghi số tiền bằng đồng, là số nguyên. Ví dụ: 1.500.000.')
    .int('Số tiền là số nguyên đồng.')
    .positive('Số tiền phải lớn hơn 0.')
    .max(1e15, 'Số tiền quá lớn.'),
)

export const listOfIds = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.coerce.number().int().positive()).max(400),
)

export const Tick = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean())

import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseInput } from './action.ts'
import type { AppError } from './errors.ts'

function told(schema: z.ZodType, input: unknown): string | undefined {
  try {
    parseInput(z.object({ field: schema }), { field: input })
    return undefined
  } catch (error) {
    return (error as AppError).fields.field
  }
}

describe('what is wrong with an input, in Vietnamese', () => {
  test.each([
    [z.string(), undefined, 'Thiếu nội dung này.'],
    [z.string().min(1), '', 'Thiếu nội dung này.'],
    [z.string(), 5, 'Phải là chữ.'],
    [z.number(), 'x', 'Phải là một số.'],
    [z.coerce.number().int(), '1.5', 'Phải là số nguyên.'],
    [z.number().int().positive(), 0, 'Phải lớn hơn 0.'],
    [z.number().max(200), 1500, 'Không quá 200.'],
    [z.string().max(1000), 'a'.repeat(1001), 'Tối đa 1.000 ký tự.'],
    [z.array(z.number()).max(1), [1, 2], 'Tối đa 1 mục.'],
    [z.iso.date(), '31/12/2026', 'Ngày chưa đúng. Ví dụ: 2026-11-27.'],
    [z.enum(['counter', 'online']), 'fax', 'Chọn một trong: counter, online.'],
    [z.enum(['counter', 'online']), undefined, 'Thiếu nội dung này.'],
    [z.boolean(), 'yes', 'Phải là true hoặc false.'],
    [z.strictObject({}), { la: 1 }, 'Không có trường la.'],
    [z.string().regex(/^a$/), 'b', 'Nội dung không đúng mẫu.'],
    [z.string('Câu riêng.'), 5, 'Câu riêng.'],
  ])('%#: %j', (schema, input, sentence) => {
    expect(told(schema, input)).toBe(sentence)
  })
})

/** Bộ lọc đã lưu: a name for a filter of the work list, an officer's own or shared by everybody of a role. */
import { z } from 'zod'
import { inboxLists } from './queries/inbox.ts'

/** The kinds of step a work list can be filtered by. */
export const inboxKinds = ['reception', 'assignment', 'appraisal', 'review', 'signature', 'issue', 'return'] as const

/** More would not fit the rail. */
export const MAX_OWN_VIEWS = 12
export const MAX_ROLE_VIEWS = 8

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)

export const ViewFilter = z.object({
  list: z.enum(inboxLists, { error: 'Hãy chọn danh sách.' }),
  standing: z.preprocess(blank, z.enum(['late', 'near', 'within']).optional()),
  kind: z.preprocess(blank, z.enum(inboxKinds).optional()),
  text: z.preprocess(blank, z.string().trim().max(100, 'Tối đa 100 ký tự.').optional()),
  unitId: z.preprocess(blank, z.coerce.number().int().positive().optional()),
})

export const ViewName = z
  .string({ error: 'Hãy đặt tên cho bộ lọc.' })
  .trim()
  .min(1, 'Hãy đặt tên cho bộ lọc. Ví dụ: Thẩm định quá hạn.')
  .max(40, 'Tên tối đa 40 ký tự.')

export type ViewFilter = z.infer<typeof ViewFilter>

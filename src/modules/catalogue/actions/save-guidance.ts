import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#platform/action.ts'

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .optional()
    .transform((text) => text || null)

export const AddGuidance = z
  .object({
    procedureId: z.coerce.number().int().positive(),
    kind: z.enum(['sample', 'guide', 'video']),
    name: z.string().trim().min(3, 'Hãy ghi tên.').max(300),
    url: optional(2_000).refine((url) => url === null || /^(https?:\/\/|\/)/.test(url), 'Địa chỉ bắt đầu bằng https:// hoặc dấu /.'),
    content: optional(20_000),
  })
  .refine((guidance) => guidance.url || guidance.content, { path: ['url'], message: 'Hãy ghi địa chỉ hoặc nội dung.' })

/** Thêm hồ sơ mẫu, hướng dẫn hoặc video; it stands at once on the public page and belongs to no version. */
export const addGuidance = action('catalogue.edit', {
  input: AddGuidance,
  scope: () => undefined,
  async work({ tx, now, about }, guidance) {
    await tx
      .insertInto('procedureGuidance')
      .values({
        ...guidance,
        position: sql<number>`1 + coalesce((select max(position) from procedure_guidance where procedure_id = ${guidance.procedureId}), 0)`,
        createdAt: now,
      })
      .execute()
    about({ kind: 'procedure', id: guidance.procedureId }, { did: 'add-guidance', kind: guidance.kind })
  },
})

export const RemoveGuidance = z.object({ guidanceId: z.coerce.number().int().positive() })

export const removeGuidance = action('catalogue.edit', {
  input: RemoveGuidance,
  scope: () => undefined,
  async work({ tx, about }, { guidanceId }) {
    const removed = await tx.deleteFrom('procedureGuidance').where('id', '=', guidanceId).returning('procedureId').executeTakeFirst()
    about({ kind: 'procedure', id: removed?.procedureId ?? 0 }, { did: 'remove-guidance' })
  },
})

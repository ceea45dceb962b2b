import { z } from 'zod'
import { getDossierId } from '#modules/dossier/index.ts'
import { returnResult } from '#modules/intake/index.ts'
import { endpoint, Instant } from '../endpoint.ts'

export const giveBack = endpoint({
  method: 'POST',
  path: '/dossiers/{code}/tasks/{number}/return',
  right: 'intake.return-result',
  tag: 'Hồ sơ',
  summary: 'Trả kết quả',
  params: z.object({ code: z.string().max(60), number: z.coerce.number().int().positive() }),
  body: z.object({
    method: z.enum(['counter', 'post', 'electronic']),
    receiverName: z.string().min(2).max(200),
    receiverPhone: z.string().max(20).optional(),
    proof: z.enum(['receipt', 'identity', 'authorization']),
    proofNumber: z.string().max(100).optional(),
    /** Ids from the dossier’s components. */
    returnedPapers: z.array(z.number().int().positive()).max(400).default([]),
  }),
  answer: z.object({ returnedAt: Instant }),
  async handle({ services, perform, params, body }) {
    const dossierId = await getDossierId(services.database, params.code)
    const { returnedAt } = await perform(returnResult, { ...body, dossierId, taskNumber: params.number })
    return { returnedAt: returnedAt.toISOString() }
  },
})

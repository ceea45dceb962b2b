import { z } from 'zod'
import { getDossierId } from '#modules/dossier/index.ts'
import { requestWithdrawal } from '#modules/settlement/index.ts'
import { endpoint, Instant, LegalDate } from '../endpoint.ts'

export const askToWithdraw = endpoint({
  method: 'POST',
  path: '/dossiers/{code}/withdrawal',
  right: 'intake.request-withdrawal',
  tag: 'Hồ sơ',
  summary: 'Ghi nhận đề nghị rút hồ sơ của người nộp',
  params: z.object({ code: z.string().max(60) }),
  body: z.object({
    /** Of the list of reasons for withdrawal: `no-need`, `to-correct`, `withdrawal-other`. */
    reasonCode: z.string().max(60),
    text: z.string().max(2_000).optional(),
    channel: z.enum(['counter', 'online', 'post']).default('online'),
    requestedOn: LegalDate.optional(),
    /** The partner has established who asks. */
    isIdentified: z.boolean(),
  }),
  answer: z.object({ requestedAt: Instant }),
  async handle({ services, perform, params, body }) {
    const dossierId = await getDossierId(services.database, params.code)
    const { requestedAt } = await perform(requestWithdrawal, { ...body, dossierId })
    return { requestedAt: requestedAt.toISOString() }
  },
})

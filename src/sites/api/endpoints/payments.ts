/** Proof that a financial obligation was paid; also how a public post tells what became of a parcel. */
import { z } from 'zod'
import { getDossierId } from '#modules/dossier/index.ts'
import { confirmPayment, postCameBack, postDelivered } from '#modules/settlement/index.ts'
import { endpoint, Instant } from '../endpoint.ts'

const CodePath = z.object({ code: z.string().max(60) })

export const pay = endpoint({
  method: 'POST',
  path: '/dossiers/{code}/payments',
  right: 'intake.confirm-payment',
  tag: 'Nghĩa vụ tài chính',
  summary: 'Báo đã nộp: hồ sơ tiếp tục ngay và có ngày hẹn mới; cùng một mã giao dịch chỉ có tác dụng một lần',
  params: CodePath,
  body: z.object({
    reference: z.string().min(4).max(200).meta({ description: 'Mã giao dịch của đơn vị thu; gửi lại cùng mã không ghi lần nữa' }),
    amount: z.number().int().positive().meta({ description: 'đồng, đúng bằng thông báo' }),
    voucher: z.string().min(2).max(200).optional().meta({ description: 'Số chứng từ; bỏ trống: mã giao dịch' }),
  }),
  answer: z.object({ dueAt: Instant.nullable().meta({ description: 'Ngày hẹn trả mới' }), isRepeated: z.boolean() }),
  async handle({ services, perform, params, body: { reference, amount, voucher } }) {
    const dossierId = await getDossierId(services.database, params.code)
    const { dueAt, isRepeated } = await perform(confirmPayment, {
      dossierId,
      amount,
      voucher: voucher ?? reference,
      paymentReference: reference,
      baseUrl: services.baseUrl,
    })
    // A repeat under the same Idempotency-Key comes back from storage as text.
    return { dueAt: dueAt ? new Date(dueAt).toISOString() : null, isRepeated }
  },
})

export const delivered = endpoint({
  method: 'POST',
  path: '/dossiers/{code}/parcel/delivery',
  right: 'intake.return-result',
  tag: 'Hồ sơ',
  summary: 'Bưu chính đã phát kết quả',
  params: CodePath,
  body: z.object({
    receiverName: z.string().min(2).max(200),
    proof: z.enum(['receipt', 'identity', 'authorization']).default('identity'),
    proofNumber: z.string().max(100).optional(),
  }),
  answer: z.object({ returnedAt: Instant }),
  async handle({ services, perform, params, body }) {
    const dossierId = await getDossierId(services.database, params.code)
    const { returnedAt } = await perform(postDelivered, { ...body, dossierId })
    return { returnedAt: new Date(returnedAt).toISOString() }
  },
})

export const cameBack = endpoint({
  method: 'POST',
  path: '/dossiers/{code}/parcel/return',
  right: 'intake.return-result',
  tag: 'Hồ sơ',
  summary: 'Bưu chính chuyển hoàn kết quả',
  params: CodePath,
  body: z.object({
    reason: z.enum(['post-not-found', 'post-refused']),
    text: z.string().max(2_000).optional(),
  }),
  answer: z.object({ state: z.literal('came-back') }),
  async handle({ services, perform, params, body: { reason, text } }) {
    const dossierId = await getDossierId(services.database, params.code)
    await perform(postCameBack, { dossierId, reasonCode: reason, text })
    return { state: 'came-back' as const }
  },
})

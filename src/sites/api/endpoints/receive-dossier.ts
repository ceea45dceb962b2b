import { z } from 'zod'
import { receiveDossier } from '#modules/intake/index.ts'
import { endpoint, Instant } from '../endpoint.ts'

/** An organisation or a person as a partner writes it. */
export const Party = z
  .object({
    kind: z.enum(['person', 'organisation']).default('person'),
    name: z.string().min(1).max(300),
    identifierKind: z.enum(['personal-id', 'old-id', 'passport', 'tax-code']).optional(),
    identifier: z.string().max(40).optional(),
    birthDate: z.iso.date().optional(),
    sex: z.enum(['female', 'male']).optional(),
    phone: z.string().max(20).optional(),
    email: z.string().max(200).optional(),
    address: z.string().max(500).optional(),
    areaCode: z.string().optional().meta({ description: 'Mã xã (5 chữ số)' }),
  })
  .meta({ description: 'Tổ chức, cá nhân' })

export const receive = endpoint({
  method: 'POST',
  path: '/dossiers',
  right: 'intake.receive',
  tag: 'Hồ sơ',
  summary: 'Tiếp nhận hồ sơ: cấp mã, tính ngày hẹn trả, bắt đầu quy trình',
  status: 201,
  body: z.object({
    procedureCaseId: z.number().int().positive().meta({ description: 'Trường hợp của thủ tục (xem /procedures)' }),
    channel: z.enum(['counter', 'online', 'post']).default('online'),
    receivingUnitId: z.number().int().positive().optional().meta({ description: 'Bỏ trống: đơn vị của mã truy cập' }),
    owner: Party.meta({ description: 'Chủ hồ sơ' }),
    submitter: Party.optional().meta({ description: 'Người nộp, khi khác chủ hồ sơ' }),
    authorizationPaper: z.string().max(300).optional(),
    subject: z.string().max(1_000).optional(),
    sets: z.number().int().min(1).max(99).default(1),
    components: z
      .array(
        z.object({
          componentId: z.number().int().positive(),
          originals: z.number().int().min(0).max(99).default(0),
          copies: z.number().int().min(0).max(99).default(0),
        }),
      )
      .max(400)
      .default([]),
    returnMethod: z.enum(['counter', 'post', 'electronic']).default('electronic'),
    returnAddress: z.string().max(500).optional(),
    forwards: z.boolean().default(true).meta({ description: 'Chuyển ngay cho cơ quan giải quyết' }),
    externalCode: z.string().max(60).optional().meta({ description: 'Mã của hệ thống gửi' }),
  }),
  answer: z.object({ code: z.string(), receivedAt: Instant, dueAt: Instant }),
  async handle({ perform, token, body }) {
    const { code, receivedAt, dueAt } = await perform(receiveDossier, { ...body, receivingUnitId: body.receivingUnitId ?? token.unitId })
    return { code, receivedAt: receivedAt.toISOString(), dueAt: dueAt.toISOString() }
  },
})

/** Filing online for a portal or a partner, and the supplement before reception. The legal clock begins when the receiving unit accepts, not here. */
import { z } from 'zod'
import { getDossierId } from '#modules/dossier/index.ts'
import { fileOnline, resubmit } from '#modules/intake/index.ts'
import { endpoint, Instant } from '../endpoint.ts'
import { Party } from './receive-dossier.ts'

const documentIds = z.array(z.number().int().positive()).max(40).default([]).meta({ description: 'Tệp đã tải lên bằng POST /documents' })
const count = z.number().int().min(0).max(99).default(0)

const components = z
  .array(
    z.object({
      componentId: z.number().int().positive().meta({ description: 'Thành phần hồ sơ (xem /procedures)' }),
      originals: count,
      copies: count.meta({ description: 'Số bản sao, kể cả bản điện tử giữ ở hệ thống gửi' }),
      note: z.string().max(500).optional(),
      documentIds,
    }),
  )
  .max(400)
  .default([])

const extras = z
  .array(z.object({ name: z.string().min(2).max(500), originals: count, copies: count, documentIds }))
  .max(40)
  .default([])
  .meta({ description: 'Giấy tờ khác, ngoài thành phần hồ sơ' })

const answer = z.object({
  code: z.string(),
  filedAt: Instant,
  answerBy: Instant.meta({ description: 'Nơi tiếp nhận phải trả lời trước thời điểm này: 08 giờ làm việc' }),
})

export const file = endpoint({
  method: 'POST',
  path: '/filings',
  right: 'intake.file',
  tag: 'Nộp trực tuyến',
  summary: 'Nộp hồ sơ trực tuyến: cấp mã, báo đã nhận; nơi tiếp nhận trả lời trong 08 giờ làm việc (Điều 17 Nghị định 118/2025/NĐ-CP)',
  status: 201,
  body: z.object({
    procedureCaseId: z.number().int().positive().meta({ description: 'Trường hợp của thủ tục (xem /procedures)' }),
    receivingUnitId: z.number().int().positive().optional().meta({ description: 'Bỏ trống: đơn vị của mã truy cập' }),
    owner: Party.meta({ description: 'Chủ hồ sơ' }),
    submitter: Party.optional().meta({ description: 'Người nộp, khi khác chủ hồ sơ' }),
    authorizationPaper: z.string().max(300).optional().meta({ description: 'Bắt buộc khi có người nộp thay' }),
    subject: z.string().max(1_000).optional(),
    sets: z.number().int().min(1).max(99).default(1),
    components,
    extras,
    documentIds,
    returnMethod: z.enum(['counter', 'post', 'electronic']).default('electronic'),
    returnAddress: z.string().max(500).optional(),
    externalCode: z
      .string()
      .max(60)
      .optional()
      .meta({ description: 'Mã của hệ thống gửi; đúng dạng mã hồ sơ của Thông tư 03/2025/TT-VPCP thì được giữ làm mã hồ sơ' }),
  }),
  answer,
  async handle({ perform, token, body }) {
    const { code, filedAt, answerBy } = await perform(fileOnline, { ...body, receivingUnitId: body.receivingUnitId ?? token.unitId })
    return { code, filedAt: filedAt.toISOString(), answerBy: answerBy.toISOString() }
  },
})

export const supplement = endpoint({
  method: 'POST',
  path: '/filings/{code}/supplement',
  right: 'intake.file',
  tag: 'Nộp trực tuyến',
  summary: 'Nộp bổ sung theo phiếu yêu cầu, trước khi hồ sơ được tiếp nhận; 08 giờ làm việc được tính lại',
  params: z.object({ code: z.string().max(60) }),
  body: z.object({ components, extras, documentIds }),
  answer,
  async handle({ services, perform, params, body }) {
    const dossierId = await getDossierId(services.database, params.code)
    const { code, filedAt, answerBy } = await perform(resubmit, { ...body, dossierId })
    return { code, filedAt: filedAt.toISOString(), answerBy: answerBy.toISOString() }
  },
})

/** The steps of a dossier: complete one, prepare the result, number and issue it. */
import { z } from 'zod'
import { getDossierId } from '#modules/dossier/index.ts'
import { completeTask, issueResult, prepareResult } from '#modules/workflow/index.ts'
import { endpoint } from '../endpoint.ts'

const TaskPath = z.object({ code: z.string().max(60), number: z.coerce.number().int().positive() })

export const complete = endpoint({
  method: 'POST',
  path: '/dossiers/{code}/tasks/{number}/completion',
  right: 'workflow.complete',
  tag: 'Bước xử lý',
  summary: 'Hoàn thành bước đang mở',
  params: TaskPath,
  body: z.object({
    comment: z.string().max(2_000).optional(),
    assigneeId: z.number().int().positive().optional().meta({ description: 'Người làm bước tiếp theo; bắt buộc ở bước phân công' }),
  }),
  answer: z.object({ openTask: z.number().int() }),
  async handle({ services, perform, params, body }) {
    const dossierId = await getDossierId(services.database, params.code)
    const { taskNumber } = await perform(completeTask, { ...body, dossierId, taskNumber: params.number })
    return { openTask: taskNumber }
  },
})

export const prepare = endpoint({
  method: 'POST',
  path: '/dossiers/{code}/tasks/{number}/result',
  right: 'workflow.prepare-result',
  tag: 'Bước xử lý',
  summary: 'Lập dự thảo kết quả',
  params: TaskPath,
  body: z.object({ name: z.string().min(3).max(500) }),
  answer: z.object({ resultId: z.number().int() }),
  async handle({ services, perform, params, body }) {
    const dossierId = await getDossierId(services.database, params.code)
    return perform(prepareResult, { ...body, dossierId, taskNumber: params.number })
  },
})

export const issue = endpoint({
  method: 'POST',
  path: '/dossiers/{code}/tasks/{number}/issue',
  right: 'workflow.issue-result',
  tag: 'Bước xử lý',
  summary: 'Cấp số và phát hành kết quả',
  params: TaskPath,
  body: z.object({ symbol: z.string().min(2).max(40), comment: z.string().max(2_000).optional() }),
  answer: z.object({ number: z.number().int(), symbol: z.string() }),
  async handle({ services, perform, params, body }) {
    const dossierId = await getDossierId(services.database, params.code)
    return perform(issueResult, { ...body, dossierId, taskNumber: params.number })
  },
})

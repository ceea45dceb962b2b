import { z } from 'zod'
import { authorise } from '#modules/identity/index.ts'
import { figures, GROUPINGS, MEASURES, spanOf } from '#modules/reporting/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { endpoint, LegalDate } from '../endpoint.ts'

export const readFigures = endpoint({
  method: 'GET',
  path: '/figures',
  right: 'reporting.read',
  tag: 'Số liệu',
  summary: 'Số liệu giải quyết của một kỳ theo biểu II.06a',
  query: z.object({
    from: LegalDate,
    to: LegalDate,
    unitId: z.coerce.number().int().positive().optional().meta({ description: 'Bỏ trống: đơn vị của mã truy cập' }),
    by: z.enum(GROUPINGS).default('unit'),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        key: z.number().int().nullable(),
        name: z.string(),
        ...Object.fromEntries(MEASURES.map((measure) => [measure, z.number().int()])),
      }),
    ),
  }),
  async handle({ services, actor, token, now, query }) {
    const unitId = query.unitId ?? token.unitId
    const may = await services.database.transaction().execute((tx) => authorise(tx, actor, 'reporting.read', unitId, now))
    commonErrors.insist(may, 'access.denied')
    return { rows: await figures(services.database, { unitId, span: spanOf(query, now) }, query.by) }
  },
})

import { z } from 'zod'
import { findVersionForReception, getProcedureByCode, searchProcedures } from '#modules/catalogue/index.ts'
import { commonErrors } from '#platform/errors.ts'
import { localDate } from '#platform/text/dates.ts'
import { endpoint, fromCursor, NextCursor, Page, toCursor } from '../endpoint.ts'

const Cursor = z.tuple([z.number().int().min(0).max(1_000_000)])

export const search = endpoint({
  method: 'GET',
  path: '/procedures',
  right: 'catalogue.read',
  tag: 'Thủ tục',
  summary: 'Tìm thủ tục đang hiệu lực: không cần dấu, theo mã, theo đầu từ',
  query: z.object({ ...Page, text: z.string().max(200).optional(), level: z.enum(['ministry', 'province', 'commune']).optional() }),
  answer: z.object({
    items: z.array(
      z.object({ code: z.string(), name: z.string(), field: z.string().nullable(), levels: z.array(z.string()), serviceLevel: z.string() }),
    ),
    total: z.number().int(),
    nextCursor: NextCursor,
  }),
  async handle({ services, now, query }) {
    const [offset] = fromCursor(query.cursor, Cursor) ?? [0]
    const { items, total } = await searchProcedures(
      services.database,
      { text: query.text, level: query.level },
      { day: localDate(now), limit: query.limit, offset },
    )
    const next = offset + items.length
    return {
      items: items.map(({ code, name, fieldName, levels, serviceLevel }) => ({ code, name, field: fieldName, levels, serviceLevel })),
      total,
      nextCursor: next < total ? toCursor([next]) : null,
    }
  },
})

export const read = endpoint({
  method: 'GET',
  path: '/procedures/{code}',
  right: 'catalogue.read',
  tag: 'Thủ tục',
  summary: 'Một thủ tục: trường hợp, thời hạn và phí theo hình thức nộp, thành phần hồ sơ',
  params: z.object({ code: z.string().max(40) }),
  answer: z.object({
    code: z.string(),
    name: z.string(),
    serviceLevel: z.string(),
    cases: z.array(
      z.object({
        id: z.number().int(),
        name: z.string(),
        channels: z.array(
          z.object({
            channel: z.string(),
            limitAmount: z.number().nullable(),
            limitUnit: z.string().nullable(),
            fees: z.array(z.object({ kind: z.string(), name: z.string(), amount: z.number().int().nullable() })),
          }),
        ),
        components: z.array(
          z.object({
            id: z.number().int(),
            name: z.string(),
            originals: z.number().int(),
            copies: z.number().int(),
            isRequired: z.boolean(),
          }),
        ),
      }),
    ),
  }),
  async handle({ services, now, params }) {
    const procedure = await getProcedureByCode(services.database, params.code)
    const version = await findVersionForReception(services.database, procedure.id, localDate(now))
    if (!version) return commonErrors.fail('record.not-found')
    return {
      code: procedure.code,
      name: version.name,
      serviceLevel: version.serviceLevel,
      cases: version.cases.map(({ id, name, channels, components }) => ({
        id,
        name,
        channels: channels.map(({ channel, limitAmount, limitUnit, fees }) => ({
          channel,
          limitAmount,
          limitUnit,
          fees: fees.map(({ kind, name: feeName, amount }) => ({ kind, name: feeName, amount })),
        })),
        components: components
          .filter(({ kind }) => kind === 'paper')
          .map((component) => ({
            id: component.id,
            name: component.name,
            originals: component.originals,
            copies: component.copies,
            isRequired: component.isRequired,
          })),
      })),
    }
  },
})

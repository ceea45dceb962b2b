/** An endpoint of the partners' API as data: the same schemas parse the request, describe it in OpenAPI, and shape the answer. */
import { z } from 'zod'
import type { ApiToken } from '#modules/identity/index.ts'
import type { Action } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import { commonErrors } from '#platform/errors.ts'
import type { UploadedFile } from '#platform/files/index.ts'
import type { Services } from '#platform/services.ts'

export interface Endpoint<Params, Query, Body, Answer> {
  method: 'GET' | 'POST'
  /** OpenAPI's form below `/api/v1`: `/dossiers/{code}`. */
  path: string
  /** The right the token must hold; it is decided again, for the unit, by the action or query. */
  right: string
  summary: string
  tag: string
  params?: z.ZodType<Params>
  query?: z.ZodType<Query>
  body?: z.ZodType<Body>
  /** The body is a multipart form with files instead of JSON. */
  takesFiles?: true
  answer: z.ZodType<Answer>
  status?: number
  handle(request: ApiRequest<Params, Query, Body>): Promise<Answer>
}

export interface ApiRequest<Params, Query, Body> {
  services: Services
  token: ApiToken
  actor: Actor
  now: Date
  params: Params
  query: Query
  body: Body
  /** What was sent, stored already; empty unless the endpoint takes files. */
  files: readonly UploadedFile[]
  /** Performs the one action of a POST under the request's Idempotency-Key. */
  perform<Input, Result>(action: Action<Input, Result>, input: unknown): Promise<Result>
}

export type AnyEndpoint = Endpoint<never, never, never, unknown>

export const endpoint = <Params = Record<string, never>, Query = Record<string, never>, Body = undefined, Answer = unknown>(
  parts: Endpoint<Params, Query, Body, Answer>,
): AnyEndpoint => parts as unknown as AnyEndpoint

/** Instants travel as ISO 8601 with the zone; dates as `YYYY-MM-DD`. */
export const Instant = z.iso.datetime({ offset: true }).meta({ description: 'ISO 8601, UTC' })
export const LegalDate = z.iso.date().meta({ description: 'Ngày theo giờ Việt Nam, YYYY-MM-DD' })

export const Page = {
  cursor: z.string().max(200).optional().meta({ description: 'Con trỏ `nextCursor` của trang trước' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

export const NextCursor = z.string().nullable().meta({ description: 'null: đã hết' })

/** A cursor is opaque to partners: the sort key of the last row. */
export const toCursor = (key: (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/**
 * The key that `toCursor` made, or undefined for the first page.
 * @throws AppError `input.invalid`: a cursor that is not ours must not lead back to the beginning, where a program would go round for ever
 */
export function fromCursor<Key>(cursor: string | undefined, schema: z.ZodType<Key>): Key | undefined {
  if (!cursor) return undefined
  const parsed = schema.safeParse(keyIn(cursor))
  if (!parsed.success)
    return commonErrors.fail('input.invalid', { fields: { cursor: 'Con trỏ không đúng: hãy dùng `nextCursor` của trang trước.' } })
  return parsed.data
}

function keyIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

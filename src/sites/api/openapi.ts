/** OpenAPI 3.1 made from the endpoints themselves, so that it cannot differ from what the program does. */
import { z } from 'zod'
import { errorVocabulary } from '#platform/errors.ts'
import { formatMegabytes, UPLOAD_MAX_BYTES } from '#platform/files/index.ts'
import type { AnyEndpoint } from './endpoint.ts'
import { Problem } from './problem.ts'

type Json = Record<string, unknown>

export function openApi(endpoints: AnyEndpoint[], baseUrl: string): Json {
  const paths: Record<string, Json> = {}
  for (const each of endpoints) {
    paths[each.path] ??= {}
    ;(paths[each.path] as Json)[each.method.toLowerCase()] = operation(each)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Một Cửa API',
      version: '1.0.0',
      description: `Giao diện cho đối tác. Mọi POST cần tiêu đề \`Idempotency-Key\`. Lỗi theo RFC 9457; các mã: ${[...errorVocabulary().keys()].sort().join(', ')}.`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{ token: [] }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Mã truy cập cấp cho đối tác, gắn với một đơn vị và các quyền' },
      },
      schemas: { Problem: schema(Problem) },
      responses: {
        Problem: {
          description: 'Không thực hiện được',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

function operation({ method, path, right, summary, tag, params, query, body, takesFiles, answer, status = 200 }: AnyEndpoint): Json {
  const problem = { $ref: '#/components/responses/Problem' }
  return {
    operationId: operationId(method, path),
    summary,
    tags: [tag],
    description: `Quyền: \`${right}\``,
    parameters: [
      ...parameters(params, 'path'),
      ...parameters(query, 'query'),
      ...(method === 'POST'
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              description: 'Gửi lại cùng khóa thì nhận lại đúng câu trả lời cũ',
              schema: { type: 'string', minLength: 8, maxLength: 100 },
            },
          ]
        : []),
    ],
    ...(takesFiles ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: FILES } } } } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: schema(body, 'input') } } } } : {}),
    responses: {
      [status]: { description: 'Thành công', content: { 'application/json': { schema: schema(answer) } } },
      401: problem,
      403: problem,
      404: problem,
      409: problem,
      422: problem,
      429: problem,
      500: problem,
    },
  }
}

const FILES: Json = {
  type: 'object',
  properties: {
    files: {
      type: 'array',
      items: { type: 'string', contentMediaType: 'application/octet-stream' },
      description: `PDF, PNG, JPEG, DOCX, XLSX; mỗi tệp không quá ${formatMegabytes(UPLOAD_MAX_BYTES)}`,
    },
  },
  required: ['files'],
}

/** `POST /dossiers/{code}/return` → `postDossiersCodeReturn` */
const operationId = (method: string, path: string): string =>
  method.toLowerCase() +
  path
    .split(/[^a-zA-Z]+/)
    .filter(Boolean)
    .map((part) => part[0]?.toUpperCase() + part.slice(1))
    .join('')

function parameters(given: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!given) return []
  const { properties = {}, required = [] } = schema(given, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

function schema(type: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(type, { io, target: 'draft-2020-12', unrepresentable: 'any' }) as Json
  return rest
}

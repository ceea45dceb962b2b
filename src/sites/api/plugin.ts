/**
 * `/api/v1` for partners: bearer tokens scoped to a unit and rights, every post idempotent, errors as problem+json. It calls the same actions and queries as the pages;
 * there are no rules here.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ApiToken, findApiToken, partnerActor } from '#modules/identity/index.ts'
import { parseInput } from '#platform/action.ts'
import { AppError, commonErrors, defineErrors } from '#platform/errors.ts'
import { receiveUpload, type UploadedFile } from '#platform/files/index.ts'
import { appErrorOf, statusOf } from '#platform/http/app-error-of.ts'
import { errorFacts } from '#platform/log.ts'
import type { Services } from '#platform/services.ts'
import type { AnyEndpoint, ApiRequest } from './endpoint.ts'
import { endpoints } from './endpoints.ts'
import { openApi } from './openapi.ts'
import { problemOf } from './problem.ts'

const apiErrors = defineErrors({
  'api.token': { status: 401, vi: 'Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi.', en: 'The token is wrong, expired or revoked.' },
  'api.idempotency-key': {
    status: 422,
    vi: 'Mọi yêu cầu POST cần tiêu đề Idempotency-Key từ 8 đến 100 ký tự.',
    en: 'Every POST needs an Idempotency-Key header of 8 to 100 characters.',
  },
  'api.json': {
    status: 400,
    vi: 'Nội dung gửi không phải JSON đúng cú pháp.',
    en: 'The body is not well-formed JSON.',
  },
  'api.multipart': {
    status: 415,
    vi: 'Tệp phải gửi bằng multipart/form-data.',
    en: 'Files must be sent as multipart/form-data.',
  },
  'api.media-type': {
    status: 415,
    vi: 'Nội dung gửi phải là JSON: Content-Type: application/json.',
    en: 'The body must be JSON: Content-Type: application/json.',
  },
})

export const apiPlugin =
  (services: Services) =>
  async (server: FastifyInstance): Promise<void> => {
    await server.register(
      (api, _options, done) => {
        api.setErrorHandler((error, request, reply) => sendProblem(services, error, request, reply))
        api.setNotFoundHandler((request, reply) => sendProblem(services, new AppError('record.not-found'), request, reply))
        const description = openApi(endpoints, services.baseUrl)
        api.get('/openapi.json', { config: { permission: 'public' } }, async () => description)
        for (const each of endpoints) addEndpoint(api, services, each)
        done()
      },
      { prefix: '/api/v1' },
    )
  }

function addEndpoint(api: FastifyInstance, services: Services, each: AnyEndpoint): void {
  api.route({
    method: each.method,
    url: each.path.replace(/\{(\w+)\}/g, ':$1'),
    config: { permission: each.right as `${string}.${string}` },
    handler: async (request, reply) => {
      const token = await authenticate(services, request)
      commonErrors.insist(token.rights.includes(each.right), 'access.denied')
      const actor = partnerActor(token, request.ip)
      const onceKey = each.method === 'POST' ? idempotencyKey(request) : undefined
      const call: ApiRequest<unknown, unknown, unknown> = {
        services,
        token,
        actor,
        now: services.clock.now(),
        params: each.params ? parseInput(each.params, request.params) : {},
        query: each.query ? parseInput(each.query, request.query) : {},
        body: each.body ? parseInput(each.body, jsonOf(request)) : undefined,
        files: each.takesFiles ? await filesOf(services, request) : [],
        perform: (action, input) =>
          services.perform(actor, action, input, { onceKey, onRepeat: () => reply.header('idempotency-replayed', 'true') }),
      }
      const answer = await each.handle(call as ApiRequest<never, never, never>)
      return reply
        .status(each.status ?? 200)
        .header('cache-control', 'no-store')
        .send(answer)
    },
  })
}

async function authenticate({ database, clock }: Services, request: FastifyRequest): Promise<ApiToken> {
  const [scheme, secret] = request.headers.authorization?.split(' ') ?? []
  if (scheme?.toLowerCase() !== 'bearer' || !secret) return apiErrors.fail('api.token')
  return (await findApiToken(database, secret, clock.now())) ?? apiErrors.fail('api.token')
}

/** @throws AppError `api.multipart`, `files.…` with the field of the file that is refused */
async function filesOf({ files }: Services, request: FastifyRequest): Promise<UploadedFile[]> {
  apiErrors.insist(request.isMultipart(), 'api.multipart')
  const upload = await receiveUpload(request, files, { language: 'vi' })
  if (upload.error) throw upload.error
  return upload.files
}

/** Without a body, as with an empty one, only what may be left out is left out. */
function jsonOf(request: FastifyRequest): unknown {
  const type = request.headers['content-type']
  apiErrors.insist(!type || /^application\/(json|[\w.+-]+\+json)\b/i.test(type), 'api.media-type')
  return request.body ?? {}
}

function idempotencyKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 100) return apiErrors.fail('api.idempotency-key')
  return key
}

function sendProblem({ log }: Services, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const known = bodyError(error) ?? appErrorOf(error, '1 MB')
  if (known.status >= 500) log.error({ id: request.id, route: request.routeOptions.url, error: errorFacts(error) }, 'request failed')
  const language = request.headers['accept-language']?.startsWith('en') ? 'en' : 'vi'
  if (known.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply
    .status(known.status)
    .type('application/problem+json; charset=utf-8')
    .send(problemOf(known, request.id, language))
}

/** The parser of bodies refused this one; what else went wrong is said as everywhere. */
function bodyError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return undefined
  const status = statusOf(error)
  if (status === 400 && codeOf(error).startsWith('FST_ERR_CTP_')) return new AppError('api.json')
  return status === 415 ? new AppError('api.media-type') : undefined
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

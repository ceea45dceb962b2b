/**
 * The HTTP server: Fastify used plainly. Every route passes one place here, where permission, origin, rate, language and errors are dealt with, so a page cannot
 * forget them.
 */
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { AppError, commonErrors } from '../errors.ts'
import type { Language } from '../language.ts'
import { errorFacts } from '../log.ts'
import type { Services } from '../services.ts'
import { appErrorOf } from './app-error-of.ts'
import { isOwnOrigin } from './origin.ts'
import type { Cookie, PageRequest, Permission, Reply, Route, Viewer } from './route.ts'
import { securityHeaders } from './security-headers.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: Permission
  }
}

export interface ServerParts {
  services: Services
  routes: Route[]
  /** Who is asking: reads the session; called for every route that is not an asset. */
  identify(request: FastifyRequest): Promise<Viewer>
  /** The page that explains an error. */
  renderError(request: PageRequest, error: AppError, reference: string): Promise<string>
  /** Further Fastify plugins: assets, API. They declare `config.permission` on their routes too. */
  plugins?: ((server: FastifyInstance) => Promise<void> | void)[]
  trustProxy?: boolean
  uploadLimitBytes?: number
}

export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { services } = parts
  const secure = services.baseUrl.startsWith('https:')
  const server = Fastify({
    loggerInstance: services.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: parts.trustProxy ?? false,
    bodyLimit: 1_000_000,
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    requestTimeout: 120_000,
  })
  server.addHook('onRoute', (route) => {
    if (!route.config?.permission) throw new Error(`Route ${String(route.method)} ${route.url} declares no permission`)
  })
  const headers = securityHeaders(secure)
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    // PostgreSQL text holds no NUL, and no person types one.
    commonErrors.insist(!request.url.includes('%00'), 'record.not-found')
  })
  server.addHook('preValidation', async (request) => commonErrors.insist(!holdsNul(request.body), 'input.invalid'))
  server.addHook('onResponse', async (request, reply) => {
    services.log.info(
      {
        id: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
  await server.register(cookie)
  await server.register(formbody, { bodyLimit: 1_000_000 })
  await server.register(multipart, {
    limits: { fileSize: parts.uploadLimitBytes ?? 20 * 1024 * 1024, files: 40, fields: 400, fieldSize: 100_000 },
  })
  await server.register(rateLimit, { global: false })

  server.setErrorHandler(async (error, request, reply) => {
    const known = appErrorOf(error, '20 MB')
    if (known.status >= 500)
      services.log.error({ id: request.id, route: request.routeOptions.url, error: errorFacts(error) }, 'request failed')
    const page = await pageRequest(parts, request).catch(() => undefined)
    if (!page) return reply.status(503).type('text/plain; charset=utf-8').send(commonSentence(known))
    if (known.code === 'access.sign-in' && request.method === 'GET')
      return reply.redirect(`/dang-nhap?ve=${encodeURIComponent(request.url)}`, 303)
    const explanation = await parts.renderError(page, known, request.id)
    return reply.status(known.status).type('text/html; charset=utf-8').send(explanation)
  })
  server.setNotFoundHandler({ preHandler: server.rateLimit({ max: 120, timeWindow: '1 minute' }) }, () =>
    commonErrors.fail('record.not-found'),
  )

  for (const plugin of parts.plugins ?? []) await plugin(server)
  for (const route of parts.routes) addRoute(server, parts, route)
  return server
}

function addRoute(server: FastifyInstance, parts: ServerParts, route: Route): void {
  server.route({
    method: route.method,
    url: route.url,
    config: {
      permission: route.permission,
      ...(route.limit ? { rateLimit: { max: route.limit.perMinute, timeWindow: '1 minute', errorResponseBuilder: tooMany } } : {}),
    },
    handler: async (request, reply) => {
      if (request.method === 'POST') commonErrors.insist(isOwnOrigin(request.headers, parts.services.baseUrl), 'request.origin')
      const page = await pageRequest(parts, request)
      if (route.permission !== 'public') {
        commonErrors.insist(page.viewer.actor.kind === 'officer', 'access.sign-in')
        if (page.viewer.mustVisit && !page.path.startsWith(page.viewer.mustVisit) && page.path !== '/dang-xuat')
          return reply.redirect(page.viewer.mustVisit, 303)
        if (route.permission !== 'signed-in') commonErrors.insist(page.viewer.holds(route.permission), 'access.denied')
      }
      return send(reply, await route.handle(page), parts.services.baseUrl.startsWith('https:'))
    },
  })
}

async function pageRequest(parts: ServerParts, request: FastifyRequest): Promise<PageRequest> {
  return {
    services: parts.services,
    viewer: await parts.identify(request),
    language: languageOf(request),
    now: parts.services.clock.now(),
    path: request.url.split('?')[0] ?? '/',
    url: request.url,
    params: (request.params ?? {}) as Record<string, string>,
    query: flatten(request.query as Record<string, string | string[]>),
    form: request.isMultipart?.() ? {} : ((request.body ?? {}) as Record<string, string | string[]>),
    flash: request.cookies?.flash ? decodeURIComponent(request.cookies.flash) : undefined,
    raw: request,
  }
}

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value) || 'pipe' in value) return false
  return Object.entries(value).some(([key, each]) => key.includes('\0') || holdsNul(each))
}

const languageOf = (request: FastifyRequest): Language => (request.cookies?.language === 'en' ? 'en' : 'vi')

const flatten = (query: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(query ?? {}).map(([name, value]) => [name, Array.isArray(value) ? (value[0] ?? '') : value]))

function send(reply: FastifyReply, answer: Reply, secure: boolean) {
  const setCookie = ({ name, value, maxAgeSeconds }: Cookie) =>
    reply.setCookie(name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      ...(value ? { maxAge: maxAgeSeconds } : { maxAge: 0 }),
    })
  if (answer.kind === 'redirect') {
    for (const each of answer.cookies ?? []) setCookie(each)
    if (answer.flash) setCookie({ name: 'flash', value: encodeURIComponent(answer.flash), maxAgeSeconds: 60 })
    return reply.redirect(answer.to, 303)
  }
  for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value)
  if (answer.kind === 'html') {
    if (reply.request.cookies?.flash) setCookie({ name: 'flash', value: '' })
    if (!answer.headers?.['cache-control']) reply.header('cache-control', 'private, no-store')
    return reply
      .status(answer.status ?? 200)
      .type('text/html; charset=utf-8')
      .send(sendable(answer.body))
  }
  return reply
    .status(answer.status ?? 200)
    .type(answer.type)
    .send(sendable(answer.body))
}

/** Text is made bytes once, instead of being measured and then written; other bytes are those of Node, the same memory. */
function sendable<Content>(content: Content): Content | Buffer {
  if (typeof content === 'string') return Buffer.from(content)
  return content instanceof Uint8Array ? Buffer.from(content.buffer, content.byteOffset, content.byteLength) : content
}

const tooMany = (_request: FastifyRequest, context: { ttl: number }) =>
  new AppError('request.too-many', { parameters: { seconds: Math.ceil(context.ttl / 1000) } })

const commonSentence = (error: AppError) => error.sentence('vi')

/**
 * A page or endpoint as data: address, who may, and one function from request to reply. No route exists without a permission (the server refuses to start),
 * and the list of routes is what the access tests and the generated table of rights read.
 */
import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import type { Language } from '../language.ts'
import type { Services } from '../services.ts'

/** `public`: anybody · `signed-in`: any officer, about themselves · otherwise the name of a right, held in at least one unit. */
export type Permission = 'public' | 'signed-in' | `${string}.${string}`

export interface Route {
  method: 'GET' | 'POST'
  /** Fastify's pattern: `/ho-so/:code`. */
  url: string
  permission: Permission
  /** Requests a minute from one address; public reads of dossiers have one. */
  limit?: { perMinute: number }
  /** The handler reads the multipart body itself, streaming. */
  multipart?: boolean
  handle(request: PageRequest): Promise<Reply> | Reply
}

export interface PageRequest {
  services: Services
  viewer: Viewer
  language: Language
  now: Date
  path: string
  /** Path with query, for links back. */
  url: string
  params: Record<string, string>
  query: Record<string, string>
  /** The posted form; a field sent several times is an array. */
  form: Record<string, string | string[]>
  /** One-time message carried over a redirect. */
  flash?: string
  raw: FastifyRequest
}

/** Who looks: decided by the sign-in for this request. */
export interface Viewer {
  actor: Actor
  name?: string
  /** Whether the right is held in at least one unit; which rows are shown is the query's business. */
  holds(right: string): boolean
  /** Signed in, but must first do something (change the first password, enter the second factor). */
  mustVisit?: string
}

export type Reply =
  | { kind: 'html'; body: Uint8Array | string; status?: number; headers?: Record<string, string> }
  | { kind: 'redirect'; to: string; flash?: string; cookies?: Cookie[] }
  | { kind: 'body'; body: Uint8Array | Readable | string; type: string; status?: number; headers?: Record<string, string> }

export interface Cookie {
  name: string
  /** Empty: the cookie is removed. */
  value: string
  maxAgeSeconds?: number
}

export const html = (body: Uint8Array | string, status = 200, headers: Record<string, string> = {}): Reply => ({
  kind: 'html',
  body,
  status,
  headers,
})

/** After a post: 303, so that a reload does not post again. */
export const redirect = (to: string, flash?: string): Reply => ({ kind: 'redirect', to, flash })

export const body = (content: Uint8Array | Readable | string, type: string, headers: Record<string, string> = {}): Reply => ({
  kind: 'body',
  body: content,
  type,
  headers,
})

/** A file to keep, named for people; the name is sent as UTF-8 and as plain ASCII. */
export function download(
  content: Uint8Array | Readable,
  type: string,
  name: string,
  disposition: 'attachment' | 'inline' = 'attachment',
): Reply {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\w.-]+/g, '_')
  return body(content, type, {
    'content-disposition': `${disposition}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
  })
}

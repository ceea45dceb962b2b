/** The session cookie: random, HttpOnly, SameSite=Lax (set by the server); the database knows only its hash. */
import type { Cookie } from '#platform/http/route.ts'

export const SESSION_COOKIE = 'session'

/** A cookie of another shape is not looked up at all. */
const SHAPE = /^[\w-]{43}$/

export function sessionSecretOf(cookies: Record<string, string | undefined> | undefined): string | undefined {
  const value = cookies?.[SESSION_COOKIE]
  return value && SHAPE.test(value) ? value : undefined
}

export const sessionCookie = (secret: string, maxAgeSeconds: number): Cookie => ({ name: SESSION_COOKIE, value: secret, maxAgeSeconds })

export const noSessionCookie: Cookie = { name: SESSION_COOKIE, value: '' }

/** A post is taken only from our own pages (no token in forms is needed: browsers say where a request comes from). */
import type { IncomingHttpHeaders } from 'node:http'

/**
 * `Sec-Fetch-Site` where the browser sends it, else `Origin`, else `Referer` (old phones). A post that names none of them is refused.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, baseUrl: string): boolean {
  const site = headers['sec-fetch-site']
  if (typeof site === 'string') return site === 'same-origin'
  const from = headers.origin ?? headers.referer
  if (typeof from !== 'string' || !URL.canParse(from)) return false
  const { host } = new URL(from)
  return host === headers.host || host === new URL(baseUrl).host
}

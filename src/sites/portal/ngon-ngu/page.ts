/** Switches the language and goes back to the page one came from. */
import type { Route } from '#platform/http/route.ts'

const YEAR_SECONDS = 365 * 24 * 3600

export const routes: Route[] = [
  {
    method: 'GET',
    url: '/ngon-ngu',
    permission: 'public',
    handle: ({ query }) => ({
      kind: 'redirect',
      to: ownPath(query.ve),
      cookies: [{ name: 'language', value: query.den === 'en' ? 'en' : 'vi', maxAgeSeconds: YEAR_SECONDS }],
    }),
  },
]

/** Only a path of this site: `//other.example` and `https:` would lead people away. */
const ownPath = (path: string | undefined): string => (path && /^\/(?![/\\])/.test(path) ? path : '/')

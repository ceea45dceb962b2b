/**
 * Speculation rules: the browser fetches a page of the console while the pointer rests on its link, so that a click answers at once. A page whose reading is
 * written down (a dossier, an officer, the trail, a search) is never on the list: resting is not reading. The rules come by a header as a file of their own,
 * because the policy allows no inline script.
 */
import { body, type Route } from '#platform/http/route.ts'

const URL = '/quy-tac-tai-truoc.json'

/** Pathnames; any query. */
export const PREFETCHED = [
  '/lam-viec',
  '/tra-ket-qua',
  '/so-lieu',
  '/so-lieu/ho-so',
  '/tinh-han',
  '/danh-muc',
  '/danh-muc/:code',
  '/quy-trinh',
  '/quy-trinh/:code',
  '/lich-lam-viec',
  '/to-chuc',
  '/to-chuc/:id(\\d+)',
  '/vai-tro',
  '/uy-quyen',
]

const RULES = {
  prefetch: [
    {
      where: {
        and: [{ href_matches: PREFETCHED.map((pathname) => ({ pathname })) }, { not: { selector_matches: '[download], [target]' } }],
      },
      eagerness: 'moderate',
    },
  ],
}

export const prefetchHeader = { 'speculation-rules': `"${URL}"` }

export const routes: Route[] = [
  {
    method: 'GET',
    url: URL,
    permission: 'public',
    handle: () => body(JSON.stringify(RULES), 'application/speculationrules+json', { 'cache-control': 'public, max-age=3600' }),
  },
]

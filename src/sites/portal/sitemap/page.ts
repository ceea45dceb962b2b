/** For search engines: every public procedure by its own address, and where this list is. */
import { publicProcedures } from '#modules/catalogue/index.ts'
import { body, type PageRequest, type Reply, type Route } from '#platform/http/route.ts'
import { localDate } from '#platform/text/dates.ts'

export const routes: Route[] = [
  { method: 'GET', url: '/sitemap.xml', permission: 'public', limit: { perMinute: 30 }, handle: sitemap },
  { method: 'GET', url: '/robots.txt', permission: 'public', limit: { perMinute: 30 }, handle: robots },
]

const HOUR = 'public, max-age=3600'

async function sitemap({ services, now }: PageRequest): Promise<Reply> {
  const procedures = await publicProcedures(services.database, localDate(now))
  const entries = [
    ...['/', '/thu-tuc'].map((path) => `<url><loc>${escapeXml(services.baseUrl + path)}</loc></url>`),
    ...procedures.map(
      ({ code, updatedAt }) =>
        `<url><loc>${escapeXml(`${services.baseUrl}/thu-tuc/${encodeURIComponent(code)}`)}</loc><lastmod>${localDate(updatedAt)}</lastmod></url>`,
    ),
  ]
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`
  return body(xml, 'application/xml; charset=utf-8', { 'cache-control': HOUR })
}

/** Look-ups of dossiers are for the people who hold the code, not for search engines. */
function robots({ services }: PageRequest): Reply {
  const rules = `User-agent: *\nDisallow: /tra-cuu\nDisallow: /dang-nhap\nSitemap: ${services.baseUrl}/sitemap.xml\n`
  return body(rules, 'text/plain; charset=utf-8', { 'cache-control': HOUR })
}

const escapeXml = (text: string): string => text.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Deny by default: every route declares who may, and those who may not are turned away. */
import { describe, expect, test } from 'vitest'
import { allRights } from '../src/platform/rights.ts'
import { consoleRoutes } from '../src/sites/console/routes.ts'
import { portalRoutes } from '../src/sites/portal/routes.ts'
import { testApp } from './support/app.ts'
import { browsing } from './support/browsing.ts'

const app = await testApp()
const routes = [...portalRoutes, ...consoleRoutes]
const pathOf = (url: string) => url.replace(/:code/g, 'H50-260101-0001').replace(/:\w+/g, '1')

describe('access', () => {
  test('every route names a permission that exists', () => {
    const rights = new Set(allRights().map(([name]) => name))
    expect(
      routes
        .filter(({ permission }) => permission !== 'public' && permission !== 'signed-in' && !rights.has(permission))
        .map(({ url }) => url),
    ).toEqual([])
  })

  test('no route stands twice', () => {
    const keys = routes.map(({ method, url }) => `${method} ${url}`)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  test.each(routes.filter(({ permission }) => permission !== 'public').map(({ method, url }) => [method, url] as const))(
    '%s %s is not for the public',
    async (method, url) => {
      const answer = await app.server.inject({ method, url: pathOf(url), headers: { origin: 'http://localhost' } })
      if (method === 'GET') expect(answer.headers.location).toMatch(/^\/dang-nhap\?ve=/)
      else expect(answer.statusCode).toBe(401)
    },
  )

  test.each(routes.filter(({ method }) => method === 'POST').map(({ url }) => url))('%s refuses a post from elsewhere', async (url) => {
    for (const headers of [{ origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }, {}] as Record<string, string>[]) {
      const answer = await app.server.inject({ method: 'POST', url: pathOf(url), headers })
      expect(answer.statusCode).toBe(403)
    }
  })

  test('an auditor may not receive, a receptionist may not see the audit trail', async () => {
    const browser = browsing(app.server)
    await browser.signIn('thanhtra', 'MotCua#2026')
    expect((await browser.open('/tiep-nhan')).status).toBe(403)
    browser.forget()
    await browser.signIn('tiepnhan1', 'MotCua#2026')
    expect((await browser.open('/tiep-nhan')).status).toBe(200)
    expect((await browser.open('/dang-nhap/quy-tac')).status).toBe(403)
  })

  test('pages carry a strict policy, and errors no trace of the program', async () => {
    const answer = await app.server.inject({ method: 'GET', url: '/khong-co' })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'")
    expect(answer.headers['content-security-policy']).not.toContain('unsafe-inline')
    expect(answer.body).not.toMatch(/\.tsx?:\d+|node_modules|select /i)
    expect(answer.body).toContain('Không tìm thấy')
  })

  test('the page of an error says whose it is, as every other page does', async () => {
    const footOf = async (path: string) => {
      const { body } = await app.server.inject({ method: 'GET', url: path })
      return /<footer.*<\/footer>/s.exec(body)?.[0] ?? ''
    }
    const foot = await footOf('/khong-co')
    for (const fact of ['Cơ quan chủ quản', 'Địa chỉ', 'Điện thoại']) expect(foot).toContain(fact)
    expect(foot).toBe(await footOf('/tra-cuu'))
  })
})

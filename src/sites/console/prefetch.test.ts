/** What a browser may fetch before it is asked to: only pages whose reading leaves no trace, and by a policy without inline script. */
import { expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { browserOf } from '../../../tests/support/browser.ts'
import { PREFETCHED } from './prefetch.ts'
import { consoleRoutes } from './routes.ts'

const app = await testApp()
const { database } = app.services

async function officerNamed(username: string): Promise<number> {
  const { id } = await database.selectFrom('officer').select('id').where('username', '=', username).executeTakeFirstOrThrow()
  return id
}

test('pages of the console name the rules; they come as a file of their own kind, and inline script stays forbidden', async () => {
  const page = await (await browserOf(app, await officerNamed('tiepnhan1'))).get('/lam-viec')
  const [, address = ''] = /^"([^"]+)"$/.exec(String(page.headers['speculation-rules'])) ?? []
  expect(page.headers['content-security-policy']).toContain("script-src 'self'")
  expect(page.html).not.toContain('speculationrules')
  const rules = await app.server.inject(address)
  expect(rules.headers['content-type']).toContain('application/speculationrules+json')
  expect(rules.json().prefetch).toHaveLength(1)
  expect((await app.server.inject('/tra-cuu')).headers['speculation-rules']).toBeUndefined()
})

test('reading a page that may be fetched ahead is written down nowhere and changes nothing', async () => {
  const plain = (url: string) => url.replace(/:[^/]+/g, ':')
  const known = consoleRoutes.filter(({ method }) => method === 'GET').map(({ url }) => plain(url))
  expect(PREFETCHED.filter((pattern) => !known.includes(plain(pattern)))).toEqual([])

  const unit = await database.selectFrom('unit').select('id').where('parentId', 'is', null).executeTakeFirstOrThrow()
  const { code } = await database.selectFrom('procedure').select('code').where('code', 'is not', null).limit(1).executeTakeFirstOrThrow()
  const addresses = PREFETCHED.map((pattern) =>
    pattern
      .replace(':code', code ?? '')
      .replace(/:id.*/, String(unit.id))
      .replace(/^\/so-lieu\/ho-so$/, '$&?so=received'),
  )
  const trail = () =>
    database
      .selectFrom('audit')
      .select((eb) => eb.fn.countAll<number>().as('lines'))
      .executeTakeFirstOrThrow()
  const seen = new Set<string>()
  for (const username of ['tiepnhan1', 'traketqua1', 'kiemsoat', 'quantri']) {
    const browser = await browserOf(app, await officerNamed(username))
    const before = await trail()
    for (const address of addresses) if ((await browser.get(address)).status === 200) seen.add(address)
    expect(await trail()).toEqual(before)
  }
  expect(addresses.filter((address) => !seen.has(address))).toEqual([])
})

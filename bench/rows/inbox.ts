/** An officer's work list over HTTP with her session: a full page of 50 tasks, some of them hers, some to claim. Reference: the same bytes from memory. */
import { ask, askFor } from '../support/ask.ts'
import { compare } from '../support/compare.ts'
import { load } from '../support/load.ts'
import type { Bench, Province, Row } from '../support/row.ts'

const OFFICER = 'truongphong.vhttdl'
const PAGE = '/lam-viec?ds=tat-ca'
const CLAIMED = 20
const ROUNDS = 21
const REQUESTS = 500
const IN_FLIGHT = 8

export const row: Row = {
  name: 'inbox',
  unit: 'ms',
  reach: '≤ 4',
  async run(bench: Bench) {
    const province = await bench.province(100_000)
    const cookie = await province.cookie(OFFICER)
    await claimSome(province, cookie)
    const address = `${province.url}${PAGE}`
    const page = Buffer.from((await askFor(200, address, { headers: { cookie } })).body)
    const bare = await province.bareServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.byteLength })
      response.end(page)
    })
    bench.say(`  a page of ${page.byteLength.toLocaleString('en')} bytes`)
    const p95 = async (url: string) => (await load(REQUESTS, IN_FLIGHT, () => askFor(200, url, { headers: { cookie } }))).p95
    return compare(
      ROUNDS,
      () => p95(address),
      () => p95(bare),
    )
  },
}

/** Through the page, as she would. A run before on the same database may have claimed already. */
async function claimSome(province: Province, cookie: string): Promise<void> {
  const { body } = await askFor(200, `${province.url}/lam-viec?ds=cho-nhan`, { headers: { cookie } })
  const claims = [...body.matchAll(/action="(\/ho-so\/[^/"]+\/nhan)".*?name="taskNumber" value="(\d+)"/gs)].slice(0, CLAIMED)
  if (claims.length < CLAIMED) throw new Error(`Only ${claims.length} tasks wait for ${OFFICER}`)
  for (const [, path, taskNumber = ''] of claims) {
    const headers = { cookie, origin: province.url, 'content-type': 'application/x-www-form-urlencoded' }
    const claimed = await ask(`${province.url}${path}`, { method: 'POST', headers, body: new URLSearchParams({ taskNumber }).toString() })
    if (claimed.status !== 303) throw new Error(`${path}: ${claimed.status}`)
  }
}

/** A partner reads the list of dossiers over `/api/v1`, 50 a page, from different days back. Reference: the same rows by one prepared statement behind a bare server. */

import { readsPerSecond } from '../support/api-reads.ts'
import { type Asking, askFor } from '../support/ask.ts'
import { bareRead } from '../support/bare-read.ts'
import type { Bench, Row } from '../support/row.ts'

/** The dossiers of the bench were received within eleven weeks. */
const DAYS = 70
const DAY_MS = 86_400_000
/** Of a page of 50 lines, in characters. */
const SMALLEST = 15_000

export const row: Row = {
  name: 'api-list',
  unit: '/s',
  reach: '≥ 0.3',
  async run(bench: Bench) {
    const province = await bench.province(100_000)
    const authorization = await province.token(['dossier.search'])
    const bare = await bareRead(province, async (url, answer) => {
      const received = new Date(Date.parse(`${url.searchParams.get('receivedTo')}T00:00:00+07:00`) + DAY_MS)
      const { rows } = await province.pool.query({ name: 'bare-list', text: LIST, values: [received] })
      answer({ items: rows, nextCursor: rows.at(-1)?.receivedAt ?? null })
    })
    const day = (run: number) => new Date(province.clock.now().getTime() - (run % DAYS) * DAY_MS).toISOString().slice(0, 10)
    const list = async (url: string, asking?: Asking) => {
      const { body } = await askFor(200, url, asking)
      if (body.length < SMALLEST) throw new Error(`${url} is no full page: ${body.slice(0, 200)}`)
    }
    return readsPerSecond(
      (run) => list(`${province.url}/api/v1/dossiers?receivedTo=${day(run)}`, { headers: { authorization } }),
      (run) => list(`${bare}/dossiers?receivedTo=${day(run)}`),
    )
  },
}

const LIST = `
select d.code, d.external_codes as "externalCodes", p.code as "procedureCode", v.name as "procedureName", d.channel, d.state, d.national_status as "nationalStatus",
  d.receiving_unit_id::int as "receivingUnitId", d.settling_unit_id::int as "settlingUnitId", d.received_at as "receivedAt", d.due_at as "dueAt",
  d.finished_at as "finishedAt", d.returned_at as "returnedAt", d.timeliness
from dossier d
  join procedure p on p.id = d.procedure_id
  join procedure_version v on v.id = d.procedure_version_id
where d.received_at < $1
order by d.received_at desc, d.id desc
limit 50`

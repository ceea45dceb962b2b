/** A partner asks over `/api/v1` where a dossier stands. Reference: its row by one prepared statement behind a bare server. */

import { READS, readsPerSecond } from '../support/api-reads.ts'
import { askFor } from '../support/ask.ts'
import { bareRead } from '../support/bare-read.ts'
import { drawCodes } from '../support/draw.ts'
import type { Bench, Row } from '../support/row.ts'

export const row: Row = {
  name: 'api-lookup',
  unit: '/s',
  reach: '≥ 0.3',
  async run(bench: Bench) {
    const province = await bench.province(100_000)
    const authorization = await province.token(['dossier.search'])
    const codes = await drawCodes(province.pool, READS)
    const bare = await bareRead(province, async (url, answer) => {
      const { rows } = await province.pool.query({ name: 'bare-lookup', text: LOOKUP, values: [url.pathname.slice('/lookup/'.length)] })
      answer(rows[0])
    })
    return readsPerSecond(
      (run) => askFor(200, `${province.url}/api/v1/lookup/${codes[run]}`, { headers: { authorization } }),
      (run) => askFor(200, `${bare}/lookup/${codes[run]}`),
    )
  },
}

const LOOKUP = `
select d.code, p.code as "procedureCode", v.name as "procedureName", d.state, d.national_status as "nationalStatus", s.name as "settlingUnit", d.received_at as "receivedAt",
  d.due_at as "dueAt", d.finished_at as "finishedAt", d.returned_at as "returnedAt"
from dossier d
  join procedure p on p.id = d.procedure_id
  join procedure_version v on v.id = d.procedure_version_id
  join unit s on s.id = d.settling_unit_id
where d.code = $1`

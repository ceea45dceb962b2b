/**
 * A partner opens a dossier over `/api/v1`: everything about it with its actions and tasks, and the line in the audit trail that says so. Reference: the same by two prepared
 * statements, the read and the line, behind a bare server.
 */

import { READS, readsPerSecond } from '../support/api-reads.ts'
import { askFor } from '../support/ask.ts'
import { bareRead } from '../support/bare-read.ts'
import { drawCodes } from '../support/draw.ts'
import type { Bench, Row } from '../support/row.ts'

export const row: Row = {
  name: 'api-open',
  unit: '/s',
  reach: '≥ 0.3',
  async run(bench: Bench) {
    const province = await bench.province(100_000)
    const authorization = await province.token(['dossier.read'])
    const codes = await drawCodes(province.pool, READS)
    const bare = await bareRead(province, async (url, answer) => {
      const { rows } = await province.pool.query({ name: 'bare-open', text: OPEN, values: [url.pathname.slice('/dossiers/'.length)] })
      const { id, unitId, ...dossier } = rows[0]
      await province.pool.query({ name: 'bare-read-line', text: READ_LINE, values: [province.clock.now(), id, unitId] })
      answer(dossier)
    })
    return readsPerSecond(
      (run) => askFor(200, `${province.url}/api/v1/dossiers/${codes[run]}`, { headers: { authorization } }),
      (run) => askFor(200, `${bare}/dossiers/${codes[run]}`),
    )
  },
}

const party = (alias: string) => `
  json_build_object('name', ${alias}.name, 'kind', ${alias}.kind, 'identifierKind', ${alias}.identifier_kind, 'identifier', ${alias}.identifier, 'phone', ${alias}.phone)`

const OPEN = `
select d.id, d.settling_unit_id as "unitId", d.code, d.external_codes as "externalCodes", d.state, d.national_status as "nationalStatus", d.channel,
  json_build_object('code', p.code, 'name', v.name, 'caseId', c.id, 'caseName', c.name) as procedure,
  json_build_object('id', r.id, 'name', r.name) as "receivingUnit", json_build_object('id', s.id, 'name', s.name) as "settlingUnit",
  ${party('o')} as owner, ${party('f')} as submitter, d.subject, d.received_at as "receivedAt", d.original_due_at as "originalDueAt", d.due_at as "dueAt",
  d.finished_at as "finishedAt", d.returned_at as "returnedAt", d.timeliness,
  coalesce((select json_agg(json_build_object('name', name, 'originals', originals, 'copies', copies) order by position) from dossier_component where dossier_id = d.id), '[]') as components,
  coalesce((select json_agg(json_build_object('kind', kind, 'name', name, 'amount', amount) order by id) from dossier_fee where dossier_id = d.id), '[]') as fees,
  (select json_build_object('name', name, 'number', number, 'symbol', symbol) from dossier_result where dossier_id = d.id) as result,
  (select json_agg(json_build_object('number', t.number, 'kind', t.kind, 'name', t.name, 'unitId', t.unit_id, 'openedAt', t.opened_at, 'dueAt', t.due_at, 'closedAt', t.closed_at,
    'outcome', t.outcome) order by t.number) from task t where t.dossier_id = d.id) as tasks,
  (select json_agg(json_build_object('sequence', sequence, 'kind', kind, 'at', at, 'actorKind', actor_kind, 'hash', hash) order by sequence) from dossier_action where dossier_id = d.id) as actions
from dossier d
  join procedure p on p.id = d.procedure_id
  join procedure_version v on v.id = d.procedure_version_id
  join procedure_case c on c.id = d.procedure_case_id
  join unit r on r.id = d.receiving_unit_id
  join unit s on s.id = d.settling_unit_id
  join party o on o.id = d.owner_id
  join party f on f.id = d.submitter_id
where d.code = $1`

const READ_LINE = `
insert into audit (at, actor_kind, name, outcome, subject_kind, subject_id, unit_id, source) values ($1, 'partner', 'dossier.read', 'done', 'dossier', $2, $3, '127.0.0.1')`

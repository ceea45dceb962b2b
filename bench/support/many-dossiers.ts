/**
 * A great many dossiers, written by SQL in one go: for measuring reads at a province's size. They have the columns, actions and tasks that the real actions would have made, step by step of the
 * general process; the hashes are placeholders, because nobody verifies a benchmark's history.
 */
import type pg from 'pg'

/** Shares of the steps at which a dossier stands; the rest is returned. */
const OPEN_SHARE = 0.05

export async function makeManyDossiers(pool: pg.Pool, count: number, now: Date): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    // What is referred to is joined from its own tables, so it need not be looked up again row by row.
    await client.query('set local session_replication_role = replica')
    await client.query(STEPS)
    await client.query(PICK, [count, now, OPEN_SHARE])
    for (const sql of [DOSSIERS, ACTIONS, TASKS, COMPONENTS]) await client.query(sql)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  await pool.query('analyze')
}

/** `stands`: the position of the open step; 0 when the result has been returned. */
const PICK = `
create temporary table bench_pick on commit drop as
with offer as (
  select row_number() over (order by o.id) - 1 as n, count(*) over () as total, o.procedure_id, o.receiving_unit_id, o.settling_unit_id,
    v.id as version_id, v.name, (select min(c.id) from procedure_case c where c.procedure_version_id = v.id) as case_id,
    coalesce((select agency_code from unit a where a.path @> r.path and a.agency_code is not null order by nlevel(a.path) desc limit 1), 'H50') as agency_code
  from procedure_offer o
    join procedure_version v on v.procedure_id = o.procedure_id and v.status = 'published'
    join unit r on r.id = o.receiving_unit_id),
party_list as (select row_number() over (order by id) - 1 as n, count(*) over () as total, id, name, coalesce(identifier, '') as identifier from party where is_invented),
line as (select process_id, count(*) as length from bench_step group by process_id)
select nextval(pg_get_serial_sequence('dossier', 'id')) as id, i, offer.*, party_list.id as owner_id, party_list.name as owner_name, party_list.identifier, line.process_id, line.length,
  case when i % 1000 < 1000 * $3::float8 then 1 + (i % (line.length - 1))::int else 0 end as stands,
  $2::timestamptz - case when i % 1000 < 1000 * $3::float8 then (i % 4320) * interval '1 minute' else interval '9 days' + (i % 518400) * interval '1 minute' end as received_at
from generate_series(1, $1::bigint) i
  join offer on offer.n = (i * 7919) % offer.total
  join party_list on party_list.n = (i * 104729) % party_list.total
  cross join line`

/** The steps of the general process, in order. */
const STEPS = `
create temporary table bench_step on commit drop as
select p.id as process_id, row_number() over (order by n.at) as position, n.node ->> 'id' as node, n.node ->> 'step' as kind, n.node ->> 'name' as name, l.lane ->> 'place' as place, r.id as role_id
from (select y.* from process_binding b join process y on y.process_template_id = b.process_template_id
    where b.procedure_id is null and b.unit_id is null and y.status = 'published' order by y.version desc limit 1) p
  cross join jsonb_array_elements(p.graph -> 'nodes') with ordinality n (node, at)
  join jsonb_array_elements(p.graph -> 'lanes') l (lane) on l.lane ->> 'key' = n.node ->> 'lane'
  join role r on r.code = l.lane ->> 'roleCode'
where n.node ->> 'kind' = 'step'`

const DOSSIERS = `
insert into dossier (id, code, procedure_id, procedure_version_id, procedure_case_id, channel, receiving_unit_id, settling_unit_id, owner_id, submitter_id, subject, return_method, search_text, created_at,
  state, national_status, process_id, outcome, delivery_status, received_at, clock_started_at, original_due_at, due_at, early_before, late_from, finished_at, returned_at, timeliness, timeliness_rule, action_count, chain_head)
select id, agency_code || '-' || to_char(received_at at time zone 'Asia/Ho_Chi_Minh', 'YYMMDD') || '-' || lpad((100000 + i)::text, 6, '0'), procedure_id, version_id, case_id,
  (array['counter', 'online', 'post'])[(1 + i % 3)::int], receiving_unit_id, settling_unit_id, owner_id, owner_id, name, 'counter',
  lower(agency_code || ' ' || i || ' ' || identifier), received_at,
  case when stands = 0 then 'RESULT_RETURNED' when stands = length then 'RESULT_AVAILABLE' when stands = 1 then 'RECEIVED' when stands = 2 then 'AWAITING_ASSIGNMENT' when stands <= 4 then 'IN_APPRAISAL'
    when stands = 5 then 'AWAITING_SIGNATURE' else 'AWAITING_ISSUE' end,
  case when stands = 0 then 10 when stands = length then 9 when stands = 1 then 2 else 4 end,
  process_id, case when stands = 0 then 'result' end, case when stands = 0 then 'delivered' else 'none' end,
  received_at, received_at, received_at + interval '5 days', received_at + interval '5 days', date_trunc('day', received_at + interval '5 days'), date_trunc('day', received_at + interval '6 days'),
  case when stands = 0 then received_at + (i % 8) * interval '1 day' end, case when stands = 0 then received_at + (i % 8 + 1) * interval '1 day' end,
  case when stands = 0 then case when i % 8 < 5 then 'early' when i % 8 = 5 then 'on-time' else 'late' end end, case when stands = 0 then 'date-or-minute/1' end,
  case when stands = 0 then 3 * length::int + 1 else 2 * stands end, repeat('0', 64)
from bench_pick`

/** received, then for each step done: opened and completed; then the open one. */
const ACTIONS = `
insert into dossier_action (dossier_id, sequence, kind, at, actor_kind, actor_id, facts, hash)
select p.id, 1, 'received', p.received_at, 'system', null::bigint, jsonb_build_object('kind', 'received', 'code', d.code, 'channel', d.channel, 'procedureVersionId', p.version_id, 'procedureCaseId', p.case_id,
  'receivingUnitId', p.receiving_unit_id, 'settlingUnitId', p.settling_unit_id, 'processId', p.process_id, 'promise', jsonb_build_object('clockStartedAt', p.received_at, 'dueAt', d.due_at, 'mode', 'carry',
  'limit', jsonb_build_object('amount', 5, 'unit', 'working-day'))), repeat('0', 64)
from bench_pick p join dossier d on d.id = p.id
union all
select p.id, 2 * s.position, 'task-opened', p.received_at + s.position * interval '1 hour', 'system', null::bigint, jsonb_build_object('kind', 'task-opened', 'task', jsonb_build_object('number', s.position,
  'node', s.node, 'kind', s.kind, 'stepName', s.name, 'promise', jsonb_build_object('clockStartedAt', p.received_at + s.position * interval '1 hour', 'limit', jsonb_build_object('amount', 4, 'unit', 'hour'), 'mode', 'carry', 'dueAt', p.received_at + s.position * interval '5 hours'), 'unitId', case s.place when 'receiving' then p.receiving_unit_id else p.settling_unit_id end, 'roleId', s.role_id, 'dueAt', p.received_at + s.position * interval '5 hours')), repeat('0', 64)
from bench_pick p join bench_step s on s.process_id = p.process_id and (p.stands = 0 or s.position <= p.stands)
union all
select p.id, 2 * s.position + 1, 'task-completed', p.received_at + (s.position + 1) * interval '1 hour', 'system', null::bigint, jsonb_build_object('kind', 'task-completed', 'number', s.position), repeat('0', 64)
from bench_pick p join bench_step s on s.process_id = p.process_id and (p.stands = 0 or s.position < p.stands)`

const TASKS = `
insert into task (dossier_id, number, node, name, kind, unit_id, role_id, opened_at, due_at, closed_at, outcome)
select p.id, s.position, s.node, s.name, s.kind, case s.place when 'receiving' then p.receiving_unit_id else p.settling_unit_id end, s.role_id, p.received_at + s.position * interval '1 hour',
  p.received_at + s.position * interval '5 hours', case when p.stands = 0 or s.position < p.stands then p.received_at + (s.position + 1) * interval '1 hour' end,
  case when p.stands = 0 or s.position < p.stands then 'completed' end
from bench_pick p join bench_step s on s.process_id = p.process_id and (p.stands = 0 or s.position <= p.stands)`

const COMPONENTS = `
insert into dossier_component (dossier_id, component_id, position, name, originals, copies)
select p.id, k.id, row_number() over (partition by p.id order by k.position), k.name, k.originals, k.copies
from bench_pick p join component k on k.procedure_case_id = p.case_id and k.kind = 'paper' and k.position <= 4`

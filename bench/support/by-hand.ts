/**
 * The rows of a reception and of a completed step, written by prepared SQL as somebody would who needs exactly these rows: one statement a table, several rows a statement,
 * one transaction. The values are those that the product wrote for a model dossier; the number of the day, the lock on the dossier, the hash chain and the key of the request
 * are kept, because without them the rows would be others.
 */
import { createHash } from 'node:crypto'
import type pg from 'pg'

type Row = Record<string, unknown>

/** What the product wrote for one dossier, by table and in order. */
export interface Model {
  agencyCode: string
  dossier: Row
  party: Row
  actions: Row[]
  tasks: Row[]
  components: Row[]
  fees: Row[]
}

export async function modelOf(pool: pg.Pool, dossierId: number): Promise<Model> {
  const rows = async (sql: string) => (await pool.query<Row>(sql, [dossierId])).rows
  const [dossier] = await rows('select * from dossier where id = $1')
  const [party] = await rows('select * from party where id = (select owner_id from dossier where id = $1)')
  if (!dossier || !party) throw new Error(`No dossier ${dossierId}`)
  return {
    agencyCode: String(dossier.code).replace(/-\d+-\d+$/, ''),
    dossier,
    party,
    actions: await rows('select * from dossier_action where dossier_id = $1 order by sequence'),
    tasks: await rows('select * from task where dossier_id = $1 order by number'),
    components: await rows('select * from dossier_component where dossier_id = $1 order by position'),
    fees: await rows('select * from dossier_fee where dossier_id = $1 order by id'),
  }
}

export interface Receipt {
  now: Date
  /** The request's key, and who sent it: their row goes first, so that a second request waits. */
  key: string
  actor: { kind: 'officer' | 'partner'; id: number }
  /** A person written at the desk; left out, the model's owner is known. */
  person?: { name: string; identifier: string }
}

/** Writes a reception like the model's. `model` has only what a reception makes. */
export async function receiveByHand(client: pg.ClientBase, model: Model, given: Receipt): Promise<string> {
  const { now, actor } = given
  const owner = `${actor.kind}:${actor.id}`
  await client.query('begin')
  await run(client, 'insert into idempotency (actor_key, key, request_hash, created_at) values ($1, $2, $3, $4) on conflict do nothing', [
    owner,
    given.key,
    sha256(given.key),
    now,
  ])
  const party = given.person ? await insertPerson(client, model.party, given.person) : { id: model.dossier.owner_id }
  const day = now.toISOString().slice(0, 10)
  const drawn = await run<{ value: number; id: number }>(
    client,
    `insert into running_number (key, value) values ($1, 1) on conflict (key) do update set value = running_number.value + 1
      returning value, nextval(pg_get_serial_sequence('dossier', 'id')) as id`,
    [`dossier:${model.agencyCode}:${day}`],
  )
  const { value = 0, id = 0 } = drawn.rows[0] ?? {}
  const code = `${model.agencyCode}-${day.slice(2).replaceAll('-', '')}-${String(value).padStart(4, '0')}`
  let head = '0'.repeat(64)
  const actions = model.actions.map((action) => {
    const facts = JSON.stringify(action.sequence === 1 ? { ...(action.facts as Row), code } : action.facts)
    head = sha256(head + id + String(action.sequence) + now.toISOString() + facts)
    return { ...action, dossier_id: id, at: now, facts, hash: head }
  })
  await insert(client, 'dossier', [
    {
      ...model.dossier,
      id,
      code,
      owner_id: party.id,
      submitter_id: party.id,
      chain_head: head,
      search_text: `${code} ${model.dossier.search_text}`,
    },
  ])
  await insert(client, 'dossier_action', actions)
  await insert(
    client,
    'task',
    model.tasks.map(({ id: _, ...task }) => ({ ...task, dossier_id: id })),
  )
  await insert(
    client,
    'dossier_component',
    model.components.map(({ id: _, ...component }) => ({ ...component, dossier_id: id })),
  )
  await insert(
    client,
    'dossier_fee',
    model.fees.map(({ id: _, ...fee }) => ({ ...fee, dossier_id: id })),
  )
  await insertAudit(client, given, {
    name: 'intake.receive',
    subject_id: id,
    unit_id: model.dossier.receiving_unit_id,
    detail: JSON.stringify({ code }),
  })
  await answerKey(client, owner, given.key, { dossierId: id, code })
  await client.query('commit')
  return code
}

export interface StepDone {
  now: Date
  actor: { kind: 'officer' | 'partner'; id: number }
  /** Only a request that comes over the wire has a key. */
  key?: string
}

/** Completes the open step of a dossier as the model's was: `model` stands at least one step further. */
export async function completeByHand(
  client: pg.ClientBase,
  model: Model,
  dossier: { id?: number; code?: string },
  given: StepDone,
): Promise<number> {
  const { now, actor, key } = given
  const owner = `${actor.kind}:${actor.id}`
  await client.query('begin')
  if (key)
    await run(client, 'insert into idempotency (actor_key, key, request_hash, created_at) values ($1, $2, $3, $4) on conflict do nothing', [
      owner,
      key,
      sha256(key),
      now,
    ])
  const held = await run<{ id: number; action_count: number; chain_head: string; number: number; unit_id: number }>(
    client,
    `select d.id, d.action_count, d.chain_head, t.number, t.unit_id from dossier d join task t on t.dossier_id = d.id and t.closed_at is null
      where d.${dossier.id ? 'id' : 'code'} = $1 for update of d`,
    [dossier.id ?? dossier.code],
  )
  const open = held.rows[0]
  if (!open) throw new Error(`Dossier ${dossier.id ?? dossier.code} has no open step`)
  const { id, number } = open
  const next = model.tasks.find((task) => task.number === number + 1)
  if (!next) throw new Error(`The model has no step after ${number}`)
  let head = open.chain_head
  const actions = model.actions.slice(open.action_count, open.action_count + 2).map((action) => {
    const facts = JSON.stringify(action.facts)
    head = sha256(head + id + String(action.sequence) + now.toISOString() + facts)
    return { ...action, dossier_id: id, at: now, facts, hash: head, actor_kind: actor.kind, actor_id: actor.id }
  })
  await insert(client, 'dossier_action', actions)
  await run(client, 'update dossier set state = $2, national_status = $3, action_count = $4, chain_head = $5 where id = $1', [
    id,
    STATE_OF[String(next.kind)],
    4,
    open.action_count + 2,
    head,
  ])
  await run(client, `update task set closed_at = $3, closed_by_id = $4, outcome = 'completed' where dossier_id = $1 and number = $2`, [
    id,
    number,
    now,
    actor.kind === 'officer' ? actor.id : null,
  ])
  const { id: _, ...opened } = next
  await insert(client, 'task', [{ ...opened, dossier_id: id, opened_at: now, closed_at: null, closed_by_id: null, outcome: null }])
  await insertAudit(client, given, {
    name: 'workflow.complete',
    subject_id: id,
    unit_id: open.unit_id,
    detail: JSON.stringify({ task: number, step: 'appraisal' }),
  })
  if (key) await answerKey(client, owner, key, { dossierId: id, taskNumber: number + 1 })
  await client.query('commit')
  return number + 1
}

/** Runs the work on a connection of the pool; on an error the connection is thrown away with its transaction. */
export async function onConnection<Result>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  let failed = true
  try {
    const result = await work(client)
    failed = false
    return result
  } finally {
    client.release(failed)
  }
}

const STATE_OF: Record<string, string> = { appraisal: 'IN_APPRAISAL', review: 'IN_APPRAISAL', signature: 'AWAITING_SIGNATURE' }

async function insertPerson(client: pg.ClientBase, model: Row, { name, identifier }: { name: string; identifier: string }): Promise<Row> {
  const { id: _, ...person } = model
  const [inserted] = await insert(
    client,
    'party',
    [{ ...person, name, search_name: name.toLowerCase(), identifier }],
    'on conflict (identifier_kind, identifier) do nothing returning id',
  )
  if (!inserted) throw new Error(`The person ${identifier} is there already`)
  return inserted
}

const insertAudit = (client: pg.ClientBase, { now, actor }: { now: Date; actor: { kind: string; id: number } }, line: Row) =>
  insert(client, 'audit', [
    { at: now, actor_kind: actor.kind, actor_id: actor.id, outcome: 'done', subject_kind: 'dossier', source: '127.0.0.1', ...line },
  ])

const answerKey = (client: pg.ClientBase, owner: string, key: string, result: unknown) =>
  run(client, 'update idempotency set response = $3 where actor_key = $1 and key = $2', [owner, key, JSON.stringify({ result })])

/** One statement for all rows; its text is the same for the same number of rows, so it is prepared once a connection. */
async function insert(client: pg.ClientBase, table: string, rows: Row[], ending = ''): Promise<Row[]> {
  const [first] = rows
  if (!first) return []
  const columns = Object.keys(first)
  const values = rows.map((_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(', ')})`)
  const text = `insert into ${table} (${columns.join(', ')}) values ${values.join(', ')} ${ending}`
  const parameters = rows.flatMap((row) => columns.map((column) => row[column]))
  return (await run(client, text, parameters)).rows
}

const names = new Map<string, string>()

function run<Result extends pg.QueryResultRow = Row>(
  client: pg.ClientBase,
  text: string,
  values: unknown[],
): Promise<pg.QueryResult<Result>> {
  const name = names.get(text) ?? `by-hand-${names.size}`
  names.set(text, name)
  return client.query<Result>({ name, text, values })
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

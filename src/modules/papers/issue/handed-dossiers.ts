/** What a unit passed on to other units during a day: the steps it ended that day where the next began elsewhere at the same moment. */
import { sql } from 'kysely'
import { permittedUnitIds, type Reading } from '#modules/identity/index.ts'
import { recordRead } from '#platform/audit.ts'
import type { Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { instantAt } from '#platform/text/dates.ts'
import type { HandedDossier } from '../handover-list.ts'

export interface HandoverDay {
  unitId: number
  /** `YYYY-MM-DD` */
  on: string
}

export interface HandedTo {
  unitId: number
  unitName: string
  dossiers: HandedDossier[]
}

/** More than a unit passes on in a day. */
const MOST = 2_000
const DAY_MS = 86_400_000
/** How many papers of the dossier `d` are in the house. */
const PAPERS_ALONG = sql`coalesce(c.originals, 0)::int as originals, coalesce(c.copies, 0)::int as copies`
const JOIN_PAPERS = sql`left join lateral (
  select sum(case when originals_returned_at is null then originals else 0 end) as originals, sum(copies) as copies
  from dossier_component where dossier_id = d.id and not is_presented_only) c on true`

/** By receiving unit, in the order in which they were passed on; a dossier that went twice stands once. The reading is recorded. */
export async function handedDossiers(db: Queryable, { unitId, on }: HandoverDay, { actor, now }: Reading): Promise<HandedTo[]> {
  const from = instantAt(on)
  const { rows } = await sql<HandedDossier & { toUnitId: number; toUnitName: string }>`
    with handed as (
      select t.dossier_id, n.unit_id, max(t.closed_at) as handed_at
      from task t join task n on n.dossier_id = t.dossier_id and n.opened_at = t.closed_at and n.unit_id <> t.unit_id
      where t.unit_id = ${unitId} and t.closed_at >= ${from} and t.closed_at < ${new Date(from.getTime() + DAY_MS)}
      group by t.dossier_id, n.unit_id
      order by max(t.closed_at), t.dossier_id limit ${MOST})
    select u.id as to_unit_id, u.name as to_unit_name, d.code, v.name as procedure_name, o.name as owner_name, h.handed_at, d.due_at,
      ${PAPERS_ALONG}
    from handed h
      join dossier d on d.id = h.dossier_id
      join procedure_version v on v.id = d.procedure_version_id
      join party o on o.id = d.owner_id
      join unit u on u.id = h.unit_id
      ${JOIN_PAPERS}
    order by u.path, h.handed_at, d.id`.execute(db)
  await recordRead(db, {
    actor,
    at: now,
    name: 'papers.read-handed-over',
    subject: { kind: 'unit', id: unitId },
    unitId,
    detail: { on, rows: rows.length },
  })
  const byUnit = new Map<number, HandedTo>()
  for (const { toUnitId, toUnitName, dueAt, ...dossier } of rows) {
    const to = byUnit.get(toUnitId) ?? { unitId: toUnitId, unitName: toUnitName, dossiers: [] }
    to.dossiers.push({ ...dossier, dueAt: dueAt ?? undefined })
    byUnit.set(toUnitId, to)
  }
  return [...byUnit.values()]
}

/** What a hand-over list says of dossiers given away at one moment, to the post or to an archive; in the order of the ids given. */
export async function handedNow(db: Queryable, dossierIds: readonly number[], handedAt: Date): Promise<HandedDossier[]> {
  const { rows } = await sql<Omit<HandedDossier, 'handedAt'> & { id: number }>`
    select d.id, d.code, v.name as procedure_name, o.name as owner_name, d.due_at, ${PAPERS_ALONG}
    from dossier d
      join procedure_version v on v.id = d.procedure_version_id
      join party o on o.id = d.owner_id
      ${JOIN_PAPERS}
    where d.id = any (${[...dossierIds]}::bigint[])`.execute(db)
  const byId = new Map(rows.map(({ id, dueAt, ...dossier }) => [id, { ...dossier, dueAt: dueAt ?? undefined, handedAt }]))
  return dossierIds.map((id) => byId.get(id) ?? commonErrors.fail('record.not-found'))
}

/** The units whose hand-over lists the actor may make: those at which steps were ever done. */
export async function handoverUnits(db: Queryable, { actor, now }: Reading): Promise<{ id: number; name: string }[]> {
  const unitIds = await permittedUnitIds(db, actor, 'papers.hand-over', now)
  if (unitIds.length === 0) return []
  return db
    .selectFrom('unit as u')
    .select(['u.id', 'u.name'])
    .where('u.id', 'in', unitIds)
    .where((eb) => eb.exists(eb.selectFrom('task as t').select('t.id').whereRef('t.unitId', '=', 'u.id')))
    .orderBy('u.path')
    .execute()
}

export interface HandoverListLine {
  paperId: number
  fullNumber: string
  issuedAt: Date
  toUnit: string
  count: number
  printCount: number
}

/** The lists already made of what a unit passed on that day, oldest first. */
export async function handoverListsOf(db: Queryable, { unitId, on }: HandoverDay): Promise<HandoverListLine[]> {
  const rows = await db
    .selectFrom('paper')
    .select(['id', 'number', 'symbol', 'issuedAt', 'printCount'])
    .select(sql<string>`data -> 'data' ->> 'toUnit'`.as('toUnit'))
    .select(sql<number>`jsonb_array_length(data -> 'data' -> 'rows')`.as('count'))
    .where('unitId', '=', unitId)
    .where('form', '=', 'HANDOVER_LIST')
    // A list can be made only after the hand-over, and is of its year or the next.
    .where('issuedAt', '>=', instantAt(on))
    .where(sql`data -> 'data' ->> 'day'`, '=', on)
    .orderBy('id')
    .execute()
  return rows.map(({ id, number, symbol, ...row }) => ({ paperId: id, fullNumber: `${number}/${symbol}`, ...row }))
}

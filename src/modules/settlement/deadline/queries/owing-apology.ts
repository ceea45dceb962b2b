/** Late dossiers that nobody has apologised for yet (form 04 is owed, domain.md §2.3 T18): they stay on the list until somebody has, or a leader has recorded why none is owed. */
import { type RawBuilder, sql } from 'kysely'
import { transitionById } from '#modules/dossier/index.ts'
import { permittedUnitIds, type Reading } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import { isApologyOwed } from '../apology.ts'

/** Who may apologise. */
const RIGHT = 'settlement.extend'

export interface OwingApology {
  id: number
  code: string
  procedureName: string
  ownerName: string
  settlingUnitId: number
  settlingUnitName: string
  settlingUnitPath: string
  dueAt: Date
  finishedAt: Date | null
  returnedAt: Date | null
}

/** Of one unit, or of all within reach; the longest late first. */
export async function owingApology(
  db: Queryable,
  reading: Reading,
  { unitId }: { unitId?: number },
  page: { size: number; number: number },
): Promise<{ rows: OwingApology[]; total: number; units: { id: number; name: string; count: number }[] }> {
  const reach = await permittedUnitIds(db, reading.actor, RIGHT, reading.now)
  const owing = owingIn(reach, reading.now)
  const [{ rows }, { rows: units }] = await Promise.all([
    sql<OwingApology & { total: number }>`
      with owing as (${owing}),
      page as (select *, count(*) over ()::int as total from owing where ${unitId ?? null}::bigint is null or settling_unit_id = ${unitId ?? null}
        order by late_from, id limit ${page.size} offset ${(page.number - 1) * page.size})
      select d.id, d.code, v.name as procedure_name, o.name as owner_name, d.settling_unit_id, u.name as settling_unit_name, u.path::text as settling_unit_path, d.due_at,
        d.finished_at, d.returned_at, page.total
      from page
        join dossier d on d.id = page.id
        join procedure_version v on v.id = d.procedure_version_id
        join party o on o.id = d.owner_id
        join unit u on u.id = d.settling_unit_id
      order by d.late_from, d.id`.execute(db),
    sql<{ id: number; name: string; count: number }>`
      select u.id, u.name, count(*)::int as count from (${owing}) owing join unit u on u.id = owing.settling_unit_id group by u.id, u.name order by u.name`.execute(
      db,
    ),
  ])
  return { rows, total: rows[0]?.total ?? 0, units }
}

export async function countOwingApology(db: Queryable, { actor, now }: Reading): Promise<number> {
  const reach = await permittedUnitIds(db, actor, RIGHT, now)
  if (reach.length === 0) return 0
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${owingIn(reach, now)}) owing`.execute(db)
  return rows[0]?.count ?? 0
}

/** Where the transition may be made, so that the list never shows what would be refused. */
const owingIn = (unitIds: readonly number[], now: Date): RawBuilder<unknown> => sql`
  select d.id, d.late_from, d.settling_unit_id from dossier d
  where d.settling_unit_id = any (${unitIds}::bigint[]) and d.state = any (${transitionById('apologise-late').from}::text[])
    and ((d.finished_at is null and d.late_from <= ${now}) or (d.timeliness = 'late' and d.outcome in ('result', 'refused')))
    and ${isApologyOwed}`

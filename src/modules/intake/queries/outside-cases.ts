/** Procedures whose dossiers the agency itself may receive (NĐ 61/2018/NĐ-CP art. 14(5)), for the form that records one. */
import { sql } from 'kysely'
import { permittedUnitPaths } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'

export interface OutsideCase {
  caseId: number
  caseName: string
  procedureCode: string
  procedureName: string
  receivingUnitId: number
  receivingUnit: string
  settlingUnit: string
}

const MOST = 200

/** Settled within the units where the actor may record them, in force today. */
export async function outsideCases(db: Queryable, actor: Actor, now: Date): Promise<OutsideCase[]> {
  const paths = await permittedUnitPaths(db, actor, 'intake.record-outside', now)
  if (paths.length === 0) return []
  const day = localDate(now)
  const { rows } = await sql<OutsideCase>`
    select c.id as case_id, c.name as case_name, p.code as procedure_code, v.name as procedure_name, r.id as receiving_unit_id, r.name as receiving_unit, s.name as settling_unit
    from procedure_version v
      join procedure p on p.id = v.procedure_id and p.status = 'active'
      join procedure_case c on c.procedure_version_id = v.id
      join procedure_channel h on h.procedure_case_id = c.id and h.channel = 'counter'
      join procedure_offer o on o.procedure_id = p.id and 'counter' = any (o.channels) and o.valid_from <= ${day}::date and (o.valid_before is null or o.valid_before > ${day}::date)
      join unit r on r.id = o.receiving_unit_id
      join unit s on s.id = o.settling_unit_id
    where v.is_outside_the_unit and v.status = 'published' and v.valid_from <= ${day}::date and (v.valid_before is null or v.valid_before > ${day}::date)
      and s.path <@ any (${paths}::ltree[])
    order by v.name, c.position, r.name limit ${MOST}`.execute(db)
  return rows
}

/** Finding the procedure and its case at a desk: only what this unit may receive through this channel today. */
import { sql } from 'kysely'
import type { Channel } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'
import { escapeLike, searchable } from '#platform/text/searchable.ts'

const MAX_FOUND = 12

export interface OfferedCase {
  caseId: number
  caseName: string
  /** How many cases the procedure has: a single one needs no name of its own. */
  caseCount: number
  procedureCode: string
  procedureName: string
  settlingUnit: string
}

/**
 * By beginnings of words of the name without marks, in any order, or by code (the search text has a space before each word). Without text, what the unit received most among its last 300 dossiers.
 */
export async function offeredCases(
  db: Queryable,
  { unitId, channel, day, text }: { unitId: number; channel: Channel; day: string; text: string },
): Promise<OfferedCase[]> {
  const terms = searchable(text).split(' ').filter(Boolean)
  const matches = terms.map((term) => sql`and v.search_text like ${`% ${escapeLike(term)}%`}`)
  const { rows } = await sql<OfferedCase>`
    with recent as (
      select procedure_case_id, count(*) as times
      from (select procedure_case_id from dossier where receiving_unit_id = ${unitId} order by received_at desc limit 300) last
      group by procedure_case_id)
    select c.id as case_id, c.name as case_name, p.code as procedure_code, v.name as procedure_name, s.name as settling_unit,
      (select count(*)::int from procedure_case other where other.procedure_version_id = v.id) as case_count
    from procedure_offer o
      join procedure p on p.id = o.procedure_id and p.status = 'active'
      join procedure_version v on v.procedure_id = p.id and v.status = 'published' and v.valid_from <= ${day}::date
        and (v.valid_before is null or v.valid_before > ${day}::date)
      join procedure_case c on c.procedure_version_id = v.id
      join procedure_channel h on h.procedure_case_id = c.id and h.channel = ${channel}
      join unit s on s.id = o.settling_unit_id
      left join recent r on r.procedure_case_id = c.id
    where o.receiving_unit_id = ${unitId} and ${channel} = any (o.channels) and o.valid_from <= ${day}::date
      and (o.valid_before is null or o.valid_before > ${day}::date)
      ${sql.join(matches.length ? matches : [sql``], sql` `)}
    order by coalesce(r.times, 0) desc, similarity(v.search_text, ${terms.join(' ')}) desc, v.name, c.position
    limit ${MAX_FOUND}`.execute(db)
  return rows
}

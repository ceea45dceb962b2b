/** The legal time limits of procedures, to hold the plan of a process against. */
import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { validOn } from '#platform/validity.ts'
import { hoursOfLimit } from '../process-rules.ts'

export interface LegalLimit {
  procedureId: number
  caseName: string
  channel: 'counter' | 'online' | 'post'
  amount: number
  unit: 'hour' | 'working-day' | 'calendar-day' | 'month'
}

/** The shortest limit of the procedure's cases and channels in force on the day; undefined where the law gives no number. */
export async function shortestLimitOf(db: Queryable, procedureId: number, day: string): Promise<LegalLimit | undefined> {
  return shortest(await limitsOn(db, day, procedureId))
}

/** How many procedures that run on the general line have a limit shorter than so many working hours. */
export async function countTighterThan(db: Queryable, hours: number, day: string): Promise<number> {
  const limits = Map.groupBy(await limitsOn(db, day), ({ procedureId }) => procedureId)
  const { rows } = await sql<{ procedureId: number }>`
    select distinct b.procedure_id from process_binding b join process p on p.process_template_id = b.process_template_id
    where b.procedure_id is not null and p.status = 'published' and ${validOn(day, 'p')}`.execute(db)
  for (const { procedureId } of rows) limits.delete(procedureId)
  return [...limits.values()].filter((each) => {
    const limit = shortest(each)
    return limit && hoursOfLimit(limit) < hours
  }).length
}

/** Every limit in force on the day. */
export async function limitsOn(db: Queryable, day: string, procedureId?: number): Promise<LegalLimit[]> {
  const { rows } = await sql<LegalLimit>`
    select v.procedure_id, c.name as case_name, h.channel, h.limit_amount as amount, h.limit_unit as unit
    from procedure_version v
      join procedure p on p.id = v.procedure_id and p.status = 'active'
      join procedure_case c on c.procedure_version_id = v.id
      join procedure_channel h on h.procedure_case_id = c.id
    where v.status = 'published' and v.valid_from <= ${day} and (v.valid_before is null or v.valid_before > ${day}) and h.limit_amount is not null
      ${procedureId === undefined ? sql`` : sql`and v.procedure_id = ${procedureId}`}
    order by v.procedure_id, c.position, h.channel`.execute(db)
  return rows
}

export const shortest = (limits: readonly LegalLimit[]): LegalLimit | undefined =>
  limits.reduce<LegalLimit | undefined>((least, limit) => (!least || hoursOfLimit(limit) < hoursOfLimit(least) ? limit : least), undefined)

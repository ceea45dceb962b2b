/** Absence and substitution: on each day of an absence the substitute stands in for the absent officer. */
import { type RawBuilder, sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { prepared } from '#platform/prepared.ts'
import { localDate } from '#platform/text/dates.ts'

export interface Away {
  substituteId: number
  substituteName: string
  /** `YYYY-MM-DD`, the last day of the absence. */
  lastDay: string
}

/** SQL: whether the absence of this alias holds on the day (`YYYY-MM-DD`). */
export const isAwayOn = (today: string, alias: string): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql<boolean>`(${column('cancelledAt')} is null and ${column('firstDay')} <= ${today}::date and ${column('lastDay')} >= ${today}::date)`
}

/** SQL that yields `officer_id` of those for whom the officer stands in on the day; both accounts must be open. */
export const substitutedBy = (officerId: number | RawBuilder<number>, today: string): RawBuilder<{ officerId: number }> => sql`(
  select b.officer_id
  from absence b
  join officer absent on absent.id = b.officer_id and absent.is_active
  join officer substitute on substitute.id = b.substitute_id and substitute.is_active
  where b.substitute_id = ${officerId} and ${isAwayOn(today, 'b')})`

/** Whether the officer stands in for the other today. */
export async function standsInFor(db: Queryable, officerId: number, absentId: number, now: Date): Promise<boolean> {
  const row = await standing(db, { officerId, absentId, today: localDate(now) }).first()
  return row?.stands ?? false
}

const standing = prepared(
  (_db, { officerId, absentId, today }: { officerId: number; absentId: number; today: string }) => sql<{ stands: boolean }>`
    select exists (select from ${substitutedBy(officerId, today)} away where away.officer_id = ${absentId}) as stands`,
)

/** Who of these officers is away today, by id. */
export async function awayOf(db: Queryable, officerIds: readonly number[], now: Date): Promise<Map<number, Away>> {
  if (officerIds.length === 0) return new Map()
  const { rows } = await sql<Away & { officerId: number }>`
    select b.officer_id, b.substitute_id, o.full_name as substitute_name, b.last_day::text as last_day
    from absence b join officer o on o.id = b.substitute_id
    where b.officer_id = any (${[...officerIds]}::bigint[]) and ${isAwayOn(localDate(now), 'b')}`.execute(db)
  return new Map(rows.map(({ officerId, ...away }) => [officerId, away]))
}

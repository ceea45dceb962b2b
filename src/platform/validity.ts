import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a row with `valid_from` and `valid_to` holds on the day (`YYYY-MM-DD`): both days included, no last day until further notice
 * (docs/decisions/0004-dates-of-validity.md). `table`: its name or alias in the query.
 */
export function validOn(day: string, table?: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(table === undefined ? name : `${table}.${name}`)
  return sql<boolean>`(${column('valid_from')} <= ${day}::date and (${column('valid_to')} is null or ${column('valid_to')} >= ${day}::date))`
}

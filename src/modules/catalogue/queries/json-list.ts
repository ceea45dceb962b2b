/**
 * Lists of children inside one statement. Keys are written out, because names inside JSON are not turned into camelCase on the way back
 * (they may be data there), so Kysely's own `jsonArrayFrom` would give snake_case.
 */
import { type AliasableExpression, type Expression, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

/** `coalesce(json_agg(json_build_object(…) order by …), '[]')` */
export const jsonList = <Row extends object>(
  columns: { [Key in keyof Row]: Expression<unknown> },
  order: Expression<unknown>,
): AliasableExpression<Row[]> =>
  sql<Row[]>`coalesce(json_agg(${jsonBuildObject(columns as Record<string, Expression<unknown>>)} order by ${order}), '[]'::json)`

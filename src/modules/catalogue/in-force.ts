import { sql } from 'kysely'

/** SQL: the version with this alias is published and in force on the day (`YYYY-MM-DD`). */
export const inForce = (alias: string, day: string) =>
  sql<boolean>`(${sql.ref(`${alias}.status`)} = 'published' and ${sql.ref(`${alias}.validFrom`)} <= ${day} and (${sql.ref(`${alias}.validBefore`)} is null or ${sql.ref(`${alias}.validBefore`)} > ${day}))`

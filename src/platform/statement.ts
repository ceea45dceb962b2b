import { CompiledQuery } from 'kysely'
import type { Queryable } from './database.ts'

/** SQL whose text never changes, for what every request reads: it is not put together anew each time. Columns come in camelCase, as from Kysely. */
export const statement =
  <Row>(text: string) =>
  async (db: Queryable, ...values: unknown[]): Promise<Row[]> =>
    (await db.executeQuery<Row>(CompiledQuery.raw(text, values))).rows

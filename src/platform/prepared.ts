/**
 * Statements of the hot paths, built and compiled once: Kysely makes the SQL of a statement anew each time it is asked, which costs more than sending it. What a statement
 * is given at each execution stands in it as a placeholder, so `build` may place the given values but not look at them.
 */
import type { Compilable, CompiledQuery, RawBuilder } from 'kysely'
import type { Queryable } from './database.ts'
import { shortStatements } from './shared-connections.ts'

export interface Statement<Row> {
  execute(): Promise<Row[]>
  first(): Promise<Row | undefined>
}

/** A statement with named values, the same names each time. */
export function prepared<Given extends object, Row>(
  build: (db: Queryable, given: Given) => Compilable<Row> | RawBuilder<Row>,
): (db: Queryable, given: Given) => Statement<Row> {
  let compiled: Compiled<Row> | undefined
  return (db, given) => {
    compiled ??= compile(db, build(db, placeholders(given, 0)), given)
    return statement(db, compiled, [given])
  }
}

/** The same for an insert of one or several rows; compiled for each number of them. `rows` is never empty. */
export function preparedRows<Given extends object, Row>(
  build: (db: Queryable, rows: Given[]) => Compilable<Row>,
): (db: Queryable, rows: readonly Given[]) => Statement<Row> {
  const byCount = new Map<number, Compiled<Row>>()
  return (db, rows) => {
    let compiled = byCount.get(rows.length)
    if (!compiled) {
      compiled = compile(db, build(db, rows.map(placeholders)), rows[0] ?? {})
      if (rows.length <= MAX_ROWS) byCount.set(rows.length, compiled)
    }
    return statement(db, compiled, rows)
  }
}

/** More rows than this are compiled each time. */
const MAX_ROWS = 40

interface Compiled<Row> {
  query: CompiledQuery<Row>
  names: number
}

class Placeholder {
  readonly name: string
  readonly row: number
  constructor(name: string, row: number) {
    this.name = name
    this.row = row
  }
}

/** Typed as the values they stand for. */
const placeholders = <Given extends object>(given: Given, row: number): Given =>
  Object.fromEntries(Object.keys(given).map((name) => [name, new Placeholder(name, row)])) as Given

const compile = <Row>(db: Queryable, built: Compilable<Row> | RawBuilder<Row>, given: object): Compiled<Row> => ({
  // Raw SQL is told its database; a query builder knows it.
  query: (built as RawBuilder<Row>).compile(db),
  names: Object.keys(given).length,
})

function statement<Row>(db: Queryable, { query, names }: Compiled<Row>, rows: readonly object[]): Statement<Row> {
  for (const row of rows) if (Object.keys(row).length !== names) throw new Error(`A prepared statement was given other names: ${query.sql}`)
  const parameters = query.parameters.map((value) =>
    value instanceof Placeholder ? (rows[value.row] as Record<string, unknown>)[value.name] : value,
  )
  const run = async () => (await shortStatements(db).executeQuery<Row>({ ...query, parameters })).rows
  return { execute: run, first: async () => (await run())[0] }
}

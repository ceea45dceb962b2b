/**
 * PostgreSQL through Kysely. Every statement Kysely compiles is sent as a named prepared statement (the plan is made once per connection), column names are
 * camelCase in code and snake_case in SQL, `bigint` is a number (ids and đồng stay far below 2^53) and `date` a `YYYY-MM-DD` string.
 */
import { CamelCasePlugin, Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from '../../db/schema.ts'
import { parseInstant } from './instants.ts'
import { shareConnections } from './shared-connections.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, parseInstant)
pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

export type Database = Kysely<DB>
export type Transaction = KyselyTransaction<DB>
/** Either: what a query needs to run. */
export type Queryable = Database | Transaction

export interface DatabaseHandle {
  database: Database
  pool: pg.Pool
  close(): Promise<void>
}

/** The same object for a database and every transaction in it: what is kept of one database must never be shown for another (a restored one, that of the next test). */
export const databaseOf = (db: Queryable): object => db.getExecutor().adapter

/** Of this part of the connections, short statements that stand alone share each; where there are few, none. */
const SHARED = 1 / 4

/** `waitsForDisk: false`: commits do not wait until they are on disk, for data that is made anew after a crash; what others commit later carries them along. */
export function openDatabase(
  url: string,
  { max = 20, waitsForDisk = true }: { max?: number; waitsForDisk?: boolean } = {},
): DatabaseHandle {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'motcua',
    connectionTimeoutMillis: 10_000,
    // A statement does not wait for the answer to the one before it; the server answers in order.
    pipeline: true,
  })
  // A connection that the server closes, idle or at work, must not end the program: its query fails, and the pool opens another.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  if (!waitsForDisk) pool.on('connect', (client) => void client.query('set synchronous_commit = off').catch(() => {}))
  const database = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: preparing(pool) as pg.Pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  const shared = Math.floor(max * SHARED)
  const giveBack = shared > 0 ? shareConnections(database, pool, shared, send) : undefined
  return {
    database,
    pool,
    async close() {
      await giveBack?.()
      await database.destroy()
    },
  }
}

/** The SQL states of PostgreSQL that code reacts to. */
export const sqlState = {
  unique: '23505',
  foreignKey: '23503',
  check: '23514',
  serialization: '40001',
  deadlock: '40P01',
  /** The transaction failed before: this statement was not looked at. */
  refusedAfterFailure: '25P02',
} as const

export const isSqlError = (error: unknown, state: string, constraint?: string): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === state &&
  (!constraint || ('constraint' in error && error.constraint === constraint))

const MAX_STATEMENTS = 1_000
const statementNames = new Map<string, string>()

/** Lists of varying length would make endless statements, so past the limit a statement goes unnamed. */
function statementName(sql: string): string | undefined {
  const known = statementNames.get(sql)
  if (known) return known
  if (statementNames.size >= MAX_STATEMENTS || sql.length > 8_000) return undefined
  const name = `s${statementNames.size + 1}`
  statementNames.set(sql, name)
  return name
}

/** Statements of the same moment leave in one packet: writing to the socket costs more than most statements. */
function gatherWrites({ connection: { stream } }: pg.PoolClient): void {
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

function send(client: pg.PoolClient, text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  gatherWrites(client)
  if (values.length === 0) return client.query(text)
  const name = statementName(text)
  return client.query(name ? { name, text, values } : { text, values })
}

/** Goes with the first statement. It can only fail with the connection, and then that statement fails too. */
async function begin(client: pg.PoolClient): Promise<{ command: string; rowCount: number; rows: never[] }> {
  send(client, 'begin').catch(() => {})
  return { command: 'BEGIN', rowCount: 0, rows: [] }
}

function preparing(pool: pg.Pool) {
  const wrapped = new WeakMap<pg.PoolClient, unknown>()
  return {
    async connect() {
      const client = await pool.connect()
      const known = wrapped.get(client)
      if (known) return known
      const made = {
        query(text: unknown, values?: unknown[]) {
          if (typeof text !== 'string') return client.query(text as never)
          return text === 'begin' ? begin(client) : send(client, text, values)
        },
        release: (error?: Error | boolean) => client.release(error),
      }
      wrapped.set(client, made)
      return made
    },
    end: () => pool.end(),
  }
}

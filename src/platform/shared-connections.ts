/**
 * A few connections on which short statements that stand alone travel together: each is sent at once, behind those that others have asked, and answered in the order of asking. A
 * connection for each would wake a process of PostgreSQL and this one for every single statement. What comes after a long statement waits for it, so only statements of the hot
 * paths travel here (`prepared`).
 */
import type { CompiledQuery, DatabaseConnection, QueryExecutor } from 'kysely'
import type pg from 'pg'
import type { Database, Queryable } from './database.ts'

/**
 * So many are on their way on one connection before another is opened: a process that is at work already need not be woken, and waking one costs more than most of these statements.
 * Measured with the work list at 8 in flight on two cores: half of all pages within 5.4 ms, against 7.0 ms where each statement took the connection with the least to do.
 */
const TOGETHER = 8

/** Sends a statement on a connection of the pool. */
export type SendStatement = (client: pg.PoolClient, sql: string, parameters: unknown[]) => Promise<pg.QueryResult>

const executors = new WeakMap<Queryable, QueryExecutor>()

/** What executes statements that stand alone: within a transaction it is the transaction. */
export const shortStatements = (db: Queryable): QueryExecutor => executors.get(db) ?? db.getExecutor()

/** `most`: so many connections are taken out of the pool, as they are needed. Returns what gives them back, to be called when nothing is asked any more. */
export function shareConnections(database: Database, pool: pg.Pool, most: number, send: SendStatement): () => Promise<void> {
  const open = new Set<Shared>()

  function connect(): Shared {
    const shared: Shared = { client: pool.connect(), asked: 0 }
    open.add(shared)
    shared.client.then(
      (client) => {
        const lost = () => open.delete(shared) && client.release(true)
        client.once('error', lost).once('end', lost)
      },
      () => open.delete(shared),
    )
    return shared
  }

  /** The first with room, a new one while there may be more, or the one with the least to do. */
  function choose(): Shared {
    let least: Shared | undefined
    for (const shared of open) {
      if (shared.asked < TOGETHER) return shared
      if (!least || shared.asked < least.asked) least = shared
    }
    return least && open.size >= most ? least : connect()
  }

  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery) {
      const shared = choose()
      shared.asked++
      try {
        const { rows } = await send(await shared.client, sql, [...parameters])
        return { rows: rows as Row[] }
      } finally {
        shared.asked--
      }
    },
    streamQuery() {
      throw new Error('Nothing is streamed on a shared connection')
    },
  }
  executors.set(database, database.getExecutor().withConnectionProvider({ provideConnection: (consumer) => consumer(connection) }))

  return async () => {
    executors.delete(database)
    const clients = await Promise.allSettled([...open].map(({ client }) => client))
    open.clear()
    for (const client of clients) if (client.status === 'fulfilled') client.value.release()
  }
}

interface Shared {
  client: Promise<pg.PoolClient>
  /** Not answered yet. */
  asked: number
}

/**
 * A transaction whose statements travel together. Kysely lets one statement of a transaction wait for another; here those that are asked together are sent together, and
 * a write whose outcome nothing else needs goes along with the next ones and the commit. The server works and answers in the order of asking, so nothing is read before it
 * is written; after a statement that failed it refuses all others and commits nothing.
 */
import { type CompiledQuery, type DatabaseConnection, type KyselyProps, Transaction as KyselyTransaction, PostgresDialect } from 'kysely'
import type { DB } from '../../db/schema.ts'
import { type Database, isSqlError, sqlState, type Transaction } from './database.ts'

/** Executes a statement at once without waiting for it. It has been waited for when the transaction is over. */
export type Send = (statement: { execute(): Promise<unknown> }) => void

/** Commits what `work` did, or rolls back and throws what it threw. */
export async function transact<Result>(database: Database, work: (tx: Transaction, send: Send) => Promise<Result>): Promise<Result> {
  const sent: Promise<unknown>[] = []
  let reasonOf = (error: unknown): unknown => error
  const send: Send = (statement) => {
    const answer = statement.execute()
    answer.catch(() => {})
    sent.push(answer)
  }
  try {
    return await database.transaction().execute(async (tx) => {
      const joined = await withoutTurns(database, tx)
      reasonOf = joined.reasonOf
      try {
        return await work(joined.together, send)
      } finally {
        joined.end()
      }
    })
  } catch (error) {
    throw reasonOf(error)
  } finally {
    // Where one failed, it is the reason for whatever failed after it, the commit included.
    await Promise.all(sent).catch((error: unknown) => {
      throw reasonOf(error)
    })
  }
}

const dialect = new PostgresDialect({ pool: async () => Promise.reject(new Error('A transaction opens no connection')) })
const driver = dialect.createDriver()

interface Together {
  together: Transaction
  /** Of statements asked together, one that was only refused because another had failed may be heard of first: the failure of that other. */
  reasonOf(error: unknown): unknown
  /** Keeps out whatever would still be asked while it is being committed or rolled back. */
  end(): void
}

/** The same transaction on the same connection. */
async function withoutTurns(database: Database, tx: Transaction): Promise<Together> {
  const own = await tx.getExecutor().provideConnection(async (connection: DatabaseConnection) => connection)
  let firstFailure: unknown
  const connection: DatabaseConnection = {
    executeQuery: <Row>(query: CompiledQuery) =>
      own.executeQuery<Row>(query).catch((error: unknown) => {
        if (!isSqlError(error, sqlState.refusedAfterFailure)) firstFailure = error
        throw error
      }),
    streamQuery: (query, chunkSize) => own.streamQuery(query, chunkSize),
  }
  let isOver = false
  const executor = database.getExecutor().withConnectionProvider({
    async provideConnection(consumer) {
      if (isOver) throw new Error('The transaction is over')
      return consumer(connection)
    },
  })
  const props: KyselyProps = { config: { dialect }, dialect, driver, executor }
  return {
    together: new KyselyTransaction<DB>(props),
    reasonOf: (error) => (isSqlError(error, sqlState.refusedAfterFailure) ? (firstFailure ?? error) : error),
    end() {
      isOver = true
    },
  }
}

/**
 * A transaction whose statements travel together. Kysely lets one statement of a transaction wait for another; here those that are asked together are sent together, and
 * a write whose outcome nothing else needs goes along with the next ones and the commit. The server works and answers in the order of asking, so nothing is read before it
 * is written; after a statement that failed it refuses all others and commits nothing.
 */
import { type DatabaseConnection, type KyselyProps, Transaction as KyselyTransaction, PostgresDialect } from 'kysely'
import type { DB } from '../../db/schema.ts'
import type { Database, Transaction } from './database.ts'

/** Executes a statement at once without waiting for it. It has been waited for when the transaction is over. */
export type Send = (statement: { execute(): Promise<unknown> }) => void

/** Commits what `work` did, or rolls back and throws what it threw. */
export async function transact<Result>(database: Database, work: (tx: Transaction, send: Send) => Promise<Result>): Promise<Result> {
  const sent: Promise<unknown>[] = []
  const send: Send = (statement) => {
    const answer = statement.execute()
    answer.catch(() => {})
    sent.push(answer)
  }
  try {
    return await database.transaction().execute(async (tx) => {
      const { together, end } = await withoutTurns(database, tx)
      try {
        return await work(together, send)
      } finally {
        end()
      }
    })
  } finally {
    // Where one failed, it is the reason for whatever failed after it, the commit included.
    await Promise.all(sent)
  }
}

const dialect = new PostgresDialect({ pool: async () => Promise.reject(new Error('A transaction opens no connection')) })
const driver = dialect.createDriver()

/** The same transaction on the same connection; `end` keeps out whatever would still be asked while it is being committed or rolled back. */
async function withoutTurns(database: Database, tx: Transaction): Promise<{ together: Transaction; end(): void }> {
  const connection = await tx.getExecutor().provideConnection(async (own: DatabaseConnection) => own)
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
    end() {
      isOver = true
    },
  }
}

/**
 * Clears away what nobody needs: uploads that were never attached to anything, and content that was stored for a transaction that failed. Whatever any row of any
 * table points to stays. Content goes in two steps a day apart, because between being stored and being named by a row it belongs to nobody: first it is set aside,
 * where it can still be read, and only what no row has asked for since is removed.
 */
import { z } from 'zod'
import { action, type Perform } from '#platform/action.ts'
import { systemActor } from '#platform/actor.ts'
import type { Database } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import type { FileStore, Listed } from '#platform/files/index.ts'
import { deleteUnreferenced } from './unreferenced.ts'

export interface Sweep {
  perform: Perform
  database: Database
  files: FileStore
  now: Date
  /** Younger than this many days nothing is touched: a form may still lie open in a browser. */
  unusedDays: number
}

export interface Swept {
  /** Rows that were deleted. */
  documents: number
  files: number
  /** Contents. */
  setAside: number
  putBack: number
  removed: number
}

/** Safe at any time, beside uploads and beside another sweep; a second one right after finds nothing to do. */
export async function sweepFiles({ perform, database, files, now, unusedDays }: Sweep): Promise<Swept> {
  const before = new Date(now.getTime() - unusedDays * DAY_MS)
  const swept: Swept = { documents: 0, files: 0, setAside: 0, putBack: 0, removed: 0 }
  for (;;) {
    const deleted = await perform(systemActor('sweep-files'), sweepRows, { before })
    swept.documents += deleted.documents
    swept.files += deleted.files
    if (deleted.documents + deleted.files === 0) break
  }
  // What lies aside comes first, so that nothing is set aside and removed by one and the same sweep.
  for await (const batch of inBatches(files.list('aside'))) {
    const named = await namedByRow(database, batch)
    for (const { hash, changedAt } of batch) {
      if (named.has(hash)) {
        await files.putBack(hash)
        swept.putBack++
      } else if (changedAt.getTime() < now.getTime() - DAY_MS) {
        await files.remove(hash)
        swept.removed++
      }
    }
  }
  for await (const batch of inBatches(files.list('kept'))) {
    const old = batch.filter(({ changedAt }) => changedAt < before)
    const named = await namedByRow(database, old)
    for (const { hash } of old) {
      if (named.has(hash)) continue
      await files.setAside(hash)
      swept.setAside++
    }
  }
  return swept
}

const DAY_MS = 24 * 3_600_000
const BATCH = 500

/** Xóa tài liệu không ai dùng: rows only. The system's alone, so it is no right that a role could hold. */
export const sweepRows = action('documents.sweep', {
  input: z.object({ before: z.date() }),
  scope: () => 'open',
  async work({ tx, actor, about }, { before }) {
    commonErrors.insist(actor.kind === 'system', 'access.denied')
    const documents = await deleteUnreferenced(tx, 'document', before, BATCH)
    const files = await deleteUnreferenced(tx, 'file', before, BATCH)
    about({ kind: 'document', id: '' }, { documents, files })
    return { documents, files }
  },
})

async function namedByRow(database: Database, listed: Listed[]): Promise<Set<string>> {
  if (listed.length === 0) return new Set()
  const hashes = listed.map(({ hash }) => hash)
  const rows = await database.selectFrom('file').select('hash').where('hash', 'in', hashes).execute()
  return new Set(rows.map(({ hash }) => hash))
}

async function* inBatches(listed: AsyncIterable<Listed>): AsyncGenerator<Listed[]> {
  let batch: Listed[] = []
  for await (const one of listed) {
    batch.push(one)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

import { z } from 'zod'
import { action } from '#platform/action.ts'
import { holdImport } from '../import/hold-import.ts'
import { judgeRows } from '../import/judge-rows.ts'

export const JudgeImportRows = z.object({
  importId: z.coerce.number().int().positive(),
  atMost: z.coerce.number().int().min(1).max(1_000).default(300),
})

/** Judges the next rows and keeps what they say as drafts. Call it until `done` equals `total`; after a crash it goes on where it stopped. */
export const judgeImportRows = action('catalogue.import', {
  input: JudgeImportRows,
  scope: () => undefined,
  async work(work, { importId, atMost }) {
    const held = await holdImport(work.tx, importId, ['running', 'done'])
    const judged = held.status === 'done' ? 0 : await judgeRows(work, held, atMost)
    const done = held.doneCount + judged
    const isFinished = done >= held.rowCount
    if (held.status === 'running')
      await work.tx
        .updateTable('catalogueImport')
        .set(isFinished ? { doneCount: done, status: 'done', finishedAt: work.now } : { doneCount: done })
        .where('id', '=', importId)
        .execute()
    work.about({ kind: 'catalogue-import', id: importId }, { step: 'judge', rows: judged })
    return { done, total: held.rowCount, isFinished }
  },
})

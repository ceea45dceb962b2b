import { z } from 'zod'
import { action } from '#platform/action.ts'
import { enqueue } from '#platform/jobs.ts'
import { holdImport } from '../import/hold-import.ts'
import { judgeImportJob } from '../jobs.ts'

export const QueueImport = z.object({ importId: z.coerce.number().int().positive() })

/** Leaves the judging of the rows to the worker; the page shows how far it is. */
export const queueImport = action('catalogue.import', {
  input: QueueImport,
  scope: () => undefined,
  async work({ tx, about }, { importId }) {
    await holdImport(tx, importId, ['running'])
    await enqueue(tx, judgeImportJob, { importId }, { key: `judge-import-${importId}` })
    about({ kind: 'catalogue-import', id: importId }, { step: 'queue' })
  },
})

import { z } from 'zod'
import { action } from '#platform/action.ts'
import { holdImport } from '../import/hold-import.ts'

export const StageImportRows = z.object({ importId: z.coerce.number().int().positive(), rows: z.array(z.unknown()).max(5_000) })

/** Keeps the rows of the file exactly as they came, numbered in order; nothing is judged yet. */
export const stageImportRows = action('catalogue.import', {
  input: StageImportRows,
  scope: () => undefined,
  async work({ tx, about }, { importId, rows }) {
    const held = await holdImport(tx, importId, ['mapping', 'running'])
    const first = held.rowCount + 1
    if (rows.length > 0)
      await tx
        .insertInto('catalogueImportRow')
        .values(
          rows.map((row, index) => ({
            catalogueImportId: importId,
            number: first + index,
            payload: JSON.stringify(row ?? null).replaceAll('\\u0000', ''),
          })),
        )
        .execute()
    await tx
      .updateTable('catalogueImport')
      .set({ rowCount: held.rowCount + rows.length })
      .where('id', '=', importId)
      .execute()
    about({ kind: 'catalogue-import', id: importId }, { step: 'stage', rows: rows.length })
    return { rowCount: held.rowCount + rows.length }
  },
})

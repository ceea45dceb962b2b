import { z } from 'zod'
import { action } from '#platform/action.ts'
import { catalogueErrors } from '../errors.ts'
import { holdImport } from '../import/hold-import.ts'
import { COLUMN_TARGETS, isComplete } from '../import/mapping.ts'

export const MapImport = z.object({
  importId: z.coerce.number().int().positive(),
  /** Column → the fact it fills; empty: not read. */
  columns: z.record(z.string(), z.union([z.enum(COLUMN_TARGETS), z.literal('')])),
  /** What holds for rows that do not say whether they are in force. */
  standing: z.enum(['in_force', 'unknown']).default('unknown'),
})

/** Says which column holds what; after it the rows are judged. */
export const mapImport = action('catalogue.import', {
  input: MapImport,
  scope: () => undefined,
  async work({ tx, about }, { importId, columns, standing }) {
    const held = await holdImport(tx, importId, ['mapping'])
    const mapping = Object.fromEntries(
      Object.entries(columns).flatMap(([column, target]) => (target && held.columns.includes(column) ? [[column, target]] : [])),
    )
    catalogueErrors.insist(isComplete(mapping), 'catalogue.mapping-incomplete')
    await tx
      .updateTable('catalogueImport')
      .set({ mapping: JSON.stringify({ columns: mapping, standing }), status: 'running' })
      .where('id', '=', importId)
      .execute()
    about({ kind: 'catalogue-import', id: importId }, { step: 'map', columns: Object.keys(mapping).length })
  },
})

import { z } from 'zod'
import { action } from '#platform/action.ts'
import { actorColumns } from '#platform/actor.ts'
import { guessMapping } from '../import/mapping.ts'

export const StartImport = z.object({
  fileName: z.string().trim().min(1).max(300),
  /** SHA-256 of the file, hexadecimal */
  fileHash: z.string().regex(/^[0-9a-f]{64}$/),
  format: z.enum(['json', 'csv', 'xlsx']),
  columns: z.array(z.string().max(1_000)).max(500).default([]),
})

/** Opens an import. Its rows are staged next; a table waits for its columns to be named (`mapImport`), JSON does not. */
export const startImport = action('catalogue.import', {
  input: StartImport,
  scope: () => undefined,
  async work({ tx, actor, now, about }, input) {
    const by = actorColumns(actor)
    const mapping = { columns: guessMapping(input.columns) }
    const { id } = await tx
      .insertInto('catalogueImport')
      .values({
        ...input,
        mapping: JSON.stringify(mapping),
        status: input.format === 'json' ? 'running' : 'mapping',
        startedKind: by.actorKind,
        startedById: by.actorId,
        startedAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    about({ kind: 'catalogue-import', id }, { step: 'start', file: input.fileName, hash: input.fileHash })
    return { importId: id, mapping }
  },
})

import { z } from 'zod'
import { action } from '#platform/action.ts'
import { openFindings } from '../content-findings.ts'
import { holdDraft } from '../hold-draft.ts'
import { VersionContent } from '../schemas.ts'
import { storeDrafts } from '../store-drafts.ts'

export const SaveDraft = z.object({ versionId: z.coerce.number().int().positive(), content: VersionContent })

/** Lưu bản nháp: the whole content at once. Returns the id under which the draft stands now. */
export const saveDraft = action('catalogue.edit', {
  input: SaveDraft,
  scope: () => undefined,
  async work({ tx, now, about }, { versionId, content }) {
    const { procedure, draft } = await holdDraft(tx, versionId)
    const source = await tx
      .selectFrom('procedureVersion')
      .select(['sourceHash', 'sourceParts'])
      .where('id', '=', versionId)
      .executeTakeFirstOrThrow()
    const waiting = await tx.selectFrom('catalogueImportRow').select('id').where('procedureVersionId', '=', versionId).execute()
    const [next = 0] = await storeDrafts(
      tx,
      [
        {
          procedure,
          number: draft.number,
          validFrom: draft.validFrom,
          content,
          findings: openFindings(content, draft.findings),
          ...source,
        },
      ],
      now,
    )
    // The rows of imports that wait for a decision about this draft go on pointing at it.
    if (waiting.length > 0)
      await tx
        .updateTable('catalogueImportRow')
        .set({ procedureVersionId: next })
        .where(
          'id',
          'in',
          waiting.map(({ id }) => id),
        )
        .execute()
    about({ kind: 'procedure', id: procedure.id }, { did: 'save-draft', number: draft.number })
    return { versionId: next }
  },
})

import { z } from 'zod'
import { action } from '#platform/action.ts'
import { holdDraft } from '../hold-draft.ts'

export const DiscardDraft = z.object({ versionId: z.coerce.number().int().positive() })

/** Bỏ bản nháp; published versions stay. */
export const discardDraft = action('catalogue.edit', {
  input: DiscardDraft,
  scope: () => undefined,
  async work({ tx, about }, { versionId }) {
    const { procedure, draft } = await holdDraft(tx, versionId)
    await tx.deleteFrom('procedureVersion').where('id', '=', versionId).execute()
    about({ kind: 'procedure', id: procedure.id }, { did: 'discard-draft', number: draft.number })
  },
})

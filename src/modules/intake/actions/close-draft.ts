import { z } from 'zod'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { DRAFT_KEY } from '../drafts.ts'

export const CloseDraft = z.object({
  key: z.string().regex(DRAFT_KEY),
  /** The dossier it became; without one the draft is thrown away. */
  dossierId: z.number().int().positive().optional(),
})
export type CloseDraft = z.infer<typeof CloseDraft>

/** The draft has become a dossier, or is not wanted any more; what was typed into it goes. */
export const closeDraft = action('intake.close-draft', {
  input: CloseDraft,
  scope: () => 'own',
  async work({ tx, actor, now, about }, { key, dossierId }) {
    if (actor.kind !== 'officer') return commonErrors.fail('access.denied')
    about({ kind: 'reception-draft', id: key })
    if (dossierId === undefined)
      await tx
        .deleteFrom('receptionDraft')
        .where('key', '=', key)
        .where('officerId', '=', actor.id)
        .where('dossierId', 'is', null)
        .execute()
    else
      await tx
        .updateTable('receptionDraft')
        .set({ dossierId, form: '{}', updatedAt: now })
        .where('key', '=', key)
        .where('officerId', '=', actor.id)
        .execute()
  },
})

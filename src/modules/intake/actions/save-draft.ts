import { z } from 'zod'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { DRAFT_KEY } from '../drafts.ts'
import { intakeErrors } from '../errors.ts'

export const SaveDraft = z.object({
  key: z.string().regex(DRAFT_KEY),
  unitId: z.number().int().positive(),
  counterId: z.number().int().positive().nullable().default(null),
  form: z.record(z.string().max(200), z.union([z.string().max(20_000), z.array(z.string().max(2_000)).max(200)])),
})
export type SaveDraft = z.infer<typeof SaveDraft>

/** Keeps what was typed at the desk so far. Only its author can change it, and not once it is a dossier. */
export const saveDraft = action('intake.save-draft', {
  input: SaveDraft,
  scope: () => 'own',
  async work({ tx, actor, now, about }, { key, unitId, counterId, form }) {
    if (actor.kind !== 'officer') return commonErrors.fail('access.denied')
    about({ kind: 'reception-draft', id: key })
    const draft = { unitId, counterId, form: JSON.stringify(form), updatedAt: now }
    const saved = await tx
      .insertInto('receptionDraft')
      .values({ key, officerId: actor.id, createdAt: now, ...draft })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet(draft)
          .where('receptionDraft.officerId', '=', actor.id)
          .where('receptionDraft.dossierId', 'is', null),
      )
      .returning('id')
      .executeTakeFirst()
    intakeErrors.insist(saved, 'intake.draft-closed')
  },
})

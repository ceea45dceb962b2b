import { z } from 'zod'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'

/** Đã đọc lời nhắc: one of my own by its note, or all of them. Returns the code of the note's dossier. */
export const readMention = action('workflow.read-mention', {
  input: z.object({ noteId: z.preprocess((value) => value || undefined, z.coerce.number().int().positive().optional()) }),
  scope: () => 'own' as const,
  async work({ tx, actor, now, about }, { noteId }): Promise<string | undefined> {
    if (actor.kind !== 'officer') return commonErrors.fail('access.denied')
    about({ kind: 'officer', id: actor.id }, { noteId })
    const unread = tx.updateTable('noteMention').set({ readAt: now }).where('officerId', '=', actor.id).where('readAt', 'is', null)
    if (noteId === undefined) {
      await unread.execute()
      return undefined
    }
    await unread.where('noteId', '=', noteId).execute()
    const row = await tx
      .selectFrom('noteMention as m')
      .innerJoin('taskNote as n', 'n.id', 'm.noteId')
      .innerJoin('dossier as d', 'd.id', 'n.dossierId')
      .select('d.code')
      .where('m.noteId', '=', noteId)
      .where('m.officerId', '=', actor.id)
      .executeTakeFirst()
    return row?.code ?? commonErrors.fail('record.not-found')
  },
})

import { z } from 'zod'
import { appendFacts, holdDossier } from '#modules/dossier/index.ts'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { unitsOfDossier } from '../hold.ts'
import { insistMayRead, mentionedIn } from '../mentions.ts'
import { taskInHand } from '../tasks.ts'

const listOf = (value: unknown) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value.filter(Boolean) : [value])

export const AddNote = z.object({
  dossierId: z.coerce.number().int().positive(),
  text: z.string({ error: 'Hãy nhập nội dung ghi chú.' }).trim().min(1, 'Hãy nhập nội dung ghi chú.').max(5_000, 'Tối đa 5.000 ký tự.'),
  /** Colleagues picked from a list, beside those called by `@username` in the text. */
  mentions: z.preprocess(listOf, z.array(z.coerce.number().int().positive()).max(20, 'Nhắc đến tối đa 20 người.')),
})

/**
 * Ghi chú nội bộ: seen by the officers of the dossier, never by the applicant. The text is kept beside the chain, which holds only that there is a note. Whoever is
 * mentioned finds it under “Nhắc đến tôi”; only who may read the dossier can be.
 */
export const addNote = action('workflow.note', {
  input: AddNote,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, { dossierId, text, mentions }) {
    const { tx, actor, now } = work
    if (actor.kind !== 'officer') return commonErrors.fail('access.denied')
    const dossier = await holdDossier(tx, dossierId)
    const mentioned = await mentionedIn(tx, text, mentions, actor.id)
    await insistMayRead(work, dossierId, mentioned)
    work.about({ kind: 'dossier', id: dossierId }, mentioned.length > 0 ? { mentions: mentioned.map(({ id }) => id) } : undefined)
    const open = taskInHand(dossier.actions, actor)
    const task =
      open &&
      (await tx.selectFrom('task').select('id').where('dossierId', '=', dossierId).where('number', '=', open.number).executeTakeFirst())
    const note = await tx
      .insertInto('taskNote')
      .values({ dossierId, taskId: task?.id ?? null, officerId: actor.id, text, createdAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (mentioned.length > 0)
      work.send(tx.insertInto('noteMention').values(mentioned.map(({ id }) => ({ noteId: note.id, officerId: id, createdAt: now }))))
    appendFacts(work, dossier, { kind: 'noted', noteId: note.id, taskNumber: open?.number })
  },
})

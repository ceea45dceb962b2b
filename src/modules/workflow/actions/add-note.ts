import { z } from 'zod'
import { appendFacts, holdDossier } from '#modules/dossier/index.ts'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { unitsOfDossier } from '../hold.ts'
import { taskInHand } from '../tasks.ts'

export const AddNote = z.object({
  dossierId: z.coerce.number().int().positive(),
  text: z.string({ error: 'Hãy nhập nội dung ghi chú.' }).trim().min(1, 'Hãy nhập nội dung ghi chú.').max(5_000, 'Tối đa 5.000 ký tự.'),
})

/** Ghi chú nội bộ: seen by the officers of the dossier, never by the applicant. The text is kept beside the chain, which holds only that there is a note. */
export const addNote = action('workflow.note', {
  input: AddNote,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, { dossierId, text }) {
    const { tx, actor, now } = work
    if (actor.kind !== 'officer') return commonErrors.fail('access.denied')
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    const open = taskInHand(dossier.actions, actor)
    const task =
      open &&
      (await tx.selectFrom('task').select('id').where('dossierId', '=', dossierId).where('number', '=', open.number).executeTakeFirst())
    const note = await tx
      .insertInto('taskNote')
      .values({ dossierId, taskId: task?.id ?? null, officerId: actor.id, text, createdAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    appendFacts(work, dossier, { kind: 'noted', noteId: note.id, taskNumber: open?.number })
  },
})

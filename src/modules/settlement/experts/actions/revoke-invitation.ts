import { z } from 'zod'
import { appendFacts, holdDossier } from '#modules/dossier/index.ts'
import { unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { settlementErrors } from '../../errors.ts'
import { DossierReference } from '../../fields.ts'

export const RevokeInvitation = DossierReference.extend({ invitationId: z.coerce.number().int().positive() })

/** Thu hồi đường dẫn: from now on it opens nothing. The task stays with the officer who has it. */
export const revokeInvitation = action('settlement.consult', {
  input: RevokeInvitation,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, { dossierId, invitationId }) {
    const { tx, now, about } = work
    const dossier = await holdDossier(tx, dossierId)
    about({ kind: 'dossier', id: dossierId }, { invitation: invitationId })
    const revoked = await tx
      .updateTable('expertInvitation')
      .set({ revokedAt: now })
      .where('id', '=', invitationId)
      .where('dossierId', '=', dossierId)
      .where('revokedAt', 'is', null)
      .where('answeredAt', 'is', null)
      .returning('taskNumber')
      .executeTakeFirst()
    if (!revoked) return settlementErrors.fail('settlement.invitation-over')
    appendFacts(work, dossier, { kind: 'expert-uninvited', invitationId, taskNumber: revoked.taskNumber })
    return { dossierId }
  },
})

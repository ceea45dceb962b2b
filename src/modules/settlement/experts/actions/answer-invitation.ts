import { z } from 'zod'
import { RegisterUploads, registerDocument } from '#modules/documents/index.ts'
import { appendFacts, type HeldDossier } from '#modules/dossier/index.ts'
import { hashSecret } from '#modules/identity/index.ts'
import { completeHeld, type HeldTask, holdTask, pauseRefusal } from '#modules/workflow/index.ts'
import { action, type Work } from '#platform/action.ts'
import { answerHeldLeg } from '../../coordination/actions/answer-leg.ts'
import { settlementErrors } from '../../errors.ts'
import { longText } from '../../fields.ts'
import { EXPERT_VERDICTS, type ExpertVerdict, expertVerdictWord } from '../verdict.ts'

export const AnswerInvitation = z.object({
  token: z.string().min(1).max(100),
  verdict: z.enum(EXPERT_VERDICTS, 'Hãy chọn ý kiến của ông/bà.'),
  answer: longText('Hãy ghi nội dung ý kiến.'),
  /** What `receiveUpload` gives; never built from what a browser says. */
  file: RegisterUploads.shape.files.element.optional(),
})
export type AnswerInvitation = z.infer<typeof AnswerInvitation>

/**
 * Trả lời của chuyên gia: whoever has the link answers, once. The task it was asked for closes with the answer and the process goes on; while the dossier stands still for its
 * applicant the answer is kept, and the officer who has the task brings it on afterwards.
 * @throws AppError `settlement.invitation-over`, also for a link that never was
 */
export const answerInvitation = action('settlement.answer-invitation', {
  input: AnswerInvitation,
  scope: () => 'open',
  async work(work, { token, ...given }) {
    const { tx, now, about } = work
    const hash = hashSecret(token)
    const found = await tx
      .selectFrom('expertInvitation')
      .select(['dossierId', 'taskNumber'])
      .where('tokenHash', '=', hash)
      .executeTakeFirst()
    if (!found) return settlementErrors.fail('settlement.invitation-over')
    const held = await holdTask(tx, found)
    const { dossier, task } = held
    const invitation = await tx
      .updateTable('expertInvitation')
      .set({ answeredAt: now, verdict: given.verdict, answer: given.answer })
      .where('tokenHash', '=', hash)
      .where('revokedAt', 'is', null)
      .where('answeredAt', 'is', null)
      .where('expiresAt', '>', now)
      .returning('id')
      .executeTakeFirst()
    if (!invitation) return settlementErrors.fail('settlement.invitation-over')
    about({ kind: 'dossier', id: dossier.id }, { invitation: invitation.id, task: task.number, verdict: given.verdict })
    const documentId = await keepFile(work, dossier, invitation.id, task.number, given.file)
    appendFacts(work, dossier, { kind: 'expert-answered', invitationId: invitation.id, taskNumber: task.number })
    await close(work, held, sentenceOf(given.verdict, given.answer), documentId)
    return { dossierId: dossier.id }
  },
})

/** As officers read it in the course of the dossier. */
const sentenceOf = (verdict: ExpertVerdict, answer: string): string =>
  `${expertVerdictWord(verdict, 'vi')}. ${answer}`.slice(0, MOST_COMMENT)
const MOST_COMMENT = 2_000

async function close(work: Work, held: HeldTask, comment: string, documentId: number | undefined): Promise<void> {
  if (held.task.kind === 'leg') await answerHeldLeg(work, held, { answer: comment, documentId })
  else if (!pauseRefusal(held.dossier)) await completeHeld(work, held, { comment })
}

async function keepFile(
  work: Work,
  dossier: HeldDossier,
  invitationId: number,
  taskNumber: number,
  file: AnswerInvitation['file'],
): Promise<number | undefined> {
  if (!file) return undefined
  const { tx, actor, now } = work
  const { name, ...stored } = file
  const documentId = await registerDocument(tx, { file: stored, name, origin: 'upload', actor, now })
  await tx.updateTable('expertInvitation').set({ documentId }).where('id', '=', invitationId).execute()
  await tx.insertInto('dossierDocument').values({ dossierId: dossier.id, documentId, kind: 'working', createdAt: now }).execute()
  appendFacts(work, dossier, { kind: 'document-added', documentId, purpose: 'working', taskNumber })
  return documentId
}

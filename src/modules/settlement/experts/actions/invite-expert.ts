import { z } from 'zod'
import { dateOf, dayNumber } from '#modules/calendar/index.ts'
import { appendFacts, holdDossier } from '#modules/dossier/index.ts'
import { hashSecret, newSecret } from '#modules/identity/index.ts'
import { announce, insistMayWork, unitsOfDossier } from '#modules/workflow/index.ts'
import { action, type Work } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { instantAt, localDate } from '#platform/text/dates.ts'
import { settlementErrors } from '../../errors.ts'
import { DossierReference, listOfIds, longText, optionalText, shortText } from '../../fields.ts'
import { askableTasks } from '../askable-tasks.ts'

/** The longest that a link may be good for, in days. */
export const LONGEST_LINK_DAYS = 90

export const InviteExpert = DossierReference.extend({
  taskNumber: z.coerce.number('Hãy chọn việc cần hỏi.').int().positive(),
  name: shortText('Hãy ghi họ tên chuyên gia.', 200),
  organisation: optionalText(300),
  contact: shortText('Hãy ghi thư điện tử hoặc số điện thoại của chuyên gia.', 200),
  question: longText('Hãy ghi nội dung cần hỏi.'),
  /** The last day on which the link is good. */
  lastDay: z.iso.date('Hãy ghi ngày hết hạn của đường dẫn.'),
  /** Of the dossier's papers, those that the expert may read; none chosen: none. */
  componentIds: listOfIds.default([]),
})
export type InviteExpert = z.infer<typeof InviteExpert>

/**
 * Mời chuyên gia cho ý kiến: makes the link by which somebody who is no officer answers an open task. `token` is its secret, given this once; whoever asks again for the same task
 * withdraws the link before.
 */
export const inviteExpert = action('settlement.consult', {
  input: InviteExpert,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, input): Promise<{ dossierId: number; invitationId: number; token: string }> {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, input.dossierId)
    const asked = (await askableTasks(tx, dossier)).find(({ task }) => task.number === input.taskNumber)
    if (!asked) return settlementErrors.fail('settlement.no-expert-awaited')
    await insistMayWork(work, asked.task)
    const expiresAt = endOf(input.lastDay, now)
    const componentIds = await insistOfDossier(work, input)
    await withdrawEarlier(work, dossier.id, input.taskNumber)
    const token = newSecret()
    const { id } = await tx
      .insertInto('expertInvitation')
      .values({
        dossierId: dossier.id,
        taskNumber: input.taskNumber,
        name: input.name,
        organisation: input.organisation ?? null,
        contact: input.contact,
        question: input.question,
        tokenHash: hashSecret(token),
        expiresAt,
        invitedById: actor.kind === 'officer' ? actor.id : null,
        createdAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (componentIds.length > 0)
      await tx
        .insertInto('expertInvitationComponent')
        .values(componentIds.map((dossierComponentId) => ({ expertInvitationId: id, dossierComponentId })))
        .execute()
    appendFacts(work, dossier, { kind: 'expert-invited', invitationId: id, taskNumber: input.taskNumber })
    await announce(work, dossier, 'expert-asked', { invitation: id, answerBy: asked.task.dueAt.toISOString() })
    work.about({ kind: 'dossier', id: dossier.id }, { invitation: id, task: input.taskNumber })
    return { dossierId: dossier.id, invitationId: id, token }
  },
})

/** The end of the day. @throws AppError `input.invalid` */
function endOf(lastDay: string, now: Date): Date {
  const end = instantAt(dateOf(dayNumber(lastDay) + 1))
  const isTooFar = end.getTime() - now.getTime() > (LONGEST_LINK_DAYS + 1) * 86_400_000
  if (lastDay < localDate(now) || isTooFar)
    commonErrors.fail('input.invalid', { fields: { lastDay: `Đường dẫn có hiệu lực từ hôm nay, nhiều nhất ${LONGEST_LINK_DAYS} ngày.` } })
  return end
}

async function insistOfDossier({ tx }: Work, { dossierId, componentIds }: InviteExpert): Promise<number[]> {
  if (componentIds.length === 0) return []
  const own = await tx
    .selectFrom('dossierComponent')
    .select('id')
    .where('dossierId', '=', dossierId)
    .where('id', 'in', componentIds)
    .execute()
  if (own.length !== new Set(componentIds).size)
    commonErrors.fail('input.invalid', { fields: { componentIds: 'Hãy chọn giấy tờ của hồ sơ này.' } })
  return own.map(({ id }) => id)
}

const withdrawEarlier = ({ tx, now }: Work, dossierId: number, taskNumber: number) =>
  tx
    .updateTable('expertInvitation')
    .set({ revokedAt: now })
    .where('dossierId', '=', dossierId)
    .where('taskNumber', '=', taskNumber)
    .where('revokedAt', 'is', null)
    .where('answeredAt', 'is', null)
    .execute()

import { z } from 'zod'
import { action } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { DELIVERY_CHANNELS } from '../channels.ts'
import { notificationErrors } from '../errors.ts'

export const DELIVER_BY_HAND = 'notification.deliver-by-hand'

export const DeliverByHand = z.object({
  messageId: z.coerce.number().int().positive(),
  channel: z.enum(DELIVERY_CHANNELS, { error: 'Hãy chọn cách đã báo người nhận.' }),
  reason: z
    .string({ error: 'Hãy ghi đã báo cho ai, khi nào. Ví dụ: Gọi điện cho người nộp lúc 14:05.' })
    .trim()
    .min(5, 'Hãy ghi đã báo cho ai, khi nào, ít nhất 5 ký tự. Ví dụ: Gọi điện cho người nộp lúc 14:05.')
    .max(1_000, 'Tối đa 1.000 ký tự.'),
})
export type DeliverByHand = z.infer<typeof DeliverByHand>

/** Ghi nhận đã báo trực tiếp: a message that no channel carried was told by a person, who says how and to whom. */
export const deliverByHand = action(DELIVER_BY_HAND, {
  input: DeliverByHand,
  scope: unitOfMessage,
  async work({ tx, actor, now, about, send }, { messageId, channel, reason }) {
    const message = await tx
      .selectFrom('outgoingMessage')
      .select(['id', 'dossierId', 'kind', 'state'])
      .where('id', '=', messageId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    notificationErrors.insist(message.state === 'pending' || message.state === 'failed', 'notification.gone-already')
    send(tx.updateTable('outgoingMessage').set({ state: 'sent' }).where('id', '=', messageId))
    send(
      tx.insertInto('messageDelivery').values({
        outgoingMessageId: messageId,
        at: now,
        channel,
        outcome: 'sent',
        reason,
        officerId: actor.kind === 'officer' ? actor.id : null,
      }),
    )
    about({ kind: 'dossier', id: message.dossierId }, { message: messageId, kind: message.kind, channel })
  },
})

async function unitOfMessage(tx: Transaction, { messageId }: DeliverByHand): Promise<number> {
  const row = await tx.selectFrom('outgoingMessage').select('unitId').where('id', '=', messageId).executeTakeFirst()
  return row?.unitId ?? commonErrors.fail('record.not-found')
}

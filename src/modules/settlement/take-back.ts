/** The rows of acts that were taken back say so; nothing is deleted. */
import type { ActUndone } from '#modules/workflow/index.ts'
import type { Listener } from '#platform/events.ts'
import { settlementErrors } from './errors.ts'

export const takeBack: Listener<ActUndone> = async ({ tx, now }, { dossierId, transition, fact }) => {
  switch (transition) {
    case 'consult':
    case 'interoperate':
    case 'ask-tax': {
      const legs = await tx
        .updateTable('leg')
        .set({ outcome: 'withdrawn', answeredAt: now })
        .where('dossierId', '=', dossierId)
        .where('outcome', 'is', null)
        .returning('acknowledgedAt')
        .execute()
      settlementErrors.insist(
        legs.every(({ acknowledgedAt }) => acknowledgedAt === null),
        'settlement.leg-seen',
      )
      return
    }
    case 'request-payment':
      await tx
        .updateTable('obligation')
        .set({ withdrawnAt: now })
        .where('id', '=', fact.kind === 'transition' ? (fact.number ?? 0) : 0)
        .where('dossierId', '=', dossierId)
        .execute()
      return
    case 'ask-supplement':
      await tx
        .updateTable('supplementRequest')
        .set({ outcome: 'withdrawn', answeredAt: now })
        .where('dossierId', '=', dossierId)
        .where('outcome', 'is', null)
        .execute()
      return
  }
}

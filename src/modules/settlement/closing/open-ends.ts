/** What still waited for somebody when a dossier ends in another way: it ends with it. */
import type { Work } from '#platform/action.ts'
import { officerOf } from '../grounds.ts'

/** The open supplement request, proposal and verification of a dossier that is over. */
export async function endOpenMatters({ tx, now, actor }: Pick<Work, 'tx' | 'now' | 'actor'>, dossierId: number): Promise<void> {
  const officerId = officerOf(actor)
  await Promise.all([
    tx
      .updateTable('supplementRequest')
      .set({ outcome: 'withdrawn', answeredAt: now })
      .where('dossierId', '=', dossierId)
      .where('outcome', 'is', null)
      .execute(),
    tx
      .updateTable('supplementProposal')
      .set({ status: 'declined', decidedAt: now, decidedById: officerId })
      .where('dossierId', '=', dossierId)
      .where('status', '=', 'proposed')
      .execute(),
    endOpenVerification({ tx, now, actor }, dossierId),
  ])
}

/** Broken off, without minutes. */
export const endOpenVerification = ({ tx, now, actor }: Pick<Work, 'tx' | 'now' | 'actor'>, dossierId: number) =>
  tx
    .updateTable('verification')
    .set({ endedAt: now, endedById: officerOf(actor) })
    .where('dossierId', '=', dossierId)
    .where('endedAt', 'is', null)
    .execute()

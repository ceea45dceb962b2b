/** What needs a leader is performed by a leader: a decision that somebody else writes down counts for nothing. */
import { holdsAt } from '#modules/identity/index.ts'
import type { Work } from '#platform/action.ts'

/** Whether the one who acts may decide exceptions of reception at the unit, and says why. */
export async function isLeaderDeciding(
  { tx, actor, now }: Pick<Work, 'tx' | 'actor' | 'now'>,
  unitId: number,
  decisionText: string | undefined,
): Promise<boolean> {
  if (!decisionText) return false
  const unit = await tx.selectFrom('unit').select('path').where('id', '=', unitId).executeTakeFirstOrThrow()
  return holdsAt(tx, actor, 'intake.decide-supplement', unit.path, now)
}

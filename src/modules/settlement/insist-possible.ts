import { unitCalendars } from '#modules/calendar/index.ts'
import type { HeldDossier, TransitionId } from '#modules/dossier/index.ts'
import { type Given, insistAllowed, legalSituation } from '#modules/workflow/index.ts'
import type { Work } from '#platform/action.ts'

/**
 * Refuses by the law before a row is written that only an act that is legal can have; else the table's own promise (one open obligation, say) would answer, which no person understands.
 * @throws AppError `workflow.refused`
 */
export async function insistPossible(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  dossier: HeldDossier,
  id: TransitionId,
  given: Given,
): Promise<void> {
  const calendars = await unitCalendars(tx, [dossier.settlingUnitId])
  insistAllowed(id, legalSituation(dossier, calendars(dossier.settlingUnitId), now, given))
}

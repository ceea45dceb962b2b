import type { Limit } from '#modules/calendar/index.ts'
import { settlingRulesOf } from '#modules/catalogue/index.ts'
import type { HeldDossier } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'

/** The procedure's own periods for supplements, of the version the dossier was received under; those that are absent are the general ones (`dossier/clock/limits.ts`). */
export async function supplementPeriods(
  db: Queryable,
  { actions }: Pick<HeldDossier, 'actions'>,
): Promise<{ askSupplementWithin?: Limit; answerSupplementWithin?: Limit }> {
  const received = actions.find(({ fact }) => fact.kind === 'received')?.fact
  if (received?.kind !== 'received') return {}
  const { askSupplementWithin, answerSupplementWithin } = await settlingRulesOf(db, received.procedureVersionId)
  return { ...(askSupplementWithin ? { askSupplementWithin } : {}), ...(answerSupplementWithin ? { answerSupplementWithin } : {}) }
}

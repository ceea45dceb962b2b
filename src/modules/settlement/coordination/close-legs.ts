import type { AskedKind, DossierFact, HeldDossier } from '#modules/dossier/index.ts'
import { endedLegs } from '#modules/workflow/index.ts'
import type { Work } from '#platform/action.ts'

/**
 * Ends the legs of a kind that are open: as answered, where the transition is the answer, or left behind. Returns the facts that close their tasks.
 * `answer`: what the agency said.
 */
export async function closeLegs(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  dossier: HeldDossier,
  kind: AskedKind,
  { outcome, answer, documentId }: { outcome: 'answered' | 'left'; answer?: string; documentId?: number },
): Promise<DossierFact[]> {
  const rows = await tx
    .updateTable('leg')
    .set({ outcome, answeredAt: now, ...(answer ? { answer } : {}), ...(documentId ? { documentId } : {}) })
    .where('dossierId', '=', dossier.id)
    .where('kind', '=', kind)
    .where('outcome', 'is', null)
    .returning('taskNumber')
    .execute()
  const numbers = rows.flatMap(({ taskNumber }) => taskNumber ?? [])
  return endedLegs(dossier, numbers, outcome)
}

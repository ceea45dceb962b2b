/** Which originals go back to the applicant when a dossier is stopped, as the notice says it. */
import type { HandedIn } from '#modules/papers/index.ts'
import type { Work } from '#platform/action.ts'
import { giveOriginalsBack } from '../kept-originals.ts'

/** @throws AppError `settlement.paper-not-kept` at its field */
export async function returnPapers(work: Pick<Work, 'tx' | 'now'>, dossierId: number, papers: readonly number[]): Promise<HandedIn[]> {
  await giveOriginalsBack(work, dossierId, papers)
  if (papers.length === 0) return []
  const rows = await work.tx
    .selectFrom('dossierComponent')
    .select(['name', 'originals'])
    .where('id', 'in', [...papers])
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, copies: 0 }))
}

import { handBackOriginals } from '#modules/dossier/index.ts'
import type { Work } from '#platform/action.ts'
import { settlementErrors } from './errors.ts'

/**
 * Originals taken for comparison go back with the result (NĐ 61/2018/NĐ-CP art. 20(2)). What was only shown went home at the reception.
 * @throws AppError `settlement.paper-not-kept` for a paper that is not an original of this dossier
 */
export async function giveOriginalsBack(work: Pick<Work, 'tx' | 'now'>, dossierId: number, papers: readonly number[]): Promise<void> {
  const ids = [...new Set(papers)]
  settlementErrors.insist(await handBackOriginals(work, dossierId, ids), 'settlement.paper-not-kept', {
    fields: { returnedPapers: 'Hãy chọn lại trong danh sách giấy tờ của hồ sơ.' },
  })
}

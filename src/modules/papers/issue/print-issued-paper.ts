import { z } from 'zod'
import { unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { recordPrint } from '../issue.ts'

export const PrintIssuedPaper = z.object({
  paperId: z.coerce.number().int().positive(),
  /** Why it is printed again. */
  reason: z.preprocess((value) => value || undefined, z.string().trim().max(500, 'Lý do in lại dài nhất 500 ký tự.').optional()),
})

/** In giấy tờ đã lập, whatever its form: counts the print; from the second on it carries `BẢN IN LẠI LẦN n` and the log says by whom and why. */
export const printIssuedPaper = action('papers.print', {
  input: PrintIssuedPaper,
  async scope(tx, { paperId }, actor) {
    const paper = await tx.selectFrom('paper').select(['unitId', 'dossierId']).where('id', '=', paperId).executeTakeFirst()
    if (!paper) return commonErrors.fail('record.not-found')
    return paper.dossierId === null ? paper.unitId : unitsOfDossier(tx, paper.dossierId, actor)
  },
  async work(work, { paperId, reason }): Promise<{ paperId: number; print: number }> {
    const { tx, actor, now } = work
    const officerId = actor.kind === 'officer' ? actor.id : undefined
    const { number: print, dossierId, sheet } = await recordPrint(tx, { paperId, officerId, reason, now })
    work.about(dossierId === null ? { kind: 'paper', id: paperId } : { kind: 'dossier', id: dossierId }, {
      form: sheet.form,
      paperId,
      print,
    })
    return { paperId, print }
  },
})

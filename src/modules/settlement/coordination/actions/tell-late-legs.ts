import { holdDossier } from '#modules/dossier/index.ts'
import { announce, openTasks } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { DossierReference } from '../../fields.ts'
import { rowOfProcess } from './answer-leg.ts'

/** The head of the one-stop unit is told once of each agency that is late (NĐ 61/2018/NĐ-CP art. 19(5)). */
export const tellLateLegs = action('settlement.interoperate', {
  input: DossierReference,
  scope: () => undefined,
  async work(work, { dossierId }): Promise<{ told: number[] }> {
    const { tx, now } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    const told: number[] = []
    for (const task of openTasks(dossier.actions).filter(({ kind, dueAt }) => kind === 'leg' && dueAt < now)) {
      const row = await tx
        .insertInto('leg')
        .values({ ...rowOfProcess(dossierId, task), lateToldAt: now })
        .onConflict((conflict) =>
          conflict.columns(['dossierId', 'taskNumber']).doUpdateSet({ lateToldAt: now }).where('leg.lateToldAt', 'is', null),
        )
        .returning('id')
        .executeTakeFirst()
      if (row) told.push(task.number)
    }
    if (told.length > 0) await announce(work, dossier, 'leg-late', { tasks: told, to: 'centre-head', unitId: dossier.receivingUnitId })
    return { told }
  },
})

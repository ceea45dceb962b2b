import { settlingRulesOf } from '#modules/catalogue/index.ts'
import { type DossierFact, type HeldDossier, holdDossier } from '#modules/dossier/index.ts'
import { insistMayWork, onTheSpotFacts, openTasks, prepareOpening, processOf, type Task, transit } from '#modules/workflow/index.ts'
import { action, type Work } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { intakeErrors } from '../errors.ts'
import { receivingUnitOf } from '../receiving-scope.ts'
import { DossierOnly } from '../schemas.ts'

/**
 * Giải quyết tại chỗ (NĐ 61/2018 art. 17(5)): who received it appraises it at the one-stop unit herself; nobody assigns it. Review, approval and issue follow as the process
 * says, by whoever its lanes name there.
 */
export const settleOnTheSpot = action('intake.receive', {
  input: DossierOnly,
  scope: (tx, input) => receivingUnitOf(tx, input),
  async work(work, { dossierId }) {
    const { tx, actor } = work
    if (actor.kind !== 'officer') return commonErrors.fail('access.denied')
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId }, { did: 'settle-on-the-spot' })
    const { isFourOnTheSpot } = await settlingRulesOf(tx, await versionOf(work, dossierId))
    const reception = openTasks(dossier.actions).find(({ kind }) => kind === 'reception')
    if (reception) await insistMayWork(work, reception)
    await transit(
      work,
      dossier,
      'settle-on-the-spot',
      { isFourOnTheSpot },
      { also: () => (reception ? appraisalHere(work, dossier, reception, actor.id) : []) },
    )
    return { dossierId, code: dossier.code, taskNumber: openTasks(dossier.actions)[0]?.number }
  },
})

/** @throws AppError `intake.no-appraisal` */
async function appraisalHere({ tx, now }: Work, dossier: HeldDossier, reception: Task, officerId: number): Promise<DossierFact[]> {
  const [process, opening] = await Promise.all([processOf(tx, dossier), prepareOpening(tx, dossier, now)])
  return onTheSpotFacts(dossier, process, opening, reception, officerId) ?? intakeErrors.fail('intake.no-appraisal')
}

async function versionOf({ tx }: Pick<Work, 'tx'>, dossierId: number): Promise<number> {
  const row = await tx.selectFrom('dossier').select('procedureVersionId').where('id', '=', dossierId).executeTakeFirstOrThrow()
  return row.procedureVersionId
}

import { holdDossier, isLate } from '#modules/dossier/index.ts'
import { transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { DossierReference } from '../../fields.ts'

/**
 * Ghi nhận quá hạn (T18): the system writes down, once in a dossier's life, that its date has passed; from then on an apology is owed. What ended or was stopped since it was
 * looked for is left alone.
 */
export const findOverdue = action('settlement.find-overdue', {
  input: DossierReference,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId }) {
    const dossier = await holdDossier(work.tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    const { clock } = dossier.state
    const isFound = dossier.actions.some(({ fact }) => fact.kind === 'transition' && fact.id === 'find-overdue')
    if (isFound || !clock || clock.finishedAt || clock.standing !== 'running' || !isLate(clock, work.now)) return { isFound: false }
    await transit(work, dossier, 'find-overdue')
    return { isFound: true }
  },
})

import { getReason, holdDossier } from '#modules/dossier/index.ts'
import { transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { closeLegs } from '../../coordination/close-legs.ts'
import { DossierReference, longText, ReasonCode } from '../../fields.ts'

export const NoObligation = DossierReference.extend({ reasonCode: ReasonCode, text: longText('Hãy ghi căn cứ không phát sinh nghĩa vụ.') })

/** T13, không phát sinh nghĩa vụ: the tax agency has answered that nothing is due; the dossier goes on where it was. */
export const noObligation = action('settlement.request-payment', {
  input: NoObligation,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  async work(work, { dossierId, reasonCode, text }) {
    const dossier = await holdDossier(work.tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    await getReason(work.tx, 'payment', reasonCode)
    await transit(
      work,
      dossier,
      'no-obligation',
      { hasReason: true },
      { details: { reasonCode, text }, also: () => closeLegs(work, dossier, 'tax', { outcome: 'answered', answer: text }) },
    )
    return { dossierId }
  },
})

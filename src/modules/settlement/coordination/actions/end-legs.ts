import { holdDossier } from '#modules/dossier/index.ts'
import { areLegsByHandAlone, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action, type Work } from '#platform/action.ts'
import { DossierReference, longText } from '../../fields.ts'
import { closeLegs } from '../close-legs.ts'

/** Why the lead agency does not wait for who has not answered. */
export const EndLegs = DossierReference.extend({ text: longText('Hãy ghi lý do không chờ tiếp.') })

/** T11, kết thúc lấy ý kiến: the lead decides, with a reason, to go on without the rest. */
export const endConsultation = action('settlement.consult', {
  input: EndLegs,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  work: (work, input) => end(work, input, 'end-consultation', 'consultation'),
})

/** T12, nhận kết quả liên thông: as above, for parts asked for by hand; those of the process are the process's to end. */
export const endInteroperation = action('settlement.interoperate', {
  input: EndLegs,
  scope: (tx, input, actor) => unitsOfDossier(tx, input.dossierId, actor),
  work: (work, input) => end(work, input, 'end-interoperation', 'interoperation'),
})

async function end(
  work: Work,
  { dossierId, text }: { dossierId: number; text: string },
  id: 'end-consultation' | 'end-interoperation',
  kind: 'consultation' | 'interoperation',
) {
  const dossier = await holdDossier(work.tx, dossierId)
  work.about({ kind: 'dossier', id: dossierId })
  await transit(
    work,
    dossier,
    id,
    { areAnswersIn: areLegsByHandAlone(dossier.actions) },
    { details: { text }, also: () => closeLegs(work, dossier, kind, { outcome: 'left' }) },
  )
  return { dossierId }
}

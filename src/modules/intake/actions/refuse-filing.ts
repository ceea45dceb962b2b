import { getReason, holdDossier } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, transit } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { receivingUnitOf } from '../receiving-scope.ts'
import { Grounds } from '../schemas.ts'

/** Từ chối tiếp nhận hồ sơ trực tuyến (T5): with a reason of the list and in words; form 03. */
export const refuseFiling = action('intake.refuse', {
  input: Grounds,
  scope: (tx, input) => receivingUnitOf(tx, input),
  async work(work, { dossierId, reasonCode, text }) {
    const { tx } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId }, { did: 'refuse', reason: reasonCode })
    const reason = await getReason(tx, 'refusal', reasonCode)
    await transit(work, dossier, 'refuse-online', { hasReason: true }, { details: { reasonCode, text } })
    const paper = await layPaper(work, dossier, { form: 'REFUSAL', details: { reason: `${reason.vi}. ${text}` } })
    await announce(work, dossier, 'refused-at-reception', { paperId: paper.paperId, reasonCode })
    return { dossierId, paperId: paper.paperId }
  },
})

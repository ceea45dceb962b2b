import { z } from 'zod'
import { getReason, type HeldDossier, holdDossier } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, onwardToReturn, prepareOpening, processOf, tasksOf, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import { blank, DossierReference, ReasonCode } from '../../fields.ts'
import { inOneSentence, ReasonText } from '../../grounds.ts'
import { endOpenMatters } from '../open-ends.ts'

const asLines = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean)
    : value

export const RefuseAfterAppraisal = DossierReference.extend({
  reasonCode: ReasonCode,
  text: ReasonText,
  /** Căn cứ pháp lý, one a line. */
  legalBasis: z.preprocess(
    (value) => asLines(blank(value)),
    z
      .array(z.string().max(500, 'Mỗi căn cứ dài nhất 500 ký tự.'), 'Hãy ghi căn cứ pháp lý, mỗi dòng một căn cứ.')
      .min(1, 'Hãy ghi ít nhất một căn cứ pháp lý.')
      .max(20),
  ),
})

/**
 * Từ chối giải quyết (T16): the competent leader refuses in writing what was appraised. The legal clock ends here and is judged by its date; the letter goes to the desk, which
 * returns it like a result. Who appraised may not refuse.
 */
export const refuseAfterAppraisal = action('settlement.refuse', {
  input: RefuseAfterAppraisal,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, reasonCode, text, legalBasis }) {
    const dossier = await holdDossier(work.tx, dossierId)
    const reason = await getReason(work.tx, 'refusal', reasonCode)
    work.about({ kind: 'dossier', id: dossierId }, { reasonCode })
    const onward =
      dossier.state.processId === undefined
        ? undefined
        : onwardToReturn(dossier, await processOf(work.tx, dossier), await prepareOpening(work.tx, dossier, work.now))
    await transit(
      work,
      dossier,
      'refuse-after-appraisal',
      { hasReason: true, isApproved: true, areDutiesSeparate: !hasAppraised(dossier, work.actor) },
      { details: { reasonCode, text: reason.vi }, also: () => onward?.facts ?? [], way: onward?.way },
    )
    await endOpenMatters(work, dossierId)
    const { paperId, fullNumber } = await layPaper(work, dossier, {
      form: 'REFUSAL_LETTER',
      details: { reason: inOneSentence(reason, text), legalBasis },
    })
    await announce(work, dossier, 'refused', { paperId })
    return { paperId, fullNumber }
  },
})

const hasAppraised = ({ actions }: Pick<HeldDossier, 'actions'>, actor: Actor): boolean =>
  actor.kind === 'officer' &&
  tasksOf(actions).some(({ kind, closedById, assigneeId }) => kind === 'appraisal' && (closedById === actor.id || assigneeId === actor.id))

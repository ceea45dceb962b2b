import { z } from 'zod'
import { holdDossier } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { settlementErrors } from '../../errors.ts'
import { DossierReference, optionalText } from '../../fields.ts'
import { officerOf, ReasonText } from '../../grounds.ts'
import { findOpenVerification } from '../open-verification.ts'

const asPeople = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean)
        .map((line) => {
          const [name, role, ...office] = line.split(',').map((part) => part.trim())
          return { name, ...(role ? { role } : {}), ...(office.length > 0 ? { office: office.join(', ') } : {}) }
        })
    : value

const Participant = z.object({
  name: z.string().min(2, 'Hãy ghi họ tên người tham gia.').max(200),
  role: z.string().max(200).optional(),
  office: z.string().max(300).optional(),
})

export const EndVerification = DossierReference.extend({
  /** One a line: name, role, office. */
  participants: z.preprocess(
    asPeople,
    z.array(Participant, 'Hãy ghi thành phần tham gia, mỗi dòng một người.').min(1, 'Hãy ghi ít nhất một người tham gia.').max(40),
  ),
  findings: ReasonText,
  conclusion: ReasonText,
  opinions: optionalText(2_000),
})

/** Kết thúc xác minh (T7): the minutes say time, place, who was there, what was found; the dossier goes on in its appraisal. */
export const endVerification = action('settlement.verify', {
  input: EndVerification,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, participants, findings, conclusion, opinions }) {
    const { tx, now, actor } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId })
    await transit(work, dossier, 'verified')
    const verification = await findOpenVerification(tx, dossierId)
    if (!verification) return settlementErrors.fail('settlement.verification-gone')
    const { paperId, fullNumber } = await layPaper(work, dossier, {
      form: 'VERIFICATION_MINUTES',
      details: {
        beganAt: new Date(Math.min(verification.plannedAt.getTime(), now.getTime())),
        endedAt: now,
        place: verification.place,
        participants,
        content: verification.content,
        findings,
        conclusion,
        opinions,
      },
    })
    await tx
      .updateTable('verification')
      .set({ endedAt: now, endedById: officerOf(actor), conclusion, paperId })
      .where('id', '=', verification.id)
      .execute()
    return { paperId, fullNumber }
  },
})

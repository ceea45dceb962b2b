import { z } from 'zod'
import { dueAt, unitCalendars } from '#modules/calendar/index.ts'
import { ANSWER_SUPPLEMENT_WITHIN, type HeldDossier, holdDossier, LEGAL_COUNT } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action, type Work } from '#platform/action.ts'
import { endOpenVerification } from '../../closing/open-ends.ts'
import { blank, DossierReference, optionalText } from '../../fields.ts'
import { officerOf } from '../../grounds.ts'
import { FaultLines, markedFaults, printedFaults, type ResolvedFault, resolveFaults } from '../fault.ts'
import { supplementPeriods } from '../periods.ts'
import { findOpenProposal } from '../queries/proposals.ts'

export const AskSupplement = DossierReference.extend({
  faults: FaultLines,
  guideName: optionalText(200),
  guidePhone: optionalText(40),
  /** Why it is asked for once more, or after the three working days; the leader's own words, counted. */
  decisionText: z.preprocess(blank, z.string().trim().min(10, 'Hãy ghi lý do quyết định, ít nhất 10 ký tự.').max(2_000).optional()),
})

/**
 * Yêu cầu bổ sung sau tiếp nhận (T8): approved by the leader of the competent agency and sent in the name of the one-stop unit (form 02). Within three working days of
 * reception and once; else by the leader's decision with its reason. The clock stops until everything has come.
 */
export const askSupplement = action('settlement.ask-supplement', {
  input: AskSupplement,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId, faults: lines, guideName, guidePhone, decisionText }) {
    const { tx, now } = work
    const dossier = await holdDossier(tx, dossierId)
    const marked = markedFaults(lines)
    const [rules, faults, proposal, numbered] = await Promise.all([
      supplementPeriods(tx, dossier),
      resolveFaults(tx, dossierId, marked),
      findOpenProposal(tx, dossierId),
      tx
        .selectFrom('supplementRequest')
        .select((eb) => eb.fn.max('number').as('last'))
        .where('dossierId', '=', dossierId)
        .executeTakeFirstOrThrow(),
    ])
    const number = (numbered.last ?? 0) + 1
    work.about({ kind: 'dossier', id: dossierId }, { number, faults: faults.length, isDecided: decisionText !== undefined })
    await transit(
      work,
      dossier,
      'ask-supplement',
      {
        areFaultsMarked: faults.length > 0,
        isApproved: true,
        hasLeaderDecision: decisionText !== undefined,
        ...(rules.askSupplementWithin ? { askSupplementWithin: rules.askSupplementWithin } : {}),
      },
      {
        details: {
          number,
          reasonCode: faults[0]?.reasonCode,
          ...(decisionText ? { decidedById: officerOf(work.actor) ?? undefined } : {}),
        },
      },
    )
    const limit = rules.answerSupplementWithin ?? ANSWER_SUPPLEMENT_WITHIN.limit
    const calendar = (await unitCalendars(tx, [dossier.settlingUnitId]))(dossier.settlingUnitId)
    const answerBy = dueAt(calendar, now, limit, LEGAL_COUNT).due
    const requestId = await keepRequest(work, dossier, {
      number,
      answerBy,
      faults,
      guideName: guideName ?? proposal?.guideName ?? null,
      guidePhone: guidePhone ?? proposal?.guidePhone ?? null,
      decisionText: decisionText ?? null,
    })
    if (proposal)
      await tx
        .updateTable('supplementProposal')
        .set({ status: 'asked', decidedAt: now, decidedById: officerOf(work.actor), supplementRequestId: requestId })
        .where('id', '=', proposal.id)
        .execute()
    await endOpenVerification(work, dossierId)
    const { paperId, fullNumber } = await layPaper(work, dossier, {
      form: 'SUPPLEMENT_REQUEST',
      details: {
        faults: printedFaults(faults),
        reason: [...new Set(faults.map(({ reason }) => reason.vi))].join('; '),
        answerBy,
        ...(guideName ? { contact: { name: guideName, phone: guidePhone } } : {}),
      },
    })
    await announce(work, dossier, 'supplement-asked', { requestId, number, paperId, answerBy })
    return { requestId, number, paperId, fullNumber, answerBy }
  },
})

interface RequestToKeep {
  number: number
  answerBy: Date
  faults: readonly ResolvedFault[]
  guideName: string | null
  guidePhone: string | null
  decisionText: string | null
}

async function keepRequest({ tx, now, actor }: Work, dossier: HeldDossier, { faults, ...request }: RequestToKeep): Promise<number> {
  const officerId = officerOf(actor)
  const { id } = await tx
    .insertInto('supplementRequest')
    .values({
      ...request,
      dossierId: dossier.id,
      isBeforeReception: false,
      askedAt: now,
      askedById: officerId,
      decidedById: request.decisionText === null ? null : officerId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('supplementFault')
    .values(
      faults.map(({ dossierComponentId, componentId, answer, reason, text }, index) => ({
        supplementRequestId: id,
        position: index + 1,
        dossierComponentId,
        componentId,
        answer: answer ?? null,
        reasonId: reason.id,
        text,
      })),
    )
    .execute()
  return id
}

import { dueAt } from '#modules/calendar/index.ts'
import { settlingRulesOf } from '#modules/catalogue/index.ts'
import { ANSWER_SUPPLEMENT_WITHIN, getReason, type HeldDossier, holdDossier, LEGAL_COUNT } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, transit } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { caseOfFiling, filedFact, receivingCalendar } from '../filing.ts'
import { isLeaderDeciding } from '../leader-decision.ts'
import { receivingUnitOf } from '../receiving-scope.ts'
import { AskSupplement, type FaultInput } from '../schemas.ts'

/**
 * Yêu cầu bổ sung trước tiếp nhận (T4): everything that is wrong, each fault at its paper or answer with its reason, in one request; form 02, and until when it may be
 * answered. A further request, or one after the eight hours, is a leader's (right `intake.decide-supplement`), with the reason.
 */
export const askSupplementBeforeReception = action('intake.request-supplement', {
  input: AskSupplement,
  scope: (tx, input) => receivingUnitOf(tx, input),
  async work(work, { dossierId, faults, note, guideName, guidePhone, decisionText }) {
    const { tx, actor, now, send } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId }, { did: 'ask-supplement', faults: faults.length })
    const hasLeaderDecision = await isLeaderDeciding(work, dossier.receivingUnitId, decisionText)
    const number = dossier.state.supplements.beforeReception + 1
    await transit(
      work,
      dossier,
      'ask-supplement-before-reception',
      { areFaultsMarked: faults.length > 0, hasLeaderDecision },
      { details: { number, reasonCode: faults[0]?.reasonCode } },
    )
    const officerId = actor.kind === 'officer' ? actor.id : null
    const rules = await settlingRulesOf(tx, filedFact(dossier).procedureVersionId)
    const period = rules.answerSupplementWithin ?? ANSWER_SUPPLEMENT_WITHIN.limit
    const answerBy = dueAt(await receivingCalendar(tx, dossier), now, period, LEGAL_COUNT).due
    const named = await namedFaults(tx, dossier, faults)
    const request = await tx
      .insertInto('supplementRequest')
      .values({
        dossierId,
        number,
        isBeforeReception: true,
        askedAt: now,
        askedById: officerId,
        decidedById: hasLeaderDecision ? officerId : null,
        decisionText: hasLeaderDecision ? (decisionText ?? null) : null,
        guideName: guideName ?? null,
        guidePhone: guidePhone ?? null,
        answerBy,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    send(
      tx.insertInto('supplementFault').values(
        named.map(({ fault, reason }, index) => ({
          supplementRequestId: request.id,
          position: index + 1,
          dossierComponentId: fault.dossierComponentId ?? null,
          componentId: fault.componentId ?? null,
          answer: fault.answer ?? null,
          reasonId: reason.id,
          text: fault.text,
        })),
      ),
    )
    const paper = await layPaper(work, dossier, {
      form: 'SUPPLEMENT_REQUEST',
      details: {
        faults: named.map(({ fault, about, reason }) => ({ about, problem: `${reason.vi}. ${fault.text}` })),
        reason: [...new Set(named.map(({ reason }) => reason.vi)), ...(note ? [note] : [])].join('; '),
        answerBy,
        ...(guideName ? { contact: { name: guideName, phone: guidePhone } } : {}),
      },
    })
    await announce(work, dossier, 'supplement-asked', { paperId: paper.paperId, number, answerBy: answerBy.toISOString() })
    return { dossierId, number, answerBy }
  },
})

/** Each fault with the name of what is wrong and its reason of the list. @throws AppError `input.invalid` at the fault */
async function namedFaults(tx: Transaction, dossier: HeldDossier, faults: readonly FaultInput[]) {
  const [held, procedure] = await Promise.all([
    tx.selectFrom('dossierComponent').select(['id', 'name']).where('dossierId', '=', dossier.id).execute(),
    caseOfFiling(tx, dossier),
  ])
  return Promise.all(
    faults.map(async (fault, index) => {
      const about =
        fault.answer ??
        held.find(({ id }) => id === fault.dossierComponentId)?.name ??
        procedure.components.find(({ id }) => id === fault.componentId)?.name
      if (!about)
        return commonErrors.fail('input.invalid', { fields: { [`faults.${index}`]: 'Giấy tờ này không thuộc hồ sơ đang kiểm tra.' } })
      return { fault, about, reason: await getReason(tx, 'supplement', fault.reasonCode, `faults.${index}.reasonCode`) }
    }),
  )
}

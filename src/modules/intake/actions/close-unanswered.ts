import { z } from 'zod'
import { holdDossier } from '#modules/dossier/index.ts'
import { layPaper } from '#modules/papers/index.ts'
import { announce, transit, unitsOfDossier } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'

export const CloseUnanswered = z.object({ dossierId: z.coerce.number().int().positive() })

/**
 * Đóng hồ sơ do không bổ sung (T10), before or after reception: fifteen working days, or the procedure's own period, have gone by since the request. Done by the system
 * every hour (`job-handlers.ts`), or by the head of the one-stop unit.
 */
export const closeUnanswered = action('intake.stop', {
  input: CloseUnanswered,
  scope: (tx, { dossierId }, actor) => unitsOfDossier(tx, dossierId, actor),
  async work(work, { dossierId }) {
    const { tx, now } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId }, { did: 'close-unanswered' })
    const request = await tx
      .selectFrom('supplementRequest')
      .select(['id', 'number', 'askedAt', 'answerBy'])
      .where('dossierId', '=', dossierId)
      .where('outcome', 'is', null)
      .executeTakeFirst()
    await transit(
      work,
      dossier,
      'close-unanswered',
      { supplementAskedAt: request?.askedAt, supplementAnswerBy: request?.answerBy },
      { details: { number: request?.number } },
    )
    if (!request) throw new Error('A request that nobody made cannot be unanswered')
    await tx.updateTable('supplementRequest').set({ answeredAt: now, outcome: 'unanswered' }).where('id', '=', request.id).execute()
    const asked = await tx
      .selectFrom('paper')
      .select(['number', 'symbol'])
      .where('dossierId', '=', dossierId)
      .where('form', '=', 'SUPPLEMENT_REQUEST')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    const paper = await layPaper(work, dossier, {
      form: 'CLOSING_NOTICE',
      details: {
        askedAt: request.askedAt,
        requestNumber: asked && `${asked.number}/${asked.symbol}`,
        answerBy: request.answerBy,
        closedAt: now,
      },
    })
    await announce(work, dossier, 'closed', { paperId: paper.paperId, number: request.number })
    return { dossierId, code: dossier.code }
  },
})

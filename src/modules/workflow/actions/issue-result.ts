import { z } from 'zod'
import { appendFacts, type HeldDossier } from '#modules/dossier/index.ts'
import { action, type Work } from '#platform/action.ts'
import { systemActor } from '#platform/actor.ts'
import { nextNumber } from '#platform/running-number.ts'
import { localDate } from '#platform/text/dates.ts'
import { appendWithTasks, type Opening, prepareOpening } from '../advance.ts'
import { announce } from '../announce.ts'
import { askedOf } from '../asked.ts'
import { workflowErrors } from '../errors.ts'
import { resultIssued } from '../events.ts'
import { leave } from '../graph/engine.ts'
import { holdTask, insistLegsClosed, insistMayWork, insistNotPaused, unitOfTask } from '../hold.ts'
import { issuedFacts } from '../step-facts.ts'
import { positionOf } from '../tasks.ts'
import { earlyResultFacts } from '../transition-facts.ts'
import { Comment, TaskReference } from './reference.ts'

/** The part of the number after the slash, e.g. `GP-SVHTTDL`. */
export const ResultSymbol = z
  .string({ error: 'Hãy ghi ký hiệu văn bản.' })
  .trim()
  .regex(/^[\p{L}\d][\p{L}\d.&/-]{1,39}$/u, 'Ký hiệu gồm chữ, số, dấu gạch nối. Ví dụ: GP-SVHTTDL.')

export const IssueResult = TaskReference.extend({ symbol: ResultSymbol, comment: Comment })

/**
 * Cấp số và phát hành: the clerk gives the next number of the agency's register for the year. From this moment the result exists and the legal clock stands
 * (national status 9); the dossier goes to be returned.
 */
export const issueResult = action('workflow.issue-result', {
  input: IssueResult,
  scope: (tx, input) => unitOfTask(tx, input),
  async work(work, { symbol, comment, ...reference }) {
    const { tx, now } = work
    const { dossier, task, process } = await holdTask(tx, reference)
    work.about({ kind: 'dossier', id: dossier.id }, { task: task.number })
    await insistMayWork(work, task)
    insistNotPaused(dossier)
    insistLegsClosed(dossier, task)
    workflowErrors.insist(task.kind === 'issue', 'workflow.not-yours', { parameters: { step: task.stepName } })
    const result = await tx.selectFrom('dossierResult').selectAll().where('dossierId', '=', dossier.id).executeTakeFirst()
    if (!result) return workflowErrors.fail('workflow.result-required')
    const move = leave(process.runnable, positionOf(dossier.actions), task.number, askedOf(dossier, now))
    const opening = await prepareOpening(tx, dossier, now)
    const number = await numberResult(work, result, symbol)
    const issued = { resultId: result.id, number, symbol, finishedAt: now.toISOString(), comment: comment || undefined }
    const facts = issuedFacts(dossier, process, task, issued, { tokens: move, opening })
    const early = earlyResultFacts(withResult(dossier, now), { calendars: opening.calendars, now })
    appendWithTasks(work, dossier, ...facts, ...early)
    await announce(work, dossier, 'result-available', { isEarly: early.length > 0 })
    await work.emit(resultIssued, { dossierId: dossier.id, resultId: result.id, number, symbol })
    return { number, symbol }
  },
})

/** The applicant is told that there is a result; one that came before its date is told of as such (NĐ 61/2018/NĐ-CP art. 20(4)). */
export async function tellOfResult(work: Work, dossier: HeldDossier, { calendars }: Opening): Promise<void> {
  const early = earlyResultFacts(dossier, { calendars, now: work.now })
  appendFacts({ ...work, actor: systemActor('early-result') }, dossier, ...early)
  await announce(work, dossier, 'result-available', { isEarly: early.length > 0 })
}

/** As it will be, so that what follows from it is written together with it. */
const withResult = (dossier: HeldDossier, now: Date): HeldDossier => {
  const { clock } = dossier.state
  return { ...dossier, state: { ...dossier.state, state: 'RESULT_AVAILABLE', ...(clock ? { clock: { ...clock, finishedAt: now } } : {}) } }
}

/** The next number of the agency's register for the year; `result` is written with it. */
export async function numberResult(
  { tx, now, actor }: Pick<Work, 'tx' | 'now' | 'actor'>,
  result: { id: number; issuingUnitId: number },
  symbol: string,
): Promise<number> {
  const year = Number(localDate(now).slice(0, 4))
  const number = await nextNumber(tx, `result:${result.issuingUnitId}:${year}`)
  await tx
    .updateTable('dossierResult')
    .set({ number, symbol, year, issuedAt: now, issuedById: actor.kind === 'officer' ? actor.id : null })
    .where('id', '=', result.id)
    .execute()
  return number
}

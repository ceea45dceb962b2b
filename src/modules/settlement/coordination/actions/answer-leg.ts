import type { z } from 'zod'
import { unitCalendars } from '#modules/calendar/index.ts'
import { insistOwnDocuments } from '#modules/documents/index.ts'
import type { AskedKind, HeldDossier } from '#modules/dossier/index.ts'
import {
  announce,
  answeredFacts,
  appendWithTasks,
  completeHeld,
  type HeldTask,
  holdTask,
  insistMayWork,
  isLastOpinion,
  legTask,
  positionOf,
  type Task,
  TaskReference,
  transit,
  unitOfTask,
} from '#modules/workflow/index.ts'
import { action, type Work } from '#platform/action.ts'
import { systemActor } from '#platform/actor.ts'
import { commonErrors } from '#platform/errors.ts'
import { longText, optionalId } from '../../fields.ts'
import { placeOfLeg } from '../open-legs.ts'
import { layConsultationLetter } from './send-legs.ts'

export const AnswerLeg = TaskReference.extend({ answer: longText('Hãy ghi nội dung trả lời.'), documentId: optionalId })
export type AnswerLeg = z.infer<typeof AnswerLeg>

/**
 * Trả lời phần việc: closes the agency's task with its answer. Of legs in an order the next begins; with the last answer the dossier goes on by itself, in the system's name.
 */
export const answerLeg = action('settlement.answer-leg', {
  input: AnswerLeg,
  scope: (tx, input) => unitOfTask(tx, input),
  async work(work, input) {
    const held = await holdTask(work.tx, input)
    const { dossier, task } = held
    work.about({ kind: 'dossier', id: dossier.id }, { task: task.number })
    if (task.kind !== 'leg') return commonErrors.fail('record.changed')
    await insistMayWork(work, task)
    if (input.documentId !== undefined) await keepDocument(work, dossier, task, input.documentId)
    await answerHeldLeg(work, held, input)
    return { dossierId: dossier.id }
  },
})

/** The same for a part that is held already, whose document is on file. */
export async function answerHeldLeg(work: Work, held: HeldTask, given: { answer: string; documentId?: number }): Promise<void> {
  const { dossier, task } = held
  const kind = await writeAnswer(work, dossier, task, given)
  // A part that the process knows is a step of it.
  if (task.node !== undefined) await completeHeld(work, held, { comment: given.answer })
  else await closeByHand(work, dossier, task, given.answer, kind)
}

async function keepDocument(work: Work, dossier: HeldDossier, task: Task, documentId: number): Promise<void> {
  await insistOwnDocuments(work.tx, work.actor, [documentId])
  await work.tx.insertInto('dossierDocument').values({ dossierId: dossier.id, documentId, kind: 'working', createdAt: work.now }).execute()
  appendWithTasks(work, dossier, { kind: 'document-added', documentId, purpose: 'working', taskNumber: task.number })
}

async function writeAnswer(
  { tx, now }: Work,
  dossier: HeldDossier,
  task: Task,
  { answer, documentId }: { answer: string; documentId?: number },
): Promise<AskedKind> {
  const answered = { answer, documentId: documentId ?? null, answeredAt: now, outcome: 'answered' }
  const row = await tx
    .insertInto('leg')
    .values({ ...rowOfProcess(dossier.id, task), acknowledgedAt: now, ...answered })
    .onConflict((conflict) => conflict.columns(['dossierId', 'taskNumber']).doUpdateSet(answered))
    .returning('kind')
    .executeTakeFirstOrThrow()
  return row.kind as AskedKind
}

/** A leg that the process opened has its row from the moment somebody takes note of it. */
export const rowOfProcess = (dossierId: number, task: Pick<Task, 'number' | 'unitId' | 'stepName' | 'openedAt'>) => ({
  dossierId,
  taskNumber: task.number,
  kind: 'interoperation',
  unitId: task.unitId,
  agency: task.stepName,
  content: task.stepName,
  position: 1,
  askedAt: task.openedAt,
  sentAt: task.openedAt,
})

async function closeByHand(work: Work, dossier: HeldDossier, task: Task, comment: string, asked: AskedKind): Promise<void> {
  const { tx, now } = work
  const next = await nextInOrder(work, dossier)
  if (next) {
    const wish = { unitId: next.unitId ?? undefined, agency: next.agency, workingDays: next.workingDays ?? 5 }
    const place = await placeOfLeg(work, dossier, wish)
    const calendars = await unitCalendars(tx, [place.unitId])
    const opened = legTask({ calendars, now }, { ...wish, asked }, place, positionOf(dossier.actions).next)
    appendWithTasks(work, dossier, ...answeredFacts(dossier, task, { comment, next: opened }))
    await tx.updateTable('leg').set({ taskNumber: opened.number, sentAt: now }).where('id', '=', next.id).execute()
    if (asked === 'consultation') await layConsultationLetter(work, dossier, next, new Date(opened.dueAt))
    await announce(work, dossier, 'leg-sent', { tasks: [opened.number] })
    return
  }
  appendWithTasks(work, dossier, ...answeredFacts(dossier, task, { comment }))
  if (isLastOpinion(dossier))
    await transit({ ...work, actor: systemActor('last-answer') }, dossier, 'end-consultation', { areAnswersIn: true })
}

const nextInOrder = ({ tx }: Work, dossier: HeldDossier) =>
  tx
    .selectFrom('leg')
    .select(['id', 'unitId', 'agency', 'content', 'workingDays'])
    .where('dossierId', '=', dossier.id)
    .where('outcome', 'is', null)
    .where('taskNumber', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

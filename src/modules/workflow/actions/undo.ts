import { z } from 'zod'
import { type HeldDossier, holdDossier, readActions } from '#modules/dossier/index.ts'
import { authorise } from '#modules/identity/index.ts'
import { undoMinutes } from '#modules/organization/index.ts'
import { action, type Work } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import { commonErrors } from '#platform/errors.ts'
import { appendWithTasks } from '../advance.ts'
import { workflowErrors } from '../errors.ts'
import { actUndone } from '../events.ts'
import { unitsOfDossier } from '../hold.ts'
import { type LastAct, lastAct } from '../undo/last-act.ts'
import { Reason } from './reference.ts'

export const Undo = z.object({
  dossierId: z.coerce.number().int().positive(),
  /** Sequence at which the act that the person saw begins; a page that is out of date is answered, not obeyed. */
  from: z.coerce.number().int().positive(),
  reason: Reason,
})

/** Whether it is the actor's own act, done within the time. */
export const isOwnAndRecent = ({ head }: LastAct, actor: Actor, minutes: number, now: Date): boolean =>
  actor.kind === 'officer' &&
  head.actorKind === 'officer' &&
  head.actorId === actor.id &&
  now.getTime() - head.at.getTime() <= minutes * 60_000

/**
 * Hoàn tác: takes back the last act on a dossier. The act stays in the list and its chain; state, tasks, dates and clocks are as they were before it. Its papers are void with
 * their numbers kept, its messages withdrawn. For a leader with the right, and for whoever did it while it is fresh.
 */
export const undo = action('workflow.undo', {
  input: Undo,
  async scope(tx, { dossierId }, actor) {
    const act = lastAct(await readActions(tx, dossierId))
    // Whether it is still fresh is said below, where the time is known.
    if (act && actor.kind === 'officer' && act.head.actorKind === 'officer' && act.head.actorId === actor.id) return 'open'
    return unitsOfDossier(tx, dossierId, actor)
  },
  async work(work, { dossierId, from, reason }) {
    const dossier = await holdDossier(work.tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId }, { from })
    const act = lastAct(dossier.actions)
    if (!act || act.from !== from) return commonErrors.fail('record.changed')
    await insistMayUndo(work, dossier, act)
    if ('why' in act.inverse)
      return workflowErrors.fail('workflow.not-undoable', { parameters: { why: act.inverse.why.vi, whyEn: act.inverse.why.en } })
    await withdrawMessages(work, dossier, act)
    await voidPapers(work, dossier, act)
    appendWithTasks(work, dossier, { kind: 'undone', from: act.from, to: act.to, reason })
    await work.emit(actUndone, { dossierId, transition: act.transition, fact: act.head.fact, from: act.from, to: act.to })
    return { dossierId }
  },
})

/** @throws AppError `workflow.undo-too-late` for an act of one's own that is no longer fresh, without the right to take back those of others */
async function insistMayUndo({ tx, actor, now }: Work, dossier: HeldDossier, act: LastAct): Promise<void> {
  const isOwn = actor.kind === 'officer' && act.head.actorKind === 'officer' && act.head.actorId === actor.id
  const minutes = await undoMinutes(tx)
  if (!isOwn || isOwnAndRecent(act, actor, minutes, now)) return
  for (const unitId of [dossier.settlingUnitId, dossier.receivingUnitId])
    if (await authorise(tx, actor, 'workflow.undo', unitId, now)) return
  workflowErrors.fail('workflow.undo-too-late', { parameters: { minutes } })
}

/** What has gone cannot be called back. @throws AppError `workflow.undo-sent` */
async function withdrawMessages({ tx }: Work, dossier: HeldDossier, { from, to }: LastAct): Promise<void> {
  const messages = await tx
    .selectFrom('outgoingMessage')
    .select(['id', 'state'])
    .where('dossierId', '=', dossier.id)
    .where('sequence', '>=', from)
    .where('sequence', '<=', to)
    .forUpdate()
    .execute()
  workflowErrors.insist(
    messages.every(({ state }) => state === 'pending'),
    'workflow.undo-sent',
  )
  if (messages.length > 0)
    await tx
      .updateTable('outgoingMessage')
      .set({ state: 'withdrawn' })
      .where(
        'id',
        'in',
        messages.map(({ id }) => id),
      )
      .execute()
}

/** Void, with their numbers kept. @throws AppError `workflow.undo-printed`: what was printed may have been handed out */
async function voidPapers({ tx, now }: Work, { actions }: HeldDossier, { from, to }: LastAct): Promise<void> {
  const ids = actions.flatMap(({ sequence, fact }) =>
    fact.kind === 'paper-issued' && sequence >= from && sequence <= to ? [fact.paperId] : [],
  )
  if (ids.length === 0) return
  const voided = await tx.updateTable('paper').set({ voidedAt: now }).where('id', 'in', ids).returning('printCount').execute()
  workflowErrors.insist(
    voided.every(({ printCount }) => printCount === 0),
    'workflow.undo-printed',
  )
}

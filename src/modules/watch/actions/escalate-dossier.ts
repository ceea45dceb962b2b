import { z } from 'zod'
import { unitCalendars } from '#modules/calendar/index.ts'
import { type Clock, dossierState, hasEnded, readActions } from '#modules/dossier/index.ts'
import { dueLights } from '#modules/organization/index.ts'
import { openTasks, type Task } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import type { Transaction } from '#platform/database.ts'
import { isBeyond, type Level, type Used, usedOf } from '../level.ts'
import { receiversOf } from '../receivers.ts'

export interface Escalated {
  escalations: number
  reminders: number
}

/**
 * Nhắc việc: what has come to a new level of its limit is told, once for each level of each step and of the dossier itself. Everything is computed from the dossier's actions. Of the
 * system alone: nobody holds this right.
 * @throws Error where the actions give no dossier
 */
export const escalateDossier = action('watch.escalate-dossier', {
  input: z.object({ dossierId: z.number().int().positive() }),
  scope: () => undefined,
  async work({ tx, now, about }, { dossierId }): Promise<Escalated> {
    about({ kind: 'dossier', id: dossierId })
    const [actions, thresholds, row, told] = await Promise.all([
      readActions(tx, dossierId),
      dueLights(tx),
      tx.selectFrom('dossier').select(['receivingUnitId', 'settlingUnitId']).where('id', '=', dossierId).executeTakeFirstOrThrow(),
      tx.selectFrom('escalation').select(['taskNumber', 'level']).where('dossierId', '=', dossierId).execute(),
    ])
    const state = dossierState(actions)
    // A result that waits at the counter waits for its applicant.
    const tasks = openTasks(actions).filter(({ roleId, kind }) => roleId !== undefined && kind !== 'return')
    const { receivingUnitId, settlingUnitId } = row
    const calendars = await unitCalendars(tx, [...new Set([settlingUnitId, ...tasks.map(({ unitId }) => unitId)])])
    const toldOf = (number: number | null) => told.filter(({ taskNumber }) => taskNumber === number).map(({ level }) => level as Level)
    const subjects: Subject[] = [
      ...(state.clock && !hasEnded(state)
        ? [{ number: null, clock: state.clock, of: 'dossier' as const, unitId: settlingUnitId, tasks }]
        : []),
      ...tasks.map((task) => ({ number: task.number, clock: task.clock, of: 'step' as const, unitId: task.unitId, tasks: [task] })),
    ]
    const escalated: Escalated = { escalations: 0, reminders: 0 }
    for (const subject of subjects) {
      const used = usedOf(subject.clock, subject.of, calendars(subject.unitId), now, thresholds)
      if (!used || !isBeyond(used.level, toldOf(subject.number))) continue
      const reminders = await tell(tx, { dossierId, receivingUnitId, subject, used, now })
      if (reminders !== undefined) {
        escalated.escalations++
        escalated.reminders += reminders
      }
    }
    await tx.deleteFrom('escalationFailure').where('dossierId', '=', dossierId).execute()
    return escalated
  },
})

interface Subject {
  number: number | null
  clock: Clock
  of: 'dossier' | 'step'
  unitId: number
  tasks: Task[]
}

interface Telling {
  dossierId: number
  receivingUnitId: number
  subject: Subject
  used: Used
  now: Date
}

/** How many were told; undefined where somebody else has just told them. */
async function tell(tx: Transaction, { dossierId, receivingUnitId, subject, used, now }: Telling): Promise<number | undefined> {
  const escalation = await tx
    .insertInto('escalation')
    .values({
      dossierId,
      taskNumber: subject.number,
      level: used.level,
      usedPercent: used.percent,
      dueAt: subject.clock.dueAt,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!escalation) return undefined
  const receivers = await receiversOf(tx, { tasks: subject.tasks, unitId: subject.unitId, receivingUnitId, level: used.level, now })
  if (receivers.length > 0)
    await tx
      .insertInto('reminder')
      .values(receivers.map((receiver) => ({ ...receiver, escalationId: escalation.id, createdAt: now })))
      .execute()
  return receivers.length
}

/** Escalation in small isolated batches: one transaction a dossier, so that a bad case stops nobody and a crash in the middle goes on where it was. */
import { dueLights } from '#modules/organization/index.ts'
import { systemActor } from '#platform/actor.ts'
import type { Services } from '#platform/services.ts'
import { escalateDossier } from './actions/escalate-dossier.ts'
import { noteFailure } from './actions/note-failure.ts'
import { escalationCandidates } from './queries/candidates.ts'

export interface EscalationRun {
  escalations: number
  reminders: number
  /** Dossiers whose reminders could not be made. */
  failed: number
}

export async function escalateAll({
  perform,
  database,
  clock,
  log,
}: Pick<Services, 'perform' | 'database' | 'clock' | 'log'>): Promise<EscalationRun> {
  const actor = systemActor('watch.escalate')
  const run: EscalationRun = { escalations: 0, reminders: 0, failed: 0 }
  for await (const dossierIds of escalationCandidates(database, clock.now(), await dueLights(database)))
    for (const dossierId of dossierIds)
      try {
        const { escalations, reminders } = await perform(actor, escalateDossier, { dossierId })
        run.escalations += escalations
        run.reminders += reminders
      } catch (error) {
        run.failed++
        log.warn({ err: error, dossierId }, 'reminders could not be made')
        await perform(actor, noteFailure, { dossierId, error: error instanceof Error ? error.message || error.name : String(error) })
      }
  return run
}

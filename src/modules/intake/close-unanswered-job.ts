/** The system closes what was not supplemented in time: one dossier a transaction, so that one bad case stops nobody. */
import { systemActor } from '#platform/actor.ts'
import type { Services } from '#platform/services.ts'
import { instantAt, localDate } from '#platform/text/dates.ts'
import { closeUnanswered } from './actions/close-unanswered.ts'
import { unansweredBefore } from './queries/unanswered.ts'

const BATCH = 200

export interface Closed {
  closed: number
  /** Those that could not be closed; each is tried again the next hour. */
  failed: { dossierId: number; error: unknown }[]
}

/** A period in days ends with its last day, so what ends today is closed tomorrow. Doing it again does nothing. */
export async function closeUnansweredDossiers({ perform, database }: Pick<Services, 'perform' | 'database'>, now: Date): Promise<Closed> {
  const actor = systemActor('close-unanswered')
  const result: Closed = { closed: 0, failed: [] }
  const before = instantAt(localDate(now))
  for (let after = 0; ; ) {
    const batch = await unansweredBefore(database, { before, after, limit: BATCH })
    for (const { dossierId } of batch) {
      try {
        await perform(actor, closeUnanswered, { dossierId })
        result.closed += 1
      } catch (error) {
        result.failed.push({ dossierId, error })
      }
    }
    const last = batch.at(-1)
    if (!last || batch.length < BATCH) return result
    after = last.id
  }
}

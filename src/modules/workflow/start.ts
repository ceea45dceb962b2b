/** The first step of a dossier that has just been received. */
import type { UnitCalendars } from '#modules/calendar/index.ts'
import type { DossierFact } from '#modules/dossier/index.ts'
import { stepOpened } from './advance.ts'
import type { Process } from './process.ts'

/**
 * The facts with which a received dossier enters its line: the reception step, done by the receptionist in this moment if `forwards`, and then the step at the
 * competent agency, open.
 */
export function startFacts(
  by: { calendars: UnitCalendars; now: Date },
  dossier: { receivingUnitId: number; settlingUnitId: number },
  process: Process,
  receptionistId: number | undefined,
  forwards: boolean,
): DossierFact[] {
  const [first, second] = process.steps
  if (first?.kind !== 'reception' || !second) throw new Error(`Process ${process.id} does not begin with reception`)
  const reception = stepOpened(by, dossier, first, 1, receptionistId)
  if (!forwards) return [reception]
  return [reception, { kind: 'task-completed', number: 1, officerId: receptionistId }, stepOpened(by, dossier, second, 2)]
}

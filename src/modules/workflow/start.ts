/** The first step of a dossier that has just been received. */
import type { DossierFact } from '#modules/dossier/index.ts'
import type { Work } from '#platform/action.ts'
import { openStep } from './advance.ts'
import type { Process } from './process.ts'

/**
 * The facts with which a received dossier enters its line: the reception step, done by the receptionist in this moment if `forwards`, and then the step at the
 * competent agency, open.
 */
export async function startFacts(
  work: Work,
  dossier: { receivingUnitId: number; settlingUnitId: number },
  process: Process,
  receptionistId: number | undefined,
  forwards: boolean,
): Promise<DossierFact[]> {
  const [first, second] = process.steps
  if (first?.kind !== 'reception' || !second) throw new Error(`Process ${process.id} does not begin with reception`)
  const facts = [await openStep(work, dossier, first, 1, receptionistId)]
  if (!forwards) return facts
  return [...facts, { kind: 'task-completed', number: 1, officerId: receptionistId }, await openStep(work, dossier, second, 2)]
}

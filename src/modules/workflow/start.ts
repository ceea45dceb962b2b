/** The first steps of a dossier that has just been received. */
import type { DossierFact, Way } from '#modules/dossier/index.ts'
import { type DossierUnits, factsOfMove, type Opening, wayOf } from './advance.ts'
import type { Facts } from './graph/condition.ts'
import { begin, leave } from './graph/engine.ts'
import type { Process } from './process.ts'

/**
 * The facts with which a received dossier enters its process: the reception step, done by the receptionist in this moment if `forwards`, and then what follows it at the
 * competent agency, open.
 */
export function startFacts(
  opening: Opening,
  dossier: DossierUnits,
  process: Process,
  asked: Facts,
  receptionistId: number | undefined,
  forwards: boolean,
): DossierFact[] {
  const entered = begin(process.runnable, asked)
  const [reception, ...others] = entered.entered
  if (!reception || others.length > 0) throw new Error(`Process ${process.id} does not begin with reception`)
  const opened = factsOfMove(opening, dossier, process, entered, { assigneeOf: () => receptionistId })
  if (!forwards) return opened
  const move = leave(process.runnable, entered.position, reception.id, asked)
  return [
    ...opened,
    {
      kind: 'task-completed',
      number: reception.id,
      officerId: receptionistId,
      way: wayOf({ position: move.position, taken: [...entered.taken, ...move.taken] }),
    },
    ...factsOfMove(opening, dossier, process, move),
  ]
}

/** From the beginning again, at another authority: its reception is open, nothing else is. `first`: number of the first token. */
export function beginAgain(
  opening: Opening,
  dossier: DossierUnits,
  process: Process,
  asked: Facts,
  first: number,
): { way: Way; facts: DossierFact[] } {
  const move = begin(process.runnable, asked, first)
  return { way: wayOf(move), facts: factsOfMove(opening, dossier, process, move) }
}

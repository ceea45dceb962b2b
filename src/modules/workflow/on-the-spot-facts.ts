/** The facts of settling a dossier where it was received: its appraisal there, or all of it in one act. Pure. */
import type { DossierFact, FactOf, HeldDossier } from '#modules/dossier/index.ts'
import { factsOfMove, type Opening, openedTask, placeOf, wayOf } from './advance.ts'
import { askedOf } from './asked.ts'
import { leave, type TokenMove } from './graph/engine.ts'
import { type Process, returnStep, waitingAt } from './process.ts'
import { openTasks, positionOf, type Task } from './tasks.ts'

/**
 * Who received it appraises it at the one-stop unit (NĐ 61/2018 art. 17(5)): the reception is done, an assignment is passed over. Undefined where no appraisal follows in
 * the process, or something else beside it.
 */
export function onTheSpotFacts(
  dossier: HeldDossier,
  process: Process,
  opening: Opening,
  reception: Pick<Task, 'number'>,
  officerId: number,
): DossierFact[] | undefined {
  const asked = askedOf(dossier, opening.now)
  const kindOf = ({ entered: [token] }: TokenMove) => (token ? waitingAt(process, token.node, token.leg).kind : undefined)
  let move = leave(process.runnable, positionOf(dossier.actions), reception.number, asked)
  const taken = [...move.taken]
  while (kindOf(move) === 'assignment') {
    move = leave(process.runnable, move.position, move.entered[0]?.id ?? 0, asked)
    taken.push(...move.taken)
  }
  const [token, other] = move.entered
  if (!token || other || kindOf(move) !== 'appraisal') return undefined
  const waiting = waitingAt(process, token.node, token.leg)
  const { roleId } = placeOf(process, dossier, waiting, opening.fills)
  return [
    { kind: 'task-completed', number: reception.number, way: wayOf({ position: move.position, taken }) },
    {
      kind: 'task-opened',
      task: openedTask(opening, {
        number: token.id,
        node: token.node,
        kind: waiting.kind,
        stepName: waiting.name,
        unitId: dossier.receivingUnitId,
        ...(roleId === undefined ? {} : { roleId }),
        assigneeId: officerId,
        limit: waiting.limit,
      }),
    },
  ]
}

/** Made, approved and numbered in one act (NĐ 61/2018 art. 17(4)): what the process would still have done is passed over, and the return opens. */
export function atOnceFacts(
  dossier: HeldDossier,
  process: Process,
  opening: Opening,
  issued: Omit<FactOf<'result-issued'>, 'kind'>,
): DossierFact[] {
  const [first, ...others] = openTasks(dossier.actions)
  const node = returnStep(process)
  const { next } = positionOf(dossier.actions)
  const entered = node ? [{ id: next, node: node.id }] : []
  const way = { position: { next: next + entered.length, tokens: entered }, taken: [] }
  return [
    { kind: 'result-issued', ...issued },
    ...(first ? [{ kind: 'task-completed' as const, number: first.number, way }] : []),
    ...others.map(({ number }) => ({ kind: 'task-cancelled' as const, number, reason: 'branch' as const })),
    ...factsOfMove(opening, dossier, process, { entered, cancelled: [] }),
  ]
}

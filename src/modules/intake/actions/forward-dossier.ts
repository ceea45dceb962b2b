import { holdDossier } from '#modules/dossier/index.ts'
import {
  askedOf,
  factsOfMove,
  insistMayWork,
  leave,
  openTasks,
  positionOf,
  prepareOpening,
  processOf,
  transit,
  wayOf,
} from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import { isForwardLate } from '../forward-day.ts'
import { receivingUnitOf } from '../receiving-scope.ts'
import { DossierOnly } from '../schemas.ts'

/** Chuyển cơ quan giải quyết (T6), where the reception kept the dossier: its reception step is done and the next one opens at the competent agency. Says whether the day was kept. */
export const forwardDossier = action('intake.forward', {
  input: DossierOnly,
  scope: (tx, input) => receivingUnitOf(tx, input),
  async work(work, { dossierId }) {
    const { tx, now } = work
    const dossier = await holdDossier(tx, dossierId)
    work.about({ kind: 'dossier', id: dossierId }, { did: 'forward' })
    const reception = openTasks(dossier.actions).find(({ kind }) => kind === 'reception')
    if (reception) await insistMayWork(work, reception)
    await transit(
      work,
      dossier,
      'forward',
      {},
      {
        async also() {
          if (!reception) return []
          const [process, opening] = await Promise.all([processOf(tx, dossier), prepareOpening(tx, dossier, now)])
          const move = leave(process.runnable, positionOf(dossier.actions), reception.number, askedOf(dossier, now))
          return [{ kind: 'task-completed', number: reception.number, way: wayOf(move) }, ...factsOfMove(opening, dossier, process, move)]
        },
      },
    )
    const { calendars } = await prepareOpening(tx, dossier, now)
    const isLate =
      dossier.state.receivedAt !== undefined && isForwardLate(calendars(dossier.receivingUnitId), dossier.state.receivedAt, now)
    return { dossierId, code: dossier.code, isLate }
  },
})

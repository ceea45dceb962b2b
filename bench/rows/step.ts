/** A process step completed through the action, by the officers whose steps they are; the reference writes the same rows by prepared SQL. */
import { completeTask } from '#modules/workflow/index.ts'
import { completeByHand, onConnection } from '../support/by-hand.ts'
import { compare } from '../support/compare.ts'
import { deskOf, IN_FLIGHT, STEPS } from '../support/desk.ts'
import { load } from '../support/load.ts'
import type { Row } from '../support/row.ts'
import { steppedModel } from '../support/stepped-model.ts'

const ROUNDS = 5
const DOSSIERS = 160

export const row: Row = {
  name: 'step',
  unit: '/s',
  reach: '≥ 0.5',
  async run(bench) {
    const province = await bench.province(1_000)
    const { perform } = province.app.services
    const desk = await deskOf(province)
    const model = await steppedModel(province, desk)

    /** All dossiers take the first step, then all the second, then the third: two requests for one dossier never meet. */
    const steps = async (complete: (dossierId: number, step: number) => Promise<unknown>): Promise<number> => {
      const dossiers = await desk.receive(DOSSIERS)
      const { perSecond } = await load(DOSSIERS * STEPS.length, IN_FLIGHT, (run) =>
        complete(dossiers[run % DOSSIERS]?.id ?? 0, Math.floor(run / DOSSIERS)),
      )
      return perSecond
    }
    return compare(
      ROUNDS,
      () =>
        steps((dossierId, step) =>
          perform(desk.doers[step] ?? desk.doers[0], completeTask, {
            dossierId,
            taskNumber: step + 2,
            ...(step === 0 ? { assigneeId: desk.specialistId } : {}),
          }),
        ),
      () =>
        steps((id, step) =>
          onConnection(province.pool, (client) =>
            completeByHand(client, model, { id }, { now: province.clock.now(), actor: { kind: 'officer', id: desk.doerIds[step] ?? 0 } }),
          ),
        ),
    )
  },
}

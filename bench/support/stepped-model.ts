import { completeTask } from '#modules/workflow/index.ts'
import { type Model, modelOf } from './by-hand.ts'
import type { Desk } from './desk.ts'
import type { Province } from './row.ts'

/** What the product writes for a dossier that goes from the counter up to the signature. */
export async function steppedModel({ app, pool }: Pick<Province, 'app' | 'pool'>, desk: Desk): Promise<Model> {
  const [dossier] = await desk.receive(1)
  if (!dossier) throw new Error('Nothing was received')
  for (const [step, doer] of desk.doers.entries())
    await app.services.perform(doer, completeTask, {
      dossierId: dossier.id,
      taskNumber: step + 2,
      ...(step === 0 ? { assigneeId: desk.specialistId } : {}),
    })
  return modelOf(pool, dossier.id)
}

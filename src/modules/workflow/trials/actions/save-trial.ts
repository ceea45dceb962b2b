import type { UpdateObject } from 'kysely'
import { z } from 'zod'
import { action, type Work } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import type { DB } from '../../../../../db/schema.ts'
import { findTrialVersion } from '../queries/setting.ts'
import { getTrial } from '../queries/trials.ts'
import { runTrial } from '../run-trial.ts'
import { TrialSteps } from '../trial.ts'
import { sayNameTaken, TrialTerms } from './start-trial.ts'

const Seen = z.object({
  trialId: z.coerce.number().int().positive(),
  /** The one that was seen. */
  revision: z.coerce.number().int().min(1),
})

export const SaveTrial = Seen.extend({ steps: TrialSteps })
export type SaveTrial = z.infer<typeof SaveTrial>

/** Ghi kịch bản thử: its acts and assertions as they now are; it runs at once where it is tried out. */
export const saveTrial = action('workflow.edit-process', {
  input: SaveTrial,
  scope: () => undefined,
  async work(work, { steps, ...seen }) {
    const revision = await change(work, seen, { steps: JSON.stringify(steps) })
    work.about({ kind: 'process-trial', id: seen.trialId }, { did: 'save', steps: steps.length })
    return { revision }
  },
})

export const EditTrial = Seen.extend(TrialTerms.shape)
export type EditTrial = z.infer<typeof EditTrial>

/** Sửa kịch bản thử: its name, where it comes in and is settled, its limit; the acts stay, and run at once under the new terms. @throws AppError `workflow.trial-name-taken` */
export const editTrial = action('workflow.edit-process', {
  input: EditTrial,
  scope: () => undefined,
  async work(work, { trialId, revision, limitAmount, limitUnit, ...terms }) {
    const { promise } = await getTrial(work.tx, trialId)
    const limit = { amount: limitAmount, unit: limitUnit }
    await change(work, { trialId, revision }, { ...terms, promise: JSON.stringify({ ...promise, limit }) })
    work.about({ kind: 'process-trial', id: trialId }, { did: 'edit' })
  },
})

/** @throws AppError `record.not-found`, `record.changed` where somebody has saved since */
async function change(
  { tx, actor, now }: Work,
  { trialId, revision }: z.infer<typeof Seen>,
  values: UpdateObject<DB, 'processTrial'>,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('processTrial')
    .set({ ...values, revision: revision + 1, savedById: actor.kind === 'officer' ? actor.id : null, savedAt: now })
    .where('id', '=', trialId)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
    .catch(sayNameTaken)
  const trial = await getTrial(tx, trialId)
  if (numUpdatedRows === 0n) return commonErrors.fail('record.changed')
  const version = await findTrialVersion(tx, trial.templateId)
  if (version) await runTrial(tx, trial, version, now)
  return trial.revision
}

export const DeleteTrial = z.object({ trialId: Seen.shape.trialId })

/** Bỏ kịch bản thử, with what came of it on every version. */
export const deleteTrial = action('workflow.edit-process', {
  input: DeleteTrial,
  scope: () => undefined,
  async work(work, { trialId }) {
    const { name, templateId } = await getTrial(work.tx, trialId)
    await work.tx.deleteFrom('processTrial').where('id', '=', trialId).execute()
    work.about({ kind: 'process-trial', id: trialId }, { did: 'delete', name, templateId })
  },
})

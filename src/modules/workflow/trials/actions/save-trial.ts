import { z } from 'zod'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { findTrialVersion } from '../queries/setting.ts'
import { getTrial } from '../queries/trials.ts'
import { runTrial } from '../run-trial.ts'
import { TrialSteps } from '../trial.ts'

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
  async work(work, { trialId, revision, steps }) {
    const { tx, actor, now } = work
    const { numUpdatedRows } = await tx
      .updateTable('processTrial')
      .set({
        steps: JSON.stringify(steps),
        revision: revision + 1,
        savedById: actor.kind === 'officer' ? actor.id : null,
        savedAt: now,
      })
      .where('id', '=', trialId)
      .where('revision', '=', revision)
      .executeTakeFirstOrThrow()
    const trial = await getTrial(tx, trialId)
    if (numUpdatedRows === 0n) return commonErrors.fail('record.changed')
    work.about({ kind: 'process-trial', id: trialId }, { did: 'save', steps: steps.length })
    const version = await findTrialVersion(tx, trial.templateId)
    if (version) await runTrial(tx, trial, version, now)
    return { revision: trial.revision }
  },
})

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

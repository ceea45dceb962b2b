import { z } from 'zod'
import { type FactOf, getDossier, hasEnded } from '#modules/dossier/index.ts'
import { action } from '#platform/action.ts'
import type { Queryable } from '#platform/database.ts'
import type { MessageKind } from '../../announce.ts'
import { workflowErrors } from '../../errors.ts'
import { getProcess } from '../../queries/process.ts'
import { trialSetting } from '../queries/setting.ts'
import { recordSteps } from '../record.ts'
import { insertTrial, TrialName } from './start-trial.ts'

export const RecordTrial = z.object({
  templateId: z.coerce.number().int().positive(),
  name: TrialName,
  code: z.string({ error: 'Hãy ghi mã hồ sơ.' }).trim().min(3, 'Hãy ghi mã hồ sơ.').max(60),
})

/**
 * Ghi lại từ hồ sơ đã xong: what was done with a real dossier, and when, as a trial that asserts what happened. Its people stay where they are: of them nothing is copied.
 * Whoever records must be allowed to read the dossier, and the reading is written down.
 */
export const recordTrial = action('workflow.edit-process', {
  input: RecordTrial,
  scope: () => undefined,
  async work(work, { templateId, name, code }) {
    const { tx, actor, now } = work
    const dossier = await getDossier(tx, code, { actor, now })
    const field = (sentence: string) => ({ fields: { code: sentence } })
    const received = dossier.actions.find(({ fact }) => fact.kind === 'received')?.fact as FactOf<'received'> | undefined
    if (!received || dossier.state.processId === undefined || !hasEnded(dossier.state))
      return workflowErrors.fail('workflow.trial-unfinished', field('Chỉ ghi lại được hồ sơ đã kết thúc, có kết quả hoặc dừng giải quyết.'))
    const process = await getProcess(tx, dossier.state.processId)
    workflowErrors.insist(
      process.templateId === templateId,
      'workflow.trial-other-process',
      field('Hồ sơ này chạy trên một quy trình khác.'),
    )
    const { limit, mode, cutoff, lastHourRule } = received.promise
    const place = {
      procedureId: dossier.procedure.id,
      receivingUnitId: dossier.receivingUnit.id,
      settlingUnitId: dossier.settlingUnit.id,
      channel: received.channel,
      returnMethod: dossier.returnMethod,
      promise: { limit, mode, ...(cutoff ? { cutoff } : {}), ...(lastHourRule ? { lastHourRule: true as const } : {}) },
    }
    const { units, fills } = await trialSetting(tx, place, process)
    const real = { actions: dossier.actions, units, returnMethod: dossier.returnMethod, messages: await messagesOf(tx, dossier.id) }
    const trialId = await insertTrial(work, { templateId, name, ...place, steps: recordSteps(real, process, fills) })
    work.about({ kind: 'process-trial', id: trialId }, { recordedFrom: dossier.id })
    return { trialId }
  },
})

async function messagesOf(db: Queryable, dossierId: number): Promise<{ kind: MessageKind; sequence: number }[]> {
  const rows = await db
    .selectFrom('outgoingMessage')
    .select(['kind', 'sequence'])
    .where('dossierId', '=', dossierId)
    .orderBy('sequence')
    .execute()
  return rows.map(({ kind, sequence }) => ({ kind: kind as MessageKind, sequence }))
}

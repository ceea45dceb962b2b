import { z } from 'zod'
import { action, type Work } from '#platform/action.ts'
import { isSqlError, sqlState } from '#platform/database.ts'
import { AppError } from '#platform/errors.ts'
import { instantAt } from '#platform/text/dates.ts'
import { findTrialVersion } from '../queries/setting.ts'
import { getTrial, type Trial } from '../queries/trials.ts'
import { runTrial } from '../run-trial.ts'

export const TrialName = z.string({ error: 'Hãy ghi tên kịch bản.' }).trim().min(3, 'Hãy ghi tên kịch bản.').max(200, 'Tối đa 200 ký tự.')

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const unit = (error: string) => z.preprocess(blank, z.coerce.number({ error }).int().positive(error))

/** What can be said otherwise of a trial that has begun. How it was filed cannot: its first act is that. */
export const TrialTerms = z.object({
  name: TrialName,
  receivingUnitId: unit('Hãy chọn nơi tiếp nhận.'),
  settlingUnitId: unit('Hãy chọn cơ quan giải quyết.'),
  returnMethod: z.enum(['counter', 'post', 'electronic'], { error: 'Hãy chọn cách nhận kết quả.' }),
  limitAmount: z.coerce
    .number({ error: 'Hãy ghi thời hạn bằng số. Ví dụ: 5.' })
    .positive('Thời hạn lớn hơn 0.')
    .max(1_000, 'Tối đa 1.000.'),
  limitUnit: z.enum(['hour', 'working-day', 'calendar-day', 'month'], { error: 'Hãy chọn đơn vị của thời hạn.' }),
})

export const StartTrial = TrialTerms.extend({
  templateId: z.coerce.number().int().positive(),
  /** Whose bindings count; left out: those for every procedure. */
  procedureId: z.preprocess(blank, z.coerce.number().int().positive().optional()),
  channel: z.enum(['counter', 'online', 'post'], { error: 'Hãy chọn cách nộp.' }),
  /** Of the reception, or of an online filing. */
  date: z.iso.date({ error: 'Hãy chọn ngày bắt đầu.' }),
  time: z.string({ error: 'Hãy ghi giờ bắt đầu.' }).regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'Giờ viết theo mẫu 09:00.'),
})
export type StartTrial = z.infer<typeof StartTrial>

/** Lập kịch bản thử: a dossier that has just been received, or filed on the portal. */
export const startTrial = action('workflow.edit-process', {
  input: StartTrial,
  scope: () => undefined,
  async work(work, { limitAmount, limitUnit, date, time, ...input }) {
    const at = instantAt(date, time.padStart(5, '0')).toISOString()
    const act = input.channel === 'online' ? ({ kind: 'file' } as const) : ({ kind: 'receive', forwards: true } as const)
    const trialId = await insertTrial(work, {
      ...input,
      procedureId: input.procedureId ?? null,
      promise: { limit: { amount: limitAmount, unit: limitUnit }, mode: 'carry' },
      steps: [{ at, act, assertions: [] }],
    })
    return { trialId }
  },
})

/** Keeps a new trial and runs it where it is tried out. @throws AppError `workflow.trial-name-taken` at the name */
export async function insertTrial(work: Work, { templateId, ...trial }: Omit<Trial, 'id' | 'revision' | 'savedAt'>): Promise<number> {
  const { tx, actor, now } = work
  const row = await tx
    .insertInto('processTrial')
    .values({
      ...trial,
      processTemplateId: templateId,
      promise: JSON.stringify(trial.promise),
      steps: JSON.stringify(trial.steps),
      savedById: actor.kind === 'officer' ? actor.id : null,
      savedAt: now,
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch(sayNameTaken)
  work.about({ kind: 'process-trial', id: row.id }, { templateId, steps: trial.steps.length })
  const version = await findTrialVersion(tx, templateId)
  if (version) await runTrial(tx, await getTrial(tx, row.id), version, now)
  return row.id
}

export function sayNameTaken(error: unknown): never {
  if (isSqlError(error, sqlState.unique))
    throw new AppError('workflow.trial-name-taken', { fields: { name: 'Đã có kịch bản thử tên này. Hãy đặt tên khác.' } })
  throw error
}

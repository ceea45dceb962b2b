import { z } from 'zod'
import { action, type Work } from '#platform/action.ts'
import { isSqlError, sqlState, type Transaction } from '#platform/database.ts'
import { AppError, commonErrors } from '#platform/errors.ts'
import { localDate } from '#platform/text/dates.ts'
import { workflowErrors } from '../errors.ts'
import { formatHours, hoursOfLimit, problemsOf, totalHours } from '../process-rules.ts'
import { shortestLimitOf } from '../queries/legal-limits.ts'

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const flag = z.preprocess((value) => value === true || value === 'on' || value === 'true', z.boolean())

export const StepInput = z.object({
  kind: z.enum(['reception', 'assignment', 'appraisal', 'review', 'signature', 'issue', 'return'], 'Hãy chọn loại bước.'),
  name: z.string({ error: 'Hãy ghi tên bước.' }).trim().min(2, 'Hãy ghi tên bước.').max(200, 'Tối đa 200 ký tự.'),
  roleId: z.coerce.number('Hãy chọn vai trò.').int('Hãy chọn vai trò.').positive('Hãy chọn vai trò.'),
  place: z.enum(['receiving', 'settling'], 'Hãy chọn nơi làm.'),
  /** Working hours; a decimal comma is a comma. */
  limitHours: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().replace(',', '.') || undefined : value),
    z.coerce.number('Hãy ghi số giờ làm việc. Ví dụ: 4 hoặc 0,5.').max(2_000, 'Tối đa 2.000 giờ làm việc.'),
  ),
})
export type StepInput = z.infer<typeof StepInput>

export const EditProcess = z.object({
  /** Left out: the general line, for procedures without one of their own. */
  procedureId: z.preprocess(blank, z.coerce.number().int().positive().optional()),
  /** The version the editor saw; 0 when there was none. */
  basedOnVersion: z.coerce.number().int().min(0).default(0),
  name: z.string({ error: 'Hãy ghi tên quy trình.' }).trim().min(3, 'Hãy ghi tên quy trình.').max(300, 'Tối đa 300 ký tự.'),
  decision: z
    .string({ error: 'Hãy ghi số quyết định.' })
    .trim()
    .min(3, 'Hãy ghi số quyết định. Ví dụ: 1234/QĐ-UBND.')
    .max(100, 'Tối đa 100 ký tự.'),
  decisionDate: z.iso.date({ error: 'Hãy ghi ngày ký quyết định.' }),
  validFrom: z.iso.date({ error: 'Hãy ghi ngày áp dụng.' }),
  steps: z.array(StepInput).min(1, 'Quy trình cần có các bước.').max(40, 'Tối đa 40 bước.'),
  /** The editor has seen that the steps together take longer than the law gives. */
  acceptsLongerThanLimit: flag.default(false),
})
export type EditProcess = z.infer<typeof EditProcess>

/** Sửa quy trình nội bộ: always a new version, from a day on. Dossiers already received stay on the version they began with. */
export const editProcess = action('workflow.edit-process', {
  input: EditProcess,
  scope: () => undefined,
  async work(work, input) {
    const { tx, now } = work
    insistWhole(input)
    workflowErrors.insist(input.validFrom >= localDate(now), 'workflow.process-in-past', {
      fields: { validFrom: 'Ngày áp dụng không được trước hôm nay.' },
    })
    await insistRoles(tx, input)
    await insistWithinLaw(tx, input)
    const current = await latestVersion(tx, input.procedureId)
    commonErrors.insist(current === input.basedOnVersion, 'record.changed')
    await tx
      .updateTable('process')
      .set((eb) => ({ validTo: eb.cast(eb(eb.cast(eb.val(input.validFrom), 'date'), '-', eb.lit(1)), 'date') }))
      .where('procedureId', input.procedureId === undefined ? 'is' : '=', input.procedureId ?? null)
      .where('validTo', 'is', null)
      .where('validFrom', '<', input.validFrom)
      .execute()
    const { id } = await insertVersion(work, input, current + 1)
    work.about(
      { kind: 'process', id },
      { procedureId: input.procedureId ?? null, version: current + 1, steps: input.steps.length, hours: totalHours(input.steps) },
    )
    return { processId: id, version: current + 1 }
  },
})

function insistWhole({ steps }: EditProcess): void {
  const problems = problemsOf(steps)
  const [first] = problems
  if (!first) return
  const fields: Record<string, string> = {}
  for (const { step, field, sentence } of problems) fields[step === undefined ? 'steps' : `steps.${step}.${field ?? 'kind'}`] ??= sentence
  workflowErrors.fail('workflow.process-incomplete', { parameters: { reason: first.sentence }, fields })
}

async function insistRoles(tx: Transaction, { steps }: EditProcess): Promise<void> {
  const known = new Set((await tx.selectFrom('role').select('id').execute()).map(({ id }) => id))
  const fields = Object.fromEntries(
    steps.flatMap(({ roleId }, index) => (known.has(roleId) ? [] : [[`steps.${index}.roleId`, 'Vai trò này không còn.']])),
  )
  if (Object.keys(fields).length > 0) commonErrors.fail('input.invalid', { fields })
}

/** The plan of the steps should fit the time the law gives (domain.md §2.9); a longer one needs a person who has seen it. */
async function insistWithinLaw(tx: Transaction, { procedureId, steps, validFrom, acceptsLongerThanLimit }: EditProcess): Promise<void> {
  if (procedureId === undefined || acceptsLongerThanLimit) return
  const limit = await shortestLimitOf(tx, procedureId, validFrom)
  if (!limit) return
  const [total, most] = [totalHours(steps), hoursOfLimit(limit)]
  workflowErrors.insist(total <= most, 'workflow.longer-than-limit', {
    parameters: { total: formatHours(total), limit: formatHours(most) },
    fields: { acceptsLongerThanLimit: 'Hãy giảm thời hạn các bước, hoặc đánh dấu vào ô này nếu vẫn muốn lưu.' },
  })
}

async function latestVersion(tx: Transaction, procedureId: number | undefined): Promise<number> {
  const row = await tx
    .selectFrom('process')
    .select('version')
    .where('procedureId', procedureId === undefined ? 'is' : '=', procedureId ?? null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version ?? 0
}

async function insertVersion({ tx, now }: Work, { procedureId, steps, ...input }: EditProcess, version: number): Promise<{ id: number }> {
  const { name, decision, decisionDate, validFrom } = input
  const made = await tx
    .insertInto('process')
    .values({ procedureId: procedureId ?? null, version, name, decision, decisionDate, validFrom, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch((error: unknown): never => {
      // Two people saved at the same moment: the second sees that there is a newer version.
      if (isSqlError(error, sqlState.unique)) throw new AppError('record.changed')
      throw error
    })
  await tx
    .insertInto('processStep')
    .values(steps.map((step, index) => ({ ...step, processId: made.id, position: index + 1 })))
    .execute()
  return made
}

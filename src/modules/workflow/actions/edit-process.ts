import { z } from 'zod'
import { action, type Work } from '#platform/action.ts'
import { isSqlError, sqlState, type Transaction } from '#platform/database.ts'
import { AppError, commonErrors } from '#platform/errors.ts'
import { localDate } from '#platform/text/dates.ts'
import { workflowErrors } from '../errors.ts'
import { lineGraph } from '../graph/line-graph.ts'
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
    const roles = await getRoles(tx, input)
    await insistWithinLaw(tx, input)
    const own = await ownTemplate(tx, input.procedureId)
    commonErrors.insist((own?.version ?? 0) === input.basedOnVersion, 'record.changed')
    const templateId = own?.templateId ?? (await makeTemplate(work, input))
    const version = (own?.version ?? 0) + 1
    await endBefore(tx, templateId, input.validFrom)
    const { id } = await insertVersion(work, input, { templateId, version, roles })
    work.about(
      { kind: 'process', id },
      { procedureId: input.procedureId ?? null, version, steps: input.steps.length, hours: totalHours(input.steps) },
    )
    return { processId: id, version }
  },
})

/** The version that holds until then ends the day before. `day`: `YYYY-MM-DD`. */
export async function endBefore(tx: Transaction, templateId: number, day: string): Promise<void> {
  await tx
    .updateTable('process')
    .set((eb) => ({ validTo: eb.cast(eb(eb.cast(eb.val(day), 'date'), '-', eb.lit(1)), 'date') }))
    .where('processTemplateId', '=', templateId)
    .where('status', '=', 'published')
    .where('validTo', 'is', null)
    .where('validFrom', '<', day)
    .execute()
}

function insistWhole({ steps }: EditProcess): void {
  const problems = problemsOf(steps)
  const [first] = problems
  if (!first) return
  const fields: Record<string, string> = {}
  for (const { step, field, sentence } of problems) fields[step === undefined ? 'steps' : `steps.${step}.${field ?? 'kind'}`] ??= sentence
  workflowErrors.fail('workflow.process-incomplete', { parameters: { reason: first.sentence }, fields })
}

type Roles = ReadonlyMap<number, { code: string; name: string }>

async function getRoles(tx: Transaction, { steps }: EditProcess): Promise<Roles> {
  const known = new Map((await tx.selectFrom('role').select(['id', 'code', 'name']).execute()).map((role) => [role.id, role]))
  const fields = Object.fromEntries(
    steps.flatMap(({ roleId }, index) => (known.has(roleId) ? [] : [[`steps.${index}.roleId`, 'Vai trò này không còn.']])),
  )
  if (Object.keys(fields).length > 0) commonErrors.fail('input.invalid', { fields })
  return known
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

/** The template that is the procedure's alone, or the general one; one that other procedures share is not changed here. */
async function ownTemplate(tx: Transaction, procedureId: number | undefined): Promise<{ templateId: number; version: number } | undefined> {
  return tx
    .selectFrom('processBinding as b')
    .innerJoin('process as p', 'p.processTemplateId', 'b.processTemplateId')
    .select(['b.processTemplateId as templateId', 'p.version'])
    .where('b.procedureId', procedureId === undefined ? 'is' : '=', procedureId ?? null)
    .where('b.unitId', 'is', null)
    .where((eb) =>
      eb.or([
        eb.val(procedureId === undefined),
        eb.not(
          eb.exists(
            eb
              .selectFrom('processBinding as other')
              .select('other.id')
              .whereRef('other.processTemplateId', '=', 'b.processTemplateId')
              .whereRef('other.id', '!=', 'b.id'),
          ),
        ),
      ]),
    )
    .orderBy('p.version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function makeTemplate({ tx, now }: Work, { procedureId, name }: EditProcess): Promise<number> {
  const { id } = await tx.insertInto('processTemplate').values({ name, createdAt: now }).returning('id').executeTakeFirstOrThrow()
  await tx
    .insertInto('processBinding')
    .values({ procedureId: procedureId ?? null, processTemplateId: id, createdAt: now })
    .onConflict((conflict) => conflict.columns(['procedureId', 'unitId']).doUpdateSet({ processTemplateId: id }))
    .execute()
  return id
}

async function insertVersion(
  { tx, now }: Work,
  { steps, ...input }: EditProcess,
  { templateId, version, roles }: { templateId: number; version: number; roles: Roles },
): Promise<{ id: number }> {
  const { name, decision, decisionDate, validFrom } = input
  const graph = lineGraph(
    steps.map(({ roleId, ...step }) => ({ ...step, roleCode: roles.get(roleId)?.code ?? '', roleName: roles.get(roleId)?.name ?? '' })),
  )
  return tx
    .insertInto('process')
    .values({
      processTemplateId: templateId,
      version,
      name,
      decision,
      decisionDate,
      validFrom,
      graph: JSON.stringify(graph),
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch((error: unknown): never => {
      // Two people saved at the same moment: the second sees that there is a newer version.
      if (isSqlError(error, sqlState.unique)) throw new AppError('record.changed')
      throw error
    })
}

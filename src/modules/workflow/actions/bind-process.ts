import { z } from 'zod'
import { holdsRoleAt } from '#modules/identity/index.ts'
import { action, type Work } from '#platform/action.ts'
import { isSqlError, sqlState } from '#platform/database.ts'
import { AppError, commonErrors } from '#platform/errors.ts'
import { LaneFill } from '../bindings.ts'
import { workflowErrors } from '../errors.ts'
import type { Lane } from '../graph/graph.ts'
import { getProcess } from '../queries/process.ts'

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const id = z.preprocess(blank, z.coerce.number().int().positive().optional())

export const BindProcess = z.object({
  /** Left out: a new binding. */
  bindingId: id,
  /** Left out: every procedure without one of its own. */
  procedureId: id,
  /** Left out: every settling unit without one of its own. */
  unitId: id,
  templateId: z.coerce.number({ error: 'Hãy chọn quy trình.' }).int().positive('Hãy chọn quy trình.'),
  lanes: z.record(z.string(), z.preprocess(withoutBlanks, LaneFill)).default({}),
})
export type BindProcess = z.infer<typeof BindProcess>

function withoutBlanks(fill: unknown): unknown {
  if (typeof fill !== 'object' || fill === null) return fill
  return Object.fromEntries(Object.entries(fill).flatMap(([name, value]) => (blank(value) === undefined ? [] : [[name, Number(value)]])))
}

/** Gán quy trình: which template a procedure runs on at a unit, and which rooms and people fill its roles. Holds for tasks that open from now on; dossiers stay on their version. */
export const bindProcess = action('workflow.bind-process', {
  input: BindProcess,
  scope: () => undefined,
  async work(work, input) {
    const { tx, now } = work
    const newest = await tx
      .selectFrom('process')
      .select('id')
      .where('processTemplateId', '=', input.templateId)
      .where('status', '=', 'published')
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!newest)
      return workflowErrors.fail('workflow.template-unpublished', {
        fields: { templateId: 'Quy trình này chưa có phiên bản được ban hành.' },
      })
    const { graph } = await getProcess(tx, newest.id)
    const lanes = Object.fromEntries(Object.entries(input.lanes).filter(([, fill]) => Object.keys(fill).length > 0))
    await insistFits(work, input, graph.lanes, lanes)
    const row = {
      procedureId: input.procedureId ?? null,
      unitId: input.unitId ?? null,
      processTemplateId: input.templateId,
      lanes: JSON.stringify(lanes),
    }
    const statement =
      input.bindingId === undefined
        ? tx
            .insertInto('processBinding')
            .values({ ...row, createdAt: now })
            .returning('id')
            .executeTakeFirst()
        : tx.updateTable('processBinding').set(row).where('id', '=', input.bindingId).returning('id').executeTakeFirst()
    const saved = await statement.catch((error: unknown): never => {
      if (isSqlError(error, sqlState.unique))
        throw new AppError('workflow.bound-already', {
          fields: { unitId: 'Thủ tục này đã được gán quy trình tại đơn vị; hãy sửa dòng đã có.' },
        })
      throw error
    })
    if (!saved) return commonErrors.fail('record.not-found')
    work.about(
      { kind: 'process-binding', id: saved.id },
      { procedureId: row.procedureId, unitId: row.unitId, templateId: input.templateId, lanes: Object.keys(lanes).length },
    )
    return { bindingId: saved.id }
  },
})

/** Each filled lane is one of the template's, its role is there, its officer holds the role. */
async function insistFits(
  { tx, now }: Work,
  { unitId }: BindProcess,
  lanes: readonly Lane[],
  fills: Record<string, LaneFill>,
): Promise<void> {
  const fields: Record<string, string> = {}
  const roles = new Map((await tx.selectFrom('role').select(['id', 'code']).execute()).map((role) => [role.code, role.id]))
  for (const [key, fill] of Object.entries(fills)) {
    const lane = lanes.find((each) => each.key === key)
    if (!lane) {
      fields[`lanes.${key}`] = 'Quy trình không có vai này.'
      continue
    }
    const roleId = fill.roleId ?? roles.get(lane.roleCode)
    if (roleId === undefined || ![...roles.values()].includes(roleId)) fields[`lanes.${key}.roleId`] = 'Vai trò này không còn.'
    const place = fill.unitId ?? (lane.place === 'settling' ? unitId : undefined)
    if (fill.officerId === undefined || roleId === undefined) continue
    if (place === undefined) fields[`lanes.${key}.unitId`] = 'Hãy chọn đơn vị trước khi chỉ đích danh người làm.'
    else if (!(await holdsRoleAt(tx, fill.officerId, roleId, place, now)))
      fields[`lanes.${key}.officerId`] = 'Người này không giữ vai trò của bước tại đơn vị.'
  }
  if (Object.keys(fields).length > 0) commonErrors.fail('input.invalid', { fields })
}

/** Who may be chosen: for the next step, and as a colleague of the open one. */
import { officersWithRole } from '#modules/identity/index.ts'
import type { Situation } from '#modules/workflow/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { Option } from '#ui/index.ts'

export interface Choices {
  next: Option[]
  colleagues: Option[]
}

export async function choicesFor(db: Queryable, { open }: Situation, now: Date): Promise<Choices> {
  if (!open) return { next: [], colleagues: [] }
  const options = async (roleId: number, unitId: number): Promise<Option[]> =>
    (await officersWithRole(db, roleId, unitId, now)).map(({ id, fullName, unitName }) => ({
      value: String(id),
      label: `${fullName}, ${unitName}`,
    }))
  const next = open.step.kind === 'assignment' && open.next && open.nextUnitId ? await options(open.next.roleId, open.nextUnitId) : []
  const colleagues = (await options(open.task.roleId, open.unitId)).filter(({ value }) => value !== String(open.task.assigneeId))
  return { next, colleagues }
}

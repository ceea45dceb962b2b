/** A step that comes up again goes to whoever did it before, as long as she is still there to do it: after a rotation it must not lie with somebody who has left. */
import { ownsRoleAt } from '#modules/identity/index.ts'
import type { Work } from '#platform/action.ts'
import type { Place } from './advance.ts'
import type { Task } from './tasks.ts'

/**
 * Of who closed the step last and who held it then (others where somebody stood in), the first who holds its role at its unit herself today; nobody where neither does, and then the
 * step waits for its role.
 */
export async function doerAgain(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  before: Task | undefined,
  { roleId, unitId }: Place,
): Promise<number | undefined> {
  for (const officerId of new Set([before?.closedById, before?.assigneeId]))
    if (officerId !== undefined && roleId !== undefined && (await ownsRoleAt(tx, officerId, roleId, unitId, now))) return officerId
  return undefined
}

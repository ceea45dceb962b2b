/** Who does it: the holder of a task or whoever stands in, else one of those present who may. */
import type { Task } from '../../../src/modules/workflow/index.ts'
import type { Look } from './act.ts'
import type { World } from './world.ts'

/** Undefined for what is in no role's hands (a timer), and where nobody is there. */
export async function doerOf(world: World, { now, about }: Look, task: Task): Promise<number | undefined> {
  if (task.roleId === undefined) return undefined
  const able = await world.able(task.roleId, task.unitId, now)
  if (task.assigneeId !== undefined) return able.find(({ id }) => id === task.assigneeId)?.absence?.substituteId ?? task.assigneeId
  const present = able.filter(({ absence }) => !absence)
  return present[(about.id + task.number) % Math.max(1, present.length)]?.id
}

/** Somebody present who holds the role at the unit; which one, the dossier says, so that the work is spread. */
export async function someone(world: World, { now, about }: Look, role: string, unitId: number): Promise<number | undefined> {
  const able = (await world.able(world.roleId(role), unitId, now)).filter(({ absence }) => !absence)
  return able[about.id % Math.max(1, able.length)]?.id
}

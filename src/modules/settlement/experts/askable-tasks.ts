/** Which open tasks an expert can be asked for. */
import type { DossierAction } from '#modules/dossier/index.ts'
import { openTasks, type Task } from '#modules/workflow/index.ts'
import type { Queryable } from '#platform/database.ts'

/** A call-out that the process opened, or a part that was asked of somebody who does not work in this system. */
export async function askableTasks(
  db: Queryable,
  { id, actions }: { id: number; actions: readonly DossierAction[] },
): Promise<{ task: Task; content?: string }[]> {
  const open = openTasks(actions).filter(({ kind }) => kind === 'outside' || kind === 'leg')
  if (open.length === 0) return []
  const legs = await db
    .selectFrom('leg')
    .select(['taskNumber', 'content'])
    .where('dossierId', '=', id)
    .where('unitId', 'is', null)
    .where('taskNumber', 'is not', null)
    .execute()
  const contents = new Map(legs.map(({ taskNumber, content }) => [taskNumber, content]))
  return open
    .filter(({ kind, number }) => kind === 'outside' || contents.has(number))
    .map((task) => ({ task, content: contents.get(task.number) || undefined }))
}

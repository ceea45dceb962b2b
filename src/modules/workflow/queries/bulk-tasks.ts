import { sql } from 'kysely'
import { permittedUnitPaths, substitutedBy, workPlaces } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { REASSIGN } from './unit-work.ts'

export interface BulkTask {
  dossierId: number
  code: string
  taskNumber: number
  stepName: string
  roleId: number
  unitId: number
  assigneeId: number | null
  /** The actor may move it whoever holds it. */
  mayReassign: boolean
}

/** Of these tasks, those that stand on one of the actor's lists, open or closed meanwhile; the action says itself what may be done with them. */
export async function bulkTasks(
  db: Queryable,
  actor: Actor,
  references: readonly { dossierId: number; taskNumber: number }[],
  now: Date,
): Promise<BulkTask[]> {
  if (actor.kind !== 'officer' || references.length === 0) return []
  const today = localDate(now)
  const paths = await permittedUnitPaths(db, actor, REASSIGN, now)
  const { rows } = await sql<BulkTask>`
    select t.dossier_id, d.code, t.number as task_number, t.role_id, t.unit_id, t.assignee_id, u.path <@ any (${paths}::ltree[]) as may_reassign,
      t.name as step_name
    from unnest(${references.map((each) => each.dossierId)}::bigint[], ${references.map((each) => each.taskNumber)}::int[])
        with ordinality wanted (dossier_id, number, position)
      join task t on t.dossier_id = wanted.dossier_id and t.number = wanted.number
      join dossier d on d.id = t.dossier_id
      join unit u on u.id = t.unit_id
    where u.path <@ any (${paths}::ltree[])
      or t.assignee_id = ${actor.id}
      or t.assignee_id in (select away.officer_id from ${substitutedBy(actor.id, today)} away)
      or exists (select from ${workPlaces(actor.id, today)} p where p.unit_id = t.unit_id and p.role_id = t.role_id)
    order by wanted.position`.execute(db)
  return rows
}

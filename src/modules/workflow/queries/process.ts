import { sql } from 'kysely'
import { databaseOf, type Queryable } from '#platform/database.ts'
import { prepared } from '#platform/prepared.ts'
import { bindingFor } from '../bindings.ts'
import { workflowErrors } from '../errors.ts'
import { ProcessGraph } from '../graph/graph.ts'
import { runnable } from '../graph/runnable.ts'
import type { Process } from '../process.ts'

/** Per database, by id. A published version never changes, so once read it is kept. */
const known = new WeakMap<object, Map<number, Process>>()

/** A published version, ready to run. @throws Error for one that is not there or cannot be run */
export async function getProcess(db: Queryable, id: number): Promise<Process> {
  const ofDatabase = known.get(databaseOf(db)) ?? new Map<number, Process>()
  known.set(databaseOf(db), ofDatabase)
  const kept = ofDatabase.get(id)
  if (kept) return kept
  const [head, roles] = await Promise.all([
    db
      .selectFrom('process')
      .select(['id', 'processTemplateId', 'version', 'name', 'graph', 'status'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
    db.selectFrom('role').select(['id', 'code']).execute(),
  ])
  const graph = ProcessGraph.parse(head.graph)
  const process: Process = {
    id,
    templateId: head.processTemplateId,
    version: head.version,
    name: head.name,
    graph,
    runnable: runnable(graph),
    roleIds: new Map(roles.map(({ id: roleId, code }) => [code, roleId])),
  }
  if (head.status === 'published') ofDatabase.set(id, process)
  return process
}

/** The version in force on the day for a procedure settled at a unit. @throws AppError `workflow.no-process` */
export async function getProcessFor(db: Queryable, procedureId: number, unitId: number, day: string): Promise<Process> {
  const row = await versionInForce(db, { procedureId, unitId, day }).first()
  if (!row) return workflowErrors.fail('workflow.no-process')
  return getProcess(db, row.id)
}

const versionInForce = prepared(
  (_db, { day, ...given }: { procedureId: number; unitId: number; day: string }) => sql<{ id: number }>`
    select p.id from ${bindingFor(given)} b join process p on p.process_template_id = b.process_template_id
    where p.status = 'published' and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to >= ${day}::date)
    order by p.version desc limit 1`,
)

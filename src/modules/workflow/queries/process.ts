import type { StepKind } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'
import { prepared } from '#platform/prepared.ts'
import { validOn } from '#platform/validity.ts'
import { workflowErrors } from '../errors.ts'
import type { Process } from '../process.ts'

/** A version never changes, so once read it is kept. */
const known = new Map<number, Process>()

export async function getProcess(db: Queryable, id: number): Promise<Process> {
  const kept = known.get(id)
  if (kept) return kept
  const head = await db
    .selectFrom('process')
    .select(['id', 'procedureId', 'version', 'name'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const steps = await db
    .selectFrom('processStep')
    .select(['id', 'position', 'kind', 'name', 'roleId', 'place', 'limitHours'])
    .where('processId', '=', id)
    .orderBy('position')
    .execute()
  const process: Process = {
    ...head,
    steps: steps.map((step) => ({
      ...step,
      kind: step.kind as StepKind,
      place: step.place as 'receiving' | 'settling',
      limitHours: Number(step.limitHours),
    })),
  }
  known.set(id, process)
  return process
}

/** The version in force on the day: the procedure's own line, else the general one. @throws AppError `workflow.no-process` */
export async function getProcessFor(db: Queryable, procedureId: number, day: string): Promise<Process> {
  const row = await versionInForce(db, { procedureId, day }).first()
  if (!row) return workflowErrors.fail('workflow.no-process')
  return getProcess(db, row.id)
}

const versionInForce = prepared((db, { procedureId, day }: { procedureId: number; day: string }) =>
  db
    .selectFrom('process')
    .select('id')
    .where((eb) => eb.or([eb('procedureId', '=', procedureId), eb('procedureId', 'is', null)]))
    .where(validOn(day))
    .orderBy('procedureId', (order) => order.asc().nullsLast())
    .orderBy('version', 'desc')
    .limit(1),
)

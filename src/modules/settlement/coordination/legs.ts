/** Other agencies' parts as people see them: those to answer, those that are waited for, one in full for the agency that answers it, all of a dossier for its lead. */
import { sql } from 'kysely'
import { dossierErrors, getDossierId, type Reader } from '#modules/dossier/index.ts'
import { holdsRoleAt, permittedUnitPaths, workPlaces } from '#modules/identity/index.ts'
import { recordAudit, recordRead } from '#platform/audit.ts'
import type { Database, Queryable } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { localDate } from '#platform/text/dates.ts'

export interface LegLine {
  code: string
  taskNumber: number | null
  kind: string
  name: string
  agency: string
  procedureName: string
  unitName: string | null
  unitPath: string | null
  sentAt: Date | null
  acknowledgedAt: Date | null
  dueAt: Date | null
  answeredAt: Date | null
  outcome: string | null
  answer: string | null
  isLead: boolean
}

const MOST = 200

const lines = (where: ReturnType<typeof sql>) => sql<LegLine>`
  select d.code, t.number as task_number, coalesce(l.kind, 'interoperation') as kind, t.name, coalesce(l.agency, u.name) as agency, v.name as procedure_name,
    u.name as unit_name, u.path::text as unit_path, coalesce(l.sent_at, t.opened_at) as sent_at, l.acknowledged_at, t.due_at, coalesce(l.answered_at, t.closed_at) as answered_at,
    coalesce(l.outcome, t.outcome) as outcome, l.answer, coalesce(l.is_lead, false) as is_lead
  from task t join dossier d on d.id = t.dossier_id join procedure_version v on v.id = d.procedure_version_id join unit u on u.id = t.unit_id
    left join leg l on l.dossier_id = t.dossier_id and l.task_number = t.number
  where t.kind = 'leg' and ${where}
  order by t.due_at, t.id limit ${MOST}`

/** Open parts that this officer may answer, the most urgent first. */
export async function legsToAnswer(db: Queryable, officerId: number, now: Date): Promise<LegLine[]> {
  const { rows } = await lines(
    sql`t.closed_at is null and (t.role_id, t.unit_id) in (select role_id, unit_id from ${workPlaces(officerId, localDate(now))} places)`,
  ).execute(db)
  return rows
}

/** Open parts of other agencies that dossiers within the reader's units wait for. */
export async function legsAwaited(db: Queryable, { actor, now }: Reader): Promise<LegLine[]> {
  const paths = await permittedUnitPaths(db, actor, 'dossier.read', now)
  if (paths.length === 0) return []
  const { rows } = await lines(sql`t.closed_at is null and t.unit_id <> d.settling_unit_id
    and exists (select from unit s where s.id in (d.settling_unit_id, d.receiving_unit_id) and s.path <@ any (${paths}::ltree[]))`).execute(
    db,
  )
  return rows
}

/** Every part of a dossier, also those whose turn has not come: for who may read the dossier. */
export async function legsOf(db: Queryable, dossierId: number): Promise<LegLine[]> {
  const begun = await lines(sql`t.dossier_id = ${dossierId}`).execute(db)
  const waiting = await sql<LegLine>`
    select d.code, null::integer as task_number, l.kind, l.agency as name, l.agency, '' as procedure_name, u.name as unit_name, u.path::text as unit_path, null::timestamptz as sent_at,
      null::timestamptz as acknowledged_at, null::timestamptz as due_at, l.answered_at, l.outcome, l.answer, l.is_lead
    from leg l join dossier d on d.id = l.dossier_id left join unit u on u.id = l.unit_id where l.dossier_id = ${dossierId} and l.task_number is null order by l.id`.execute(
    db,
  )
  return [...begun.rows, ...waiting.rows]
}

export interface LegDetail extends LegLine {
  dossierId: number
  subject: string
  leadName: string
  content: string
  isOpen: boolean
  assigneeId: number | null
  components: { id: number; name: string; originals: number; copies: number }[]
  documents: { documentId: number; componentId: number; name: string }[]
}

/**
 * One part, for the agency that answers it: what is asked, and the papers it may read; nothing of the persons, the other parts or the course. The reading is recorded, and
 * the first one is the acknowledgement.
 * @throws AppError `dossier.code-unknown`, `access.denied`, `record.not-found`
 */
export async function getLeg(db: Database, code: string, taskNumber: number, { actor, now }: Reader): Promise<LegDetail> {
  const dossierId = await getDossierId(db, code)
  const task = await db
    .selectFrom('task')
    .select(['kind', 'unitId', 'roleId', 'assigneeId', 'closedAt'])
    .where('dossierId', '=', dossierId)
    .where('number', '=', taskNumber)
    .executeTakeFirst()
  if (task?.kind !== 'leg') return dossierErrors.fail('dossier.code-unknown')
  const trail = {
    actor,
    at: now,
    name: 'dossier.read-leg',
    subject: { kind: 'dossier', id: dossierId },
    unitId: task.unitId,
    detail: { task: taskNumber },
  }
  const mayRead =
    actor.kind === 'officer' &&
    (task.assigneeId === actor.id || (task.roleId !== null && (await holdsRoleAt(db, actor.id, task.roleId, task.unitId, now))))
  if (!mayRead) {
    await recordAudit(db, { ...trail, outcome: 'refused' })
    return commonErrors.fail('access.denied')
  }
  await recordRead(db, trail)
  await acknowledge(db, dossierId, taskNumber, now)
  const { rows } = await sql<LegDetail>`
    select d.id as dossier_id, d.code, t.number as task_number, l.kind, t.name, l.agency, v.name as procedure_name, d.subject, s.name as lead_name, l.content, u.name as unit_name,
      u.path::text as unit_path, l.sent_at, l.acknowledged_at, t.due_at, l.answered_at, l.outcome, l.answer, l.is_lead, t.closed_at is null as is_open, t.assignee_id,
      coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'originals', c.originals, 'copies', c.copies) order by c.position)
        from dossier_component c where c.dossier_id = d.id and ${isShown()}), '[]') as components,
      coalesce((select json_agg(json_build_object('documentId', x.document_id, 'componentId', c.id, 'name', m.name) order by x.id)
        from dossier_component c join dossier_document x on x.dossier_component_id = c.id join document m on m.id = x.document_id
        where c.dossier_id = d.id and ${isShown()}), '[]') as documents
    from leg l join task t on t.dossier_id = l.dossier_id and t.number = l.task_number join dossier d on d.id = l.dossier_id
      join procedure_version v on v.id = d.procedure_version_id join unit s on s.id = d.settling_unit_id join unit u on u.id = t.unit_id
    where l.dossier_id = ${dossierId} and l.task_number = ${taskNumber}`.execute(db)
  return rows[0] ?? commonErrors.fail('record.not-found')
}

/** All components, unless some were chosen. */
const isShown = () => sql`(not exists (select from leg_component k where k.leg_id = l.id)
  or exists (select from leg_component k where k.leg_id = l.id and k.dossier_component_id = c.id))`

/** A part that the process opened has its row from here on. */
const acknowledge = (db: Queryable, dossierId: number, taskNumber: number, now: Date) =>
  sql`insert into leg (dossier_id, task_number, kind, unit_id, agency, content, position, asked_at, sent_at, acknowledged_at)
    select t.dossier_id, t.number, 'interoperation', t.unit_id, u.name, t.name, 1, t.opened_at, t.opened_at, ${now}
    from task t join unit u on u.id = t.unit_id where t.dossier_id = ${dossierId} and t.number = ${taskNumber}
    on conflict (dossier_id, task_number) do update set acknowledged_at = coalesce(leg.acknowledged_at, excluded.acknowledged_at)`.execute(
    db,
  )

export async function dossiersWithLateLegs(db: Queryable, now: Date): Promise<number[]> {
  const { rows } = await sql<{ dossierId: number }>`
    select distinct t.dossier_id from task t left join leg l on l.dossier_id = t.dossier_id and l.task_number = t.number
    where t.kind = 'leg' and t.closed_at is null and t.due_at < ${now} and l.late_told_at is null order by 1 limit 500`.execute(db)
  return rows.map(({ dossierId }) => dossierId)
}

/** What the demonstration dossiers need to know of the database they live in. */
import { sql } from 'kysely'
import { getProcess, plainStepAfter, stepNodes, waitingAt, waysBack } from '../../src/modules/workflow/index.ts'
import type { Database } from '../../src/platform/database.ts'

export interface Offer {
  caseId: number
  receivingUnitId: number
  channels: ('counter' | 'online' | 'post')[]
  receptionRoleId: number
  components: { id: number; originals: number; copies: number }[]
}

/** Every case that can be received today, with the channels that have a limit. */
export async function seedableOffers(database: Database, today: string): Promise<Offer[]> {
  const { rows } = await sql<Offer>`
    select c.id as case_id, o.receiving_unit_id,
      (select array_agg(h.channel order by h.channel) from procedure_channel h
        where h.procedure_case_id = c.id and h.limit_amount is not null and h.channel = any (o.channels)) as channels,
      (select id from role where code = 'receptionist') as reception_role_id,
      coalesce((select json_agg(json_build_object('id', k.id, 'originals', k.originals, 'copies', k.copies) order by k.position)
        from component k where k.procedure_case_id = c.id and k.kind = 'paper' and (k.is_required or k.position % 2 = 0)), '[]') as components
    from procedure_offer o
      join procedure p on p.id = o.procedure_id and p.status = 'active'
      join procedure_version v on v.procedure_id = p.id and v.status = 'published' and v.valid_from <= ${today} and (v.valid_before is null or v.valid_before > ${today})
      join procedure_case c on c.procedure_version_id = v.id
    where o.valid_from <= ${today} and (o.valid_before is null or o.valid_before > ${today})
      and exists (select 1 from procedure_channel h where h.procedure_case_id = c.id and h.limit_amount is not null and h.channel = any (o.channels))
    order by o.receiving_unit_id, c.id`.execute(database)
  return rows
}

export async function seededParties(database: Database): Promise<number[]> {
  const rows = await database.selectFrom('party').select('id').where('isInvented', '=', true).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export interface OpenTask {
  dossierId: number
  number: number
  node: string | null
  kind: string
  unitId: number
  unitCode: string
  roleId: number | null
  assigneeId: number | null
  processId: number
  receivingUnitId: number
  settlingUnitId: number
  returnMethod: 'counter' | 'post' | 'electronic'
  ownerName: string
  procedureCode: string
  resultName: string
}

export async function openTaskOf(database: Database, dossierId: number): Promise<OpenTask | undefined> {
  const { rows } = await sql<OpenTask>`
    select t.dossier_id, t.number, t.node, t.kind, t.unit_id, u.code as unit_code, t.role_id, t.assignee_id, d.process_id,
      d.receiving_unit_id, d.settling_unit_id, d.return_method, o.name as owner_name, p.code as procedure_code,
      coalesce((select r.name from procedure_result r where r.procedure_version_id = d.procedure_version_id order by r.position limit 1), 'Văn bản trả lời') as result_name
    from task t
      join dossier d on d.id = t.dossier_id
      join procedure p on p.id = d.procedure_id
      join unit u on u.id = t.unit_id
      join party o on o.id = d.owner_id
    where t.dossier_id = ${dossierId} and t.closed_at is null order by t.number limit 1`.execute(database)
  const [row] = rows
  return row && { ...row, resultName: row.resultName.slice(0, 500) }
}

export interface Around {
  /** Working hours. */
  limitHours: number
  /** Role and place of the step that plainly follows. */
  next?: { roleId: number; place: 'receiving' | 'settling' }
  /** An appraisal before this step. */
  back?: string
}

/** @throws Error for what was asked for by hand, which the demonstration has none of */
export async function stepsAround(database: Database, { processId, node }: OpenTask): Promise<Around> {
  const process = await getProcess(database, processId)
  if (node === null) throw new Error('The demonstration works along processes only')
  const next = plainStepAfter(process, node)
  const lane = next && waitingAt(process, next.id).lane
  const roleId = lane && process.roleIds.get(lane.roleCode)
  const { limit } = waitingAt(process, node)
  return {
    limitHours: limit.amount * (limit.unit === 'hour' ? 1 : 8),
    next: lane && roleId !== undefined && lane.place !== 'other' ? { roleId, place: lane.place } : undefined,
    back: waysBack(process.runnable, node).find((id) =>
      stepNodes(process.graph).some((step) => step.id === id && step.step === 'appraisal'),
    ),
  }
}

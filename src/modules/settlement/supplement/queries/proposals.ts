import { sql } from 'kysely'
import { z } from 'zod'
import { permittedUnitIds, type Reading } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import { Fault } from '../fault.ts'

export interface Proposal {
  id: number
  proposedAt: Date
  proposedByName: string | null
  faults: Fault[]
  guideName: string | null
  guidePhone: string | null
}

/** The proposal of a dossier that waits for the leader. */
export async function findOpenProposal(db: Queryable, dossierId: number): Promise<Proposal | undefined> {
  const row = await db
    .selectFrom('supplementProposal as p')
    .leftJoin('officer as o', 'o.id', 'p.proposedById')
    .select(['p.id', 'p.proposedAt', 'p.faults', 'p.guideName', 'p.guidePhone', 'o.fullName as proposedByName'])
    .where('p.dossierId', '=', dossierId)
    .where('p.status', '=', 'proposed')
    .executeTakeFirst()
  return row && { ...row, faults: z.array(Fault).parse(row.faults) }
}

export interface WaitingProposal {
  code: string
  procedureName: string
  proposedByName: string | null
  proposedAt: Date
  count: number
  dueAt: Date
}

/** Proposals that wait for the actor's decision, the oldest first. `right`: who decides. */
export async function waitingProposals(
  db: Queryable,
  { actor, now }: Reading,
  right = 'settlement.ask-supplement',
): Promise<WaitingProposal[]> {
  const unitIds = await permittedUnitIds(db, actor, right, now)
  const { rows } = await sql<WaitingProposal>`
    select d.code, v.name as procedure_name, o.full_name as proposed_by_name, p.proposed_at, jsonb_array_length(p.faults) as count, d.due_at
    from supplement_proposal p
      join dossier d on d.id = p.dossier_id
      join procedure_version v on v.id = d.procedure_version_id
      left join officer o on o.id = p.proposed_by_id
    where p.status = 'proposed' and d.settling_unit_id = any (${unitIds}::bigint[])
    order by p.proposed_at limit 200`.execute(db)
  return rows
}

export async function countWaitingProposals(db: Queryable, { actor, now }: Reading, right = 'settlement.ask-supplement'): Promise<number> {
  const unitIds = await permittedUnitIds(db, actor, right, now)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from supplement_proposal p join dossier d on d.id = p.dossier_id
    where p.status = 'proposed' and d.settling_unit_id = any (${unitIds}::bigint[])`.execute(db)
  return rows[0]?.count ?? 0
}

/** Online filings that wait for the one-stop unit's answer, at the units where the actor receives. */
import { sql } from 'kysely'
import { permittedUnitIds } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'

export interface WaitingFiling {
  id: number
  code: string
  ownerName: string
  procedureName: string
  receivingUnitName: string
  /** Tree path of the receiving unit, for its calendar. */
  receivingUnitPath: string
  isResubmitted: boolean
  /** When it, or its supplement, came. */
  filedAt: Date
  /** The end of the eight working hours. */
  receptionDueAt: Date
  /** Whether an officer has opened it since it came (the trail of readings). */
  isSeen: boolean
}

const WAITING = ['AWAITING_RECEPTION', 'RESUBMITTED_AWAITING_RECEPTION'] as const

/** The soonest due first. */
export async function waitingFilings(
  db: Queryable,
  { actor, now }: { actor: Actor; now: Date },
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: WaitingFiling[]; total: number }> {
  const unitIds = await permittedUnitIds(db, actor, 'intake.receive', now)
  const { rows } = await sql<WaitingFiling & { total: number }>`
    with page as (
      select d.*, count(*) over ()::int as total,
        coalesce((select r.answered_at from supplement_request r where r.dossier_id = d.id and r.outcome = 'completed' order by r.number desc limit 1), d.filed_at) as came_at
      from dossier d
      where d.receiving_unit_id = any (${unitIds}::bigint[]) and d.received_at is null and d.outcome is null and d.state = any (${[...WAITING]}::text[])
      order by d.reception_due_at, d.id limit ${pageSize} offset ${(page - 1) * pageSize})
    select d.id, d.code, o.name as owner_name, v.name as procedure_name, u.name as receiving_unit_name, u.path::text as receiving_unit_path,
      d.state = 'RESUBMITTED_AWAITING_RECEPTION' as is_resubmitted, d.came_at as filed_at, d.reception_due_at,
      exists (select from audit a where a.subject_kind = 'dossier' and a.subject_id = d.id::text and a.actor_kind = 'officer' and a.outcome = 'done' and a.at >= d.came_at) as is_seen,
      d.total
    from page d
      join party o on o.id = d.owner_id
      join procedure_version v on v.id = d.procedure_version_id
      join unit u on u.id = d.receiving_unit_id
    order by d.reception_due_at, d.id`.execute(db)
  return { rows, total: rows[0]?.total ?? 0 }
}

export interface FilingCounts {
  waiting: number
  /** Over the eight working hours. */
  late: number
}

/** For the rail of the console; one index scan. */
export async function countFilings(db: Queryable, actor: Actor, now: Date): Promise<FilingCounts> {
  const unitIds = await permittedUnitIds(db, actor, 'intake.receive', now)
  if (unitIds.length === 0) return { waiting: 0, late: 0 }
  const { rows } = await sql<FilingCounts>`
    select count(*)::int as waiting, (count(*) filter (where reception_due_at < ${now}))::int as late
    from dossier
    where receiving_unit_id = any (${unitIds}::bigint[]) and received_at is null and outcome is null and state = any (${[...WAITING]}::text[])`.execute(
    db,
  )
  return rows[0] ?? { waiting: 0, late: 0 }
}

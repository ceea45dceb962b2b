/** Nhắc việc: what an officer was told of limits; those whose step or dossier is still open count. */
import { type RawBuilder, sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'
import { prepared } from '#platform/prepared.ts'
import type { Level } from '../level.ts'
import type { Rung } from '../receivers.ts'

export interface Reminder {
  id: number
  code: string
  /** Null: the dossier itself. */
  stepName: string | null
  holderName: string | null
  level: Level
  usedPercent: number
  dueAt: Date
  rung: Rung
  createdAt: Date
  readAt: Date | null
  /** The step or the dossier is done meanwhile. */
  isOver: boolean
}

/** SQL over `e` (escalation): whether what it was about is still to be done. */
const isOpen: RawBuilder<boolean> = sql<boolean>`case
  when e.task_number is null then exists (select from dossier d where d.id = e.dossier_id and d.finished_at is null and d.outcome is null)
  else exists (select from task t where t.dossier_id = e.dossier_id and t.number = e.task_number and t.closed_at is null) end`

const MOST = 200

/** The unread first, then the newest. */
export async function remindersOf(db: Queryable, officerId: number): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    select r.id, d.code, t.name as step_name, h.full_name as holder_name, e.level, e.used_percent, e.due_at, r.rung, r.created_at, r.read_at, not ${isOpen} as is_over
    from reminder r
      join escalation e on e.id = r.escalation_id
      join dossier d on d.id = e.dossier_id
      left join task t on t.dossier_id = e.dossier_id and t.number = e.task_number
      left join officer h on h.id = t.assignee_id
    where r.id in (select id from reminder where officer_id = ${officerId} order by read_at is not null, id desc limit ${MOST})
    order by r.read_at is not null, r.id desc`.execute(db)
  return rows
}

export interface WatchCounts {
  /** Unread, and still to be done. */
  reminders: number
  /** Today’s morning digest is unread. */
  hasDigest: boolean
}

/** For the head of every page: index scans of a few rows. `today`: `YYYY-MM-DD`. */
export async function watchCounts(db: Queryable, officerId: number, today: string): Promise<WatchCounts> {
  return (await counted(db, { officerId, today }).first()) ?? { reminders: 0, hasDigest: false }
}

const counted = prepared(
  (_db, { officerId, today }: { officerId: number; today: string }) => sql<WatchCounts>`
    select (select count(*)::int from reminder r join escalation e on e.id = r.escalation_id
        where r.officer_id = ${officerId} and r.read_at is null and ${isOpen}) as reminders,
      exists (select from digest g where g.officer_id = ${officerId} and g.day = ${today}::date and g.read_at is null) as has_digest`,
)

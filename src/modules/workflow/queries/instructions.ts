/** Ý kiến chỉ đạo: given by an officer, to her (by name, to a unit where she works, or to whom she stands in for), or of one dossier. */
import { type RawBuilder, sql } from 'kysely'
import { heldAssignments, substitutedBy, workRoles } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import { prepared } from '#platform/prepared.ts'
import { localDate } from '#platform/text/dates.ts'

/** `late`: open past its due time, or done after it. */
export type InstructionState = 'new' | 'acknowledged' | 'done' | 'withdrawn'

export interface Instruction {
  id: number
  dossierId: number
  code: string
  text: string
  givenById: number
  giverName: string
  toOfficerId: number | null
  toUnitId: number | null
  /** Of the officer or the unit. */
  addresseeName: string
  dueAt: Date
  state: InstructionState
  isLate: boolean
  acknowledgedAt: Date | null
  acknowledgedByName: string | null
  doneAt: Date | null
  createdAt: Date
}

export interface InstructionAnswer {
  id: number
  text: string
  officerName: string
  isFinal: boolean
  createdAt: Date
}

export type InstructionSide = 'to-me' | 'by-me'
export type InstructionStanding = 'open' | 'late' | 'done' | 'all'

/** Open ones first, soonest due first; then the newest. */
export async function instructionsFor(
  db: Queryable,
  { officerId, now }: { officerId: number; now: Date },
  side: InstructionSide,
  standing: InstructionStanding,
  limit = 200,
): Promise<Instruction[]> {
  const whose = side === 'by-me' ? sql`i.given_by_id = ${officerId}` : await toMe(db, officerId, now)
  const which = {
    open: sql`i.done_at is null and i.withdrawn_at is null`,
    late: sql`i.done_at is null and i.withdrawn_at is null and i.due_at < ${now}`,
    done: sql`i.done_at is not null`,
    all: sql`true`,
  }[standing]
  return read(db, now, sql`${whose} and ${which}`, limit)
}

export const instructionsOf = (db: Queryable, dossierId: number, now: Date): Promise<Instruction[]> =>
  read(db, now, sql`i.dossier_id = ${dossierId}`, 100)

export async function findInstruction(db: Queryable, id: number, now: Date): Promise<Instruction | undefined> {
  return (await read(db, now, sql`i.id = ${id}`, 1))[0]
}

/** Oldest first. */
export const answersOf = (db: Queryable, instructionId: number): Promise<InstructionAnswer[]> =>
  db
    .selectFrom('instructionAnswer as a')
    .innerJoin('officer as o', 'o.id', 'a.officerId')
    .select(['a.id', 'a.text', 'o.fullName as officerName', 'a.isFinal', 'a.createdAt'])
    .where('a.instructionId', '=', instructionId)
    .orderBy('a.id')
    .execute()

/** Whether the instruction is the officer's to answer today. */
export async function isAddressee(db: Queryable, officerId: number, instructionId: number, now: Date): Promise<boolean> {
  const { rows } = await sql`select from instruction i where i.id = ${instructionId} and ${await toMe(db, officerId, now)}`.execute(db)
  return rows.length > 0
}

export interface InstructionCounts {
  toMe: number
  toMeLate: number
  byMe: number
  byMeLate: number
}

export async function countInstructions(db: Queryable, { officerId, now }: { officerId: number; now: Date }): Promise<InstructionCounts> {
  const mine = await toMe(db, officerId, now)
  const { rows } = await sql<InstructionCounts>`
    select count(*) filter (where to_me)::int as to_me, count(*) filter (where to_me and due_at < ${now})::int as to_me_late,
      count(*) filter (where by_me)::int as by_me, count(*) filter (where by_me and due_at < ${now})::int as by_me_late
    from (select i.due_at, ${mine} as to_me, i.given_by_id = ${officerId} as by_me from instruction i
      where i.done_at is null and i.withdrawn_at is null and (${mine} or i.given_by_id = ${officerId})) open`.execute(db)
  return rows[0] ?? { toMe: 0, toMeLate: 0, byMe: 0, byMeLate: 0 }
}

export interface CallCounts {
  /** Notes that mention the officer and that she has not read. */
  mentions: number
  /** Open instructions to her by name or to whom she stands in for. */
  instructions: number
  lateInstructions: number
  /** Whether a saved filter is hers or of a role of hers. */
  hasViews: boolean
}

/** For the rail, on every page: index scans only. */
export async function callCounts(db: Queryable, officerId: number, now: Date): Promise<CallCounts> {
  const counts = await countCalls(db, { officerId, today: localDate(now), now }).first()
  return counts ?? { mentions: 0, instructions: 0, lateInstructions: 0, hasViews: false }
}

const countCalls = prepared(
  (_db, { officerId, today, now }: { officerId: number; today: string; now: Date }) => sql<CallCounts>`
    select (select count(*)::int from note_mention m where m.officer_id = ${officerId} and m.read_at is null) as mentions,
      exists (select from inbox_view v where v.officer_id = ${officerId}
        or v.role_id in (select held.role_id from ${heldAssignments(officerId, today)} held)) as has_views,
      count(i.id)::int as instructions, count(i.id) filter (where i.due_at < ${now})::int as late_instructions
    from instruction i
    where i.done_at is null and i.withdrawn_at is null and (i.to_officer_id = ${officerId}
      or i.to_officer_id in (select away.officer_id from ${substitutedBy(officerId, today)} away)
      or i.to_unit_id in (select held.unit_id from ${heldAssignments(officerId, today)} held))`,
)

async function toMe(db: Queryable, officerId: number, now: Date): Promise<RawBuilder<boolean>> {
  const unitIds = [...new Set((await workRoles(db, officerId, now)).map(({ unitId }) => unitId))]
  return sql<boolean>`(i.to_officer_id = ${officerId} or i.to_unit_id = any (${unitIds}::bigint[])
    or i.to_officer_id in (select away.officer_id from ${substitutedBy(officerId, localDate(now))} away))`
}

async function read(db: Queryable, now: Date, where: RawBuilder<unknown>, limit: number): Promise<Instruction[]> {
  const { rows } = await sql<Instruction>`
    select i.id, i.dossier_id, d.code, i.text, i.given_by_id, giver.full_name as giver_name, i.to_officer_id, i.to_unit_id,
      coalesce(addressee.full_name, u.name) as addressee_name, i.due_at, i.acknowledged_at, seen.full_name as acknowledged_by_name, i.done_at, i.created_at,
      case when i.withdrawn_at is not null then 'withdrawn' when i.done_at is not null then 'done' when i.acknowledged_at is not null then 'acknowledged'
        else 'new' end as state,
      i.withdrawn_at is null and i.due_at < coalesce(i.done_at, ${now}) as is_late
    from instruction i
      join dossier d on d.id = i.dossier_id
      join officer giver on giver.id = i.given_by_id
      left join officer addressee on addressee.id = i.to_officer_id
      left join unit u on u.id = i.to_unit_id
      left join officer seen on seen.id = i.acknowledged_by_id
    where ${where}
    order by (i.done_at is not null or i.withdrawn_at is not null),
      case when i.done_at is null and i.withdrawn_at is null then i.due_at end, i.id desc
    limit ${limit}`.execute(db)
  return rows
}

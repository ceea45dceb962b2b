/** Thông báo chờ gửi: what has to leave the house from the units whose messages the actor may read. */
import { type RawBuilder, sql } from 'kysely'
import { permittedUnitIds } from '#modules/identity/index.ts'
import type { MessageKind } from '#modules/workflow/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { escapeLike, searchable } from '#platform/text/searchable.ts'

export const READ_OUTGOING = 'notification.read-outgoing'

/** withdrawn: what it told of was undone before it went. */
export type OutgoingState = 'pending' | 'sent' | 'acknowledged' | 'failed' | 'withdrawn'
/** open: to be sent or failed · late: of those, past the time · gone: sent. */
export type OutgoingStanding = 'open' | 'late' | 'failed' | 'gone'

export interface OutgoingFilter {
  standing: OutgoingStanding
  kind?: MessageKind
  /** Words of the dossier: code, name, procedure. */
  text?: string
  page: number
  pageSize: number
}

export interface OutgoingRow {
  id: number
  kind: MessageKind
  state: OutgoingState
  code: string
  procedureName: string
  unitName: string
  createdAt: Date
  sendBy: Date
}

/** What has not gone: soonest due first; what has gone: the newest first. `total` counts to `MOST_COUNTED`. */
export async function outgoingMessages(
  db: Queryable,
  { actor, now }: { actor: Actor; now: Date },
  { standing, kind, text = '', page, pageSize }: OutgoingFilter,
): Promise<{ rows: OutgoingRow[]; total: number }> {
  const unitIds = await permittedUnitIds(db, actor, READ_OUTGOING, now)
  const words = searchable(text).split(' ').filter(Boolean)
  const where = sql.join(
    [
      sql`m.unit_id = any (${unitIds}::bigint[])`,
      conditionOf(standing, now),
      ...(kind ? [sql`m.kind = ${kind}`] : []),
      ...words.map(
        (word) => sql`exists (select from dossier d where d.id = m.dossier_id and d.search_text like ${`%${escapeLike(word)}%`})`,
      ),
    ],
    sql` and `,
  )
  const order = standing === 'gone' ? sql`m.id desc` : sql`m.send_by, m.id`
  const [{ rows }, { rows: counts }] = await Promise.all([
    sql<OutgoingRow>`
      with page as (select m.* from outgoing_message m where ${where} order by ${order} limit ${pageSize} offset ${(page - 1) * pageSize})
      select m.id, m.kind, m.state, d.code, v.name as procedure_name, coalesce(u.short_name, u.name) as unit_name, m.created_at, m.send_by
      from page m
        join dossier d on d.id = m.dossier_id
        join procedure_version v on v.id = d.procedure_version_id
        join unit u on u.id = m.unit_id
      order by ${order}`.execute(db),
    sql<{ total: number }>`
      select count(*)::int as total from (select from outgoing_message m where ${where} limit ${MOST_COUNTED}) counted`.execute(db),
  ])
  return { rows, total: counts[0]?.total ?? 0 }
}

export const MOST_COUNTED = 10_000

export interface OutgoingCounts {
  open: number
  late: number
  failed: number
}

/** Each counts to `MOST_COUNTED`. */
export async function countOutgoing(db: Queryable, { actor, now }: { actor: Actor; now: Date }): Promise<OutgoingCounts> {
  const unitIds = await permittedUnitIds(db, actor, READ_OUTGOING, now)
  const { rows } = await sql<OutgoingCounts>`
    select count(*)::int as open, count(*) filter (where send_by < ${now})::int as late, count(*) filter (where state = 'failed')::int as failed
    from (select m.send_by, m.state from outgoing_message m where m.unit_id = any (${unitIds}::bigint[]) and m.state in ('pending', 'failed')
      order by m.send_by limit ${MOST_COUNTED}) open`.execute(db)
  return rows[0] ?? { open: 0, late: 0, failed: 0 }
}

function conditionOf(standing: OutgoingStanding, now: Date): RawBuilder<boolean> {
  switch (standing) {
    case 'open':
      return sql<boolean>`m.state in ('pending', 'failed')`
    case 'late':
      return sql<boolean>`m.state in ('pending', 'failed') and m.send_by < ${now}`
    case 'failed':
      return sql<boolean>`m.state = 'failed'`
    case 'gone':
      return sql<boolean>`m.state in ('sent', 'acknowledged')`
  }
}

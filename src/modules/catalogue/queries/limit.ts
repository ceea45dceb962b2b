import { sql } from 'kysely'
import type { CountMode, LimitUnit } from '#modules/calendar/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { ChannelLimit } from '../limit.ts'
import type { Channel } from '../schemas.ts'

/** The time limit of a case through a channel; undefined when the case is not filed that way or the law gives it no number. */
export async function limitFor(db: Queryable, caseId: number, channel: Channel): Promise<ChannelLimit | undefined> {
  const row = await db
    .selectFrom('procedureChannel')
    .select(['limitAmount', 'limitUnit', 'countMode', 'hasLastHourRule'])
    .select(sql<string | null>`to_char(cutoff, 'HH24:MI')`.as('cutoff'))
    .where('procedureCaseId', '=', caseId)
    .where('channel', '=', channel)
    .executeTakeFirst()
  if (!row || row.limitAmount === null || row.limitUnit === null) return undefined
  return {
    amount: row.limitAmount,
    unit: row.limitUnit as LimitUnit,
    countMode: row.countMode as CountMode | null,
    cutoff: row.cutoff,
    hasLastHourRule: row.hasLastHourRule,
  }
}

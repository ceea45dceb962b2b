import { sql } from 'kysely'
import { statesWith } from '#modules/dossier/index.ts'
import type { Queryable } from '#platform/database.ts'

/** Ids of dossiers whose clock runs, whose date has passed and of whom that is not yet written down; the longest late first. */
export async function unrecordedLate(db: Queryable, now: Date, most: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select d.id from dossier d
    where d.finished_at is null and d.late_from <= ${now} and d.state = any (${statesWith('running')}::text[])
      and not exists (select from dossier_action a where a.dossier_id = d.id and a.kind = 'transition' and a.facts ->> 'id' = 'find-overdue')
    order by d.late_from, d.id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Results that wait to be returned: those of the officer's own units, whoever holds the step. */
import { sql } from 'kysely'
import type { ReturnMethod } from '#modules/dossier/index.ts'
import { permittedUnitIds } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { wordsOf } from './inbox.ts'

export interface AwaitingReturn {
  id: number
  code: string
  ownerName: string
  procedureName: string
  /** null: refused in writing. */
  resultName: string | null
  resultNumber: string | null
  returnMethod: ReturnMethod
  finishedAt: Date
  dueAt: Date
  holderName: string | null
}

/** `right` names who may return (it belongs to intake). The result that waits longest comes first. */
export async function awaitingReturn(
  db: Queryable,
  { actor, now, right }: { actor: Actor; now: Date; right: string },
  filter: { text?: string; method?: ReturnMethod; page: number; pageSize: number },
): Promise<{ rows: AwaitingReturn[]; total: number }> {
  const unitIds = await permittedUnitIds(db, actor, right, now)
  const words = wordsOf(filter.text ?? '').map((word) => sql`and d.search_text like ${`%${word}%`}`)
  const { rows } = await sql<AwaitingReturn & { total: number }>`
    with page as (
      select d.*, count(*) over ()::int as total from dossier d
      where d.receiving_unit_id = any (${unitIds}::bigint[]) and d.outcome in ('result', 'refused') and d.returned_at is null
        ${filter.method ? sql`and d.return_method = ${filter.method}` : sql``} ${sql.join(words, sql` `)}
      order by d.finished_at, d.id limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize})
    select d.id, d.code, o.name as owner_name, v.name as procedure_name, r.name as result_name, r.number || '/' || r.symbol as result_number,
      d.return_method, d.finished_at, d.due_at, h.full_name as holder_name, d.total
    from page d
      join party o on o.id = d.owner_id
      join procedure_version v on v.id = d.procedure_version_id
      left join dossier_result r on r.dossier_id = d.id and d.outcome = 'result'
      left join task t on t.dossier_id = d.id and t.closed_at is null and t.kind = 'return'
      left join officer h on h.id = t.assignee_id
    order by d.finished_at, d.id`.execute(db)
  return { rows, total: rows[0]?.total ?? 0 }
}

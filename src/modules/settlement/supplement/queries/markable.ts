import { sql } from 'kysely'
import type { Queryable } from '#platform/database.ts'

export interface Markable {
  /** `c12` or `l7`, see `fault.ts`. */
  subject: string
  name: string
  isHandedIn: boolean
}

/** Everything of a dossier that can be wrong or missing: what was handed in, and what the catalogue lists for its case and is not there. */
export async function markableOf(db: Queryable, dossierId: number): Promise<Markable[]> {
  const { rows } = await sql<Markable>`
    select 'c' || h.id as subject, h.name, true as is_handed_in, 1 as part, h.position from dossier_component h where h.dossier_id = ${dossierId}
    union all
    select 'l' || c.id, c.name, false, 2, c.position
    from dossier d join component c on c.procedure_case_id = d.procedure_case_id and c.kind = 'paper'
    where d.id = ${dossierId} and not exists (select from dossier_component h where h.dossier_id = d.id and h.component_id = c.id)
    order by part, position`.execute(db)
  return rows.map(({ subject, name, isHandedIn }) => ({ subject, name, isHandedIn }))
}

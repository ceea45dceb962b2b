/** Dossiers of the units within reach, newest first, page by page by key: for partners who read all of them. */
import { sql } from 'kysely'
import { permittedUnitIds } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { Reader } from './dossier.ts'

export interface DossierLine {
  id: number
  code: string
  externalCodes: string[]
  procedureCode: string
  procedureName: string
  channel: string
  state: string
  nationalStatus: number
  receivingUnitId: number
  settlingUnitId: number
  receivedAt: Date
  dueAt: Date
  finishedAt: Date | null
  returnedAt: Date | null
  timeliness: string | null
}

export interface DossierListing {
  state?: string
  receivedFrom?: Date
  receivedBefore?: Date
  /** The last row of the page before. */
  after?: { receivedAt: Date; id: number }
  limit: number
}

/** Facts of the procedure only, no person: so reading the list is not reading a personal record. */
export async function listDossiers(
  db: Queryable,
  { state, receivedFrom, receivedBefore, after, limit }: DossierListing,
  { actor, now }: Reader,
): Promise<DossierLine[]> {
  const unitIds = await permittedUnitIds(db, actor, 'dossier.search', now)
  const { rows } = await sql<DossierLine>`
    select d.id, d.code, d.external_codes, p.code as procedure_code, v.name as procedure_name, d.channel, d.state, d.national_status, d.receiving_unit_id, d.settling_unit_id,
      d.received_at, d.due_at, d.finished_at, d.returned_at, d.timeliness
    from dossier d
      join procedure p on p.id = d.procedure_id
      join procedure_version v on v.id = d.procedure_version_id
    where (d.receiving_unit_id = any (${unitIds}) or d.settling_unit_id = any (${unitIds}))
      ${state ? sql`and d.state = ${state}` : sql``}
      ${receivedFrom ? sql`and d.received_at >= ${receivedFrom}` : sql``}
      ${receivedBefore ? sql`and d.received_at < ${receivedBefore}` : sql``}
      ${after ? sql`and (d.received_at, d.id) < (${after.receivedAt}, ${after.id})` : sql``}
    order by d.received_at desc, d.id desc
    limit ${limit}`.execute(db)
  return rows
}

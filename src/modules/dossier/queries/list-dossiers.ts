/** Dossiers of the units within reach, newest first, page by page by key: for partners who read all of them. */
import { type RawBuilder, sql } from 'kysely'
import { permittedUnitPaths } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import { fromMilliseconds, milliseconds } from '#platform/instants.ts'
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

/** Facts of the procedure only, no person: so reading the list is not reading a personal record. The rows travel as one JSON value, with instants in milliseconds. */
export async function listDossiers(db: Queryable, listing: DossierListing, { actor, now }: Reader): Promise<DossierLine[]> {
  const paths = await permittedUnitPaths(db, actor, 'dossier.search', now)
  if (paths.length === 0) return []
  const { rows } = await sql<{ lines: StoredLine[] | null }>`
    with page as (${pageWithin(paths, listing)})
    select json_agg(json_build_array(d.id, d.code, d.external_codes, p.code, v.name, d.channel, d.state, d.national_status, d.receiving_unit_id, d.settling_unit_id,
      ${milliseconds('d.received_at')}, ${milliseconds('d.due_at')}, ${milliseconds('d.finished_at')}, ${milliseconds('d.returned_at')}, d.timeliness) order by d.received_at desc, d.id desc) as lines
    from page
      join dossier d on d.id = page.id
      join procedure p on p.id = d.procedure_id
      join procedure_version v on v.id = d.procedure_version_id`.execute(db)
  return (rows[0]?.lines ?? []).map(toLine)
}

/** Newest first: of everything by one index, of some units by one index each, so that neither reads more than a page. */
function pageWithin(
  paths: readonly string[],
  { state, receivedFrom, receivedBefore, after, limit }: DossierListing,
): RawBuilder<{ id: number }> {
  const fits = sql`true ${state ? sql`and d.state = ${state}` : sql``}
    ${receivedFrom ? sql`and d.received_at >= ${receivedFrom}` : sql``} ${receivedBefore ? sql`and d.received_at < ${receivedBefore}` : sql``}
    ${after ? sql`and (d.received_at, d.id) < (${after.receivedAt}, ${after.id})` : sql``}`
  const newest = sql`order by d.received_at desc, d.id desc limit ${limit}`
  if (paths.some((path) => !path.includes('.'))) return sql`select d.id from dossier d where ${fits} ${newest}`
  const at = (unit: 'receiving_unit_id' | 'settling_unit_id') => sql`
    select d.id, d.received_at from place cross join lateral (select d.id, d.received_at from dossier d where d.${sql.ref(unit)} = place.id and ${fits} ${newest}) d`
  return sql`
    with place as (select id from unit where path <@ any (${[...paths]}::ltree[]))
    select d.id from (${at('receiving_unit_id')} union ${at('settling_unit_id')}) d ${newest}`
}

type StoredLine = [
  id: number,
  code: string,
  externalCodes: string[],
  procedureCode: string,
  procedureName: string,
  channel: string,
  state: string,
  nationalStatus: number,
  receivingUnitId: number,
  settlingUnitId: number,
  receivedAt: number,
  dueAt: number,
  finishedAt: number | null,
  returnedAt: number | null,
  timeliness: string | null,
]

function toLine(line: StoredLine): DossierLine {
  const [id, code, externalCodes, procedureCode, procedureName, channel, state, nationalStatus, receivingUnitId, settlingUnitId, ...more] =
    line
  const [receivedAt, dueAt, finishedAt, returnedAt, timeliness] = more
  const which = { id, code, externalCodes, procedureCode, procedureName, channel, state, nationalStatus, receivingUnitId, settlingUnitId }
  const when = {
    receivedAt: fromMilliseconds(receivedAt),
    dueAt: fromMilliseconds(dueAt),
    finishedAt: finishedAt === null ? null : fromMilliseconds(finishedAt),
  }
  return { ...which, ...when, returnedAt: returnedAt === null ? null : fromMilliseconds(returnedAt), timeliness }
}

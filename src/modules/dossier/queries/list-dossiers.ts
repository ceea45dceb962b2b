/** Dossiers of the units within reach, newest first, page by page by key: for partners who read all of them. */
import { type RawBuilder, sql } from 'kysely'
import { permittedUnitPaths } from '#modules/identity/index.ts'
import type { Queryable } from '#platform/database.ts'
import { milliseconds } from '#platform/instants.ts'
import { prepared } from '#platform/prepared.ts'
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
  const { state = null, receivedFrom = '-infinity', limit } = listing
  const asked: Asked = { state, receivedFrom, limit, ...startOf(listing) }
  const isWhole = paths.some((path) => !path.includes('.'))
  const found = await (isWhole ? listAll(db, asked) : listWithin(db, { ...asked, paths })).first()
  return (found?.lines ?? []).map(toLine)
}

interface Asked {
  state: string | null
  receivedFrom: Date | '-infinity'
  /** The page begins after this key, the newest first. */
  lastAt: Date | 'infinity'
  lastId: number
  limit: number
}

/** One bound and not two, for the index is entered at one place only. No id is 0. */
const startOf = ({ receivedBefore, after }: DossierListing): Pick<Asked, 'lastAt' | 'lastId'> =>
  after && !(receivedBefore && receivedBefore <= after.receivedAt)
    ? { lastAt: after.receivedAt, lastId: after.id }
    : { lastAt: receivedBefore ?? 'infinity', lastId: 0 }

/** Newest first: of everything by one index, of some units by one index each, so that neither reads more than a page. */
const newest = ({ state, receivedFrom, lastAt, lastId, limit }: Asked, where = sql`true`) => sql`
  select d.id, d.received_at from dossier d
  where ${where} and d.received_at >= ${receivedFrom} and (d.received_at, d.id) < (${lastAt}, ${lastId})
    and (${state}::text is null or d.state = ${state})
  order by d.received_at desc, d.id desc limit ${limit}`

const linesOf = (page: RawBuilder<unknown>) => sql<{ lines: StoredLine[] | null }>`
  with page as (${page})
  select json_agg(json_build_array(d.id, d.code, d.external_codes, p.code, v.name, d.channel, d.state, d.national_status, d.receiving_unit_id, d.settling_unit_id,
    ${milliseconds('d.received_at')}, ${milliseconds('d.due_at')}, ${milliseconds('d.finished_at')}, ${milliseconds('d.returned_at')}, d.timeliness)
    order by d.received_at desc, d.id desc) as lines
  from page
    join dossier d on d.id = page.id
    join procedure p on p.id = d.procedure_id
    join procedure_version v on v.id = d.procedure_version_id`

const listAll = prepared((_db, asked: Asked) => linesOf(newest(asked)))

const listWithin = prepared((_db, asked: Asked & { paths: string[] }) =>
  linesOf(sql`
    select near.id from (
      select near.* from unit u cross join lateral (${newest(asked, sql`d.receiving_unit_id = u.id`)}) near where u.path <@ any (${asked.paths}::ltree[])
      union
      select near.* from unit u cross join lateral (${newest(asked, sql`d.settling_unit_id = u.id`)}) near where u.path <@ any (${asked.paths}::ltree[])) near
    order by near.received_at desc, near.id desc limit ${asked.limit}`),
)

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
    receivedAt: new Date(receivedAt),
    dueAt: new Date(dueAt),
    finishedAt: finishedAt === null ? null : new Date(finishedAt),
  }
  return { ...which, ...when, returnedAt: returnedAt === null ? null : new Date(returnedAt), timeliness }
}

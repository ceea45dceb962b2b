/**
 * The public list: what is in force on a day. Typed words are found without marks, in old or new spelling, by word start and by code; when nothing fits,
 * the nearest by trigrams are offered, which forgives a slip of the finger.
 */
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Queryable, Transaction } from '#platform/database.ts'
import { escapeLike, searchable } from '#platform/text/searchable.ts'
import type { DB } from '../../../../db/schema.ts'
import { inForce } from '../in-force.ts'
import type { Channel, Level, ServiceLevel, SubjectGroup } from '../schemas.ts'

export interface ProcedureFilter {
  text?: string
  fieldId?: number
  level?: Level
  serviceLevel?: ServiceLevel
  subject?: SubjectGroup
  /** Offered at this receiving unit. */
  receivingUnitId?: number
  channel?: Channel
  /** Procedures between agencies are left out unless asked for. */
  withInternal?: boolean
}

export interface FoundProcedure {
  procedureId: number
  versionId: number
  code: string
  name: string
  fieldName: string | null
  levels: Level[]
  serviceLevel: ServiceLevel
  decidingAgency: string | null
}

export interface ProcedurePage {
  items: FoundProcedure[]
  total: number
  /** Nothing fitted as typed; these are the nearest. */
  isNearest: boolean
}

/** How alike the typed words and a stretch of the text must be (pg_trgm word similarity, 0…1): one wrong letter in a short word gives about 0.55. */
const NEAR = 0.5
const SHORTEST_NEAR = 3

/** `day`: `YYYY-MM-DD`; at most `limit` items from `offset`. */
export async function searchProcedures(
  db: Queryable,
  filter: ProcedureFilter,
  { day, limit = 20, offset = 0 }: { day: string; limit?: number; offset?: number },
): Promise<ProcedurePage> {
  const words = searchable(filter.text ?? '')
    .split(' ')
    .filter(Boolean)
  const all = filtered(db, filter, day)
  if (words.length === 0)
    return { ...(await page(all, (query) => query.orderBy(sql`left(v.name, 200)`).orderBy('v.id'), limit, offset)), isNearest: false }
  const phrase = words.join(' ')
  const fitting = words.reduce((query, word) => query.where('v.searchText', 'like', `% ${escapeLike(word)}%`), all)
  const found = await page(
    fitting,
    (query) =>
      query
        .orderBy(
          sql`case when p.code = ${phrase.toUpperCase()} then 0 when v.search_text like ${`% ${escapeLike(phrase)}%`} then 1 else 2 end`,
        )
        .orderBy(sql`strpos(v.search_text, ${` ${phrase}`})`)
        .orderBy(sql`left(v.name, 200)`)
        .orderBy('v.id'),
    limit,
    offset,
  )
  if (found.total > 0 || phrase.length < SHORTEST_NEAR) return { ...found, isNearest: false }
  return { ...(await nearest(db, filter, phrase, { day, limit, offset })), isNearest: true }
}

/** The operator `<%` uses the trigram index, but its threshold is a setting of the transaction. */
function nearest(
  db: Queryable,
  filter: ProcedureFilter,
  phrase: string,
  { day, limit, offset }: { day: string; limit: number; offset: number },
): Promise<{ items: FoundProcedure[]; total: number }> {
  const run = async (tx: Transaction) => {
    await sql`select set_config('pg_trgm.word_similarity_threshold', ${String(NEAR)}, true)`.execute(tx)
    const near = filtered(tx, filter, day).where(sql<boolean>`${phrase} <% v.search_text`)
    return page(near, (query) => query.orderBy(sql`${phrase} <<-> v.search_text`).orderBy('v.id'), limit, offset)
  }
  return db.isTransaction ? run(db as Transaction) : db.transaction().execute(run)
}

function filtered(db: Queryable, filter: ProcedureFilter, day: string) {
  let query = db
    .selectFrom('procedureVersion as v')
    .innerJoin('procedure as p', 'p.id', 'v.procedureId')
    .leftJoin('field as l', 'l.id', 'v.fieldId')
    .where(inForce('v', day))
    .where('p.status', '=', 'active')
  if (!filter.withInternal) query = query.where('p.isInternal', '=', false)
  if (filter.fieldId) query = query.where('v.fieldId', '=', filter.fieldId)
  if (filter.level) query = query.where(sql<boolean>`v.levels @> ${[filter.level]}::text[]`)
  if (filter.serviceLevel) query = query.where('v.serviceLevel', '=', filter.serviceLevel)
  if (filter.subject) query = query.where(sql<boolean>`v.subject_groups @> ${[filter.subject]}::text[]`)
  if (filter.receivingUnitId) query = query.where((eb) => eb.exists(offered(eb.selectFrom('procedureOffer as o'), filter, day)))
  return query
}

const offered = (
  query: SelectQueryBuilder<DB & { o: DB['procedureOffer']; p: DB['procedure'] }, 'o' | 'p', object>,
  filter: ProcedureFilter,
  day: string,
) => {
  const open = query
    .select('o.id')
    .whereRef('o.procedureId', '=', 'p.id')
    .where('o.receivingUnitId', '=', filter.receivingUnitId ?? 0)
    .where('o.validFrom', '<=', day)
    .where((eb) => eb.or([eb('o.validBefore', 'is', null), eb('o.validBefore', '>', day)]))
  return filter.channel ? open.where(sql<boolean>`${filter.channel} = any(o.channels)`) : open
}

async function page(
  all: ReturnType<typeof filtered>,
  ordered: (query: ReturnType<typeof filtered>) => ReturnType<typeof filtered>,
  limit: number,
  offset: number,
): Promise<{ items: FoundProcedure[]; total: number }> {
  const items = await ordered(all)
    .select([
      'p.id as procedureId',
      'v.id as versionId',
      'p.code',
      'v.name',
      'l.name as fieldName',
      'v.levels',
      'v.serviceLevel',
      'v.decidingAgency',
    ])
    .limit(limit)
    .offset(offset)
    .execute()
  const isWhole = offset === 0 && items.length < limit
  const total = isWhole ? items.length : (await all.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total
  return { items: items as FoundProcedure[], total }
}

export interface FieldCount {
  id: number
  name: string
  code: string | null
  procedures: number
}

/** Fields that have procedures in force on the day, with how many. */
export async function fieldCounts(db: Queryable, day: string): Promise<FieldCount[]> {
  return db
    .selectFrom('field as l')
    .innerJoin('procedureVersion as v', 'v.fieldId', 'l.id')
    .innerJoin('procedure as p', 'p.id', 'v.procedureId')
    .select(['l.id', 'l.name', 'l.code'])
    .select((eb) => eb.fn.countAll<number>().as('procedures'))
    .where(inForce('v', day))
    .where('p.status', '=', 'active')
    .where('p.isInternal', '=', false)
    .groupBy('l.id')
    .orderBy('l.name')
    .execute()
}

/** Codes and last change of everything public, for the site map. */
export async function publicProcedures(db: Queryable, day: string): Promise<{ code: string; updatedAt: Date }[]> {
  return db
    .selectFrom('procedureVersion as v')
    .innerJoin('procedure as p', 'p.id', 'v.procedureId')
    .select(['p.code', 'v.updatedAt'])
    .where(inForce('v', day))
    .where('p.status', '=', 'active')
    .where('p.isInternal', '=', false)
    .orderBy('p.code')
    .execute()
}

/**
 * Finding dossiers by whatever somebody has in hand: a code or its scan, an ID or tax number, a phone number, words of a name without accents; and by state, standing,
 * channel, procedure, unit, period and officer. Shows only dossiers that a unit of the actor's `dossier.search` received or settles; each search is recorded.
 */
import { type RawBuilder, sql } from 'kysely'
import { type Channel, type DueStanding, findDossierId, type LifeState, parseDossierCode, type Timeliness } from '#modules/dossier/index.ts'
import { normalisePhone, permittedUnitIds, permittedUnitPaths } from '#modules/identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { recordRead } from '#platform/audit.ts'
import type { Queryable } from '#platform/database.ts'
import { instantAt } from '#platform/text/dates.ts'
import { wordsOf } from './inbox.ts'

export interface DossierFilter {
  /** As typed or scanned. */
  text?: string
  states?: readonly LifeState[]
  /** Of dossiers without a result yet. */
  standing?: DueStanding
  channel?: Channel
  procedureId?: number
  /** The unit or one below it received or settles it. */
  unitId?: number
  /** `YYYY-MM-DD`, both included. */
  receivedFrom?: string
  receivedTo?: string
  /** Received it or holds its open step. */
  officerId?: number
  page: number
  pageSize: number
}

export interface FoundDossier {
  id: number
  code: string
  procedureName: string
  subject: string
  ownerName: string
  channel: Channel
  state: LifeState
  /** null: filed, not yet received. */
  receivedAt: Date | null
  filedAt: Date | null
  dueAt: Date | null
  lateFrom: Date | null
  pausedAt: Date | null
  finishedAt: Date | null
  timeliness: Timeliness | null
  settlingUnitName: string
  settlingUnitPath: string
  /** The open step and who has it; null once the result is returned. */
  stepName: string | null
  holderName: string | null
}

export interface Searching {
  actor: Actor
  now: Date
  /** Dossiers due before it count as near. */
  nearUntil: Date
}

/** Nobody pages further; who has so many adds a word. Counting more would cost more than it tells. */
export const MAX_COUNTED = 1_000

/** Newest first; with a standing, soonest due first. `total` stops at `MAX_COUNTED`, and then `isMore`. */
export async function searchDossiers(
  db: Queryable,
  filter: DossierFilter,
  { actor, now, nearUntil }: Searching,
): Promise<{ rows: FoundDossier[]; total: number; isMore: boolean }> {
  const offset = (filter.page - 1) * filter.pageSize
  if (offset >= MAX_COUNTED) return { rows: [], total: MAX_COUNTED, isMore: true }
  const found = await conditionOfText(db, filter.text?.trim() ?? '')
  const scope = await scopeOf(db, actor, now)
  if (!scope) return { rows: [], total: 0, isMore: false }
  const condition = sql.join([sql`true`, scope, ...found.conditions, ...plainConditions(filter, now, nearUntil)], sql` and `)
  const order = filter.standing ? sql`d.due_at, d.id` : sql`d.received_at desc, d.id desc`
  const { rows } = await sql<FoundDossier>`
    with page as (
      select d.* from dossier d where ${condition} order by ${order} limit ${filter.pageSize} offset ${offset})
    select d.id, d.code, v.name as procedure_name, d.subject, o.name as owner_name, d.channel, d.state, d.received_at, d.filed_at, d.due_at, d.late_from, d.paused_at, d.finished_at,
      d.timeliness, u.name as settling_unit_name, u.path::text as settling_unit_path, t.name as step_name, h.full_name as holder_name
    from page d
      join procedure_version v on v.id = d.procedure_version_id
      join party o on o.id = d.owner_id
      join unit u on u.id = d.settling_unit_id
      left join lateral (select name, assignee_id from task where dossier_id = d.id and closed_at is null order by number limit 1) t on true
      left join officer h on h.id = t.assignee_id
    order by ${order}`.execute(db)
  const counted =
    filter.page === 1 && rows.length < filter.pageSize
      ? rows.length
      : ((
          await sql<{ total: number }>`
            select count(*)::int as total from (select 1 from dossier d where ${condition} limit ${MAX_COUNTED + 1}) as counted`.execute(db)
        ).rows[0]?.total ?? 0)
  await recordRead(db, { actor, at: now, name: 'dossier.search', detail: { by: found.by, found: Math.min(counted, MAX_COUNTED) } })
  return { rows, total: Math.min(counted, MAX_COUNTED), isMore: counted > MAX_COUNTED }
}

type Key = 'filter' | 'code' | 'party' | 'words'

/** What was typed decides how it is looked for; a number that belongs to nobody is looked for as words. */
async function conditionOfText(db: Queryable, text: string): Promise<{ by: Key; conditions: RawBuilder<unknown>[] }> {
  if (text === '') return { by: 'filter', conditions: [] }
  const code = codeIn(text)
  if (code) {
    const id = await findDossierId(db, code)
    if (id !== undefined) return { by: 'code', conditions: [sql`d.id = ${id}`] }
  }
  // The scan of an identity card begins with the number: `044…|…|name|…`.
  const partyIds = await partiesWithNumber(db, text.split('|')[0] ?? '')
  if (partyIds.length > 0)
    return { by: 'party', conditions: [sql`(d.owner_id = any (${partyIds}::bigint[]) or d.submitter_id = any (${partyIds}::bigint[]))`] }
  return { by: 'words', conditions: wordsOf(text).map((word) => sql`d.search_text like ${`%${word}%`}`) }
}

/** A code as typed, or inside the address that the QR code of a receipt holds. */
export function codeIn(text: string): string | undefined {
  const candidate = /[A-Z0-9.]+-\d{6,8}-\d{4,}/i.exec(text)?.[0]
  return candidate && parseDossierCode(candidate) ? candidate.toUpperCase() : undefined
}

const NUMBER = /^[+A-Z]?[\d .-]{7,20}$/i
const MAX_PARTIES = 50

/** Those whose ID number, tax code, passport or phone is exactly this. */
async function partiesWithNumber(db: Queryable, text: string): Promise<number[]> {
  if (!NUMBER.test(text)) return []
  const phone = normalisePhone(text)
  const number = text.replace(/[\s.]/g, '').toUpperCase()
  const identifiers = [...new Set([number, number.replaceAll('-', '')])]
  const rows = await db
    .selectFrom('party')
    .select('id')
    .where((eb) => eb.or([eb('identifier', 'in', identifiers), ...(phone ? [eb('phone', '=', phone)] : [])]))
    .limit(MAX_PARTIES)
    .execute()
  return rows.map(({ id }) => id)
}

/** Undefined when the actor may search nowhere; nothing to add when everywhere. */
async function scopeOf(db: Queryable, actor: Actor, now: Date): Promise<RawBuilder<unknown> | undefined> {
  const paths = await permittedUnitPaths(db, actor, 'dossier.search', now)
  if (paths.length === 0) return undefined
  if (paths.some((path) => !path.includes('.'))) return sql`true`
  return atUnits(await permittedUnitIds(db, actor, 'dossier.search', now))
}

const atUnits = (ids: readonly number[]) =>
  sql`(d.receiving_unit_id = any (${[...ids]}::bigint[]) or d.settling_unit_id = any (${[...ids]}::bigint[]))`

function plainConditions(filter: DossierFilter, now: Date, nearUntil: Date): RawBuilder<unknown>[] {
  const { states, standing, channel, procedureId, unitId, receivedFrom, receivedTo, officerId } = filter
  const conditions: RawBuilder<unknown>[] = []
  if (states && states.length > 0) conditions.push(sql`d.state = any (${[...states]}::text[])`)
  if (standing === 'late') conditions.push(sql`d.finished_at is null and d.late_from <= ${now}`)
  if (standing === 'near') conditions.push(sql`d.finished_at is null and d.late_from > ${now} and d.due_at <= ${nearUntil}`)
  if (standing === 'within') conditions.push(sql`d.finished_at is null and d.late_from > ${now} and d.due_at > ${nearUntil}`)
  if (channel) conditions.push(sql`d.channel = ${channel}`)
  if (procedureId !== undefined) conditions.push(sql`d.procedure_id = ${procedureId}`)
  if (unitId !== undefined) {
    const below = sql`(select array_agg(b.id) from unit u join unit b on b.path <@ u.path where u.id = ${unitId})`
    conditions.push(sql`(d.receiving_unit_id = any (${below}) or d.settling_unit_id = any (${below}))`)
  }
  if (receivedFrom) conditions.push(sql`d.received_at >= ${instantAt(receivedFrom)}`)
  if (receivedTo) conditions.push(sql`d.received_at < ${new Date(instantAt(receivedTo).getTime() + DAY_MS)}`)
  if (officerId !== undefined)
    conditions.push(
      sql`(d.received_by_id = ${officerId} or d.id = any (array(select t.dossier_id from task t where t.closed_at is null and t.assignee_id = ${officerId})))`,
    )
  return conditions
}

const DAY_MS = 86_400_000

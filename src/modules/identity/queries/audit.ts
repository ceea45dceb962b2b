/** The audit trail as a list. Entries without a unit are seen only by who may read the whole. */
import { sql } from 'kysely'
import { getRootUnit } from '#modules/organization/index.ts'
import type { Actor } from '#platform/actor.ts'
import { recordRead } from '#platform/audit.ts'
import type { Queryable } from '#platform/database.ts'
import { escapeLike } from '#platform/text/searchable.ts'
import { holdsAt, permittedUnitIds } from '../policy/reach.ts'

export interface AuditFilter {
  /** Instants; `to` exclusive. */
  from: Date
  to: Date
  /** Beginning of an entry's name: `identity.`, `dossier.receive`. */
  name?: string
  officerId?: number
  subject?: { kind: string; id?: string }
  outcome?: 'done' | 'refused'
  /** Entries of units within these; undefined: all. */
  unitIds?: readonly number[]
  /** Entries older than this one. */
  before?: number
  limit: number
}

export interface AuditLine {
  id: number
  at: Date
  actorKind: 'officer' | 'partner' | 'system' | 'public'
  actorId: number | null
  actorName: string | null
  name: string
  outcome: 'done' | 'refused'
  subjectKind: string | null
  subjectId: string | null
  unitId: number | null
  unitName: string | null
  source: string | null
  detail: unknown
}

/** What the reader may see of the trail, the newest first; the reading is recorded too. */
export async function openAuditTrail(
  db: Queryable,
  filter: AuditFilter,
  { actor, now }: { actor: Actor; now: Date },
): Promise<AuditLine[]> {
  const root = await getRootUnit(db)
  const isWhole = await holdsAt(db, actor, 'identity.read-audit', root.path, now)
  const unitIds = isWhole ? undefined : await permittedUnitIds(db, actor, 'identity.read-audit', now)
  const { from, to, before: _, limit: __, ...asked } = filter
  const lines = await readAuditTrail(db, { ...filter, unitIds })
  await recordRead(db, {
    actor,
    at: now,
    name: 'identity.read-audit',
    subject: { kind: 'audit', id: 'trail' },
    detail: { ...asked, from, to },
  })
  return lines
}

async function readAuditTrail(db: Queryable, filter: AuditFilter): Promise<AuditLine[]> {
  let query = db
    .selectFrom('audit')
    .leftJoin('unit', 'unit.id', 'audit.unitId')
    .select([
      'audit.id',
      'audit.at',
      'audit.actorKind',
      'audit.actorId',
      sql<string | null>`case audit.actor_kind
        when 'officer' then (select full_name from officer where id = audit.actor_id)
        when 'partner' then (select p.name from api_token t join partner p on p.id = t.partner_id where t.id = audit.actor_id) end`.as(
        'actorName',
      ),
      'audit.name',
      'audit.outcome',
      'audit.subjectKind',
      'audit.subjectId',
      'audit.unitId',
      'unit.name as unitName',
      'audit.source',
      'audit.detail',
    ])
    .where('audit.at', '>=', filter.from)
    .where('audit.at', '<', filter.to)
  if (filter.name) query = query.where('audit.name', 'like', `${escapeLike(filter.name)}%`)
  if (filter.officerId) query = query.where('audit.actorKind', '=', 'officer').where('audit.actorId', '=', filter.officerId)
  if (filter.subject) query = query.where('audit.subjectKind', '=', filter.subject.kind)
  if (filter.subject?.id) query = query.where('audit.subjectId', '=', filter.subject.id)
  if (filter.outcome) query = query.where('audit.outcome', '=', filter.outcome)
  if (filter.unitIds) query = query.where(sql<boolean>`audit.unit_id = any (${[...filter.unitIds]}::bigint[])`)
  if (filter.before)
    query = query.where(sql<boolean>`(audit.at, audit.id) < ((select at from audit where id = ${filter.before}), ${filter.before})`)
  return query.orderBy('audit.at', 'desc').orderBy('audit.id', 'desc').limit(filter.limit).$castTo<AuditLine>().execute()
}

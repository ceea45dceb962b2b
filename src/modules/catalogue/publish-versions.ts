/** Makes drafts the version in force. The version before ends on the day the new one begins; content is frozen from here on. */
import { sql } from 'kysely'
import type { Work } from '#platform/action.ts'
import { actorColumns } from '#platform/actor.ts'
import { localDate } from '#platform/text/dates.ts'
import { catalogueErrors } from './errors.ts'

export interface Publication {
  versionIds: number[]
  /** `YYYY-MM-DD`, for all of them; else the day the draft names, and today for one that replaces a published version. */
  validFrom?: string
  /** Why versions with suspicious findings are published all the same; without it none of them may have any. */
  note?: string
}

export async function publishVersions({ tx, actor, now }: Work, { versionIds, validFrom, note }: Publication): Promise<number> {
  if (versionIds.length === 0) return 0
  const today = localDate(now)
  const drafts = await tx
    .selectFrom('procedureVersion as v')
    .innerJoin('procedure as p', 'p.id', 'v.procedureId')
    .select(['v.id', 'v.procedureId', 'v.validFrom', 'v.status', 'p.status as procedureStatus'])
    .select(sql<number>`jsonb_array_length(v.findings)`.as('findings'))
    .where('v.id', '=', sql<number>`any(${versionIds}::bigint[])`)
    .orderBy('v.procedureId')
    .forUpdate()
    .execute()
  for (const draft of drafts) {
    catalogueErrors.insist(draft.status === 'draft', 'catalogue.not-draft')
    catalogueErrors.insist(draft.procedureStatus === 'active', 'catalogue.closed')
    catalogueErrors.insist(draft.findings === 0 || note, 'catalogue.findings-open', { parameters: { count: draft.findings } })
  }
  const before = await tx
    .selectFrom('procedureVersion')
    .select(['procedureId'])
    .select((eb) => eb.fn.max('validFrom').as('since'))
    .where('status', '=', 'published')
    .where('procedureId', '=', sql<number>`any(${drafts.map(({ procedureId }) => procedureId)}::bigint[])`)
    .groupBy('procedureId')
    .execute()
  const since = new Map(before.map((row) => [row.procedureId, row.since]))
  const starts = drafts.map((draft) => {
    const previous = since.get(draft.procedureId)
    const start = validFrom ?? (previous && draft.validFrom < today ? today : draft.validFrom)
    catalogueErrors.insist(!previous || previous <= start, 'catalogue.version-order', { parameters: { date: previous ?? '' } })
    return { id: draft.id, procedureId: draft.procedureId, start }
  })
  const rows = JSON.stringify(starts.map(({ id, procedureId, start }) => ({ id, procedure_id: procedureId, start })))
  await sql`
    update procedure_version v set valid_before = n.start, updated_at = ${now}
    from jsonb_to_recordset(${rows}::jsonb) as n(procedure_id bigint, start date)
    where v.procedure_id = n.procedure_id and v.status = 'published' and (v.valid_before is null or v.valid_before > n.start)`.execute(tx)
  const approved = actorColumns(actor)
  await sql`
    update procedure_version v set status = 'published', valid_from = n.start, published_on = ${today}, updated_at = ${now}, approved_at = ${now},
      approved_kind = ${approved.actorKind}, approved_by_id = ${approved.actorId},
      findings_accepted_note = case when v.findings = '[]' then null else ${note ?? null}::text end
    from jsonb_to_recordset(${rows}::jsonb) as n(id bigint, start date)
    where v.id = n.id`.execute(tx)
  return drafts.length
}

import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { localDate } from '#platform/text/dates.ts'
import { contentOf } from '../content-of.ts'
import { catalogueErrors } from '../errors.ts'
import { holdProcedure } from '../hold-draft.ts'
import { getVersion } from '../queries/procedure.ts'
import { storeDrafts } from '../store-drafts.ts'

export const StartDraft = z.object({ procedureId: z.coerce.number().int().positive() })

/** Soạn bản mới: the newest version copied into a draft; a draft that is there already is gone on with. */
export const startDraft = action('catalogue.edit', {
  input: StartDraft,
  scope: () => undefined,
  async work({ tx, now, about }, { procedureId }) {
    const procedure = await holdProcedure(tx, procedureId)
    catalogueErrors.insist(procedure.status === 'active', 'catalogue.closed')
    const newest = await tx
      .selectFrom('procedureVersion')
      .select(['id', 'number', 'status'])
      .where('procedureId', '=', procedureId)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!newest) return commonErrors.fail('record.not-found')
    about({ kind: 'procedure', id: procedureId }, { did: 'start-draft', from: newest.number })
    if (newest.status === 'draft') return { versionId: newest.id }
    const before = await getVersion(tx, newest.id)
    // The decision belongs to the version it published; the next one brings its own.
    const content = { ...contentOf(before), decisionNumber: null, decisionDate: null, effectiveDate: null }
    const [versionId = 0] = await storeDrafts(tx, [{ procedure, number: newest.number + 1, validFrom: localDate(now), content }], now)
    // A later import compares with what was imported last, also when people have edited since.
    await sql`
      update procedure_version d set source_hash = v.source_hash, source_parts = v.source_parts
      from procedure_version v where d.id = ${versionId} and v.id = ${newest.id}`.execute(tx)
    return { versionId }
  },
})

import { z } from 'zod'
import { action } from '#platform/action.ts'
import { holdImport } from '../import/hold-import.ts'
import { publishVersions } from '../publish-versions.ts'

export const PublishImport = z.object({ importId: z.coerce.number().int().positive(), validFrom: z.iso.date().optional() })

/** Publishes what the import judged new or changed and found nothing suspicious in. Suspicious rows wait for `decideImportRows`. */
export const publishImport = action('catalogue.publish', {
  input: PublishImport,
  scope: () => undefined,
  async work(work, { importId, validFrom }) {
    await holdImport(work.tx, importId, ['done'])
    const rows = await work.tx
      .selectFrom('catalogueImportRow as r')
      .innerJoin('procedureVersion as v', 'v.id', 'r.procedureVersionId')
      .innerJoin('procedure as p', 'p.id', 'v.procedureId')
      .select('v.id')
      .where('r.catalogueImportId', '=', importId)
      .where('r.verdict', 'in', ['new', 'changed'])
      .where('v.status', '=', 'draft')
      .where('p.status', '=', 'active')
      .execute()
    const published = await publishVersions(work, { versionIds: rows.map(({ id }) => id), validFrom })
    work.about({ kind: 'catalogue-import', id: importId }, { published })
    return { published }
  },
})

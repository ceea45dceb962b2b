import type { ReceptionComponent } from '#modules/catalogue/index.ts'
import type { Queryable } from '#platform/database.ts'

/** Required papers of the case that the dossier does not hold. */
export async function missingPapers(
  db: Queryable,
  dossierId: number,
  components: readonly ReceptionComponent[],
): Promise<ReceptionComponent[]> {
  const rows = await db.selectFrom('dossierComponent').select('componentId').where('dossierId', '=', dossierId).execute()
  const held = new Set(rows.map(({ componentId }) => componentId))
  return components.filter(({ id, isRequired }) => isRequired && !held.has(id))
}

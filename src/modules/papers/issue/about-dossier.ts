import { getUnit } from '#modules/organization/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { DossierOnPaper } from '../letters/about.ts'
import { type DossierFacts, ownerOf } from './dossier-facts.ts'

/** The dossier as every paper about it shows it. `settlingOffice`: the agency that answers for it. */
export async function aboutDossier(db: Queryable, facts: DossierFacts, settlingOffice: string): Promise<DossierOnPaper> {
  const receiving = await getUnit(db, facts.receivingUnitId)
  return {
    code: facts.code,
    owner: ownerOf(facts),
    submitterName: facts.submitterName,
    subject: facts.subject,
    procedureName: facts.procedureName,
    receivingOffice: receiving.name,
    settlingOffice,
    receivedAt: facts.receivedAt ?? undefined,
    dueAt: facts.dueAt ?? undefined,
    components: facts.components.map(({ originalsReturnedAt, ...component }) => ({
      ...component,
      returnedAt: originalsReturnedAt ?? undefined,
    })),
  }
}

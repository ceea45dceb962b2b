/** Every paper of a filing that can be in order or not: what was handed in, and what the case asks for besides. */
import type { Queryable } from '#platform/database.ts'

export interface CheckablePaper {
  /** Of what was handed in. */
  dossierComponentId?: number
  /** Of the case, where it was not. */
  componentId?: number
  name: string
  isRequired: boolean
}

export async function checkablePapers(db: Queryable, dossierId: number): Promise<CheckablePaper[]> {
  const [held, listed] = await Promise.all([
    db
      .selectFrom('dossierComponent')
      .select(['id', 'componentId', 'name'])
      .where('dossierId', '=', dossierId)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('component as c')
      .innerJoin('dossier as d', 'd.procedureCaseId', 'c.procedureCaseId')
      .select(['c.id', 'c.name', 'c.isRequired'])
      .where('d.id', '=', dossierId)
      .where('c.kind', '=', 'paper')
      .orderBy('c.position')
      .execute(),
  ])
  const handedIn = new Set(held.map(({ componentId }) => componentId))
  return [
    ...held.map(({ id, name }) => ({ dossierComponentId: id, name, isRequired: true })),
    ...listed.filter(({ id }) => !handedIn.has(id)).map(({ id, name, isRequired }) => ({ componentId: id, name, isRequired })),
  ]
}

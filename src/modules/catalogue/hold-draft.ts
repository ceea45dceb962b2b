import type { Transaction } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { catalogueErrors } from './errors.ts'
import { getProcedure, getVersion, type ProcedureIdentity, type VersionDetail } from './queries/procedure.ts'

/** Locks the procedure, so that two people never write its versions at the same moment. */
export async function holdProcedure(tx: Transaction, procedureId: number): Promise<ProcedureIdentity> {
  await tx.selectFrom('procedure').select('id').where('id', '=', procedureId).forUpdate().execute()
  return getProcedure(tx, procedureId)
}

/** The draft that the person saw. Every saving makes it anew under another id, so an id that is gone means somebody else saved meanwhile. */
export async function holdDraft(tx: Transaction, versionId: number): Promise<{ procedure: ProcedureIdentity; draft: VersionDetail }> {
  const row = await tx.selectFrom('procedureVersion').select('procedureId').where('id', '=', versionId).executeTakeFirst()
  if (!row) return commonErrors.fail('record.changed')
  const procedure = await holdProcedure(tx, row.procedureId)
  const draft = await getVersion(tx, versionId)
  catalogueErrors.insist(draft.status === 'draft', 'catalogue.not-draft')
  return { procedure, draft }
}

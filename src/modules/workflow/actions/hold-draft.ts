/** Locks a draft for a change; whoever comes with an older revision is told who saved meanwhile. */
import { findOfficerName } from '#modules/identity/index.ts'
import type { Transaction } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { localTime } from '#platform/text/dates.ts'
import { workflowErrors } from '../errors.ts'

export interface HeldDraft {
  id: number
  processId: number
  templateId: number
  version: number
  revision: number
  step: number
  isFirst: boolean
  procedureId: number | null
}

/** @throws AppError `record.not-found`, `workflow.draft-changed` */
export async function holdDraft(tx: Transaction, { processId, revision }: { processId: number; revision: number }): Promise<HeldDraft> {
  const row = await tx
    .selectFrom('processDraft as d')
    .innerJoin('process as p', 'p.id', 'd.processId')
    .select(['d.id', 'd.processId', 'd.step', 'd.isFirst', 'd.procedureId', 'd.savedById', 'd.savedAt'])
    .select(['p.processTemplateId as templateId', 'p.version', 'p.revision'])
    .where('d.processId', '=', processId)
    .where('p.status', '=', 'draft')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return commonErrors.fail('record.not-found')
  const { savedById, savedAt, ...draft } = row
  if (draft.revision === revision) return draft
  const name = savedById === null ? undefined : await findOfficerName(tx, savedById)
  return workflowErrors.fail('workflow.draft-changed', { parameters: { name: name ?? '…', time: localTime(savedAt) } })
}

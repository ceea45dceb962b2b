import { z } from 'zod'
import { action, type Work } from '#platform/action.ts'
import { isSqlError, sqlState, type Transaction } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { localDate } from '#platform/text/dates.ts'
import { CONDITION_FIELDS } from '../asked.ts'
import { workflowErrors } from '../errors.ts'
import { ProcessGraph } from '../graph/graph.ts'
import { longestWay } from '../graph/hours.ts'
import { graphProblems } from '../graph/problems.ts'
import { structureOf } from '../graph/structure.ts'
import { legalHours, legalLimitOfLine } from '../queries/process-draft.ts'
import { insistGreen } from '../trials/insist-green.ts'
import { type HeldDraft, holdDraft } from './hold-draft.ts'

export const PublishProcess = z.object({
  processId: z.coerce.number().int().positive(),
  revision: z.coerce.number().int().min(1),
  name: z.string({ error: 'Hãy ghi tên quy trình.' }).trim().min(3, 'Hãy ghi tên quy trình.').max(300, 'Tối đa 300 ký tự.'),
  decision: z
    .string({ error: 'Hãy ghi số quyết định.' })
    .trim()
    .min(3, 'Hãy ghi số quyết định. Ví dụ: 1234/QĐ-UBND.')
    .max(100, 'Tối đa 100 ký tự.'),
  decisionDate: z.iso.date({ error: 'Hãy ghi ngày ký quyết định.' }),
  validFrom: z.iso.date({ error: 'Hãy ghi ngày áp dụng.' }),
})
export type PublishProcess = z.infer<typeof PublishProcess>

/**
 * Công bố phiên bản của quy trình nội bộ (TT 01/2018/TT-VPCP art. 8): by a decision, from a day on, and only when nothing is left on the check list and every trial of the process is green on it. From then on it never
 * changes; dossiers already received stay on their version.
 */
export const publishProcess = action('workflow.publish-process', {
  input: PublishProcess,
  scope: () => undefined,
  async work(work, { processId, revision, ...input }) {
    const { tx, now } = work
    insistDates(input, localDate(now))
    const draft = await holdDraft(tx, { processId, revision })
    const hours = await insistSound(tx, draft, input.validFrom)
    const trials = await insistGreen(tx, draft, now)
    await endBefore(tx, draft.templateId, input.validFrom)
    await tx
      .updateTable('process')
      .set({ ...input, status: 'published' })
      .where('id', '=', processId)
      .execute()
    await tx.deleteFrom('processDraft').where('id', '=', draft.id).execute()
    if (draft.isFirst) await bind(work, draft)
    work.about(
      { kind: 'process', id: processId },
      { version: draft.version, decision: input.decision, validFrom: input.validFrom, hours, trials },
    )
    return { processId, version: draft.version }
  },
})

/** @throws AppError at the fields of the days. */
export function insistDates({ decisionDate, validFrom }: Pick<PublishProcess, 'decisionDate' | 'validFrom'>, today: string): void {
  workflowErrors.insist(validFrom >= today, 'workflow.process-in-past', {
    fields: { validFrom: 'Ngày áp dụng không được trước hôm nay.' },
  })
  if (decisionDate > today) commonErrors.fail('input.invalid', { fields: { decisionDate: 'Ngày ký quyết định không được sau hôm nay.' } })
}

/** Returns the working hours of the longest way. */
async function insistSound(tx: Transaction, draft: HeldDraft, day: string): Promise<number> {
  const [{ graph: stored }, roles, limit] = await Promise.all([
    tx.selectFrom('process').select('graph').where('id', '=', draft.processId).executeTakeFirstOrThrow(),
    tx.selectFrom('role').select('code').execute(),
    legalLimitOfLine(tx, draft, day),
  ])
  const graph = ProcessGraph.parse(stored)
  const roleCodes = new Set(roles.map(({ code }) => code))
  const [problem] = graphProblems(graph, { fields: CONDITION_FIELDS, roleCodes, legalHours: legalHours(limit) }).filter(
    ({ level }) => level === 'error',
  )
  if (problem)
    workflowErrors.fail('workflow.process-unsound', { parameters: { reason: problem.sentence.vi, reasonEn: problem.sentence.en } })
  return longestWay(structureOf(graph))?.hours ?? 0
}

/** The version that holds until then ends the day before. */
async function endBefore(tx: Transaction, templateId: number, day: string): Promise<void> {
  await tx
    .updateTable('process')
    .set((eb) => ({ validTo: eb.cast(eb(eb.cast(eb.val(day), 'date'), '-', eb.lit(1)), 'date') }))
    .where('processTemplateId', '=', templateId)
    .where('status', '=', 'published')
    .where('validTo', 'is', null)
    .where('validFrom', '<', day)
    .execute()
}

async function bind({ tx, now }: Work, { procedureId, templateId }: HeldDraft): Promise<void> {
  await tx
    .insertInto('processBinding')
    .values({ procedureId, processTemplateId: templateId, createdAt: now })
    .execute()
    .catch((error: unknown): never => {
      // Somebody gave the procedure a process of its own meanwhile.
      if (isSqlError(error, sqlState.unique)) return commonErrors.fail('record.changed')
      throw error
    })
}

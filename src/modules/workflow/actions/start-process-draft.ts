import { z } from 'zod'
import { action, type Work } from '#platform/action.ts'
import { isSqlError, sqlState, type Transaction } from '#platform/database.ts'
import { commonErrors } from '#platform/errors.ts'
import { BLANK_GRAPH } from '../graph/edit/operation.ts'
import type { ProcessGraph } from '../graph/graph.ts'
import { standardGraph } from '../standard-line.ts'

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)

export const StartProcessDraft = z.object({
  /** Left out: the general line. */
  procedureId: z.preprocess(blank, z.coerce.number().int().positive().optional()),
  name: z.string({ error: 'Hãy ghi tên quy trình.' }).trim().min(3, 'Hãy ghi tên quy trình.').max(300, 'Tối đa 300 ký tự.'),
  /** What it begins with: a version that is published, the seven usual steps, or a start and an end. */
  from: z.preprocess(blank, z.union([z.enum(['standard', 'blank']), z.coerce.number().int().positive()]).default('standard')),
})
export type StartProcessDraft = z.infer<typeof StartProcessDraft>

/** Lập bản nháp của phiên bản mới. Where there is a draft already, it is the one that goes on. */
export const startProcessDraft = action('workflow.edit-process', {
  input: StartProcessDraft,
  scope: () => undefined,
  async work(work, { procedureId = null, name, from }) {
    const { tx } = work
    const graph = await graphFrom(tx, from)
    const own = await ownTemplate(tx, procedureId)
    const known = await draftOf(tx, procedureId, own?.templateId)
    if (known !== undefined) return { processId: known, isNew: false }
    const processId = await insertDraft(work, { procedureId, name, graph, own }).catch((error: unknown): never => {
      // Two people began at the same moment: the second finds the first one's draft when the page is opened again.
      if (isSqlError(error, sqlState.unique)) return commonErrors.fail('record.changed')
      throw error
    })
    work.about({ kind: 'process', id: processId }, { procedureId, isDraft: true, nodes: graph.nodes.length })
    return { processId, isNew: true }
  },
})

async function graphFrom(tx: Transaction, from: StartProcessDraft['from']): Promise<ProcessGraph> {
  if (from === 'blank') return BLANK_GRAPH
  if (from === 'standard') return standardGraph(tx)
  const row = await tx.selectFrom('process').select('graph').where('id', '=', from).executeTakeFirst()
  return row ? (row.graph as ProcessGraph) : commonErrors.fail('record.not-found')
}

async function ownTemplate(tx: Transaction, procedureId: number | null): Promise<{ templateId: number; version: number } | undefined> {
  const row = await tx
    .selectFrom('processBinding as b')
    .innerJoin('process as p', 'p.processTemplateId', 'b.processTemplateId')
    .select(['b.processTemplateId as templateId', 'p.version'])
    .where('b.procedureId', 'is not distinct from', procedureId)
    .where('b.unitId', 'is', null)
    .orderBy('p.version', 'desc')
    .executeTakeFirst()
  return row
}

async function draftOf(tx: Transaction, procedureId: number | null, templateId: number | undefined): Promise<number | undefined> {
  const row = await tx
    .selectFrom('processDraft as d')
    .innerJoin('process as p', 'p.id', 'd.processId')
    .select('p.id')
    .where((eb) =>
      templateId === undefined
        ? eb.and([eb('d.isFirst', '=', true), eb('d.procedureId', 'is not distinct from', procedureId)])
        : eb('p.processTemplateId', '=', templateId),
    )
    .executeTakeFirst()
  return row?.id
}

interface NewDraft {
  procedureId: number | null
  name: string
  graph: ProcessGraph
  own: { templateId: number; version: number } | undefined
}

async function insertDraft({ tx, now, actor }: Work, { procedureId, name, graph, own }: NewDraft): Promise<number> {
  const templateId =
    own?.templateId ??
    (await tx.insertInto('processTemplate').values({ name, createdAt: now }).returning('id').executeTakeFirstOrThrow()).id
  const stored = JSON.stringify(graph)
  const { id: processId } = await tx
    .insertInto('process')
    .values({ processTemplateId: templateId, version: (own?.version ?? 0) + 1, name, status: 'draft', graph: stored, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await tx
    .insertInto('processDraft')
    .values({
      processId,
      isFirst: own === undefined,
      procedureId: own === undefined ? procedureId : null,
      savedById: actor.kind === 'officer' ? actor.id : null,
      savedAt: now,
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.insertInto('processDrawing').values({ processDraftId: id, step: 0, graph: stored, createdAt: now }).execute()
  return processId
}

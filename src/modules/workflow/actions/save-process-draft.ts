import { z } from 'zod'
import { action, type Work } from '#platform/action.ts'
import { commonErrors } from '#platform/errors.ts'
import { ProcessGraph } from '../graph/graph.ts'
import { type HeldDraft, holdDraft } from './hold-draft.ts'

const revision = z.coerce.number().int().min(1)
const processId = z.coerce.number().int().positive()

export const SaveProcessDraft = z.object({
  processId,
  /** The one that was seen. */
  revision,
  graph: z.preprocess((value) => (typeof value === 'string' ? parsed(value) : value), ProcessGraph),
  /** The whole drawing by another: a file that was read brings its name. */
  name: z.string().trim().min(3).max(300).optional(),
  source: z.enum(['drawing', 'bpmn']).default('drawing'),
})
export type SaveProcessDraft = z.infer<typeof SaveProcessDraft>

/** Lưu bản nháp quy trình: anything the schema lets through, also what cannot be published yet. What had been undone is gone. */
export const saveProcessDraft = action('workflow.edit-process', {
  input: SaveProcessDraft,
  scope: () => undefined,
  async work(work, { graph, name, source, ...seen }) {
    const { tx, now } = work
    const draft = await holdDraft(tx, seen)
    const step = draft.step + 1
    const stored = JSON.stringify(graph)
    await tx
      .deleteFrom('processDrawing')
      .where('processDraftId', '=', draft.id)
      .where((eb) => eb.or([eb('step', '>=', step), eb('step', '<', step - MOST_STEPS)]))
      .execute()
    await tx.insertInto('processDrawing').values({ processDraftId: draft.id, step, graph: stored, createdAt: now }).execute()
    return write(work, draft, { graph: stored, step, source, ...(name !== undefined && { name }) })
  },
})

export const StepProcessDraft = z.object({ processId, revision, to: z.enum(['undo', 'redo']) })
export type StepProcessDraft = z.infer<typeof StepProcessDraft>

/** Hoàn tác, làm lại: the drawing before or after this one. */
export const stepProcessDraft = action('workflow.edit-process', {
  input: StepProcessDraft,
  scope: () => undefined,
  async work(work, { to, ...seen }) {
    const draft = await holdDraft(work.tx, seen)
    const step = to === 'undo' ? draft.step - 1 : draft.step + 1
    const drawing = await work.tx
      .selectFrom('processDrawing')
      .select('graph')
      .where('processDraftId', '=', draft.id)
      .where('step', '=', step)
      .executeTakeFirst()
    if (!drawing) return commonErrors.fail('record.not-found')
    return write(work, draft, { graph: JSON.stringify(drawing.graph), step, source: to })
  },
})

export const DiscardProcessDraft = z.object({ processId, revision })

/** Bỏ bản nháp. A template that was never published goes with it. */
export const discardProcessDraft = action('workflow.edit-process', {
  input: DiscardProcessDraft,
  scope: () => undefined,
  async work(work, seen) {
    const { tx } = work
    const draft = await holdDraft(tx, seen)
    await tx.deleteFrom('process').where('id', '=', draft.processId).execute()
    if (draft.isFirst) await tx.deleteFrom('processTemplate').where('id', '=', draft.templateId).execute()
    work.about({ kind: 'process', id: draft.processId }, { isDiscarded: true, version: draft.version })
  },
})

/** One can go back so many drawings. */
const MOST_STEPS = 200

async function write(
  work: Work,
  draft: HeldDraft,
  { graph, step, source, name }: { graph: string; step: number; source: string; name?: string },
): Promise<{ revision: number }> {
  const { tx, now, actor } = work
  const revision = draft.revision + 1
  await tx
    .updateTable('process')
    .set({ graph, revision, ...(name !== undefined && { name }) })
    .where('id', '=', draft.processId)
    .execute()
  await tx
    .updateTable('processDraft')
    .set({ step, savedById: actor.kind === 'officer' ? actor.id : null, savedAt: now })
    .where('id', '=', draft.id)
    .execute()
  work.about({ kind: 'process', id: draft.processId }, { version: draft.version, revision, source })
  return { revision }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

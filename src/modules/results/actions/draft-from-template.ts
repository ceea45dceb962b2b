import { z } from 'zod'
import type { FieldValues } from '#modules/documents/index.ts'
import { appendFacts, type DossierDetail, getDossier } from '#modules/dossier/index.ts'
import { holdForDraft, layDraft, ResultName, TaskReference, unitOfTask } from '#modules/workflow/index.ts'
import { action } from '#platform/action.ts'
import type { Actor } from '#platform/actor.ts'
import type { Queryable } from '#platform/database.ts'
import { localDate } from '#platform/text/dates.ts'
import { factsOf, openFields, questionsOf } from '../facts.ts'
import { getTemplateFor, type ResultTemplate } from '../queries/result-templates.ts'
import { Answers, valuesOf } from '../questions.ts'
import { keepResult, type Press, renderResult } from '../render.ts'

export const DraftFromTemplate = TaskReference.extend({
  template: z.string({ error: 'Hãy chọn mẫu kết quả.' }).min(1, 'Hãy chọn mẫu kết quả.').max(100),
  name: ResultName,
  answers: Answers.default({}),
})

/**
 * Lập dự thảo từ mẫu: what the dossier knows and what was typed go into the Word template; the Word file and its PDF become the draft result. The same right as
 * uploading a draft, for it is the same act.
 */
export const draftFromTemplate = (press: Press) =>
  action('workflow.prepare-result', {
    input: DraftFromTemplate,
    scope: (tx, input) => unitOfTask(tx, input),
    async work(work, { template: code, name, answers, ...reference }) {
      const { tx, actor, now } = work
      const held = await holdForDraft(work, reference)
      const dossier = await getDossier(tx, held.dossier.id, { actor, now })
      const template = await getTemplateFor(tx, { code, procedureId: dossier.procedure.id, day: localDate(now) })
      const data = await draftData(tx, { dossier, template, answers, actor, now })
      const rendered = await renderResult(press, { template, data, name, isDraft: true, now })
      const kept = await keepResult(tx, press, { rendered, name: `Dự thảo ${name}`, actor, now })
      const resultId = await layDraft(work, held, { name, documentId: kept.pdfDocumentId })
      await tx
        .insertInto('dossierDocument')
        .values({ dossierId: dossier.id, documentId: kept.wordDocumentId, kind: 'result', createdAt: now })
        .execute()
      appendFacts(work, held.dossier, { kind: 'document-added', documentId: kept.wordDocumentId, purpose: 'result' })
      const draft = { resultTemplateId: template.id, answers: JSON.stringify(answers), data: JSON.stringify(data), ...kept, createdAt: now }
      await tx
        .insertInto('resultDraft')
        .values({ dossierResultId: resultId, ...draft })
        .onConflict((conflict) => conflict.column('dossierResultId').doUpdateSet(draft))
        .execute()
      return { resultId, ...kept }
    },
  })

export interface Drafting {
  dossier: DossierDetail
  template: ResultTemplate
  answers: Answers
  actor: Actor
  now: Date
}

/** What the draft is filled with; also for the preview. @throws AppError `input.invalid` with a sentence for each answer */
export async function draftData(db: Queryable, { dossier, template, answers, actor, now }: Drafting): Promise<FieldValues> {
  const facts = await factsOf(db, dossier, actor)
  const values = valuesOf(questionsOf(template, facts), answers)
  return { ...facts, ...openFields(template, facts, now), ...values }
}

import type { FieldValues } from '#modules/documents/index.ts'
import type { Queryable } from '#platform/database.ts'
import type { Answers } from '../questions.ts'

export interface ResultDraft {
  id: number
  resultId: number
  resultTemplateId: number
  templateCode: string
  /** Proposed when the number is given. */
  symbol: string | null
  name: string
  answers: Answers
  data: FieldValues
  wordDocumentId: number
  pdfDocumentId: number
}

/** What the dossier's result was made from; undefined when there is none or when an uploaded document has taken its place. */
export async function findDraft(db: Queryable, dossierId: number): Promise<ResultDraft | undefined> {
  const row = await db
    .selectFrom('resultDraft as draft')
    .innerJoin('dossierResult as result', 'result.id', 'draft.dossierResultId')
    .innerJoin('resultTemplate as template', 'template.id', 'draft.resultTemplateId')
    .innerJoin('documentTemplate as word', 'word.id', 'template.documentTemplateId')
    .select([
      'draft.id',
      'draft.dossierResultId as resultId',
      'draft.resultTemplateId',
      'draft.answers',
      'draft.data',
      'draft.wordDocumentId',
      'draft.pdfDocumentId',
      'word.code as templateCode',
      'template.symbol',
      'result.name',
    ])
    .where('result.dossierId', '=', dossierId)
    .whereRef('result.documentId', '=', 'draft.pdfDocumentId')
    .executeTakeFirst()
  return row && { ...row, answers: row.answers as unknown as Answers, data: row.data as unknown as FieldValues }
}

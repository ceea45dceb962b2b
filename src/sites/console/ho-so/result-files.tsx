import type { DossierDetail } from '#modules/dossier/index.ts'
import type { ResultDraft } from '#modules/results/index.ts'
import type { Language } from '#platform/language.ts'
import { copy } from './words.ts'

/** The result as it stands, to be read before it is signed, numbered or handed out. */
export function ResultFiles({ dossier, draft, language }: { dossier: DossierDetail; draft: ResultDraft | undefined; language: Language }) {
  const { result } = dossier
  if (!result?.documentId) return null
  const text = copy(language)
  const href = (documentId: number) => `/ho-so/${dossier.code}/tai-lieu/${documentId}`
  const number = result.number === null ? '' : `, ${result.number}/${result.symbol}`
  return (
    <p>
      {result.issuedAt ? text.resultFiles : text.draftFiles}:{' '}
      <a href={href(result.documentId)}>
        {result.name}
        {number}
        {draft && ' (PDF)'}
      </a>
      {draft && (
        <>
          {', '}
          <a href={href(draft.wordDocumentId)}>Word</a>
        </>
      )}
    </p>
  )
}

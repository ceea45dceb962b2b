import type { ImportSummary } from '#modules/catalogue/index.ts'
import type { Language } from '#platform/language.ts'
import { PageHead, ProgressBar } from '#ui/index.ts'
import { copy } from './words.ts'

/** How far the judging is. */
export function Running({ summary, language }: { summary: ImportSummary; language: Language }) {
  const text = copy(language)
  return (
    <>
      <PageHead title={text.title(summary.fileName)} />
      <ProgressBar
        label={text.judging}
        value={summary.doneCount}
        max={Math.max(1, summary.rowCount)}
        detail={text.progress(summary.doneCount, summary.rowCount)}
      />
      <p>{text.leave}</p>
      <p>
        <a href={`/danh-muc/nhap/${summary.id}`}>{text.lookAgain}</a>
      </p>
    </>
  )
}

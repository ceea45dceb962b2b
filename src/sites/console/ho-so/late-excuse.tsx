/** Why no apology is owed for the lateness, with what proves it and who recorded it. */
import type { LatenessExcuse } from '#modules/settlement/index.ts'
import { type Language, words } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { DefinitionList } from '#ui/index.ts'

export function LateExcuse({ excuse, language }: { excuse: LatenessExcuse; language: Language }) {
  const text = copy(language)
  const { reason, evidence, decidedByName, decidedAt } = excuse
  return (
    <DefinitionList
      rows={[
        { term: text.excused, value: `${reason[language]}. ${excuse.text}` },
        { term: text.evidence, value: evidence },
        { term: text.recorded, value: [decidedByName, formatMoment(decidedAt)].filter(Boolean).join(', ') },
      ]}
    />
  )
}

const copy = words({
  vi: { excused: 'Không phải xin lỗi vì', evidence: 'Văn bản, tài liệu chứng minh', recorded: 'Người ghi nhận' },
  en: { excused: 'No apology is owed because', evidence: 'What proves it', recorded: 'Recorded by' },
})

import type { Child } from 'hono/jsx'
import type { LegLine } from '#modules/settlement/index.ts'
import type { Language } from '#platform/language.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { DueBadge, Table } from '#ui/index.ts'
import { copy } from './words.ts'

/** `withAnswers`: all of one dossier, for its lead. `href`: where a row leads. */
export function LegsTable({
  rows,
  language,
  now,
  withAnswers,
  href,
  empty,
}: {
  rows: LegLine[]
  language: Language
  now: Date
  withAnswers?: boolean
  href?(row: LegLine): string | undefined
  empty?: Child
}) {
  const text = copy(language)
  return (
    <Table
      caption={text.legs}
      hideCaption
      dense
      rows={rows}
      rowKey={(row) => `${row.code}/${row.taskNumber ?? row.agency}`}
      rowHref={href && ((row: LegLine) => href(row) ?? `/ho-so/${row.code}`)}
      columns={[
        ...(withAnswers ? [] : [{ key: 'code', head: text.code, nowrap: true, cell: (row: LegLine) => row.code }]),
        { key: 'agency', head: text.agency, cell: (row: LegLine) => `${row.agency}${row.isLead ? ` (${text.lead})` : ''}` },
        ...(withAnswers ? [] : [{ key: 'procedure', head: text.procedure, oneLine: true, cell: (row: LegLine) => row.procedureName }]),
        { key: 'sent', head: text.sent, nowrap: true, cell: (row: LegLine) => (row.sentAt ? formatMoment(row.sentAt) : '') },
        { key: 'due', head: text.due, cell: (row: LegLine) => <LegDue row={row} now={now} /> },
        { key: 'state', head: text.state, cell: (row: LegLine) => stateOf(row, language) },
        ...(withAnswers ? [{ key: 'answer', head: text.answer, cell: (row: LegLine) => row.answer ?? '' }] : []),
      ]}
      empty={empty}
    />
  )
}

function LegDue({ row: { dueAt, answeredAt, outcome }, now }: { row: LegLine; now: Date }) {
  if (!dueAt) return null
  const isLate = (answeredAt ?? now) > dueAt
  if (outcome) return <span class="nowrap">{formatMoment(dueAt)}</span>
  return (
    <>
      <DueBadge state={isLate ? 'late' : 'in-time'} /> <span class="nowrap">{formatMoment(dueAt)}</span>
    </>
  )
}

function stateOf({ outcome, answeredAt, sentAt, acknowledgedAt }: LegLine, language: Language): string {
  const text = copy(language)
  if (outcome === 'left' || outcome === 'cancelled' || outcome === 'withdrawn') return text.left
  if (outcome && answeredAt) return text.answered(formatMoment(answeredAt))
  if (!sentAt) return text.waitingTurn
  return acknowledgedAt ? text.seen(formatMoment(acknowledgedAt)) : text.unseen
}

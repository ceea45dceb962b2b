import type { Instruction } from '#modules/workflow/index.ts'
import { formatMoment } from '#platform/text/dates.ts'
import { Table, Tag } from '#ui/index.ts'
import type { InstructionText } from './words.ts'

/** Word, shape and colour; a late one says so beside it. */
export function InstructionState({ row, text }: { row: Instruction; text: InstructionText }) {
  if (row.state === 'done')
    return row.isLate ? (
      <Tag tone="near" shape="tick">
        {text.doneLate}
      </Tag>
    ) : (
      <Tag tone="ok" shape="tick">
        {text.done}
      </Tag>
    )
  if (row.state === 'withdrawn') return <Tag tone="paused">{text.withdrawn}</Tag>
  return (
    <>
      {row.isLate && (
        <Tag tone="late" shape="square">
          {text.overdue}
        </Tag>
      )}{' '}
      <Tag tone={row.state === 'new' ? 'info' : 'neutral'} shape={row.state === 'new' ? 'ring' : 'circle'}>
        {text[row.state]}
      </Tag>
    </>
  )
}

interface InstructionsProps {
  rows: Instruction[]
  text: InstructionText
  /** On the page of one dossier its code says nothing. */
  withDossier?: boolean
}

export const Instructions = ({ rows, text, withDossier = true }: InstructionsProps) => (
  <Table
    caption={text.title}
    hideCaption
    dense
    rows={rows}
    rowKey={({ id }) => id}
    rowHref={({ id }) => `/chi-dao/${id}`}
    rowTone={({ isLate, state }) => (isLate && state !== 'done' ? 'late' : undefined)}
    columns={[
      { key: 'text', head: text.text, width: 'wide', isRowHead: true, cell: (row) => shortened(row.text) },
      ...(withDossier ? [{ key: 'dossier', head: text.dossier, nowrap: true, cell: (row: Instruction) => row.code }] : []),
      { key: 'giver', head: text.giver, cell: (row) => row.giverName },
      { key: 'addressee', head: text.addressee, cell: (row) => row.addresseeName },
      { key: 'due', head: text.due, nowrap: true, cell: (row) => formatMoment(row.dueAt) },
      { key: 'state', head: text.state, cell: (row) => <InstructionState row={row} text={text} /> },
    ]}
  />
)

const MOST = 140
const shortened = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST - 1).trimEnd()}…` : text)

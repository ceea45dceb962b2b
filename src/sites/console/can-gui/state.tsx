import { EXCHANGE_STATES } from '#modules/dossier/index.ts'
import type { OutgoingState } from '#modules/notification/index.ts'
import type { Language } from '#platform/language.ts'
import { Tag } from '#ui/index.ts'
import type { OutgoingText } from './words.ts'

/** Word, shape and colour; one that should have gone says so beside it. */
export function SendingState({
  row,
  now,
  language,
  text,
}: {
  row: { state: OutgoingState; sendBy: Date }
  now: Date
  language: Language
  text: OutgoingText
}) {
  if (row.state === 'withdrawn') return <Tag tone="paused">{text.withdrawn}</Tag>
  const word = EXCHANGE_STATES[row.state][language]
  const isOpen = row.state === 'pending' || row.state === 'failed'
  return (
    <>
      <Tag
        tone={row.state === 'failed' ? 'late' : isOpen ? 'info' : 'ok'}
        shape={row.state === 'failed' ? 'square' : isOpen ? 'ring' : 'tick'}
      >
        {word}
      </Tag>{' '}
      {isOpen && row.sendBy < now && (
        <Tag tone="late" shape="square">
          {text.isLate}
        </Tag>
      )}
    </>
  )
}

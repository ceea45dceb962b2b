import { words } from '#platform/language.ts'
import { useWords } from '../language.ts'
import type { ShapeName } from './shape.tsx'
import { Tag, type Tone } from './tag.tsx'

const copy = words({
  vi: { 'in-time': 'Trong hạn', half: 'Quá nửa thời hạn', near: 'Sắp đến hạn', late: 'Quá hạn', paused: 'Tạm dừng', ended: 'Đã kết thúc' },
  en: { 'in-time': 'In time', half: 'Past half', near: 'Due soon', late: 'Overdue', paused: 'Paused', ended: 'Ended' },
})

/** How a dossier stands against its clock: word, shape and colour. `detail` is what is left or over, in words: "còn 1 ngày 3 giờ làm việc". */
export function DueBadge({ state, detail, word }: { state: DueState; detail?: string; word?: string }) {
  const look = LOOKS[state]
  const text = useWords(copy)
  return (
    <Tag tone={look.tone} shape={look.shape}>
      {word ?? text[state]}
      {detail && ' '}
      {detail && <span class="tag__detail">{detail}</span>}
    </Tag>
  )
}

const LOOKS: Record<DueState, { tone: Tone; shape: ShapeName }> = {
  'in-time': { tone: 'ok', shape: 'circle' },
  half: { tone: 'ok', shape: 'half' },
  near: { tone: 'near', shape: 'triangle' },
  late: { tone: 'late', shape: 'square' },
  paused: { tone: 'paused', shape: 'bars' },
  ended: { tone: 'paused', shape: 'ring' },
}

export type DueState = 'in-time' | 'half' | 'near' | 'late' | 'paused' | 'ended'

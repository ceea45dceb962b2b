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
  const said = word ?? text[state]
  const more = detail && notTwice(said, detail)
  return (
    <Tag tone={look.tone} shape={look.shape}>
      {said}
      {more && ' '}
      {more && <span class="tag__detail">{more}</span>}
    </Tag>
  )
}

/** "Quá hạn" and "quá hạn 45 phút làm việc" together say it once. */
const notTwice = (said: string, detail: string): string =>
  detail.toLocaleLowerCase('vi').startsWith(`${said.toLocaleLowerCase('vi')} `) ? detail.slice(said.length + 1) : detail

const LOOKS: Record<DueState, { tone: Tone; shape: ShapeName }> = {
  'in-time': { tone: 'ok', shape: 'circle' },
  half: { tone: 'ok', shape: 'half' },
  near: { tone: 'near', shape: 'triangle' },
  late: { tone: 'late', shape: 'square' },
  paused: { tone: 'paused', shape: 'bars' },
  ended: { tone: 'paused', shape: 'ring' },
}

export type DueState = 'in-time' | 'half' | 'near' | 'late' | 'paused' | 'ended'

import { words } from '#platform/language.ts'
import { useWords } from '../language.ts'

const copy = words({
  vi: {
    done: '',
    current: 'đang giữ',
    paused: 'tạm dừng, không tính vào thời hạn',
    late: 'quá hạn',
    left: 'còn lại',
    hours: 'giờ',
    minutes: 'phút',
    limit: 'Vạch đứng: thời hạn',
  },
  en: {
    done: '',
    current: 'has it now',
    paused: 'paused, not counted',
    late: 'overdue',
    left: 'left',
    hours: 'h',
    minutes: 'min',
    limit: 'Upright line: the limit',
  },
})

/**
 * Whose time went where: one segment for each unit that held the dossier, wide as its working minutes, and a list that says the same in
 * words. `limitMinutes` draws where the deadline stands.
 */
export function ClockBar({ label, segments, limitMinutes }: ClockBarProps) {
  const text = useWords(copy)
  const used = segments.reduce((sum, segment) => sum + segment.minutes, 0)
  const limitAt = limitMinutes === undefined ? undefined : placeOfLimit(segments, limitMinutes)
  const total = Math.max(used, limitAt ?? 0, 1)
  let start = 0
  const placed = segments.map((segment, index) => {
    const at = start
    start += segment.minutes
    return {
      ...segment,
      number: index + 1,
      at: percent(at, total),
      width: percent(segment.minutes, total),
      middle: percent(at + segment.minutes / 2, total),
    }
  })
  return (
    <figure class="clock">
      <figcaption class="clock__label">{label}</figcaption>
      <svg class="clock__bar" width="100%" height="28" aria-hidden="true" focusable="false">
        {placed.map((segment) => (
          <g key={segment.number} class={`clock__${segment.tone ?? 'done'}`}>
            <rect x={`${segment.at}%`} y="0" width={`${segment.width}%`} height="28" />
            {segment.width >= 3 && (
              <text x={`${segment.middle}%`} y="14" dy="0.36em" text-anchor="middle">
                {segment.number}
              </text>
            )}
          </g>
        ))}
        {limitAt !== undefined && limitAt < total && (
          <line class="clock__limit" x1={`${percent(limitAt, total)}%`} x2={`${percent(limitAt, total)}%`} y1="0" y2="28" />
        )}
      </svg>
      <ol class="clock__legend">
        {placed.map((segment) => (
          <li key={segment.number}>
            <span class={`clock__swatch clock__swatch--${segment.tone ?? 'done'}`} aria-hidden="true">
              {segment.number}
            </span>
            <span>
              {segment.label}
              <span class="clock__time">{segment.text ?? workingTime(segment.minutes, text)}</span>
              {text[segment.tone ?? 'done'] && <span class="clock__word">({text[segment.tone ?? 'done']})</span>}
            </span>
          </li>
        ))}
      </ol>
      {limitAt !== undefined && limitAt < total && <p class="clock__note">{text.limit}</p>}
    </figure>
  )
}

/** Where the limit stands on the bar: pauses before it push it on, because they do not count. */
function placeOfLimit(segments: ClockSegment[], limit: number): number {
  let at = 0
  let counted = 0
  for (const { minutes, tone } of segments) {
    if (tone !== 'paused' && counted + minutes > limit) break
    at += minutes
    if (tone !== 'paused') counted += minutes
  }
  return at + limit - counted
}

const percent = (part: number, total: number): number => Math.round((part / total) * 10_000) / 100

function workingTime(minutes: number, text: { hours: string; minutes: string }): string {
  const hours = Math.floor(minutes / 60)
  const rest = Math.round(minutes % 60)
  return [hours > 0 && `${hours} ${text.hours}`, (rest > 0 || hours === 0) && `${rest} ${text.minutes}`].filter(Boolean).join(' ')
}

export interface ClockSegment {
  /** The unit or step: "Bộ phận Một cửa". */
  label: string
  /** Working minutes. */
  minutes: number
  /** The duration in the caller's words; by default hours and minutes. */
  text?: string
  tone?: 'done' | 'current' | 'paused' | 'late' | 'left'
}

export interface ClockBarProps {
  label: string
  segments: ClockSegment[]
  limitMinutes?: number
}

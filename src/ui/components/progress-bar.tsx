import type { Child } from 'hono/jsx'
import { fieldId } from '../forms/form-state.ts'

/** Anything over a second. Without `value` it says that work goes on and not how far. */
export function ProgressBar({ label, value, max = 100, detail, id = fieldId(`progress-${label}`) }: ProgressBarProps) {
  return (
    <div class="progress">
      <label for={id}>{label}</label>
      <progress id={id} value={value} max={max}>
        {value === undefined ? '' : `${Math.round((value / max) * 100)}%`}
      </progress>
      {detail && <p class="progress__detail">{detail}</p>}
    </div>
  )
}

export interface ProgressBarProps {
  label: string
  value?: number
  max?: number
  /** "1.240 trong 3.000 thủ tục, còn khoảng 12 giây". */
  detail?: Child
  id?: string
}

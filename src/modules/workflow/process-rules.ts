/** What a line of steps must be before dossiers may run on it (domain.md §2.9). Pure. */
import type { StepKind } from '#modules/dossier/index.ts'

export interface StepDraft {
  kind: StepKind
  place: 'receiving' | 'settling'
  limitHours: number
}

export interface StepProblem {
  /** Index of the step, or nothing when the line as a whole is wrong. */
  step?: number
  field?: 'kind' | 'place' | 'limitHours'
  sentence: string
}

/** Working hours are planned in halves. */
export const LIMIT_STEP_HOURS = 0.5

/** Everything that is wrong, in the order of the line; empty when dossiers can run on it. */
export function problemsOf(steps: readonly StepDraft[]): StepProblem[] {
  const last = steps.length - 1
  const problems: StepProblem[] = []
  const kinds = steps.map(({ kind }) => kind)
  const problem = (sentence: string, step?: number, field?: StepProblem['field']) => problems.push({ step, field, sentence })
  if (kinds[0] !== 'reception') problem('Bước đầu tiên phải là tiếp nhận.', steps.length > 0 ? 0 : undefined, 'kind')
  if (kinds[last] !== 'return') problem('Bước cuối cùng phải là trả kết quả.', steps.length > 0 ? last : undefined, 'kind')
  steps.forEach((step, index) => {
    if (step.kind === 'reception' && index > 0) problem('Chỉ bước đầu tiên là tiếp nhận.', index, 'kind')
    if (step.kind === 'return' && index < last) problem('Chỉ bước cuối cùng là trả kết quả.', index, 'kind')
    if (step.kind === 'issue' && kinds[index + 1] !== 'return') problem('Ngay sau bước phát hành phải là bước trả kết quả.', index, 'kind')
    if (step.kind === 'signature' && !kinds.slice(0, index).includes('appraisal'))
      problem('Trước bước ký duyệt phải có bước thẩm định.', index, 'kind')
    if ((step.kind === 'reception' || step.kind === 'return') && step.place !== 'receiving')
      problem('Tiếp nhận và trả kết quả làm ở nơi tiếp nhận.', index, 'place')
    if (!(step.limitHours > 0) || !Number.isInteger(step.limitHours / LIMIT_STEP_HOURS))
      problem('Thời hạn là số giờ làm việc lớn hơn 0, chẵn nửa giờ. Ví dụ: 4 hoặc 0,5.', index, 'limitHours')
  })
  if (last > 0 && kinds[last] === 'return' && kinds[last - 1] !== 'issue')
    problem('Trước bước trả kết quả phải là bước phát hành.', last - 1, 'kind')
  if (!kinds.includes('appraisal')) problem('Quy trình cần ít nhất một bước thẩm định.')
  if (!kinds.includes('signature')) problem('Quy trình cần một bước ký duyệt.')
  return problems
}

/** Working hours of the whole line. */
export const totalHours = (steps: readonly Pick<StepDraft, 'limitHours'>[]): number =>
  steps.reduce((sum, { limitHours }) => sum + limitHours, 0)

/**
 * The fewest working hours a legal limit can hold: eight a working day; of calendar days and months as many working days as remain when every weekend falls
 * inside (holidays are left out of account: the sum of the steps is a plan, the dossier's own date is counted by the calendar).
 */
export function hoursOfLimit({ amount, unit }: { amount: number; unit: 'hour' | 'working-day' | 'calendar-day' | 'month' }): number {
  switch (unit) {
    case 'hour':
      return amount
    case 'working-day':
      return amount * HOURS_A_DAY
    case 'calendar-day': {
      const weekends = Math.floor(amount / 7) * 2 + Math.min(amount % 7, 2)
      return Math.max(amount - weekends, 0) * HOURS_A_DAY
    }
    case 'month':
      return amount * WORKING_DAYS_A_MONTH * HOURS_A_DAY
  }
}

const HOURS_A_DAY = 8
/** February holds twenty. */
const WORKING_DAYS_A_MONTH = 20

/** `1,5 giờ làm việc` is written with this and its unit. */
export const formatHours = (hours: number): string => hours.toLocaleString('vi-VN', { maximumFractionDigits: 2 })

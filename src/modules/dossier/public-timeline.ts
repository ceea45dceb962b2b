/**
 * The dossier as the applicant sees it without signing in: what has happened, who has it (a unit, never a person), what she must do, until when. Nothing here is
 * personal, because whoever finds a receipt can read it.
 */
import type { Language } from '#platform/language.ts'
import { words } from '#platform/language.ts'
import { formatMomentLong } from '#platform/text/dates.ts'
import type { DossierAction, FactOf, ReturnMethod, StepKind } from './facts.ts'
import type { DossierState } from './state.ts'

export interface PublicTimeline {
  happened: string
  /** The unit that has it now; absent once the result is returned. */
  holder?: string
  todo: string
  /** Until when, in words; absent once the result is returned. */
  until?: string
  isLate: boolean
  /** Oldest first; the last one is where things stand. */
  entries: { at: Date; title: string }[]
}

export interface PublicContext {
  now: Date
  /** Of the units that `namedIn(actions)` names. */
  unitNames: ReadonlyMap<number, string>
  returnMethod: ReturnMethod
}

export function publicTimeline(
  state: DossierState,
  actions: readonly DossierAction[],
  language: Language,
  { now, unitNames, returnMethod }: PublicContext,
): PublicTimeline {
  const text = copy(language)
  const unit = (id: number | undefined) => (id === undefined ? undefined : unitNames.get(id))
  const isLate = !state.finishedAt && now >= state.lateFrom
  const entries = actions.flatMap((action, index) => {
    const title = titleOf(action, actions[index - 1], language, unit)
    return title === undefined ? [] : [{ at: action.at, title }]
  })
  const common = { happened: stateSentences(language)[state.state], isLate, entries }
  if (state.returnedAt) return { ...common, happened: text.returnedAt(formatMomentLong(state.returnedAt, language)), todo: text.nothing }
  const holder = unit(holderOf(actions))
  if (state.finishedAt) return { ...common, holder, todo: collectSentences(language)[returnMethod](holder ?? '') }
  const due = formatMomentLong(state.dueAt, language)
  return { ...common, holder, todo: isLate ? text.lateTodo : text.nothing, until: isLate ? text.wasDue(due) : text.due(due) }
}

/** The unit of the step that is open now. */
function holderOf(actions: readonly DossierAction[]): number | undefined {
  return actions.findLast((action): action is DossierAction & { fact: FactOf<'task-opened'> } => action.fact.kind === 'task-opened')?.fact
    .task.unitId
}

function titleOf(
  { fact }: DossierAction,
  before: DossierAction | undefined,
  language: Language,
  unit: (id: number | undefined) => string | undefined,
): string | undefined {
  const text = copy(language)
  const steps: Partial<Record<StepKind, (unit: string) => string>> = stepSentences(language)
  switch (fact.kind) {
    case 'received':
      return text.received(unit(fact.receivingUnitId) ?? '')
    case 'task-opened': {
      const place = unit(fact.task.unitId) ?? ''
      return before?.fact.kind === 'task-sent-back' ? text.again(place) : steps[fact.task.kind]?.(place)
    }
    case 'result-issued':
      return text.issued
    case 'result-returned':
      return text.returned
    default:
      return undefined
  }
}

const copy = words({
  vi: {
    received: (unit: string) => `Hồ sơ được tiếp nhận tại ${unit}`,
    again: (unit: string) => `${unit} xử lý lại một bước để hoàn thiện kết quả`,
    issued: 'Đã có kết quả giải quyết',
    returned: 'Đã trả kết quả',
    returnedAt: (at: string) => `Kết quả đã được trả lúc ${at}.`,
    nothing: 'Bạn không cần làm gì.',
    lateTodo: 'Hồ sơ đã quá ngày hẹn trả. Bạn không cần nộp thêm gì; bạn có thể hỏi nơi tiếp nhận hồ sơ.',
    due: (due: string) => `Hẹn trả kết quả: ${due}`,
    wasDue: (due: string) => `Đã hẹn trả kết quả: ${due}`,
  },
  en: {
    received: (unit: string) => `The dossier was received at ${unit}`,
    again: (unit: string) => `${unit} works on a step again to complete the result`,
    issued: 'The result exists',
    returned: 'The result was returned',
    returnedAt: (at: string) => `The result was returned on ${at}.`,
    nothing: 'You need not do anything.',
    lateTodo: 'The promised day has passed. You need not file anything more; you can ask where you filed.',
    due: (due: string) => `Result promised for: ${due}`,
    wasDue: (due: string) => `Result was promised for: ${due}`,
  },
})

const stateSentences = words({
  vi: {
    RECEIVED: 'Hồ sơ đã được tiếp nhận và sẽ được chuyển đến cơ quan giải quyết.',
    FORWARDED: 'Hồ sơ đã được chuyển đến cơ quan giải quyết.',
    AWAITING_ASSIGNMENT: 'Hồ sơ đã đến cơ quan giải quyết và đang được phân công xử lý.',
    IN_APPRAISAL: 'Hồ sơ đang được thẩm định.',
    AWAITING_SIGNATURE: 'Việc thẩm định đã xong, kết quả đang chờ lãnh đạo ký.',
    AWAITING_ISSUE: 'Kết quả đã ký, đang được cấp số và đóng dấu.',
    RESULT_AVAILABLE: 'Đã có kết quả.',
    RESULT_RETURNED: 'Kết quả đã được trả.',
  },
  en: {
    RECEIVED: 'The dossier has been received and will be forwarded to the agency that settles it.',
    FORWARDED: 'The dossier has been forwarded to the agency that settles it.',
    AWAITING_ASSIGNMENT: 'The dossier has reached the agency and is being assigned.',
    IN_APPRAISAL: 'The dossier is being appraised.',
    AWAITING_SIGNATURE: 'The appraisal is done; the result waits for the leader’s signature.',
    AWAITING_ISSUE: 'The result is signed and is being numbered and sealed.',
    RESULT_AVAILABLE: 'The result is there.',
    RESULT_RETURNED: 'The result has been returned.',
  },
})

const stepSentences = words({
  vi: {
    assignment: (unit: string) => `Hồ sơ được chuyển đến ${unit} để phân công xử lý`,
    appraisal: (unit: string) => `${unit} thẩm định hồ sơ`,
    review: (unit: string) => `${unit} soát xét kết quả thẩm định`,
    signature: (unit: string) => `Kết quả được trình lãnh đạo ${unit} ký`,
    issue: (_unit: string) => 'Kết quả đã ký, chờ cấp số và đóng dấu',
  },
  en: {
    assignment: (unit: string) => `The dossier went to ${unit} to be assigned`,
    appraisal: (unit: string) => `${unit} appraises the dossier`,
    review: (unit: string) => `${unit} reviews the appraisal`,
    signature: (unit: string) => `The result was presented to the leader of ${unit} for signature`,
    issue: (_unit: string) => 'The result is signed and waits for its number and seal',
  },
})

const collectSentences = words({
  vi: {
    counter: (unit: string) => `Mời bạn mang giấy tiếp nhận hồ sơ hoặc giấy tờ tùy thân đến ${unit} để nhận kết quả.`,
    post: (_unit: string) => 'Kết quả sẽ được gửi qua bưu chính đến địa chỉ bạn đã đăng ký. Bạn không cần làm gì.',
    electronic: (_unit: string) => 'Kết quả sẽ được gửi bằng bản điện tử. Bạn không cần làm gì.',
  },
  en: {
    counter: (unit: string) => `Please bring the receipt or an identity paper to ${unit} to collect the result.`,
    post: (_unit: string) => 'The result will be posted to the address you gave. You need not do anything.',
    electronic: (_unit: string) => 'The result will be sent electronically. You need not do anything.',
  },
})

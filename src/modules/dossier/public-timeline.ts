/**
 * The dossier as the applicant sees it without signing in: what has happened, who has it (a unit, never a person), what she must do, until when. Nothing here is
 * personal, because whoever finds a receipt can read it.
 */
import type { Language } from '#platform/language.ts'
import { words } from '#platform/language.ts'
import { formatMomentLong } from '#platform/text/dates.ts'
import { isLate as isClockLate } from './clock/read.ts'
import type { DossierAction, FactOf, ReturnMethod, TaskKind } from './facts.ts'
import { inForce } from './in-force.ts'
import { publicStates, publicTodos, publicTransitions } from './public-words.ts'
import { type DossierState, hasEnded, pausedSince } from './state.ts'

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
  const isLate = state.clock !== undefined && !state.finishedAt && isClockLate(state.clock, now)
  const told = inForce(actions)
  const entries = told.flatMap((action, index) => {
    const title = titleOf(action, told[index - 1], language, unit)
    return title === undefined ? [] : [{ at: action.at, title }]
  })
  const common = { happened: publicStates(language)[state.state], isLate, entries }
  if (state.returnedAt) return { ...common, happened: text.returnedAt(formatMomentLong(state.returnedAt, language)), todo: text.nothing }
  const holder = unit(holderOf(told))
  const asked = publicTodos(language)[state.state]
  if (asked) return { ...common, holder, todo: asked }
  if (hasEnded(state)) return { ...common, holder, todo: collectSentences(language)[returnMethod](holder ?? '') }
  const answer = !state.clock && state.receptionClock && !state.receptionClock.finishedAt ? state.receptionClock.dueAt : undefined
  if (answer) return { ...common, holder, todo: text.nothing, until: text.answerBy(formatMomentLong(answer, language)) }
  const due = state.clock && !pausedSince(state) ? formatMomentLong(state.clock.dueAt, language) : undefined
  return {
    ...common,
    holder,
    todo: isLate ? text.lateTodo : text.nothing,
    ...(due === undefined ? {} : { until: isLate ? text.wasDue(due) : text.due(due) }),
  }
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
  const steps: Partial<Record<TaskKind, (unit: string) => string>> = stepSentences(language)
  switch (fact.kind) {
    case 'filed':
      return text.filed(unit(fact.receivingUnitId) ?? '')
    case 'transition':
      return publicTransitions(language)[fact.id]
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
    filed: (unit: string) => `Hồ sơ đã được gửi đến ${unit}`,
    again: (unit: string) => `${unit} xử lý lại một bước để hoàn thiện kết quả`,
    issued: 'Đã có kết quả giải quyết',
    returned: 'Đã trả kết quả',
    returnedAt: (at: string) => `Kết quả đã được trả lúc ${at}.`,
    nothing: 'Bạn không cần làm gì.',
    lateTodo: 'Hồ sơ đã quá ngày hẹn trả. Bạn không cần nộp thêm gì; bạn có thể hỏi nơi tiếp nhận hồ sơ.',
    answerBy: (by: string) => `Nơi tiếp nhận trả lời trước: ${by}`,
    due: (due: string) => `Hẹn trả kết quả: ${due}`,
    wasDue: (due: string) => `Đã hẹn trả kết quả: ${due}`,
  },
  en: {
    received: (unit: string) => `The dossier was received at ${unit}`,
    filed: (unit: string) => `The dossier was filed with ${unit}`,
    again: (unit: string) => `${unit} works on a step again to complete the result`,
    issued: 'The result exists',
    returned: 'The result was returned',
    returnedAt: (at: string) => `The result was returned on ${at}.`,
    nothing: 'You need not do anything.',
    lateTodo: 'The promised day has passed. You need not file anything more; you can ask where you filed.',
    answerBy: (by: string) => `The office answers by: ${by}`,
    due: (due: string) => `Result promised for: ${due}`,
    wasDue: (due: string) => `Result was promised for: ${due}`,
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

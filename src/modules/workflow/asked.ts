/** What the conditions of a process may ask about, and the answers for a dossier now. Declared once: the designer, the check and the engine use this list. */
import { type HeldDossier, inForce, isLate } from '#modules/dossier/index.ts'
import { localDate } from '#platform/text/dates.ts'
import type { ConditionField, Facts } from './graph/condition.ts'

const choice = (value: string, vi: string, en: string) => ({ value, label: { vi, en } })

export const CONDITION_FIELDS: readonly ConditionField[] = [
  {
    name: 'verdict',
    type: 'choice',
    label: { vi: 'Kết luận thẩm định', en: 'Verdict of the appraisal' },
    choices: [choice('fit', 'đủ điều kiện', 'fit'), choice('unfit', 'không đủ điều kiện', 'unfit')],
  },
  {
    name: 'channel',
    type: 'choice',
    label: { vi: 'Kênh nộp hồ sơ', en: 'Channel' },
    choices: [
      choice('counter', 'trực tiếp', 'in person'),
      choice('online', 'trực tuyến', 'online'),
      choice('post', 'bưu chính', 'by post'),
    ],
  },
  {
    name: 'returnMethod',
    type: 'choice',
    label: { vi: 'Cách nhận kết quả', en: 'Way of return' },
    choices: [
      choice('counter', 'tại quầy', 'at the counter'),
      choice('post', 'qua bưu chính', 'by post'),
      choice('electronic', 'bản điện tử', 'electronically'),
    ],
  },
  { name: 'supplements', type: 'number', label: { vi: 'Số lần yêu cầu bổ sung', en: 'Supplement requests' } },
  { name: 'isLate', type: 'yes-no', label: { vi: 'Hồ sơ quá hạn', en: 'The dossier is late' } },
  { name: 'receivedOn', type: 'date', label: { vi: 'Ngày tiếp nhận', en: 'Day of reception' } },
]

export interface AskedDossier extends Pick<HeldDossier, 'actions' | 'state'> {
  returnMethod: string
}

/** `verdict`: the one just given, before it is in the list of actions. */
export function askedOf({ actions, state, returnMethod }: AskedDossier, now: Date, verdict?: string): Facts {
  const received = actions.find(({ fact }) => fact.kind === 'received')
  const last = inForce(actions).findLast(({ fact }) => fact.kind === 'task-completed' && fact.verdict !== undefined)?.fact
  return {
    verdict: verdict ?? (last?.kind === 'task-completed' ? last.verdict : undefined),
    channel: received?.fact.kind === 'received' ? received.fact.channel : undefined,
    returnMethod,
    supplements: state.supplements.afterReception,
    isLate: state.clock ? isLate(state.clock, now) : undefined,
    receivedOn: received ? localDate(received.at) : undefined,
  }
}

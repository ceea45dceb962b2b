/** T8–T10: the supplement after reception. */
import type { Transition } from '../transition.ts'

const ELSEWHERE = { vi: 'Hồ sơ không chờ bổ sung.', en: 'No supplement is awaited.' }

export const supplement = [
  {
    id: 'ask-supplement',
    row: 'T8',
    vi: 'Yêu cầu bổ sung sau tiếp nhận',
    en: 'Ask for a supplement',
    from: ['RECEIVED', 'FORWARDED', 'AWAITING_ASSIGNMENT', 'IN_APPRAISAL', 'IN_VERIFICATION'],
    to: 'AWAITING_SUPPLEMENT',
    actors: ['specialist', 'leader', 'one-stop-unit'],
    right: 'settlement.ask-supplement',
    guards: ['faults-marked', 'approved', 'within-supplement-time', 'first-supplement'],
    papers: ['SUPPLEMENT_REQUEST'],
    clock: [{ clock: 'dossier', entry: 'pause', reason: 'supplement' }],
    basis: 'supplementAfterReception',
    elsewhere: {
      vi: 'Chỉ yêu cầu bổ sung khi hồ sơ đang được thẩm định, chưa trình ký.',
      en: 'A supplement is asked for while the dossier is appraised, before it is submitted.',
    },
  },
  {
    id: 'accept-supplement',
    row: 'T9',
    vi: 'Tiếp nhận hồ sơ bổ sung',
    en: 'Accept the supplement',
    from: ['AWAITING_SUPPLEMENT'],
    to: 'IN_APPRAISAL',
    actors: ['receptionist'],
    right: 'intake.accept-supplement',
    guards: ['complete'],
    papers: ['RECEIPT_APPOINTMENT'],
    clock: [{ clock: 'dossier', entry: 'restart', reason: 'supplement' }],
    basis: 'supplementAfterReception',
    elsewhere: ELSEWHERE,
  },
  {
    id: 'close-unanswered',
    row: 'T10',
    vi: 'Đóng hồ sơ do không bổ sung',
    en: 'Close for want of a supplement',
    from: ['AWAITING_SUPPLEMENT', 'AWAITING_INTAKE_SUPPLEMENT'],
    to: 'CLOSED_NO_SUPPLEMENT',
    actors: ['system', 'one-stop-unit'],
    right: 'intake.stop',
    guards: ['answer-time-over'],
    papers: ['CLOSING_NOTICE'],
    clock: [{ clock: 'open', entry: 'finish', reason: 'unanswered' }],
    basis: 'supplementAnswer',
    elsewhere: ELSEWHERE,
  },
] as const satisfies readonly Transition[]

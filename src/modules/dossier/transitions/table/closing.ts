/** T19: withdrawal and stop. Refused at national 9 and 10, when a decision exists (NĐ 118/2025 art. 21). */
import { LIFE_STATE_NAMES, nationalCodeOf, statesWith } from '../life-states.ts'
import type { Transition } from '../transition.ts'

/** National 1–6 without 3: what was not accepted cannot be withdrawn. */
const WITHDRAWABLE = LIFE_STATE_NAMES.filter((state) => [1, 2, 4, 5, 6].includes(nationalCodeOf(state) ?? 0))

export const closing = [
  {
    id: 'request-withdrawal',
    row: 'T19',
    vi: 'Đề nghị rút hồ sơ',
    en: 'Ask to withdraw',
    from: WITHDRAWABLE,
    to: 'WITHDRAWAL_REQUESTED',
    interrupts: true,
    actors: ['applicant', 'one-stop-unit'],
    right: 'intake.request-withdrawal',
    guards: ['identified'],
    papers: [],
    clock: [{ clock: 'open', entry: 'pause', reason: 'withdrawal' }],
    basis: 'withdrawal',
    elsewhere: {
      vi: 'Hồ sơ đã có kết quả hoặc đã kết thúc nên không rút được.',
      en: 'The dossier has a result or has ended, so it cannot be withdrawn.',
    },
  },
  {
    id: 'confirm-withdrawal',
    row: 'T19',
    vi: 'Dừng giải quyết theo đề nghị',
    en: 'Stop at the applicant’s request',
    from: ['WITHDRAWAL_REQUESTED'],
    to: 'STOPPED_BY_APPLICANT',
    actors: ['one-stop-unit'],
    right: 'intake.stop',
    guards: [],
    papers: ['STOP_NOTICE'],
    clock: [{ clock: 'open', entry: 'finish', reason: 'withdrawn' }],
    basis: 'withdrawal',
    elsewhere: { vi: 'Người nộp chưa đề nghị rút hồ sơ.', en: 'The applicant has not asked to withdraw.' },
  },
  {
    id: 'decline-withdrawal',
    row: 'T19',
    vi: 'Không rút hồ sơ, tiếp tục giải quyết',
    en: 'Not withdrawn after all',
    from: ['WITHDRAWAL_REQUESTED'],
    to: 'before',
    actors: ['one-stop-unit', 'applicant'],
    right: 'intake.stop',
    guards: ['reason-given'],
    papers: [],
    clock: [{ clock: 'open', entry: 'resume', reason: 'withdrawal' }],
    basis: 'withdrawal',
    elsewhere: { vi: 'Người nộp chưa đề nghị rút hồ sơ.', en: 'The applicant has not asked to withdraw.' },
  },
  {
    id: 'stop-unresolvable',
    row: 'T19',
    vi: 'Dừng hồ sơ không xử lý được',
    en: 'Stop what cannot be settled',
    from: [...statesWith('running'), 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT'],
    to: 'UNRESOLVABLE',
    actors: ['leader'],
    right: 'settlement.stop',
    guards: ['leader-decided', 'reason-given'],
    papers: ['STOP_NOTICE'],
    clock: [{ clock: 'dossier', entry: 'finish', reason: 'unresolvable' }],
    basis: 'withdrawal',
    elsewhere: { vi: 'Hồ sơ chưa tiếp nhận hoặc đã kết thúc.', en: 'The dossier has not been received, or has ended.' },
  },
] as const satisfies readonly Transition[]

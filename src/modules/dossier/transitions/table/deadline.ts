/** T17–T18: extension, lateness, apology. */
import { statesWith } from '../life-states.ts'
import type { Transition } from '../transition.ts'

const RUNNING = statesWith('running')
const ENDED = { vi: 'Hồ sơ không đang được tính thời hạn.', en: 'The clock of the dossier is not running.' }

/** What has a date that may have passed, open or ended. */
const MAY_BE_LATE = [
  ...RUNNING,
  'AWAITING_SUPPLEMENT',
  'AWAITING_PAYMENT',
  'RESULT_AVAILABLE',
  'REFUSED_AFTER_APPRAISAL',
  'POSTING',
  'RESULT_RETURNED',
] as const

export const deadline = [
  {
    id: 'extend',
    row: 'T17',
    vi: 'Xin lỗi, gia hạn thời gian giải quyết',
    en: 'Apologise and extend',
    from: RUNNING,
    to: 'same',
    actors: ['leader'],
    right: 'settlement.extend',
    guards: ['not-extended', 'a-day-before-due', 'new-date-later', 'reason-given'],
    papers: ['APOLOGY_EXTENSION'],
    clock: [{ clock: 'dossier', entry: 'extend', reason: 'extension' }],
    basis: 'extension',
    elsewhere: ENDED,
  },
  {
    id: 'find-overdue',
    row: 'T18',
    vi: 'Ghi nhận quá hạn, nhắc lập văn bản xin lỗi',
    en: 'Find overdue, an apology is owed',
    from: RUNNING,
    to: 'same',
    actors: ['system'],
    right: 'own',
    guards: ['overdue'],
    papers: [],
    clock: [],
    basis: 'apology',
    elsewhere: ENDED,
  },
  {
    id: 'apologise-late',
    row: 'T18',
    vi: 'Xin lỗi do quá hạn',
    en: 'Apologise for the lateness',
    from: MAY_BE_LATE,
    to: 'same',
    actors: ['leader'],
    right: 'settlement.extend',
    guards: ['overdue', 'reason-given'],
    papers: ['APOLOGY_EXTENSION'],
    clock: [],
    basis: 'apology',
    elsewhere: { vi: 'Hồ sơ này không có ngày hẹn để xin lỗi.', en: 'This dossier has no date to apologise for.' },
  },
  {
    id: 'excuse-lateness',
    row: 'T18',
    vi: 'Ghi nhận không phải xin lỗi',
    en: 'Record why no apology is owed',
    from: MAY_BE_LATE,
    to: 'same',
    actors: ['leader'],
    right: 'settlement.extend',
    guards: ['overdue', 'apology-owed', 'reason-given'],
    papers: [],
    clock: [],
    basis: 'apology',
    elsewhere: { vi: 'Hồ sơ này không có ngày hẹn để xin lỗi.', en: 'This dossier has no date to apologise for.' },
  },
] as const satisfies readonly Transition[]

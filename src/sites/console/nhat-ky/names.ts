/** What the trail's names mean for people: those of rights come with the rights, the others are here; a test finds names without words. */
import type { Language } from '#platform/language.ts'
import { allRights, type RightWords } from '#platform/rights.ts'

/** Acts that everybody may do for oneself, and readings. */
const ACTS: Record<string, RightWords> = {
  'identity.sign-in': { vi: 'Đăng nhập', en: 'Sign in' },
  'identity.fail-sign-in': { vi: 'Đăng nhập không thành', en: 'Failed sign-in' },
  'identity.sign-out': { vi: 'Đăng xuất', en: 'Sign out' },
  'identity.end-session': { vi: 'Kết thúc một phiên làm việc', en: 'End a session' },
  'identity.enter-code': { vi: 'Nhập mã xác thực hai lớp', en: 'Enter the second factor' },
  'identity.begin-second-factor': { vi: 'Bắt đầu bật xác thực hai lớp', en: 'Begin the second factor' },
  'identity.confirm-second-factor': { vi: 'Bật xác thực hai lớp', en: 'Turn on the second factor' },
  'identity.remove-second-factor': { vi: 'Tắt xác thực hai lớp', en: 'Turn off the second factor' },
  'identity.change-password': { vi: 'Đổi mật khẩu', en: 'Change the password' },
  'identity.delegate': { vi: 'Ủy quyền', en: 'Delegate' },
  'identity.revoke-delegation': { vi: 'Thu hồi ủy quyền', en: 'Revoke a delegation' },
  'identity.set-up': { vi: 'Thiết lập lần đầu', en: 'First set-up' },
  'identity.read-officer': { vi: 'Xem cán bộ', en: 'Read an officer' },
  'identity.record-own-absence': { vi: 'Ghi ngày vắng mặt của mình', en: 'Record one’s own absence' },
  'identity.end-own-absence': { vi: 'Kết thúc vắng mặt của mình', en: 'End one’s own absence' },
  'workflow.acknowledge-instruction': { vi: 'Xác nhận đã nhận ý kiến chỉ đạo', en: 'Acknowledge an instruction' },
  'workflow.answer-instruction': { vi: 'Trả lời ý kiến chỉ đạo', en: 'Answer an instruction' },
  'workflow.withdraw-instruction': { vi: 'Rút ý kiến chỉ đạo', en: 'Withdraw an instruction' },
  'workflow.read-mention': { vi: 'Đọc lời nhắc đến mình', en: 'Read a mention' },
  'watch.escalate-dossier': { vi: 'Nhắc việc theo mức thời hạn', en: 'Remind of a limit' },
  'watch.note-failure': { vi: 'Ghi hồ sơ không nhắc việc được', en: 'Note that reminders failed' },
  'watch.make-digests': { vi: 'Lập bản tin đầu ngày', en: 'Make the morning digests' },
  'watch.read-digest': { vi: 'Đọc bản tin đầu ngày', en: 'Read the morning digest' },
  'watch.read-reminder': { vi: 'Đọc lời nhắc việc', en: 'Read a reminder' },
  'workflow.save-view': { vi: 'Lưu bộ lọc của mình', en: 'Save one’s view' },
  'workflow.delete-view': { vi: 'Xóa bộ lọc của mình', en: 'Delete one’s view' },
  'papers.read-handed-over': { vi: 'Xem hồ sơ đã bàn giao', en: 'Read what was handed over' },
  'settlement.find-overdue': { vi: 'Ghi nhận hồ sơ quá hạn', en: 'Find a dossier overdue' },
  'settlement.read-late-list': { vi: 'Xem danh sách quá hạn', en: 'Read the late list' },
  'settlement.read-invitation': { vi: 'Chuyên gia mở đường dẫn', en: 'An expert opened a link' },
  'settlement.answer-invitation': { vi: 'Chuyên gia trả lời qua đường dẫn', en: 'An expert answered by a link' },
  'workflow.keep-reconciliation': { vi: 'Lưu kết quả đối chiếu số liệu', en: 'Keep a reconciliation' },
  'dossier.read-leg': { vi: 'Xem phần phối hợp của hồ sơ', en: 'Read one’s part of a dossier' },
  'intake.save-draft': { vi: 'Lưu phần tiếp nhận đang nhập dở', en: 'Save a reception begun' },
  'intake.close-draft': { vi: 'Kết thúc phần nhập dở', en: 'Close a reception begun' },
  'papers.read': { vi: 'Mở giấy tờ đã lập', en: 'Open a paper' },
  'documents.sweep': { vi: 'Dọn tệp không còn dùng', en: 'Sweep unused files' },
  'papers.read-register': { vi: 'Xem sổ theo dõi hồ sơ', en: 'Read the register' },
}

export function actName(name: string, language: Language): string | undefined {
  return (ACTS[name] ?? new Map(allRights()).get(name))?.[language]
}

/** Every name that has words, by its words: for the filter. */
export const knownActs = (language: Language): { name: string; words: string }[] =>
  [...allRights(), ...Object.entries(ACTS)]
    .map(([name, words]) => ({ name, words: words[language] }))
    .sort((a, b) => a.words.localeCompare(b.words, 'vi'))

const SUBJECTS: Record<string, RightWords> = {
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  reconciliation: { vi: 'Lần đối chiếu số liệu', en: 'Reconciliation' },
  party: { vi: 'Tổ chức, cá nhân', en: 'Party' },
  document: { vi: 'Tài liệu', en: 'Document' },
  paper: { vi: 'Giấy tờ đã lập', en: 'Paper' },
  'reception-draft': { vi: 'Phần nhập dở', en: 'Reception begun' },
  'result-template': { vi: 'Mẫu kết quả', en: 'Result template' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  'catalogue-import': { vi: 'Lần nhập danh mục', en: 'Catalogue import' },
  process: { vi: 'Quy trình', en: 'Process' },
  'process-binding': { vi: 'Gán quy trình', en: 'Process binding' },
  'process-trial': { vi: 'Kịch bản thử', en: 'Trial of a process' },
  'inbox-view': { vi: 'Bộ lọc danh sách việc', en: 'View of the work list' },
  'calendar-day': { vi: 'Ngày trong lịch', en: 'Calendar day' },
  'calendar-year': { vi: 'Năm lịch', en: 'Calendar year' },
  'office-week': { vi: 'Giờ làm việc', en: 'Office hours' },
  digest: { vi: 'Bản tin đầu ngày', en: 'Morning digest' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  counter: { vi: 'Quầy', en: 'Counter' },
  officer: { vi: 'Cán bộ', en: 'Officer' },
  role: { vi: 'Vai trò', en: 'Role' },
  partner: { vi: 'Đối tác', en: 'Partner' },
  'api-token': { vi: 'Mã truy cập', en: 'Token' },
  setting: { vi: 'Tham số', en: 'Setting' },
  audit: { vi: 'Nhật ký', en: 'Trail' },
}

export const subjectName = (kind: string, language: Language): string | undefined => SUBJECTS[kind]?.[language]

export const subjectKinds = (language: Language): { kind: string; words: string }[] =>
  Object.entries(SUBJECTS).map(([kind, words]) => ({ kind, words: words[language] }))

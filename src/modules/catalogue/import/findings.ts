/**
 * What the import noticed about a row. `refused`: nothing can be made of it; `suspicious`: it is kept as a draft until a person says yes; `note`: worth reading.
 * A row is never dropped: it carries its findings, each with its sentence in both languages.
 */
import type { Language } from '#platform/language.ts'
import { sourceWords } from './source-words.ts'

export type Severity = 'refused' | 'suspicious' | 'note'

export interface Finding {
  code: FindingCode
  /** The words of the source that it is about. */
  seen?: string
  /** What the import would put instead. */
  proposal?: string
}

interface Kind {
  severity: Severity
  vi: string
  en: string
}

export const FINDINGS = {
  'row.unreadable': { severity: 'refused', vi: 'Không đọc được dòng này: {seen}.', en: 'This row cannot be read: {seen}.' },
  'row.repeated': {
    severity: 'refused',
    vi: 'Mã này đã có ở dòng {seen} của cùng tệp; chỉ giữ dòng đầu.',
    en: 'Row {seen} of the same file has this code; only the first is kept.',
  },
  'code.none': {
    severity: 'refused',
    vi: 'Không có mã quốc gia, cũng không có mã địa phương, nên không thể xác định là thủ tục nào.',
    en: 'Neither a national nor a local code, so it cannot be known which procedure this is.',
  },
  'name.none': { severity: 'refused', vi: 'Không có tên thủ tục.', en: 'No name.' },

  'code.damaged': {
    severity: 'suspicious',
    vi: 'Mã “{seen}” bị bảng tính làm mất số 0 ở cuối; có thể là {proposal}.',
    en: 'A spreadsheet dropped the last zeros of code “{seen}”; it may be {proposal}.',
  },
  'code.no-national': {
    severity: 'suspicious',
    vi: 'Chưa có mã quốc gia, chỉ có mã địa phương {seen}.',
    en: 'No national code, only the local code {seen}.',
  },
  'standing.unknown': {
    severity: 'suspicious',
    vi: 'Nguồn không cho biết thủ tục còn hiệu lực hay không ({seen}).',
    en: 'The source does not say whether it is still in force ({seen}).',
  },
  'standing.repealed': {
    severity: 'suspicious',
    vi: 'Thủ tục đã bị bãi bỏ hoặc thay thế ({seen}).',
    en: 'Repealed or superseded ({seen}).',
  },
  'standing.closed-here': {
    severity: 'suspicious',
    vi: 'Thủ tục đã được đóng trong hệ thống; công khai nội dung này nghĩa là mở lại.',
    en: 'The procedure was closed here; publishing this means opening it again.',
  },
  'level.abolished': {
    severity: 'suspicious',
    vi: 'Thủ tục chỉ thuộc cấp huyện, cấp đã kết thúc hoạt động từ 01/7/2025.',
    en: 'Only at district level, which ended on 1/7/2025.',
  },
  'part.missing': {
    severity: 'suspicious',
    vi: 'Thiếu nội dung phải công khai (NĐ 63/2010 Điều 8): {seen}.',
    en: 'Parts that must be public are missing (Decree 63/2010 art. 8): {seen}.',
  },
  'limit.missing': { severity: 'suspicious', vi: 'Không có thời hạn giải quyết ({seen}).', en: 'No time limit ({seen}).' },
  'limit.no-unit': {
    severity: 'suspicious',
    vi: 'Thời hạn “{seen}” không ghi đơn vị: giờ, ngày hay ngày làm việc.',
    en: 'The time limit “{seen}” has no unit.',
  },
  'limit.from-text': {
    severity: 'suspicious',
    vi: 'Thời hạn chỉ có trong lời văn; hệ thống đọc được {proposal} từ “{seen}”.',
    en: 'The time limit stands only in the text; {proposal} was read from “{seen}”.',
  },
  'limit.text-only': {
    severity: 'suspicious',
    vi: 'Thời hạn chỉ có trong lời văn và không rút ra được một con số: “{seen}”.',
    en: 'The time limit stands only in the text and is not one number: “{seen}”.',
  },
  'limit.several': {
    severity: 'suspicious',
    vi: 'Một cách thức có nhiều thời hạn; chỉ giữ thời hạn đầu, còn lại: “{seen}”.',
    en: 'Several time limits for one channel; the first is kept, the other is “{seen}”.',
  },
  'limit.implausible': { severity: 'suspicious', vi: 'Thời hạn “{seen}” không hợp lý.', en: 'The time limit “{seen}” is not plausible.' },
  'limit.not-countable': {
    severity: 'suspicious',
    vi: 'Lịch không đếm được thời hạn “{seen}”: ngày và tháng chỉ nhận số nguyên hoặc nửa.',
    en: 'The calendar cannot count the time limit “{seen}”: days and months take whole numbers or halves.',
  },
  'fee.zero-but-amount': {
    severity: 'suspicious',
    vi: 'Mức thu ghi 0 nhưng lời văn nêu số tiền: “{seen}”.',
    en: 'The fee is 0 but the text states an amount: “{seen}”.',
  },
  'fee.elsewhere': {
    severity: 'suspicious',
    vi: 'Mức thu ghi 0 nhưng lời văn dẫn tới quy định khác: “{seen}”.',
    en: 'The fee is 0 but the text points to another rule: “{seen}”.',
  },
  'fee.below-1000': {
    severity: 'suspicious',
    vi: 'Mức thu dưới 1.000 đồng ({seen}), có thể thiếu “.000”.',
    en: 'Fee under 1,000 đồng ({seen}); “.000” may be missing.',
  },
  'fee.foreign': { severity: 'suspicious', vi: 'Mức thu không tính bằng đồng: {seen}.', en: 'The fee is not in đồng: {seen}.' },
  'component.heading': {
    severity: 'suspicious',
    vi: 'Không phải giấy tờ mà là đề mục hoặc lời giải thích (0 bản chính, 0 bản sao): “{seen}”.',
    en: 'A heading or a note, not a paper (0 originals, 0 copies): “{seen}”.',
  },
  'component.no-count': {
    severity: 'suspicious',
    vi: 'Giấy tờ không ghi số bản chính, bản sao: “{seen}”.',
    en: 'The paper has no number of originals and copies: “{seen}”.',
  },
  'partial.no-reason': {
    severity: 'suspicious',
    vi: 'Dịch vụ công một phần nhưng chưa nêu lý do (NĐ 224/2026 Điều 14).',
    en: 'Partly online without the reason (Decree 224/2026 art. 14).',
  },
  'source.unverified': {
    severity: 'suspicious',
    vi: 'Người lập nguồn ghi là chưa kiểm chứng: {seen}.',
    en: 'The source itself calls these unverified: {seen}.',
  },

  'service-level.assumed': {
    severity: 'note',
    vi: 'Nguồn không nêu mức độ dịch vụ công; tạm ghi “chỉ cung cấp thông tin”.',
    en: 'No online service level in the source; “information only” for now.',
  },
  'channel.any': {
    severity: 'note',
    vi: 'Nguồn không phân biệt cách thức nộp; ghi cho cả ba cách thức.',
    en: 'The source does not tell the channels apart; written for all three.',
  },
  'fee.missing': { severity: 'note', vi: 'Nguồn không nêu phí, lệ phí ({seen}).', en: 'No fee in the source ({seen}).' },
  'text.cut': { severity: 'note', vi: 'Nguồn đã cắt ngắn nội dung: {seen}.', en: 'The source has cut this short: {seen}.' },
  'source.flag': { severity: 'note', vi: 'Nguồn lưu ý: {seen}.', en: 'Flag of the source: {seen}.' },
} as const satisfies Record<string, Kind>

export type FindingCode = keyof typeof FINDINGS
export const FINDING_CODES = Object.keys(FINDINGS) as FindingCode[]

export const severityOf = (finding: Finding): Severity => FINDINGS[finding.code].severity

export const isSuspicious = (finding: Finding): boolean => severityOf(finding) === 'suspicious'

/** The sentence for a person. */
export function findingSentence(finding: Finding, language: Language = 'vi'): string {
  const seen = VOCABULARY.has(finding.code) ? sourceWords(finding.seen ?? '', language) : (finding.seen ?? '')
  // By function: what a source wrote may hold `$&`.
  return FINDINGS[finding.code][language].replace('{seen}', () => shorten(seen)).replace('{proposal}', () => finding.proposal ?? '')
}

/** Findings whose `seen` is a word of a closed vocabulary, not a quotation. */
const VOCABULARY = new Set<FindingCode>([
  'standing.unknown',
  'standing.repealed',
  'part.missing',
  'limit.missing',
  'source.unverified',
  'source.flag',
  'fee.missing',
  'text.cut',
])

/** Names of the source's own flags become words, which can break at the end of a line. */
const shorten = (text: string): string => {
  const words = text.replace(/(?<=[a-z0-9])_(?=[a-z0-9])/gi, ' ')
  return words.length > 160 ? `${words.slice(0, 157)}…` : words
}

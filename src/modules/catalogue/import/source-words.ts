/** The vocabulary of the sources (and of our own judge) in the words of people, so that no finding shows a person a code. */
import type { Language } from '#platform/language.ts'

const WORDS: Record<string, { vi: string; en: string }> = {
  // standing
  unknown: { vi: 'nguồn không ghi', en: 'not told' },
  repealed: { vi: 'bãi bỏ', en: 'repealed' },
  superseded: { vi: 'bị thay thế', en: 'superseded' },
  expired: { vi: 'hết hiệu lực', en: 'expired' },
  'district_level_abolished_2025-07-01': { vi: 'cấp huyện kết thúc hoạt động từ 01/7/2025', en: 'the district level ended on 1/7/2025' },
  // fields a source calls unverified
  code: { vi: 'mã thủ tục', en: 'code' },
  name: { vi: 'tên', en: 'name' },
  channels: { vi: 'cách thức, thời hạn, phí', en: 'ways to file, limits, fees' },
  superseded_by: { vi: 'thủ tục thay thế', en: 'what supersedes it' },
  // flags
  no_national_code: { vi: 'không có mã quốc gia', en: 'no national code' },
  no_code_in_source: { vi: 'không có mã nào', en: 'no code at all' },
  time_limit_without_unit: { vi: 'thời hạn không ghi đơn vị', en: 'time limit without a unit' },
  time_limit_in_working_hours: { vi: 'thời hạn tính bằng giờ làm việc', en: 'time limit in working hours' },
  form_file_name_not_split: { vi: 'tên tệp mẫu đơn chưa tách', en: 'names of form files run together' },
  no_dossier: { vi: 'không có thành phần hồ sơ', en: 'no list of papers' },
  dossier_unparsed: { vi: 'chưa đọc được thành phần hồ sơ', en: 'the list of papers could not be read' },
  dossier_tail_unparsed: { vi: 'chưa đọc được phần cuối của thành phần hồ sơ', en: 'the end of the list of papers could not be read' },
  channels_from_collector_memory: {
    vi: 'cách thức và thời hạn ghi theo trí nhớ người thu thập',
    en: 'ways and limits from the collector’s memory',
  },
  channels_from_one_locality: { vi: 'cách thức và thời hạn của một địa phương', en: 'ways and limits of one locality' },
  channels_not_parsed_from_pdf: { vi: 'chưa đọc được cách thức từ tệp PDF', en: 'ways to file not read from the PDF' },
  channels_unparsed: { vi: 'chưa đọc được cách thức', en: 'ways to file not read' },
  no_channel_row: { vi: 'không có dòng cách thức', en: 'no ways to file' },
  also_in_second_source: { vi: 'có ở cả nguồn thứ hai', en: 'in a second source too' },
  name_variants: { vi: 'tên khác nhau giữa các nguồn', en: 'sources differ in the name' },
  national_name_differs: { vi: 'tên khác với tên quốc gia', en: 'the national name differs' },
  sector_moved_to_culture_ministry_2025_unverified: {
    vi: 'lĩnh vực chuyển về Bộ Văn hóa, Thể thao và Du lịch năm 2025, chưa kiểm chứng',
    en: 'field moved to the Ministry of Culture in 2025, unverified',
  },
  zero_fee_but_text_states_amount: { vi: 'mức thu 0 nhưng lời văn nêu số tiền', en: 'fee 0 while the text states an amount' },
  suspicious_fee_below_1000_vnd: { vi: 'mức thu dưới 1.000 đồng', en: 'fee under 1,000 đồng' },
}

/** What our own parser and judge say in Vietnamese. */
const IN_ENGLISH: Record<string, string> = {
  'trực tiếp': 'counter',
  'trực tuyến': 'online',
  'bưu chính': 'post',
  'mọi cách thức': 'every way to file',
  'Trường hợp chung': 'General case',
  'trình tự thực hiện': 'steps',
  'cách thức thực hiện': 'ways to file',
  'thành phần hồ sơ': 'list of papers',
  'đối tượng thực hiện': 'who may file',
  'cơ quan giải quyết': 'deciding agency',
  'cấp thực hiện': 'level',
  'yêu cầu, điều kiện': 'requirements',
}

/** `unknown, 2022-07` → `nguồn không ghi, 2022-07`; what is not of the vocabulary stays as the source wrote it. */
export function sourceWords(text: string, language: Language): string {
  const whole = wordOf(text, language)
  if (whole !== undefined) return whole
  return text
    .split(/(, | → |: ?)/)
    .map((piece) => wordOf(piece, language) ?? piece)
    .join('')
}

function wordOf(piece: string, language: Language): string | undefined {
  const known = WORDS[piece]
  if (known) return known[language]
  return language === 'en' ? IN_ENGLISH[piece] : undefined
}

/** The fields that the system fills in a result by itself. Their names are what an administrator writes between braces in the Word file. */

import type { FieldValue } from '#modules/documents/index.ts'
import type { Language } from '#platform/language.ts'

export interface KnownField {
  name: string
  vi: string
  en: string
  /** `issue`: known only when the result gets its number; the draft shows dots. */
  moment: 'dossier' | 'issue'
  /** For a list: the fields of each item. */
  items?: string[]
  /** For the trial fill. */
  sample: FieldValue
}

export const knownFields: readonly KnownField[] = [
  field('ma_ho_so', 'Mã hồ sơ', 'Dossier code', 'H50.40-261118-0001'),
  field('ma_thu_tuc', 'Mã thủ tục', 'Procedure code', '1.001809'),
  field('ten_thu_tuc', 'Tên thủ tục', 'Procedure', 'Thủ tục cấp giấy phép triển lãm mỹ thuật'),
  field('truong_hop', 'Trường hợp của thủ tục', 'Case of the procedure', 'Triển lãm tại địa phương'),
  field(
    'can_cu',
    'Căn cứ pháp lý của thủ tục (danh sách)',
    'Legal basis (list)',
    [{ van_ban: 'Nghị định số 23/2019/NĐ-CP về hoạt động triển lãm' }],
    ['van_ban'],
  ),
  field('noi_dung', 'Nội dung đề nghị giải quyết', 'Subject of the dossier', 'Cấp giấy phép triển lãm mỹ thuật'),
  field('ngay_tiep_nhan', 'Ngày tiếp nhận, ghi bằng chữ “ngày … tháng … năm …”', 'Day of reception', 'ngày 18 tháng 11 năm 2026'),
  field('ngay_hen_tra', 'Ngày hẹn trả', 'Day it is due', 'ngày 27 tháng 11 năm 2026'),
  field('chu_ho_so', 'Họ tên hoặc tên tổ chức của chủ hồ sơ', 'Owner of the dossier', 'Nguyễn Thị Minh Họa'),
  field('so_dinh_danh', 'Số định danh hoặc mã số thuế của chủ hồ sơ', 'Owner’s identity number', '000000000128'),
  field('ngay_sinh', 'Ngày sinh của chủ hồ sơ', 'Owner’s date of birth', '05/03/1990'),
  field('dia_chi', 'Địa chỉ của chủ hồ sơ', 'Owner’s address', 'Phường Đồng Hới, tỉnh Quảng Trị'),
  field('dien_thoai', 'Điện thoại của chủ hồ sơ', 'Owner’s phone', '0900 000 128'),
  field('thu_dien_tu', 'Thư điện tử của chủ hồ sơ', 'Owner’s e-mail', 'minhhoa@example.vn'),
  field('nguoi_dai_dien', 'Người đại diện của tổ chức', 'Representative of the organisation', 'Trần Văn Minh Họa'),
  field('nguoi_nop', 'Người nộp hồ sơ', 'Who submitted it', 'Nguyễn Thị Minh Họa'),
  field(
    'thanh_phan',
    'Giấy tờ đã nộp (danh sách)',
    'Papers handed in (list)',
    [{ ten: 'Đơn đề nghị cấp giấy phép', so_luong: '01 bản chính' }],
    ['ten', 'so_luong'],
  ),
  field('co_chu_quan', 'Có cơ quan chủ quản trên tiêu đề (đúng/sai)', 'Has a superior agency on the letterhead (yes/no)', true),
  field('co_quan_chu_quan', 'Cơ quan chủ quản, chữ in hoa', 'Superior agency, in capitals', 'ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ'),
  field('co_quan', 'Cơ quan ban hành, chữ in hoa', 'Issuing agency, in capitals', 'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH'),
  field('ten_co_quan', 'Cơ quan ban hành, chữ thường', 'Issuing agency', 'Sở Văn hóa, Thể thao và Du lịch'),
  field('dia_danh', 'Địa danh trước ngày tháng', 'Place before the date', 'Quảng Trị'),
  field('chuc_vu_dung_dau', 'Chức vụ người đứng đầu cơ quan, chữ in hoa', 'Title of the agency’s head, in capitals', 'GIÁM ĐỐC'),
  field('can_bo_thu_ly', 'Người lập dự thảo', 'Who prepared the draft', 'Lê Văn Bảo'),
  atIssue('so', 'Số', 'Number', '145'),
  atIssue('ky_hieu', 'Ký hiệu', 'Symbol', 'GP-SVHTTDL'),
  atIssue('so_ky_hieu', 'Số và ký hiệu', 'Number and symbol', '145/GP-SVHTTDL'),
  atIssue('ngay_ban_hanh', 'Ngày ban hành, ghi bằng chữ “ngày … tháng … năm …”', 'Day of issue', 'ngày 24 tháng 11 năm 2026'),
  atIssue('chuc_vu_ky', 'Quyền hạn, chức vụ của người ký', 'Authority and title of the signer', 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC'),
  atIssue('nguoi_ky', 'Họ tên người ký', 'Name of the signer', 'Trần Văn Minh Họa'),
]

export const isKnown = (name: string): boolean => knownFields.some((known) => known.name === name)

export const labelOf = (known: KnownField, language: Language): string => known[language]

/** Every name that may stand in a template besides those its own questions bring. */
export const knownNames: readonly string[] = knownFields.flatMap(({ name, items = [] }) => [
  name,
  ...items.map((item) => `${name}.${item}`),
])

function field(name: string, vi: string, en: string, sample: FieldValue, items?: string[]): KnownField {
  return { name, vi, en, moment: 'dossier', sample, ...(items ? { items } : {}) }
}

function atIssue(name: string, vi: string, en: string, sample: string): KnownField {
  return { name, vi, en, moment: 'issue', sample }
}

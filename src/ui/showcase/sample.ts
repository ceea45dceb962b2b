/** Invented people and dossiers for the showcase; identity numbers begin with the impossible province code 000. */
import type { DiagramPicture } from '../components/process-diagram.tsx'
import type { OutlineRow } from '../components/process-outline.tsx'
import { failedForm } from '../forms/form-state.ts'
import type { Office } from '../layouts/page-props.ts'

export const sampleOffice: Office = {
  name: 'Trung tâm Phục vụ hành chính công',
  parent: 'UBND tỉnh Quảng Trị',
  owner: 'Uỷ ban nhân dân tỉnh Quảng Trị',
  responsiblePerson: 'Giám đốc Trung tâm (minh hoạ)',
  address: 'Phường Đồng Hới, tỉnh Quảng Trị (minh hoạ)',
  phone: '0232 000 000',
  email: 'lien-he@vi-du.gov.vn',
  notice: 'Dữ liệu minh hoạ: người, hồ sơ và số định danh đều do chúng tôi nghĩ ra.',
  noticeEn: 'Sample data: people, dossiers and numbers are all made up.',
}

export const wrongForm = failedForm(
  {
    'wrong.name': 'Nguyễn Thị Minh Hoạ',
    'wrong.idNumber': '00012345678',
    'wrong.birthDate.day': '31',
    'wrong.birthDate.month': '2',
    'wrong.birthDate.year': '1990',
    'wrong.fee': '1,5 triệu',
    'wrong.return': 'post',
    'wrong.commune': '',
  },
  {
    'wrong.idNumber': 'Số định danh phải có 12 chữ số, số bạn nhập có 11. Ví dụ: 000 201 000 123.',
    'wrong.birthDate': 'Tháng 2 năm 1990 không có ngày 31. Hãy xem lại ngày sinh.',
    'wrong.fee': 'Hãy nhập số tiền bằng chữ số. Ví dụ: 1.500.000.',
    'wrong.reason': 'Hãy viết lý do bạn cần cấp lại.',
    'wrong.channel': 'Hãy chọn cách nộp hồ sơ.',
    'wrong.papers': 'Hãy đánh dấu ít nhất một giấy tờ bạn đã có.',
    'wrong.commune': 'Hãy chọn xã, phường nơi bạn ở.',
    'wrong.file': 'Tệp “ảnh hiện trạng.heic” không mở được. Hãy chụp lại và lưu thành JPEG.',
    'wrong.pledge': 'Hãy đánh dấu để cam đoan trước khi gửi.',
  },
)

export interface SampleDossier {
  code: string
  procedure: string
  applicant: string
  step: string
  due: string
  state: 'in-time' | 'near' | 'late' | 'paused' | 'ended'
  detail: string
}

export const sampleDossiers: SampleDossier[] = [
  {
    code: 'H46.16-261116-0012',
    procedure: 'Cấp Giấy chứng nhận đủ điều kiện kinh doanh dịch vụ thể thao đối với môn Bơi, Lặn',
    applicant: 'Công ty TNHH Bể bơi Sông Hiếu (minh hoạ)',
    step: 'Thẩm định',
    due: '17:00, 20/11/2026',
    state: 'late',
    detail: 'quá 1 ngày 2 giờ',
  },
  {
    code: 'H46.16-261118-0003',
    procedure: 'Cấp thẻ hướng dẫn viên du lịch nội địa',
    applicant: 'Trần Văn Ví Dụ',
    step: 'Lãnh đạo ký',
    due: '11:00, 24/11/2026',
    state: 'near',
    detail: 'còn 3 giờ',
  },
  {
    code: 'H46.16-261119-0021',
    procedure: 'Thông báo tổ chức lễ hội cấp xã',
    applicant: 'UBND xã Bến Hải (minh hoạ)',
    step: 'Phân công',
    due: '17:00, 10/12/2026',
    state: 'in-time',
    detail: 'còn 12 ngày',
  },
  {
    code: 'H46.16-261105-0044',
    procedure: 'Cấp giấy phép kinh doanh dịch vụ karaoke',
    applicant: 'Hộ kinh doanh Lê Thị Thí Dụ',
    step: 'Chờ bổ sung',
    due: 'tính lại khi đủ giấy tờ',
    state: 'paused',
    detail: 'từ 18/11/2026',
  },
  {
    code: 'H46.16-261102-0007',
    procedure: 'Cấp thẻ hướng dẫn viên du lịch quốc tế',
    applicant: 'Phạm Thu Giả Định',
    step: 'Đã trả kết quả',
    due: '17:00, 16/11/2026',
    state: 'ended',
    detail: 'sớm 2 ngày',
  },
]

const box = (x: number, y: number) => ({ x, y, width: 168, height: 88 })
const step = (id: string, name: string, x: number, y: number, facts: string[]) => ({
  id,
  look: 'step' as const,
  box: box(x, y),
  name,
  facts,
  whole: [name, ...facts].join(', '),
})
const across = (id: string, ...points: [number, number][]) => ({ id, points: points.map(([x, y]) => ({ x, y })) })

export const samplePicture: DiagramPicture = {
  width: 950,
  height: 248,
  lanes: [
    { id: 'one-stop', name: 'Một cửa', box: { x: 0, y: 0, width: 950, height: 124 } },
    { id: 'officer', name: 'Chuyên viên', box: { x: 0, y: 124, width: 950, height: 124 } },
  ],
  shapes: [
    { id: 'start', look: 'start', box: { x: 60, y: 44, width: 36, height: 36 }, name: 'Bắt đầu', whole: 'Bắt đầu', tone: 'done' },
    { ...step('receive', 'Tiếp nhận hồ sơ', 136, 18, ['Một cửa', 'đã dùng 1/2 giờ']), tone: 'done' },
    { ...step('appraise', 'Thẩm định hồ sơ', 344, 142, ['Chuyên viên', 'quá 3 giờ']), tone: 'late' },
    { id: 'choice', look: 'choice', box: { x: 552, y: 161, width: 50, height: 50 }, name: 'Đủ điều kiện?', whole: 'Đủ điều kiện?' },
    { ...step('return', 'Trả kết quả', 778, 18, ['Một cửa', '1 giờ làm việc']) },
  ],
  ways: [
    { ...across('a', [96, 62], [136, 62]), tone: 'taken' },
    { ...across('b', [304, 62], [324, 62], [324, 186], [344, 186]), tone: 'taken' },
    across('c', [512, 186], [552, 186]),
    {
      ...across('d', [602, 186], [622, 186], [622, 62], [778, 62]),
      label: { text: 'còn lại', whole: 'Các trường hợp còn lại', box: { x: 622, y: 43, width: 136, height: 18 } },
    },
  ],
}

export const sampleOutline: OutlineRow[] = [
  {
    id: 'receive',
    name: 'Tiếp nhận hồ sơ',
    facts: ['Một cửa', '2 giờ làm việc'],
    note: { tone: 'info', text: 'đã qua: đã dùng 1/2 giờ' },
    ways: [{ id: 'b', text: 'Tiếp theo: Thẩm định hồ sơ' }],
  },
  {
    id: 'appraise',
    name: 'Thẩm định hồ sơ',
    facts: ['Chuyên viên', '2 ngày làm việc'],
    note: { tone: 'late', text: 'quá hạn: quá 3 giờ' },
    ways: [{ id: 'd', text: 'Các trường hợp còn lại: Trả kết quả' }],
  },
]

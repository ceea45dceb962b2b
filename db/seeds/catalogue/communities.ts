/** Libraries and families: what people do at their commune. */
import {
  allWays,
  copy,
  counter,
  days,
  type Facts,
  FREE,
  ifAny,
  online,
  only,
  original,
  post,
  UNKNOWN_FEE,
  workingDays,
  workingHours,
} from './facts.ts'
import { COMMUNE, CULTURE, ORGANISATIONS, PEOPLE, PHU_THO } from './sources.ts'

const LIBRARY_BASIS: [string, string][] = [
  ['46/2019/QH14', 'Luật Thư viện'],
  ['93/2020/NĐ-CP', 'Nghị định quy định chi tiết một số điều của Luật Thư viện'],
  ['01/2020/TT-BVHTTDL', 'Thông tư quy định mẫu văn bản thông báo thành lập, sáp nhập, hợp nhất, chia, tách, chấm dứt hoạt động thư viện'],
]
const library = { field: 'Thư viện', standing: 'unknown', asOf: '2024' } as const
const atCommune = { level: 'commune', agency: COMMUNE } as const
const SUBJECTS = ['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)']
const FORM = 'Mẫu số 01 Phụ lục VIII Thông tư số 13/2023/TT-BVHTTDL'
const VIOLENCE: [string, string][] = [
  ['13/2022/QH15', 'Luật Phòng, chống bạo lực gia đình'],
  ['76/2023/NĐ-CP', 'Nghị định quy định chi tiết một số điều của Luật Phòng, chống bạo lực gia đình'],
]

const libraryNotice = (code: string, name: string, verb: string, papers: Facts['cases'][number]['papers']): Facts => ({
  ...library,
  ...atCommune,
  code,
  name,
  subjects: SUBJECTS,
  service: 'partial',
  partialReason: 'technical-limit',
  partialNote: 'Tài liệu chứng minh điều kiện của thư viện chưa khai thác được trực tuyến.',
  steps: [
    `Trước 30 ngày tính đến ngày ${verb}, tổ chức, cá nhân gửi thông báo đến Ủy ban nhân dân cấp xã nơi thư viện đặt trụ sở.`,
    'Trong 15 ngày kể từ ngày nhận đủ hồ sơ hợp lệ, Ủy ban nhân dân cấp xã trả lời bằng văn bản; không đồng ý phải nêu rõ lý do.',
  ],
  cases: only(
    [counter(days(15, '15 ngày, kể từ ngày nhận đủ hồ sơ thông báo hợp lệ'), FREE), online(days(15), FREE), post(days(15), FREE)],
    papers,
  ),
  results: ['Văn bản trả lời về thông báo của thư viện'],
  basis: LIBRARY_BASIS,
  from: [
    'https://dichvucong.binhdinh.gov.vn/dichvucong/bothutuc/chiTietThuTuc?maThuTuc=33939',
    'https://rangdong.tuangiao.gov.vn/pso/detail/Thu-tuc-thong-bao-sap-nhap-hop-nhat-chia-tach-thu-vien-doi-voi-thu-vien-cong-dong-138',
  ],
  illustrative: [
    'code',
    'results',
    'partial-reason',
    'channels',
    'standing',
    ...(code === '1.008901' ? [] : (['papers', 'fees', 'subjects', 'service-level'] as const)),
  ],
})

export const communities: Facts[] = [
  libraryNotice('1.008901', 'Thủ tục thông báo thành lập thư viện đối với thư viện cộng đồng', 'thư viện mở cửa hoạt động', [
    original('Thông báo thành lập thư viện', FORM),
    original('Tài liệu chứng minh đủ điều kiện thành lập theo khoản 1 Điều 18 Luật Thư viện'),
  ]),
  libraryNotice(
    '1.008902',
    'Thủ tục thông báo sáp nhập, hợp nhất, chia, tách thư viện đối với thư viện cộng đồng',
    'sáp nhập, hợp nhất, chia, tách',
    [
      original('Thông báo sáp nhập, hợp nhất, chia, tách thư viện', FORM),
      original('Tài liệu chứng minh đủ điều kiện của thư viện sau khi sáp nhập, hợp nhất, chia, tách'),
    ],
  ),
  {
    ...library,
    level: 'province',
    agency: CULTURE,
    code: '1.008895',
    name: 'Thủ tục thông báo thành lập đối với thư viện chuyên ngành ở cấp tỉnh, thư viện đại học là thư viện ngoài công lập và thư viện của tổ chức, cá nhân nước ngoài có phục vụ người Việt Nam',
    subjects: ORGANISATIONS,
    service: 'full',
    steps: [
      'Trước 30 ngày tính đến ngày thư viện mở cửa hoạt động, cơ quan, tổ chức, cá nhân thành lập thư viện gửi thông báo.',
      'Trong thời hạn giải quyết, Sở trả lời bằng văn bản; không đồng ý phải nêu rõ lý do.',
    ],
    cases: [
      {
        name: 'Thư viện chuyên ngành ở cấp tỉnh, thư viện đại học ngoài công lập',
        channels: allWays(
          workingDays(12, '12 ngày làm việc, kể từ ngày nhận đủ hồ sơ thông báo hợp lệ (thời hạn rút ngắn của một địa phương)'),
          FREE,
        ),
        papers: [original('Thông báo thành lập thư viện', FORM), original('Tài liệu chứng minh đủ điều kiện thành lập thư viện')],
      },
      {
        name: 'Thư viện của tổ chức, cá nhân nước ngoài có phục vụ người Việt Nam',
        channels: allWays(workingDays(12), FREE),
        papers: [
          original('Thông báo thành lập thư viện', FORM),
          original('Tài liệu chứng minh đủ điều kiện thành lập thư viện'),
          copy('Bản sao giấy phép hoạt động của tổ chức, cá nhân nước ngoài tại Việt Nam'),
        ],
      },
    ],
    results: ['Văn bản trả lời về việc thông báo thành lập thư viện'],
    basis: LIBRARY_BASIS,
    from: ['Cổng thông tin tỉnh Cao Bằng', PHU_THO],
    illustrative: ['papers', 'standing'],
  },
  {
    ...atCommune,
    code: '1.012084',
    name: 'Thủ tục cấm tiếp xúc theo Quyết định của Chủ tịch Ủy ban nhân dân cấp xã',
    field: 'Gia đình',
    decides: 'Chủ tịch Ủy ban nhân dân cấp xã',
    coordinates: 'Công an cấp xã',
    subjects: PEOPLE,
    service: 'partial',
    partialReason: 'presence',
    partialNote: 'Phải gặp, hỏi trực tiếp người bị bạo lực gia đình và người có liên quan.',
    steps: [
      'Người bị bạo lực gia đình, người giám hộ hoặc cơ quan có thẩm quyền đề nghị cấm tiếp xúc; có thể đề nghị bằng lời nói.',
      'Trong 12 giờ kể từ khi nhận được đề nghị, Chủ tịch Ủy ban nhân dân cấp xã xem xét, ra quyết định cấm tiếp xúc; không ra quyết định phải nêu rõ lý do.',
    ],
    cases: only(
      [counter(workingHours(12, '12 giờ kể từ khi nhận được đề nghị'), FREE), online(workingHours(12), FREE)],
      [original('Đơn đề nghị cấm tiếp xúc'), ifAny(original('Tài liệu, hình ảnh về hành vi bạo lực gia đình (nếu có)'))],
    ),
    results: ['Quyết định cấm tiếp xúc'],
    basis: VIOLENCE,
    standing: 'unknown',
    asOf: '2025',
    from: ['Danh mục thủ tục lĩnh vực gia đình'],
    illustrative: [
      'code',
      'papers',
      'limit',
      'fees',
      'steps',
      'results',
      'subjects',
      'service-level',
      'partial-reason',
      'legal-basis',
      'channels',
      'standing',
    ],
  },
  {
    ...atCommune,
    code: '1.012085',
    name: 'Thủ tục hủy bỏ Quyết định cấm tiếp xúc',
    field: 'Gia đình',
    decides: 'Chủ tịch Ủy ban nhân dân cấp xã',
    subjects: PEOPLE,
    service: 'partial',
    partialReason: 'presence',
    partialNote: 'Phải hỏi ý kiến trực tiếp người bị bạo lực gia đình.',
    steps: [
      'Người đã đề nghị cấm tiếp xúc đề nghị hủy bỏ quyết định.',
      'Trong 12 giờ kể từ khi nhận được đề nghị, Chủ tịch Ủy ban nhân dân cấp xã ra quyết định hủy bỏ; không hủy bỏ phải nêu rõ lý do.',
    ],
    cases: only(
      [counter(workingHours(12, '12 giờ kể từ khi nhận được đề nghị'), FREE), online(workingHours(12), FREE)],
      [original('Đơn đề nghị hủy bỏ Quyết định cấm tiếp xúc')],
    ),
    results: ['Quyết định hủy bỏ Quyết định cấm tiếp xúc'],
    basis: VIOLENCE,
    standing: 'unknown',
    asOf: '2025',
    from: ['Danh mục thủ tục lĩnh vực gia đình'],
    illustrative: [
      'code',
      'papers',
      'limit',
      'fees',
      'steps',
      'results',
      'subjects',
      'service-level',
      'partial-reason',
      'legal-basis',
      'channels',
      'standing',
    ],
  },
  {
    ...atCommune,
    code: '1.000954',
    name: 'Xét tặng danh hiệu Gia đình văn hóa hàng năm',
    field: 'Văn hóa cơ sở',
    subjects: PEOPLE,
    service: 'info',
    steps: [
      'Hộ gia đình đăng ký thi đua xây dựng Gia đình văn hóa từ đầu năm.',
      'Khu dân cư họp bình xét, gửi biên bản và danh sách.',
      'Chủ tịch Ủy ban nhân dân cấp xã quyết định tặng danh hiệu.',
    ],
    cases: only(
      [counter(workingDays(5), UNKNOWN_FEE)],
      [original('Bản đăng ký tham gia thi đua xây dựng Gia đình văn hóa'), original('Biên bản họp bình xét của khu dân cư')],
    ),
    results: ['Quyết định tặng danh hiệu Gia đình văn hóa'],
    basis: [['86/2023/NĐ-CP', 'Nghị định quy định khung tiêu chuẩn và trình tự, thủ tục, hồ sơ xét tặng danh hiệu Gia đình văn hóa']],
    standing: 'unknown',
    asOf: '2022-07',
    from: [PHU_THO],
    missing: ['fees'],
    illustrative: ['papers', 'limit', 'steps', 'results', 'subjects', 'legal-basis', 'channels', 'standing'],
  },
]

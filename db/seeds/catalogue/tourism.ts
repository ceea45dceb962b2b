/** Places and services for tourists, and signs for their vehicles. */
import {
  allWays,
  copy,
  counter,
  days,
  type Facts,
  FREE,
  fee,
  online,
  only,
  original,
  post,
  UNKNOWN_FEE,
  workingDays,
  workingHours,
} from './facts.ts'
import { ANYONE, COMMUNE, CULTURE, LAW_TOURISM, ND_168_2017, PORTAL, PROVINCE, TT_06_2017, XUAN_HOA } from './sources.ts'

const common = { level: 'province', agency: CULTURE, standing: 'in force', asOf: '2026-05' } as const
const SERVICES = {
  ...common,
  field: 'Dịch vụ du lịch khác',
  subjects: ANYONE,
  service: 'partial',
  partialReason: 'field-verification',
  partialNote: 'Sở phải thẩm định tại cơ sở trước khi công nhận.',
} as const

const standardServices: Facts[] = (
  [
    ['1.004572', 'ăn uống'],
    ['1.004580', 'mua sắm'],
    ['1.004551', 'thể thao'],
    ['1.004503', 'vui chơi, giải trí'],
    ['1.001455', 'chăm sóc sức khỏe'],
  ] as const
).map(
  ([code, service]): Facts => ({
    ...SERVICES,
    code,
    name: `Thủ tục công nhận cơ sở kinh doanh dịch vụ ${service} đạt tiêu chuẩn phục vụ khách du lịch`,
    steps: [
      'Tổ chức, cá nhân kinh doanh tự nguyện đăng ký và nộp hồ sơ đến Sở nơi có cơ sở kinh doanh.',
      'Hồ sơ chưa hợp lệ thì Sở yêu cầu sửa đổi, bổ sung bằng văn bản.',
      'Trong 20 ngày kể từ ngày nhận hồ sơ hợp lệ, Sở thẩm định tại cơ sở và quyết định công nhận; không công nhận phải nêu rõ lý do bằng văn bản.',
    ],
    cases: only(allWays(days(20), [fee('Phí thẩm định công nhận cơ sở đạt tiêu chuẩn', 1_000_000, 'cơ sở')]), [
      original(
        `Đơn đề nghị công nhận cơ sở kinh doanh dịch vụ ${service} đạt tiêu chuẩn phục vụ khách du lịch`,
        'Mẫu đơn kèm theo Thông tư số 06/2017/TT-BVHTTDL',
      ),
      original('Bản thuyết minh đáp ứng các tiêu chuẩn phục vụ khách du lịch'),
      copy('Bản sao giấy chứng nhận đăng ký kinh doanh'),
    ]),
    results: ['Quyết định công nhận và biển hiệu đạt tiêu chuẩn phục vụ khách du lịch'],
    basis: [LAW_TOURISM, TT_06_2017],
    from: [XUAN_HOA],
    illustrative: ['papers', 'limit', 'fees', 'steps', 'service-level', 'partial-reason', 'subjects', 'legal-basis'],
  }),
)

const BOAT = 'phương tiện vận tải khách du lịch bằng đường thủy nội địa'
const boats: Omit<Facts, 'code' | 'name' | 'steps' | 'cases'> = {
  field: 'Du lịch',
  level: 'province',
  agency: 'Sở Xây dựng',
  subjects: ['Doanh nghiệp', 'Hợp tác xã'],
  service: 'full',
  standing: 'published',
  asOf: '2026-07-17',
  results: ['Biển hiệu phương tiện vận tải khách du lịch'],
  basis: [
    ND_168_2017,
    [
      '42/2017/TT-BGTVT',
      'Thông tư quy định điều kiện của người điều khiển, nhân viên phục vụ, trang thiết bị trên phương tiện vận tải khách du lịch',
    ],
    ['158/2024/NĐ-CP', 'Nghị định quy định về hoạt động vận tải đường bộ'],
  ],
  from: [PORTAL, XUAN_HOA],
}
const BOAT_FORM = 'Mẫu số 02, Phụ lục kèm theo Nghị định số 168/2017/NĐ-CP'
const boatPapers = [
  original('Bảng kê trang thiết bị của từng phương tiện, chất lượng dịch vụ, nhân viên phục vụ trên phương tiện'),
  copy('Bản sao giấy đăng ký phương tiện hoặc giấy hẹn nhận giấy đăng ký; giấy chứng nhận an toàn kỹ thuật và bảo vệ môi trường'),
]
const boatWays = (limit: ReturnType<typeof workingDays>) => [counter(limit, FREE), online(limit, FREE)]

export const tourism: Facts[] = [
  {
    ...common,
    code: '1.004528',
    name: 'Thủ tục công nhận điểm du lịch cấp tỉnh',
    field: 'Du lịch',
    decides: PROVINCE,
    subjects: ANYONE,
    service: 'partial',
    partialReason: 'field-verification',
    partialNote: 'Sở thẩm định thực tế tại điểm du lịch.',
    steps: [
      'Tổ chức, cá nhân sở hữu hoặc quản lý điểm du lịch nộp hồ sơ đến Sở nơi có điểm du lịch.',
      'Trong 20 ngày kể từ ngày nhận hồ sơ hợp lệ, Sở thẩm định và trình Ủy ban nhân dân tỉnh.',
      'Trong 10 ngày kể từ ngày nhận kết quả thẩm định, Ủy ban nhân dân tỉnh quyết định công nhận; từ chối phải trả lời bằng văn bản và nêu rõ lý do.',
    ],
    cases: only(allWays(days(30, '20 ngày Sở thẩm định, trình; 10 ngày Ủy ban nhân dân tỉnh quyết định'), UNKNOWN_FEE), [
      original('Đơn đề nghị công nhận điểm du lịch'),
      original('Bản thuyết minh về điều kiện công nhận điểm du lịch'),
    ]),
    results: ['Quyết định công nhận điểm du lịch'],
    basis: [LAW_TOURISM, ND_168_2017],
    requirements:
      'Có tài nguyên du lịch với ranh giới xác định trên bản đồ; có kết cấu hạ tầng và dịch vụ cần thiết phục vụ khách; bảo đảm an ninh, trật tự, an toàn xã hội và bảo vệ môi trường.',
    from: ['https://hethongphapluat.com/thu-tuc-cong-nhan-diem-du-lich.html', XUAN_HOA],
    missing: ['fees'],
    illustrative: ['service-level', 'partial-reason'],
  },
  {
    ...common,
    code: '1.003490',
    name: 'Thủ tục công nhận khu du lịch cấp tỉnh',
    field: 'Du lịch',
    decides: PROVINCE,
    subjects: ['Tổ chức (không bao gồm doanh nghiệp, HTX)', 'Doanh nghiệp'],
    service: 'partial',
    partialReason: 'field-verification',
    partialNote: 'Sở thẩm định thực tế tại khu du lịch.',
    steps: [
      'Tổ chức quản lý khu du lịch nộp 01 bộ hồ sơ đến Sở nơi có khu du lịch.',
      'Trong 45 ngày kể từ ngày nhận hồ sơ hợp lệ, Sở thẩm định và trình Ủy ban nhân dân tỉnh.',
      'Trong 15 ngày kể từ ngày nhận kết quả thẩm định, Ủy ban nhân dân tỉnh quyết định công nhận.',
    ],
    cases: only(
      [counter(days(60, '45 ngày Sở thẩm định; 15 ngày Ủy ban nhân dân tỉnh quyết định'), UNKNOWN_FEE), post(days(60), UNKNOWN_FEE)],
      [
        original('Đơn đề nghị công nhận khu du lịch cấp tỉnh', 'Mẫu số 02 Phụ lục II Thông tư số 06/2017/TT-BVHTTDL'),
        original('Bản thuyết minh về điều kiện công nhận khu du lịch'),
      ],
    ),
    results: ['Quyết định công nhận khu du lịch cấp tỉnh'],
    basis: [TT_06_2017],
    from: ['http://vhttdldaklak.gov.vn/du-lich-trong-nuoc/cong-nhan-khu-du-lich-cap-tinh-5547.html', XUAN_HOA],
    missing: ['fees'],
    illustrative: ['service-level', 'partial-reason', 'results', 'subjects'],
  },
  {
    ...SERVICES,
    code: '1.004594',
    name: 'Thủ tục công nhận hạng cơ sở lưu trú du lịch: hạng 1 sao, 2 sao, 3 sao đối với khách sạn, biệt thự du lịch, căn hộ du lịch, tàu thủy lưu trú du lịch',
    steps: [
      'Tổ chức, cá nhân kinh doanh dịch vụ lưu trú tự nguyện đăng ký xếp hạng và nộp hồ sơ đến Trung tâm Phục vụ hành chính công.',
      'Hồ sơ không hợp lệ: trong 03 ngày làm việc, Sở thông báo bằng văn bản yêu cầu sửa đổi, bổ sung.',
      'Trong 20 ngày kể từ ngày nhận hồ sơ hợp lệ, Sở cùng tổ chức xã hội - nghề nghiệp về du lịch thẩm định và quyết định công nhận hạng; không công nhận phải nêu rõ lý do bằng văn bản.',
    ],
    cases: (['1 sao', '2 sao', '3 sao'] as const).map((stars) => ({
      name: `Công nhận hạng ${stars}`,
      channels: [
        counter(days(20, '20 ngày kể từ ngày nhận hồ sơ hợp lệ (thời hạn rút ngắn của một địa phương)'), UNKNOWN_FEE),
        online(days(20), UNKNOWN_FEE, 'Nộp toàn bộ hồ sơ, thanh toán và nhận kết quả trực tuyến; việc thẩm định làm tại cơ sở.'),
      ],
      papers: [
        original('Đơn đề nghị công nhận hạng cơ sở lưu trú du lịch', 'Mẫu 07 Phụ lục II Thông tư số 06/2017/TT-BVHTTDL'),
        original('Bản tự đánh giá chất lượng theo tiêu chuẩn quốc gia về xếp hạng cơ sở lưu trú du lịch'),
        original('Danh sách người quản lý và nhân viên trong cơ sở lưu trú du lịch'),
        copy(
          'Bản sao có chứng thực văn bằng, chứng chỉ và giấy xác nhận thời gian làm việc trong ngành du lịch của người quản lý, trưởng bộ phận',
        ),
      ],
    })),
    results: ['Quyết định công nhận hạng cơ sở lưu trú du lịch'],
    basis: [
      LAW_TOURISM,
      TT_06_2017,
      ['34/2018/TT-BTC', 'Thông tư quy định phí thẩm định công nhận hạng cơ sở lưu trú du lịch, cơ sở kinh doanh dịch vụ du lịch khác'],
    ],
    from: ['http://sodulich.binhdinh.gov.vn/view/84', XUAN_HOA],
    missing: ['fees'],
    illustrative: ['partial-reason', 'results'],
  },
  ...standardServices,
  {
    ...boats,
    code: '1.014190',
    name: `Thủ tục cấp biển hiệu ${BOAT} (thẩm quyền của Sở Xây dựng)`,
    steps: [
      'Đơn vị kinh doanh vận tải khách du lịch bằng đường thủy nội địa nộp 01 bộ hồ sơ đến Sở Xây dựng nơi đặt trụ sở chính hoặc chi nhánh.',
      'Sở Xây dựng kiểm tra hồ sơ, thẩm định phương tiện và cấp biển hiệu; từ chối phải trả lời bằng văn bản và nêu rõ lý do.',
    ],
    cases: only(boatWays(workingDays(7)), [
      original('Đơn đề nghị cấp biển hiệu phương tiện vận tải khách du lịch', BOAT_FORM),
      ...boatPapers,
    ]),
    illustrative: ['service-level'],
  },
  {
    ...boats,
    code: '1.014191',
    name: `Thủ tục cấp đổi biển hiệu ${BOAT} (thẩm quyền của Sở Xây dựng)`,
    steps: [
      'Đơn vị kinh doanh nộp 01 bộ hồ sơ đến Sở Xây dựng khi đổi chủ sở hữu phương tiện, đổi đơn vị kinh doanh vận tải hoặc khi biển hiệu hết hạn.',
      'Sở Xây dựng kiểm tra hồ sơ và cấp đổi biển hiệu; từ chối phải trả lời bằng văn bản và nêu rõ lý do.',
    ],
    cases: [
      {
        name: 'Thay đổi chủ sở hữu phương tiện hoặc đơn vị kinh doanh vận tải',
        channels: boatWays(workingDays(7)),
        papers: [original('Đơn đề nghị cấp đổi biển hiệu', BOAT_FORM), ...boatPapers],
      },
      {
        name: 'Biển hiệu hết hạn',
        channels: boatWays(workingDays(7)),
        papers: [original('Đơn đề nghị cấp đổi biển hiệu', BOAT_FORM), ...boatPapers],
      },
    ],
    illustrative: ['service-level'],
  },
  {
    ...boats,
    code: '1.014192',
    name: `Thủ tục cấp lại biển hiệu ${BOAT} (thẩm quyền của Sở Xây dựng)`,
    steps: [
      'Đơn vị kinh doanh nộp 01 bộ hồ sơ đến Sở Xây dựng đã cấp biển hiệu khi biển hiệu bị mất hoặc hư hỏng.',
      'Sở Xây dựng xem xét và cấp lại biển hiệu.',
    ],
    cases: only(boatWays(workingDays(2)), [original('Đơn đề nghị cấp lại biển hiệu phương tiện vận tải khách du lịch', BOAT_FORM)]),
    illustrative: ['service-level'],
  },
  {
    code: '3.000552',
    name: 'Thủ tục hỗ trợ đầu tư xây dựng mới hoặc nâng cấp, cải tạo nhà ở có phòng cho khách du lịch thuê (homestay)',
    field: 'Du lịch',
    level: 'commune',
    agency: COMMUNE,
    subjects: ['Công dân Việt Nam', 'Doanh nghiệp', 'Hợp tác xã'],
    service: 'full',
    steps: [
      'Tổ chức, hộ gia đình, cá nhân nộp hồ sơ đề nghị hỗ trợ.',
      'Cơ quan tiếp nhận kiểm tra thành phần hồ sơ, cùng các cơ quan liên quan thẩm định.',
      'Ủy ban nhân dân quyết định phê duyệt hỗ trợ; không đủ điều kiện thì trả lời bằng văn bản và nêu rõ lý do.',
    ],
    cases: only(
      [online(workingHours(176, '176 giờ làm việc (22 ngày làm việc)'), FREE), counter(workingHours(176), FREE)],
      [
        original('Đơn đề nghị hỗ trợ'),
        copy(
          'Bản sao văn bản công nhận đủ điều kiện kinh doanh du lịch, đạt tiêu chuẩn nhà ở có phòng cho khách du lịch thuê, phục vụ từ 10 khách trở lên',
        ),
        original('Bảng kê chi phí nâng cấp, cải tạo (khi đề nghị hỗ trợ nâng cấp, cải tạo)'),
      ],
    ),
    results: ['Quyết định phê duyệt hỗ trợ'],
    basis: [['44/2025/NQ-HĐND', 'Nghị quyết của Hội đồng nhân dân tỉnh Ninh Bình về hỗ trợ phát triển du lịch']],
    requirements:
      'Đủ điều kiện kinh doanh du lịch; tuân thủ quy định về xây dựng, đầu tư, kinh doanh; sau khi xây dựng, cải tạo phục vụ được từ 10 khách trở lên.',
    standing: 'published',
    asOf: '2026-07-17',
    from: [PORTAL],
    // Ninh Bình's own policy: it stands here to show a limit in working hours.
    illustrative: ['standing', 'agency', 'channels', 'service-level'],
  },
]

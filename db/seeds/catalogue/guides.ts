/** Tourist guides: cards and refresher courses. */
import { allWays, copy, counter, days, type Facts, fee, online, only, original, post, shown, UNKNOWN_FEE } from './facts.ts'
import { CULTURE, LAW_TOURISM, PEOPLE, TT_06_2017, TT_13_2019, TT_33_2018, XUAN_HOA } from './sources.ts'

const FIELD = 'Lữ hành'
const HEALTH = original('Giấy chứng nhận sức khỏe do cơ sở khám bệnh, chữa bệnh có thẩm quyền cấp trong 06 tháng trước ngày nộp hồ sơ')
const LIFE = original('Sơ yếu lý lịch có xác nhận của Ủy ban nhân dân cấp xã nơi cư trú')
const PHOTOS = original('02 ảnh chân dung màu cỡ 3 cm × 4 cm')
const CARD = fee('Phí thẩm định cấp thẻ hướng dẫn viên du lịch', 650_000, 'thẻ')
const common = {
  field: FIELD,
  level: 'province',
  agency: CULTURE,
  subjects: PEOPLE,
  service: 'full',
  standing: 'in force',
  asOf: '2026-05',
} as const

/** Nộp, kiểm tra, cấp hoặc từ chối: the way every card goes. */
const cardSteps = (within: string, does: string): string[] => [
  'Người đề nghị nộp 01 bộ hồ sơ tại Trung tâm Phục vụ hành chính công, qua bưu chính hoặc trực tuyến.',
  'Người tiếp nhận kiểm tra thành phần hồ sơ, cấp giấy tiếp nhận và hẹn ngày trả kết quả; hồ sơ thiếu thì hướng dẫn bổ sung một lần.',
  `Trong ${within} kể từ ngày nhận hồ sơ hợp lệ, Sở ${does}; từ chối phải trả lời bằng văn bản và nêu rõ lý do.`,
  'Người đề nghị nhận kết quả theo cách đã chọn khi nộp hồ sơ.',
]

export const guides: Facts[] = [
  {
    ...common,
    code: '1.004623',
    name: 'Thủ tục cấp thẻ hướng dẫn viên du lịch nội địa',
    steps: cardSteps('15 ngày', 'cấp thẻ'),
    cases: only(
      [
        counter(days(15), [CARD]),
        post(days(15), [CARD]),
        online(days(15), [CARD], 'Nguồn không ghi riêng thời hạn nộp trực tuyến; áp dụng như nộp trực tiếp.'),
      ],
      [
        original('Đơn đề nghị cấp thẻ hướng dẫn viên du lịch nội địa', 'Mẫu đơn kèm theo Thông tư số 06/2017/TT-BVHTTDL'),
        LIFE,
        copy('Bản sao có chứng thực bằng tốt nghiệp và chứng chỉ nghiệp vụ hướng dẫn du lịch nội địa'),
        HEALTH,
        PHOTOS,
      ],
    ),
    results: ['Thẻ hướng dẫn viên du lịch nội địa'],
    basis: [LAW_TOURISM, TT_06_2017, TT_33_2018],
    requirements:
      'Có quốc tịch Việt Nam và thường trú tại Việt Nam; có năng lực hành vi dân sự đầy đủ; không mắc bệnh truyền nhiễm, không sử dụng chất ma túy; tốt nghiệp trung cấp trở lên chuyên ngành hướng dẫn du lịch, hoặc trung cấp trở lên chuyên ngành khác và có chứng chỉ nghiệp vụ.',
    from: ['https://dichvucong.quangtri.gov.vn/quangtri/tracuu/chi-tiet-thu-tuc?ma-thu-tuc=23540', XUAN_HOA],
    illustrative: ['papers'],
  },
  {
    ...common,
    code: '1.004628',
    name: 'Thủ tục cấp thẻ hướng dẫn viên du lịch quốc tế',
    steps: cardSteps('15 ngày', 'cấp thẻ'),
    cases: only(allWays(days(15), [CARD]), [
      original('Đơn đề nghị cấp thẻ hướng dẫn viên du lịch quốc tế', 'Mẫu đơn kèm theo Thông tư số 06/2017/TT-BVHTTDL'),
      LIFE,
      copy('Bản sao có chứng thực bằng tốt nghiệp và chứng chỉ nghiệp vụ hướng dẫn du lịch quốc tế'),
      copy('Bản sao có chứng thực văn bằng, chứng chỉ chứng minh thành thạo ngoại ngữ'),
      HEALTH,
      PHOTOS,
    ]),
    results: ['Thẻ hướng dẫn viên du lịch quốc tế'],
    basis: [LAW_TOURISM, TT_06_2017, TT_33_2018],
    from: [XUAN_HOA],
    illustrative: ['papers', 'limit', 'steps', 'service-level', 'subjects'],
  },
  {
    ...common,
    code: '1.001432',
    name: 'Thủ tục cấp đổi thẻ hướng dẫn viên du lịch quốc tế, thẻ hướng dẫn viên du lịch nội địa',
    steps: cardSteps('10 ngày', 'cấp đổi thẻ'),
    cases: only(allWays(days(10), [CARD]), [
      original('Đơn đề nghị cấp đổi thẻ hướng dẫn viên du lịch', 'Phụ lục III ban hành kèm theo Thông tư số 13/2019/TT-BVHTTDL'),
      LIFE,
      copy('Bản sao có chứng thực giấy chứng nhận đã qua khóa cập nhật kiến thức cho hướng dẫn viên du lịch'),
      HEALTH,
      PHOTOS,
      original('Thẻ hướng dẫn viên du lịch đã được cấp'),
    ]),
    results: ['Thẻ hướng dẫn viên du lịch'],
    basis: [TT_13_2019, TT_33_2018],
    from: ['https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma_thu_tuc=192145', XUAN_HOA],
    illustrative: ['steps', 'results', 'subjects'],
  },
  {
    ...common,
    code: '1.004614',
    name: 'Thủ tục cấp lại thẻ hướng dẫn viên du lịch',
    steps: cardSteps('10 ngày', 'cấp lại thẻ'),
    cases: [
      {
        name: 'Thẻ bị mất',
        channels: allWays(days(10), [CARD]),
        papers: [original('Đơn đề nghị cấp lại thẻ hướng dẫn viên du lịch'), PHOTOS],
      },
      {
        name: 'Thẻ bị hư hỏng',
        channels: [counter(days(10), [CARD]), post(days(10), [CARD])],
        papers: [original('Đơn đề nghị cấp lại thẻ hướng dẫn viên du lịch'), original('Thẻ hướng dẫn viên du lịch bị hư hỏng'), PHOTOS],
      },
      {
        name: 'Thay đổi thông tin trên thẻ',
        channels: allWays(days(10), [CARD]),
        papers: [
          original('Đơn đề nghị cấp lại thẻ hướng dẫn viên du lịch'),
          copy('Bản sao có chứng thực giấy tờ liên quan đến nội dung thay đổi'),
          PHOTOS,
          shown('Thẻ hướng dẫn viên du lịch đang dùng'),
        ],
      },
    ],
    results: ['Thẻ hướng dẫn viên du lịch'],
    basis: [LAW_TOURISM, TT_06_2017, TT_33_2018],
    from: [XUAN_HOA],
    illustrative: ['papers', 'limit', 'steps', 'service-level', 'subjects', 'channels'],
  },
  {
    ...common,
    code: '1.001440',
    name: 'Thủ tục cấp thẻ hướng dẫn viên du lịch tại điểm',
    steps: cardSteps('10 ngày', 'tổ chức kiểm tra nghiệp vụ và cấp thẻ'),
    cases: only(allWays(days(10), [fee('Phí thẩm định cấp thẻ hướng dẫn viên du lịch tại điểm', 200_000, 'thẻ')]), [
      original('Đơn đề nghị cấp thẻ hướng dẫn viên du lịch tại điểm'),
      LIFE,
      HEALTH,
      PHOTOS,
    ]),
    results: ['Thẻ hướng dẫn viên du lịch tại điểm'],
    basis: [LAW_TOURISM, TT_06_2017, TT_33_2018],
    from: [XUAN_HOA],
    illustrative: ['papers', 'limit', 'steps', 'service-level', 'subjects'],
  },
  {
    ...common,
    code: '1.004605',
    name: 'Thủ tục cấp Giấy chứng nhận khóa cập nhật kiến thức cho hướng dẫn viên du lịch nội địa và hướng dẫn viên du lịch quốc tế',
    steps: [
      'Sở thông báo kế hoạch tổ chức khóa cập nhật kiến thức.',
      'Hướng dẫn viên đăng ký, tham dự khóa học và làm bài kiểm tra.',
      'Trong 10 ngày kể từ ngày kết thúc khóa học, Sở cấp giấy chứng nhận cho người đạt yêu cầu.',
    ],
    cases: only(allWays(days(10), UNKNOWN_FEE), [
      original('Phiếu đăng ký tham dự khóa cập nhật kiến thức'),
      shown('Thẻ hướng dẫn viên du lịch'),
    ]),
    results: ['Giấy chứng nhận khóa cập nhật kiến thức cho hướng dẫn viên du lịch'],
    basis: [LAW_TOURISM, TT_06_2017],
    from: [XUAN_HOA],
    missing: ['fees'],
    illustrative: ['papers', 'limit', 'steps', 'service-level', 'subjects', 'legal-basis'],
  },
]

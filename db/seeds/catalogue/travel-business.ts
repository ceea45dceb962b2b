/** Travel businesses: licences, their withdrawal, and offices of foreign travel businesses. */
import { allWays, copy, counter, days, type Facts, FREE, fee, ifAny, online, only, original, UNKNOWN_FEE, workingDays } from './facts.ts'
import { CULTURE, FIRMS, FOREIGN_FIRMS, LAW_TOURISM, TT_06_2017, TT_33_2018, XUAN_HOA } from './sources.ts'

const FIELD = 'Lữ hành'
const common = { field: FIELD, level: 'province', agency: CULTURE, standing: 'in force', asOf: '2026-05' } as const
const licence = { ...common, subjects: FIRMS, service: 'full' } as const
const FORM = 'Mẫu đơn kèm theo Thông tư số 06/2017/TT-BVHTTDL'

const licenceSteps = (within: string, does: string): string[] => [
  'Doanh nghiệp nộp 01 bộ hồ sơ đến Sở nơi doanh nghiệp đặt trụ sở, qua Trung tâm Phục vụ hành chính công, bưu chính hoặc trực tuyến.',
  `Trong ${within} kể từ ngày nhận hồ sơ hợp lệ, Sở thẩm định và ${does}; từ chối phải thông báo bằng văn bản và nêu rõ lý do.`,
  'Doanh nghiệp nhận kết quả theo cách đã chọn khi nộp hồ sơ.',
]

const withdrawals: Facts[] = (
  [
    ['2.001611', 'chấm dứt hoạt động kinh doanh dịch vụ lữ hành', 'Thông báo chấm dứt hoạt động kinh doanh dịch vụ lữ hành'],
    ['2.001589', 'giải thể', 'Quyết định giải thể và biên bản họp của doanh nghiệp về việc giải thể'],
    ['1.003742', 'phá sản', 'Quyết định của Tòa án tuyên bố doanh nghiệp phá sản'],
  ] as const
).map(([code, why, paper]) => ({
  ...common,
  code,
  name: `Thủ tục thu hồi giấy phép kinh doanh dịch vụ lữ hành nội địa trong trường hợp doanh nghiệp ${why}`,
  subjects: FIRMS,
  service: 'full',
  steps: [
    'Doanh nghiệp gửi hồ sơ kèm giấy phép kinh doanh dịch vụ lữ hành nội địa đến Sở.',
    'Trong 05 ngày làm việc kể từ ngày nhận hồ sơ, Sở ra quyết định thu hồi giấy phép và công bố trên trang thông tin của Sở.',
  ],
  cases: only(allWays(workingDays(5), FREE), [original(paper), original('Giấy phép kinh doanh dịch vụ lữ hành nội địa đã được cấp')]),
  results: ['Quyết định thu hồi giấy phép kinh doanh dịch vụ lữ hành nội địa'],
  basis: [LAW_TOURISM, TT_06_2017],
  from: [XUAN_HOA],
  illustrative: ['papers', 'limit', 'steps', 'service-level', 'legal-basis'],
}))

const office = {
  ...common,
  subjects: FOREIGN_FIRMS,
  service: 'full',
  basis: [
    LAW_TOURISM,
    ['07/2016/NĐ-CP', 'Nghị định quy định chi tiết Luật Thương mại về Văn phòng đại diện, Chi nhánh của thương nhân nước ngoài'],
    ['11/2016/TT-BCT', 'Thông tư quy định biểu mẫu thực hiện Nghị định số 07/2016/NĐ-CP'],
    TT_33_2018,
  ],
} satisfies Partial<Facts>
const ABROAD = 'của doanh nghiệp kinh doanh dịch vụ lữ hành nước ngoài'
const OFFICE_FORM = 'Mẫu đơn của Bộ Công Thương (Thông tư số 11/2016/TT-BCT)'
const OFFICE_LICENCE = 'Giấy phép thành lập Văn phòng đại diện tại Việt Nam'

const officeSteps = (within: string, does: string): string[] => [
  'Doanh nghiệp nộp hồ sơ đến quầy của Sở tại Trung tâm Phục vụ hành chính công, qua bưu chính hoặc trực tuyến.',
  'Trong 03 ngày làm việc kể từ ngày nhận hồ sơ, Sở kiểm tra và yêu cầu bổ sung nếu chưa đầy đủ, hợp lệ; chỉ yêu cầu bổ sung một lần.',
  `Trong ${within} kể từ ngày nhận đủ hồ sơ hợp lệ, Sở ${does}; từ chối phải có văn bản nêu rõ lý do.`,
]

export const travelBusiness: Facts[] = [
  {
    ...licence,
    code: '2.001628',
    name: 'Thủ tục cấp giấy phép kinh doanh dịch vụ lữ hành nội địa',
    steps: licenceSteps('10 ngày', 'cấp giấy phép'),
    cases: only(allWays(days(10), [fee('Phí thẩm định cấp giấy phép kinh doanh dịch vụ lữ hành nội địa', 1_500_000, 'giấy phép')]), [
      original('Đơn đề nghị cấp giấy phép kinh doanh dịch vụ lữ hành nội địa', FORM),
      copy('Bản sao có chứng thực giấy chứng nhận đăng ký doanh nghiệp'),
      original('Giấy chứng nhận ký quỹ kinh doanh dịch vụ lữ hành nội địa'),
      copy('Bản sao có chứng thực quyết định bổ nhiệm hoặc hợp đồng lao động với người phụ trách kinh doanh dịch vụ lữ hành'),
      copy('Bản sao có chứng thực văn bằng, chứng chỉ của người phụ trách kinh doanh dịch vụ lữ hành'),
    ]),
    results: ['Giấy phép kinh doanh dịch vụ lữ hành nội địa'],
    basis: [LAW_TOURISM, TT_06_2017, TT_33_2018],
    requirements:
      'Là doanh nghiệp thành lập theo pháp luật Việt Nam; ký quỹ tại ngân hàng; người phụ trách kinh doanh dịch vụ lữ hành tốt nghiệp trung cấp trở lên chuyên ngành về lữ hành, hoặc chuyên ngành khác và có chứng chỉ nghiệp vụ điều hành du lịch nội địa.',
    from: ['https://dichvucong.laichau.gov.vn/dichvucong/bothutuc/chiTietThuTuc?maThuTuc=23272', XUAN_HOA],
    illustrative: ['papers'],
  },
  {
    ...licence,
    code: '2.001616',
    name: 'Thủ tục cấp lại giấy phép kinh doanh dịch vụ lữ hành nội địa',
    steps: licenceSteps('05 ngày làm việc', 'cấp lại giấy phép'),
    cases: [
      {
        name: 'Giấy phép bị mất',
        channels: allWays(workingDays(5), [fee('Phí thẩm định cấp lại giấy phép', 1_500_000, 'giấy phép')]),
        papers: [original('Đơn đề nghị cấp lại giấy phép kinh doanh dịch vụ lữ hành nội địa', FORM)],
      },
      {
        name: 'Giấy phép bị hư hỏng',
        channels: allWays(workingDays(5), [fee('Phí thẩm định cấp lại giấy phép', 1_500_000, 'giấy phép')]),
        papers: [original('Đơn đề nghị cấp lại giấy phép kinh doanh dịch vụ lữ hành nội địa', FORM), original('Giấy phép bị hư hỏng')],
      },
    ],
    results: ['Giấy phép kinh doanh dịch vụ lữ hành nội địa (cấp lại)'],
    basis: [LAW_TOURISM, TT_06_2017, TT_33_2018],
    from: [XUAN_HOA],
    illustrative: ['papers', 'limit', 'steps', 'service-level'],
  },
  {
    ...licence,
    code: '2.001622',
    name: 'Thủ tục cấp đổi giấy phép kinh doanh dịch vụ lữ hành nội địa',
    steps: licenceSteps('05 ngày làm việc', 'cấp đổi giấy phép'),
    cases: only(allWays(workingDays(5), [fee('Phí thẩm định cấp đổi giấy phép', 2_000_000, 'giấy phép')]), [
      original('Đơn đề nghị cấp đổi giấy phép kinh doanh dịch vụ lữ hành nội địa', FORM),
      original('Giấy phép kinh doanh dịch vụ lữ hành nội địa đã được cấp'),
      ifAny(copy('Bản sao có chứng thực giấy tờ về nội dung thay đổi')),
    ]),
    results: ['Giấy phép kinh doanh dịch vụ lữ hành nội địa (cấp đổi)'],
    basis: [LAW_TOURISM, TT_06_2017, TT_33_2018],
    from: [XUAN_HOA],
    illustrative: ['papers', 'limit', 'steps', 'service-level'],
  },
  ...(withdrawals as Facts[]),
  {
    ...office,
    code: '1.003717',
    name: `Thủ tục cấp ${OFFICE_LICENCE} ${ABROAD}`,
    steps: officeSteps('07 ngày làm việc', 'cấp giấy phép'),
    cases: only(allWays(workingDays(7), UNKNOWN_FEE), [
      original('Đơn đề nghị cấp Giấy phép thành lập Văn phòng đại diện', OFFICE_FORM),
      copy('Bản sao giấy đăng ký kinh doanh hoặc giấy tờ có giá trị tương đương của thương nhân nước ngoài, đã hợp pháp hóa lãnh sự'),
      original('Văn bản cử, bổ nhiệm người đứng đầu Văn phòng đại diện'),
      copy('Bản sao hộ chiếu, giấy chứng minh nhân dân hoặc thẻ căn cước của người đứng đầu Văn phòng đại diện'),
      copy('Bản sao tài liệu về địa điểm dự kiến đặt trụ sở Văn phòng đại diện'),
    ]),
    results: [OFFICE_LICENCE],
    from: [XUAN_HOA],
    missing: ['fees'],
    illustrative: ['papers', 'limit', 'steps', 'service-level', 'legal-basis'],
  },
  {
    ...office,
    code: '1.003275',
    name: `Thủ tục cấp lại ${OFFICE_LICENCE} ${ABROAD} trong trường hợp Giấy phép thành lập Văn phòng đại diện bị mất, bị hủy hoại, bị hư hỏng hoặc bị tiêu hủy`,
    steps: officeSteps('05 ngày làm việc', 'cấp lại giấy phép'),
    cases: only(allWays(workingDays(5, '05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ'), UNKNOWN_FEE), [
      original(
        'Đơn đề nghị cấp lại Giấy phép thành lập Văn phòng đại diện do đại diện có thẩm quyền của thương nhân nước ngoài ký',
        OFFICE_FORM,
      ),
    ]),
    results: [`${OFFICE_LICENCE} (cấp lại)`],
    from: ['https://dichvucong.vinhphuc.gov.vn/vinhphuc/thutuchanhchinh/chitiet?maThuTuc=28398', XUAN_HOA],
    missing: ['fees'],
    illustrative: ['results', 'subjects', 'service-level'],
  },
  {
    ...office,
    code: '1.003240',
    name: `Thủ tục cấp lại ${OFFICE_LICENCE} ${ABROAD} trong trường hợp chuyển địa điểm đặt trụ sở của Văn phòng đại diện`,
    steps: officeSteps('05 ngày làm việc', 'cấp lại giấy phép'),
    cases: only(allWays(workingDays(5), UNKNOWN_FEE), [
      original('Đơn đề nghị cấp lại Giấy phép thành lập Văn phòng đại diện', OFFICE_FORM),
      original('Thông báo chấm dứt hoạt động Văn phòng đại diện gửi cơ quan cấp phép nơi chuyển đi'),
      copy('Bản sao Giấy phép thành lập Văn phòng đại diện đã được cấp'),
      copy('Bản sao tài liệu về địa điểm mới của Văn phòng đại diện'),
    ]),
    results: [`${OFFICE_LICENCE} (cấp lại)`],
    from: [XUAN_HOA],
    missing: ['fees'],
    illustrative: ['papers', 'limit', 'steps', 'service-level', 'legal-basis', 'subjects'],
  },
  {
    ...office,
    code: '1.014144',
    name: `Thủ tục điều chỉnh ${OFFICE_LICENCE} ${ABROAD}`,
    steps: [
      'Doanh nghiệp nộp hồ sơ điều chỉnh trong 60 ngày làm việc kể từ ngày có thay đổi.',
      ...officeSteps('05 ngày làm việc', 'điều chỉnh giấy phép').slice(1),
    ],
    cases: only(
      [counter(workingDays(5, '05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ'), UNKNOWN_FEE), online(workingDays(5), UNKNOWN_FEE)],
      [
        original('Đơn đề nghị điều chỉnh Giấy phép thành lập Văn phòng đại diện', OFFICE_FORM),
        original('Giấy phép thành lập Văn phòng đại diện đã được cấp'),
        copy('Bản sao tài liệu chứng minh nội dung thay đổi'),
      ],
    ),
    results: [`${OFFICE_LICENCE} (điều chỉnh)`],
    from: ['https://dichvucong.binhdinh.gov.vn/dichvucong/bothutuc/chiTietThuTuc?maThuTuc=22450', XUAN_HOA],
    missing: ['fees'],
    illustrative: ['papers', 'service-level', 'legal-basis'],
  },
  {
    ...office,
    code: '1.003002',
    name: `Thủ tục gia hạn ${OFFICE_LICENCE} ${ABROAD}`,
    steps: officeSteps('05 ngày làm việc', 'gia hạn giấy phép'),
    cases: only(allWays(workingDays(5), UNKNOWN_FEE), [
      original('Đơn đề nghị gia hạn Giấy phép thành lập Văn phòng đại diện', OFFICE_FORM),
      original('Giấy phép thành lập Văn phòng đại diện đã được cấp'),
      copy('Bản sao báo cáo tài chính có kiểm toán hoặc văn bản xác nhận nghĩa vụ thuế của năm tài chính gần nhất'),
    ]),
    results: [`${OFFICE_LICENCE} (gia hạn)`],
    from: [XUAN_HOA],
    missing: ['fees'],
    illustrative: ['papers', 'limit', 'steps', 'service-level', 'legal-basis', 'subjects'],
  },
  {
    ...office,
    code: '1.001837',
    name: `Thủ tục chấm dứt hoạt động của Văn phòng đại diện tại Việt Nam ${ABROAD}`,
    steps: officeSteps('05 ngày làm việc', 'công bố việc chấm dứt hoạt động của Văn phòng đại diện'),
    cases: only(allWays(workingDays(5), UNKNOWN_FEE), [
      original('Thông báo chấm dứt hoạt động Văn phòng đại diện', OFFICE_FORM),
      original('Danh sách chủ nợ và số nợ chưa thanh toán, kể cả nợ thuế và nợ bảo hiểm xã hội'),
      original('Danh sách người lao động và quyền lợi tương ứng'),
      original('Giấy phép thành lập Văn phòng đại diện'),
    ]),
    results: ['Văn bản công bố chấm dứt hoạt động Văn phòng đại diện'],
    from: [XUAN_HOA],
    missing: ['fees'],
    illustrative: ['papers', 'limit', 'steps', 'service-level', 'legal-basis', 'subjects'],
  },
]

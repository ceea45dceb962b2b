/** Heritage, monuments, museums. */
import { allWays, copy, counter, days, type Facts, FREE, ifAny, online, only, original, post, UNKNOWN_FEE, workingDays } from './facts.ts'
import { ANYONE, CULTURE, ORGANISATIONS, PEOPLE, PHU_THO, PORTAL, PROVINCE } from './sources.ts'

const common = { field: 'Di sản văn hóa', level: 'province', agency: CULTURE } as const
const old = { ...common, standing: 'unknown', asOf: '2022-07' } as const
const published = { ...common, standing: 'published', asOf: '2026-07-17' } as const
const LAW_2001: [string, string] = ['28/2001/QH10', 'Luật Di sản văn hóa năm 2001']
const LAW_2009: [string, string] = ['32/2009/QH12', 'Luật sửa đổi, bổ sung một số điều của Luật Di sản văn hóa']
const LAW_2024: [string, string] = ['45/2024/QH15', 'Luật Di sản văn hóa năm 2024']
const ND_98: [string, string] = ['98/2010/NĐ-CP', 'Nghị định quy định chi tiết thi hành Luật Di sản văn hóa']
const ND_61: [string, string] = [
  '61/2016/NĐ-CP',
  'Nghị định quy định điều kiện kinh doanh giám định cổ vật và hành nghề bảo quản, tu bổ, phục hồi di tích',
]
const PHOTOS = original('02 ảnh màu cỡ 3 cm × 4 cm chụp trong năm đề nghị')

const housePapers = [
  original('Văn bản đề nghị của chủ dự án đầu tư xây dựng nhà ở riêng lẻ', 'Mẫu số 10, Phụ lục kèm theo Nghị định số 208/2025/NĐ-CP'),
  copy('Hồ sơ đề nghị cấp giấy phép xây dựng nhà ở riêng lẻ theo pháp luật về xây dựng'),
  copy('Bản đồ vị trí nhà ở, thể hiện ranh giới di tích, di sản thế giới'),
  original('Bộ ảnh màu cỡ 10 cm × 15 cm chụp hiện trạng khu vực dự kiến xây dựng'),
  ifAny(copy('Văn bản pháp lý khác liên quan đến di tích, công trình nhà ở trước đó (nếu có)')),
]
const houseSteps = [
  'Chủ dự án gửi trực tuyến 01 bộ hồ sơ đến Sở.',
  'Trong 05 ngày làm việc kể từ ngày nhận hồ sơ chưa hợp lệ, Sở yêu cầu hoàn thiện.',
  'Trong 07 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Sở có văn bản cho ý kiến.',
]

export const heritage: Facts[] = [
  {
    ...published,
    code: '1.014217',
    name: 'Thủ tục lấy ý kiến đối với việc sửa chữa, cải tạo, xây dựng nhà ở riêng lẻ nằm trong khu vực bảo vệ di tích, di sản thế giới (trường hợp không cấp giấy phép xây dựng)',
    subjects: PEOPLE,
    service: 'full',
    steps: houseSteps,
    cases: only([online(workingDays(7), FREE)], housePapers),
    // The national portal carries a result of copyright procedures here; it is not repeated.
    results: ['Văn bản cho ý kiến của Sở'],
    basis: [LAW_2024, ['208/2025/NĐ-CP', 'Nghị định của Chính phủ ngày 17/7/2025']],
    from: [PORTAL],
    illustrative: ['results', 'service-level'],
  },
  {
    ...published,
    code: '1.014218',
    name: 'Thủ tục lấy ý kiến đối với việc xây dựng nhà ở riêng lẻ nằm ngoài khu vực bảo vệ di tích, nằm ngoài vùng đệm của khu vực di sản thế giới có khả năng tác động tiêu cực đến yếu tố gốc cấu thành di tích, cảnh quan văn hóa của di tích, di sản thế giới (trường hợp không cấp giấy phép xây dựng)',
    subjects: PEOPLE,
    service: 'full',
    steps: houseSteps,
    cases: only([online(workingDays(7), FREE)], housePapers),
    results: ['Văn bản cho ý kiến của Sở'],
    basis: [LAW_2024, ['208/2025/NĐ-CP', 'Nghị định của Chính phủ ngày 17/7/2025']],
    from: [PORTAL],
    illustrative: ['results', 'service-level'],
  },
  {
    ...old,
    code: '2.001631',
    name: 'Thủ tục đăng ký di vật, cổ vật, bảo vật quốc gia',
    subjects: ANYONE,
    service: 'info',
    steps: [
      'Chủ sở hữu gửi đơn đề nghị đăng ký đến Giám đốc Sở nơi cư trú.',
      'Trong 15 ngày làm việc, Giám đốc Sở xem xét và trả lời về thời hạn tổ chức đăng ký.',
      'Trong 15 ngày làm việc kể từ ngày hoàn thành thủ tục đăng ký, Giám đốc Sở cấp giấy chứng nhận.',
    ],
    cases: only(
      [counter(workingDays(30, '15 ngày làm việc xem xét; 15 ngày làm việc cấp giấy chứng nhận'), FREE), post(workingDays(30), FREE)],
      [original('Đơn đề nghị đăng ký di vật, cổ vật, bảo vật quốc gia', 'Phụ lục 1 Thông tư số 07/2004/TT-BVHTT')],
    ),
    results: ['Giấy chứng nhận đăng ký di vật, cổ vật, bảo vật quốc gia'],
    basis: [
      LAW_2001,
      LAW_2009,
      ND_98,
      ['07/2004/TT-BVHTT', 'Thông tư hướng dẫn trình tự, thủ tục đăng ký di vật, cổ vật'],
      ['07/2011/TT-BVHTTDL', 'Thông tư sửa đổi, bổ sung quy định liên quan đến thủ tục hành chính'],
    ],
    from: ['https://dulieuphaply.vn/tthc/thu-tuc-dang-ky-di-vat-co-vat-bao-vat-quoc-gia-5', PHU_THO],
    illustrative: ['service-level', 'standing'],
  },
  {
    ...old,
    code: '1.001822',
    name: 'Thủ tục cấp chứng chỉ hành nghề tu bổ di tích',
    subjects: PEOPLE,
    service: 'full',
    steps: [
      'Cá nhân nộp trực tiếp, qua bưu điện hoặc trực tuyến 01 bộ hồ sơ.',
      'Trong 05 ngày làm việc kể từ ngày nhận hồ sơ, Sở kiểm tra và yêu cầu bổ sung nếu thiếu hoặc không hợp lệ.',
      'Trong 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Giám đốc Sở cấp chứng chỉ; từ chối phải trả lời bằng văn bản và nêu rõ lý do.',
    ],
    cases: only(allWays(workingDays(5, 'Trong thời hạn 05 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ'), UNKNOWN_FEE), [
      original('Đơn đề nghị cấp chứng chỉ hành nghề tu bổ di tích', 'Mẫu số 05 Phụ lục Nghị định số 61/2016/NĐ-CP'),
      copy('Bản sao chứng chỉ hành nghề xây dựng hoặc bằng tốt nghiệp đại học trở lên chuyên ngành xây dựng, kiến trúc liên quan'),
      copy('Bản sao chứng chỉ hoặc chứng nhận đã tham gia chương trình bồi dưỡng kiến thức về tu bổ di tích'),
      PHOTOS,
    ]),
    results: ['Chứng chỉ hành nghề tu bổ di tích'],
    basis: [ND_61],
    from: ['https://dulieuphaply.vn/?p=63095', PHU_THO],
    missing: ['fees'],
    illustrative: ['results', 'subjects', 'service-level', 'channels', 'standing'],
  },
  {
    ...old,
    code: '1.002003',
    name: 'Thủ tục cấp lại chứng chỉ hành nghề tu bổ di tích',
    subjects: PEOPLE,
    service: 'full',
    steps: [
      'Cá nhân nộp hồ sơ đề nghị cấp lại.',
      'Giám đốc Sở xem xét, cấp lại chứng chỉ; từ chối phải trả lời bằng văn bản và nêu rõ lý do.',
    ],
    cases: [
      {
        name: 'Chứng chỉ hết hạn hoặc bị hỏng',
        channels: allWays(workingDays(5, '05 ngày làm việc (hết hạn sử dụng hoặc bị hỏng)'), UNKNOWN_FEE),
        papers: [original('Đơn đề nghị cấp lại chứng chỉ'), original('Bản chính chứng chỉ hành nghề đã được cấp'), PHOTOS],
      },
      {
        name: 'Chứng chỉ bị mất',
        channels: allWays(workingDays(5, 'Như cấp mới'), UNKNOWN_FEE),
        papers: [original('Đơn đề nghị cấp lại chứng chỉ'), PHOTOS],
      },
      {
        name: 'Bổ sung nội dung hành nghề',
        channels: allWays(workingDays(5, 'Như cấp mới'), UNKNOWN_FEE),
        papers: [
          original('Đơn đề nghị cấp lại chứng chỉ'),
          original('Bản chính chứng chỉ hành nghề đã được cấp'),
          copy('Bản sao văn bằng, chứng chỉ về nội dung bổ sung'),
          PHOTOS,
        ],
      },
    ],
    results: ['Chứng chỉ hành nghề tu bổ di tích (cấp lại)'],
    basis: [ND_61],
    requirements: 'Cấp lại khi bổ sung nội dung hành nghề, khi chứng chỉ hết hạn, bị mất hoặc bị hỏng.',
    from: [
      'https://thuviennhadat.vn/phap-ly-nha-dat/viec-cap-lai-chung-chi-hanh-nghe-giam-sat-thi-cong-tu-bo-di-tich-duoc-quy-dinh-ra-sao-438606.html',
      PHU_THO,
    ],
    missing: ['fees'],
    illustrative: ['steps', 'results', 'subjects', 'service-level', 'standing'],
  },
  {
    ...old,
    code: '2.001613',
    name: 'Thủ tục xác nhận đủ điều kiện được cấp giấy phép hoạt động bảo tàng ngoài công lập',
    subjects: ANYONE,
    service: 'partial',
    partialReason: 'field-verification',
    partialNote: 'Sở kiểm tra trụ sở, kho và hiện vật của bảo tàng.',
    steps: [
      'Tổ chức, cá nhân nộp hồ sơ đề nghị xác nhận.',
      'Trong 15 ngày làm việc, Sở kiểm tra và có văn bản xác nhận; từ chối phải nêu rõ lý do.',
    ],
    cases: only(allWays(workingDays(15, '15 ngày làm việc'), FREE), [
      original('Văn bản đề nghị xác nhận đủ điều kiện'),
      original('Đề án hoạt động bảo tàng'),
      original('Danh sách hiện vật và giấy tờ về trụ sở, nhân sự của bảo tàng'),
    ]),
    results: ['Văn bản xác nhận đủ điều kiện được cấp giấy phép hoạt động bảo tàng ngoài công lập'],
    basis: [
      LAW_2001,
      LAW_2009,
      ND_98,
      [
        '01/2012/NĐ-CP',
        'Nghị định sửa đổi, bổ sung, thay thế hoặc bãi bỏ các quy định có liên quan đến thủ tục hành chính thuộc phạm vi quản lý của Bộ Văn hóa, Thể thao và Du lịch',
      ],
    ],
    from: ['https://thuvienphapluat.vn/bulletin/document.aspx?bid=098a0750-df63-4a11-84a0-d09ecbfbdab7', PHU_THO],
    illustrative: ['papers', 'steps', 'results', 'subjects', 'partial-reason', 'standing'],
  },
  {
    ...old,
    code: '1.003793',
    name: 'Thủ tục cấp giấy phép hoạt động bảo tàng ngoài công lập',
    decides: PROVINCE,
    subjects: ANYONE,
    service: 'info',
    steps: [
      'Gửi hồ sơ đến Trung tâm Phục vụ hành chính công.',
      'Sở thẩm định hồ sơ, trình Ủy ban nhân dân tỉnh xem xét, cấp phép; từ chối phải nêu rõ lý do bằng văn bản.',
      'Trả kết quả tại Trung tâm Phục vụ hành chính công hoặc qua đường bưu điện.',
    ],
    cases: only(
      [counter(days(30, '30 ngày kể từ ngày nhận được hồ sơ hợp lệ'), FREE), post(days(30), FREE)],
      [
        original('Đơn đề nghị cấp giấy phép hoạt động bảo tàng ngoài công lập'),
        original('Văn bản xác nhận đủ điều kiện cấp giấy phép hoạt động bảo tàng ngoài công lập'),
      ],
    ),
    results: ['Giấy phép hoạt động bảo tàng ngoài công lập'],
    basis: [LAW_2001, LAW_2009],
    from: ['https://hanhchinhcong.kontum.gov.vn/web/guest/dich-vu-cong-truc-tuyen?idtthc=25912', PHU_THO],
    illustrative: ['results', 'subjects', 'legal-basis', 'service-level', 'standing'],
  },
  {
    ...old,
    code: '1.003838',
    name: 'Thủ tục cấp phép cho người Việt Nam định cư ở nước ngoài, tổ chức, cá nhân nước ngoài tiến hành nghiên cứu sưu tầm di sản văn hóa phi vật thể tại địa phương',
    subjects: ['Người Việt Nam định cư ở nước ngoài', 'Người nước ngoài', 'Tổ chức nước ngoài', ...ORGANISATIONS],
    service: 'full',
    steps: ['Người đề nghị nộp hồ sơ đến Sở.', 'Trong 20 ngày làm việc, Sở cấp phép; từ chối phải trả lời bằng văn bản và nêu rõ lý do.'],
    cases: only(allWays(workingDays(20, '20 ngày làm việc'), FREE), [
      original('Đơn đề nghị nghiên cứu, sưu tầm di sản văn hóa phi vật thể'),
      original('Đề án nghiên cứu, sưu tầm: mục đích, địa bàn, kế hoạch và đối tác Việt Nam'),
    ]),
    results: ['Giấy phép nghiên cứu, sưu tầm di sản văn hóa phi vật thể'],
    basis: [LAW_2001, LAW_2009, ND_98, ['31/2024/NĐ-CP', 'Nghị định sửa đổi, bổ sung quy định về di sản văn hóa']],
    from: ['https://thuvienphapluat.vn/bulletin/document.aspx?bid=a7493961-e405-457c-8db6-93ec4644c336', PHU_THO],
    illustrative: ['papers', 'steps', 'results', 'subjects', 'standing'],
  },
]

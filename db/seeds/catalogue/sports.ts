/** Sports: fitness to run a sports business, sport by sport, and clubs in communes. */
import { allWays, copy, type Facts, FREE, fee, only, original, workingDays } from './facts.ts'
import { COMMUNE, CULTURE, FIRMS, PHU_THO, XUAN_HOA } from './sources.ts'

const FIELD = 'Thể dục thể thao'
const BASIS: [string, string][] = [
  ['77/2006/QH11', 'Luật Thể dục, thể thao'],
  ['26/2018/QH14', 'Luật sửa đổi, bổ sung một số điều của Luật Thể dục, thể thao'],
  ['36/2019/NĐ-CP', 'Nghị định quy định chi tiết một số điều của Luật sửa đổi, bổ sung một số điều của Luật Thể dục, thể thao'],
]
const common = {
  field: FIELD,
  level: 'province',
  agency: CULTURE,
  subjects: FIRMS,
  service: 'partial',
  partialReason: 'field-verification',
  partialNote: 'Đoàn kiểm tra của Sở xem xét cơ sở vật chất, trang thiết bị tại nơi kinh doanh.',
  asOf: '2026-05',
} as const
const CERTIFICATE = 'Giấy chứng nhận đủ điều kiện kinh doanh hoạt động thể thao'
const LIMIT = workingDays(7, '07 ngày làm việc kể từ ngày nhận đủ hồ sơ theo quy định')
const papers = [
  original(`Đơn đề nghị cấp ${CERTIFICATE}`, 'Mẫu số 02 ban hành kèm theo Nghị định số 36/2019/NĐ-CP'),
  original('Bản tóm tắt tình hình chuẩn bị các điều kiện kinh doanh', 'Mẫu số 03 ban hành kèm theo Nghị định số 36/2019/NĐ-CP'),
  copy('Bản sao giấy chứng nhận đăng ký doanh nghiệp'),
  copy('Bản sao văn bằng, giấy chứng nhận chuyên môn của người hướng dẫn tập luyện'),
]
const steps = [
  'Doanh nghiệp nộp hồ sơ tại Trung tâm Phục vụ hành chính công, qua bưu chính hoặc trực tuyến.',
  'Hồ sơ cần sửa đổi, bổ sung thì Sở thông báo trực tiếp hoặc bằng văn bản cho doanh nghiệp.',
  'Trong 07 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở kiểm tra các điều kiện kinh doanh và cấp giấy chứng nhận; từ chối phải trả lời bằng văn bản và nêu rõ lý do.',
]

/** Sport, code and the fee of one place (the fee is set by each provincial council). */
const SPORTS: [code: string, sport: string, amount: number][] = [
  ['1.000953', 'Yoga', 2_500_000],
  ['1.000883', 'Bơi, Lặn', 2_500_000],
  ['1.000863', 'Billiards & Snooker', 2_500_000],
  ['1.000847', 'Bóng bàn', 1_500_000],
  ['1.000920', 'Cầu lông', 1_500_000],
  ['1.000904', 'Karate', 1_000_000],
  ['1.001195', 'Taekwondo', 1_000_000],
  ['1.000936', 'Golf', 2_500_000],
  ['1.000830', 'Dù lượn và Diều bay', 3_000_000],
]

export const sports: Facts[] = [
  {
    ...common,
    code: '1.002396',
    name: `Thủ tục cấp ${CERTIFICATE}`,
    steps,
    cases: only(allWays(LIMIT, [fee('Phí thẩm định điều kiện kinh doanh hoạt động thể thao', 1_000_000, 'giấy chứng nhận')]), papers),
    results: [CERTIFICATE],
    basis: BASIS,
    requirements: 'Có người hướng dẫn tập luyện, cơ sở vật chất, trang thiết bị phù hợp với môn thể thao kinh doanh.',
    standing: 'in force',
    from: [XUAN_HOA],
    illustrative: ['fees', 'papers', 'limit', 'service-level', 'partial-reason'],
  },
  ...SPORTS.map(
    ([code, sport, amount]): Facts => ({
      ...common,
      code,
      name: `Thủ tục cấp ${CERTIFICATE} đối với môn ${sport}`,
      steps,
      cases: only(
        allWays(LIMIT, [
          fee('Phí thẩm định điều kiện kinh doanh hoạt động thể thao', amount, 'giấy chứng nhận', { condition: `Môn ${sport}` }),
        ]),
        papers,
      ),
      results: [CERTIFICATE],
      basis: BASIS,
      requirements: `Có người hướng dẫn, cứu hộ hoặc nhân viên y tế, cơ sở vật chất và trang thiết bị theo quy định đối với môn ${sport}.`,
      standing: 'in force',
      from:
        code === '1.000953'
          ? ['https://dichvucong.angiang.gov.vn/dich-vu-cong/tra-cuu/chi-tiet-thu-tuc?ma-thu-tuc=31342', XUAN_HOA]
          : [XUAN_HOA],
      illustrative: [
        'fees',
        'papers',
        'partial-reason',
        ...(code === '1.000953' ? [] : (['limit', 'service-level', 'legal-basis'] as const)),
      ],
    }),
  ),
  {
    code: '2.000794',
    name: 'Công nhận câu lạc bộ thể thao cơ sở',
    field: FIELD,
    level: 'commune',
    agency: COMMUNE,
    subjects: ['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
    service: 'full',
    steps: [
      'Người đại diện câu lạc bộ nộp hồ sơ đến Ủy ban nhân dân cấp xã nơi câu lạc bộ đặt trụ sở.',
      'Trong 07 ngày làm việc kể từ ngày nhận đủ hồ sơ, Chủ tịch Ủy ban nhân dân cấp xã quyết định công nhận; từ chối phải nêu rõ lý do bằng văn bản.',
    ],
    cases: only(allWays(workingDays(7), FREE), [
      original('Quyết định thành lập của cơ quan, tổ chức hoặc văn bản đề nghị công nhận câu lạc bộ'),
      original('Danh sách Ban chủ nhiệm và hội viên câu lạc bộ'),
      original('Địa điểm luyện tập và quy chế hoạt động của câu lạc bộ'),
    ]),
    results: ['Quyết định công nhận câu lạc bộ thể thao cơ sở'],
    basis: [['77/2006/QH11', 'Luật Thể dục, thể thao']],
    standing: 'unknown',
    asOf: '2022-07',
    from: [PHU_THO],
    illustrative: ['papers', 'limit', 'fees', 'steps', 'service-level', 'legal-basis', 'standing', 'subjects'],
  },
]

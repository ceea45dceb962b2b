/** Festivals, performances, exhibitions, advertising, karaoke, cultural goods. */
import {
  allWays,
  copy,
  counter,
  days,
  type Facts,
  FREE,
  fee,
  ifAny,
  online,
  only,
  original,
  post,
  shown,
  UNKNOWN_FEE,
  workingDays,
} from './facts.ts'
import { ANYONE, COMMUNE, CULTURE, ORGANISATIONS, PHU_THO, PORTAL, PROVINCE } from './sources.ts'

const old = { standing: 'unknown', asOf: '2022-07' } as const
const province = { level: 'province', agency: CULTURE } as const
const LAW_ADVERTISING: [string, string] = ['16/2012/QH13', 'Luật Quảng cáo']
const ND_110_2018: [string, string] = ['110/2018/NĐ-CP', 'Nghị định quy định về quản lý và tổ chức lễ hội']
const ND_144_2020: [string, string] = ['144/2020/NĐ-CP', 'Nghị định quy định về hoạt động nghệ thuật biểu diễn']
const ND_113_2013: [string, string] = ['113/2013/NĐ-CP', 'Nghị định về hoạt động mỹ thuật']
const ND_54_2019: [string, string] = ['54/2019/NĐ-CP', 'Nghị định quy định về kinh doanh dịch vụ karaoke, dịch vụ vũ trường']

const FESTIVAL_NOTICE =
  'Văn bản thông báo nêu tên lễ hội, sự cần thiết, thời gian, địa điểm, quy mô, các hoạt động, thành phần khách mời và Ban tổ chức'
const FESTIVAL_SAFETY = 'Phương án bảo đảm an ninh trật tự, an toàn xã hội, phòng chống cháy nổ, bảo vệ môi trường'

export const events: Facts[] = [
  {
    ...old,
    code: '1.003622',
    name: 'Thủ tục thông báo tổ chức lễ hội cấp xã',
    field: 'Văn hóa cơ sở',
    level: 'commune',
    agency: COMMUNE,
    decides: 'Chủ tịch Ủy ban nhân dân cấp xã',
    subjects: ['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
    service: 'full',
    steps: [
      'Đơn vị tổ chức lễ hội hằng năm gửi thông báo đến Ủy ban nhân dân cấp xã trước ngày tổ chức ít nhất 20 ngày.',
      'Trong 10 ngày kể từ ngày nhận được thông báo, Ủy ban nhân dân cấp xã trả lời; nếu không có ý kiến thì đơn vị được tổ chức lễ hội theo nội dung đã thông báo.',
    ],
    cases: only(allWays(days(10, 'Trong thời hạn 10 ngày kể từ ngày Ủy ban nhân dân cấp xã nhận được thông báo'), FREE), [
      original(FESTIVAL_NOTICE),
      original(FESTIVAL_SAFETY),
    ]),
    results: ['Văn bản trả lời về việc tổ chức lễ hội'],
    basis: [ND_110_2018],
    from: ['http://chiengsonmocchau.sonla.gov.vn/index.php?act=view&id=237&module=thutuc'],
    illustrative: ['papers', 'results', 'service-level', 'standing'],
  },
  {
    ...old,
    ...province,
    code: '1.003654',
    name: 'Thủ tục thông báo tổ chức lễ hội cấp tỉnh',
    field: 'Văn hóa cơ sở',
    decides: PROVINCE,
    subjects: ORGANISATIONS,
    service: 'full',
    steps: [
      'Cơ quan, đơn vị tổ chức lễ hội gửi thông báo đến Sở.',
      'Trong 15 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Sở tham mưu Ủy ban nhân dân tỉnh trả lời.',
    ],
    cases: only(
      [online(workingDays(15, '15 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ'), UNKNOWN_FEE), counter(workingDays(15), UNKNOWN_FEE)],
      [original(FESTIVAL_NOTICE), original(FESTIVAL_SAFETY)],
    ),
    results: ['Văn bản trả lời về việc tổ chức lễ hội'],
    basis: [ND_110_2018],
    from: ['https://tthc.thuathienhue.gov.vn/Content/Dichvucong/donvi?iDonVi=13&iMucDo=4', PHU_THO],
    missing: ['fees'],
    illustrative: ['papers', 'steps', 'results', 'subjects', 'legal-basis', 'channels', 'standing'],
  },
  {
    ...old,
    ...province,
    code: '1.003676',
    name: 'Thủ tục đăng ký tổ chức lễ hội cấp tỉnh',
    field: 'Văn hóa cơ sở',
    decides: PROVINCE,
    subjects: ORGANISATIONS,
    service: 'full',
    steps: [
      'Cơ quan, đơn vị nộp hồ sơ đăng ký lễ hội tổ chức lần đầu hoặc có thay đổi.',
      'Trong 20 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Sở thẩm định, trình Ủy ban nhân dân tỉnh chấp thuận hoặc từ chối có nêu lý do.',
    ],
    cases: [
      {
        name: 'Lễ hội tổ chức lần đầu',
        channels: [
          online(workingDays(20, '20 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ'), UNKNOWN_FEE),
          counter(workingDays(20), UNKNOWN_FEE),
        ],
        papers: [original('Văn bản đăng ký tổ chức lễ hội'), original('Đề án tổ chức lễ hội'), original(FESTIVAL_SAFETY)],
      },
      {
        name: 'Lễ hội khôi phục hoặc có thay đổi về nội dung, thời gian, địa điểm',
        channels: [online(workingDays(20), UNKNOWN_FEE), counter(workingDays(20), UNKNOWN_FEE)],
        papers: [
          original('Văn bản đăng ký tổ chức lễ hội'),
          original('Thuyết minh nội dung khôi phục hoặc thay đổi'),
          original(FESTIVAL_SAFETY),
        ],
      },
    ],
    results: ['Văn bản chấp thuận tổ chức lễ hội'],
    basis: [ND_110_2018],
    from: ['https://tthc.thuathienhue.gov.vn/Content/Dichvucong/donvi?iDonVi=13&iMucDo=4', PHU_THO],
    missing: ['fees'],
    illustrative: ['papers', 'steps', 'results', 'subjects', 'legal-basis', 'channels', 'standing'],
  },
  {
    ...old,
    ...province,
    code: '1.009397',
    name: 'Thủ tục tổ chức biểu diễn nghệ thuật trên địa bàn quản lý (không thuộc trường hợp trong khuôn khổ hợp tác quốc tế của các hội chuyên ngành về nghệ thuật biểu diễn thuộc Trung ương, đơn vị sự nghiệp công lập có chức năng biểu diễn nghệ thuật Trung ương)',
    field: 'Nghệ thuật biểu diễn',
    subjects: ANYONE,
    service: 'full',
    steps: [
      'Gửi 01 bộ hồ sơ ít nhất 07 ngày làm việc trước ngày dự kiến tổ chức.',
      'Hồ sơ chưa hợp lệ: trong 03 ngày làm việc có văn bản yêu cầu hoàn thiện.',
      'Hồ sơ đầy đủ: trong 05 ngày làm việc, cơ quan có thẩm quyền thẩm định, cấp văn bản chấp thuận và đăng tải trên hệ thống thông tin điện tử; không chấp thuận phải nêu rõ lý do bằng văn bản.',
    ],
    cases: only(allWays(workingDays(5, '05 ngày làm việc kể từ ngày nhận hồ sơ đầy đủ'), UNKNOWN_FEE), [
      original('Văn bản đề nghị tổ chức biểu diễn nghệ thuật', 'Mẫu số 02 ban hành kèm theo Nghị định số 144/2020/NĐ-CP'),
      original('Kịch bản, danh mục tác phẩm gắn với tác giả, người chịu trách nhiệm về nội dung chương trình'),
      ifAny(copy('Bản sao văn bản chấp thuận cho người nước ngoài vào Việt Nam biểu diễn')),
    ]),
    results: ['Văn bản chấp thuận tổ chức biểu diễn nghệ thuật'],
    basis: [ND_144_2020],
    from: ['http://118.69.201.249:801/phap-luat/ho-tro-phap-luat/', PHU_THO],
    missing: ['fees'],
    illustrative: ['code', 'papers', 'service-level', 'subjects', 'standing'],
  },
  {
    ...old,
    ...province,
    code: '1.009398',
    name: 'Thủ tục tổ chức cuộc thi, liên hoan trên địa bàn quản lý (không thuộc trường hợp toàn quốc và quốc tế)',
    field: 'Nghệ thuật biểu diễn',
    subjects: ORGANISATIONS,
    service: 'full',
    steps: [
      'Đơn vị tổ chức nộp hồ sơ trước ngày dự kiến tổ chức.',
      'Trong 15 ngày làm việc kể từ ngày nhận hồ sơ hợp lệ, cơ quan có thẩm quyền thẩm định, cấp văn bản chấp thuận hoặc từ chối có nêu lý do.',
    ],
    cases: only(allWays(workingDays(15), UNKNOWN_FEE), [
      original('Văn bản đề nghị tổ chức cuộc thi, liên hoan'),
      original('Đề án tổ chức: mục đích, thời gian, địa điểm, thể lệ, ban tổ chức, ban giám khảo'),
    ]),
    results: ['Văn bản chấp thuận tổ chức cuộc thi, liên hoan'],
    basis: [ND_144_2020],
    from: [PHU_THO],
    missing: ['fees'],
    illustrative: ['code', 'papers', 'limit', 'steps', 'results', 'service-level', 'subjects', 'legal-basis', 'standing'],
  },
  {
    ...old,
    ...province,
    code: '1.001809',
    name: 'Thủ tục cấp giấy phép triển lãm mỹ thuật',
    field: 'Mỹ thuật, nhiếp ảnh, triển lãm',
    subjects: ['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
    service: 'full',
    steps: [
      'Gửi 01 bộ hồ sơ khi tổ chức triển lãm mỹ thuật tại địa phương, hoặc đưa tác phẩm ra nước ngoài triển lãm không mang danh nghĩa đại diện cho quốc gia Việt Nam.',
      'Trong 07 ngày làm việc kể từ ngày nhận đầy đủ hồ sơ hợp lệ, Sở cấp giấy phép; không cấp phải trả lời bằng văn bản và nêu rõ lý do.',
    ],
    cases: [
      {
        name: 'Triển lãm tại địa phương',
        channels: [counter(workingDays(7, '07 ngày làm việc, kể từ ngày nhận đầy đủ hồ sơ hợp lệ'), FREE), online(workingDays(7), FREE)],
        papers: [
          original('Đơn đề nghị cấp giấy phép', 'Mẫu số 1 Nghị định số 113/2013/NĐ-CP'),
          original('Danh sách tác giả, tác phẩm, chất liệu, kích thước'),
          original('Ảnh màu từng tác phẩm cỡ 10 cm × 15 cm'),
        ],
      },
      {
        name: 'Đưa tác phẩm ra nước ngoài triển lãm',
        channels: [counter(workingDays(7), FREE), online(workingDays(7), FREE)],
        papers: [
          original('Đơn đề nghị cấp giấy phép', 'Mẫu số 2 Nghị định số 113/2013/NĐ-CP'),
          original('Danh sách tác giả, tác phẩm, chất liệu, kích thước'),
          copy('Bản sao thư mời, thỏa thuận hoặc hợp đồng về việc triển lãm ở nước ngoài'),
        ],
      },
    ],
    results: ['Giấy phép triển lãm mỹ thuật'],
    basis: [ND_113_2013],
    from: ['https://dichvucong.binhdinh.gov.vn/dichvucong/bothutuc/chiTietThuTuc?maThuTuc=22383', PHU_THO],
    illustrative: ['code', 'papers', 'results', 'standing'],
  },
  {
    ...old,
    ...province,
    code: '1.001147',
    name: 'Thủ tục thông báo tổ chức triển lãm do tổ chức ở địa phương hoặc cá nhân tổ chức tại địa phương không vì mục đích thương mại',
    field: 'Mỹ thuật, nhiếp ảnh, triển lãm',
    subjects: ['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
    service: 'full',
    steps: [
      'Gửi thông báo trực tiếp, qua bưu điện hoặc trực tuyến.',
      'Trong 07 ngày làm việc kể từ ngày nhận thông báo, nếu Sở không trả lời bằng văn bản thì được tổ chức triển lãm theo nội dung đã thông báo.',
      'Phải lập Hội đồng thẩm định (nội dung ngoài chuyên môn của ngành, quy mô quốc gia, quốc tế hoặc phức tạp): 15 ngày làm việc.',
    ],
    cases: [
      {
        name: 'Không phải lập Hội đồng thẩm định',
        channels: allWays(workingDays(7, '07 ngày làm việc kể từ ngày nhận thông báo'), UNKNOWN_FEE),
        papers: [original('Thông báo tổ chức triển lãm'), original('Danh mục tác phẩm, hiện vật, tài liệu triển lãm kèm ảnh và chú thích')],
      },
      {
        name: 'Phải lập Hội đồng thẩm định',
        channels: allWays(workingDays(15, '15 ngày làm việc nếu phải thành lập Hội đồng thẩm định'), UNKNOWN_FEE),
        papers: [
          original('Thông báo tổ chức triển lãm'),
          original('Danh mục tác phẩm, hiện vật, tài liệu triển lãm kèm ảnh và chú thích'),
          ifAny(copy('Bản sao văn bản thỏa thuận với cá nhân, tổ chức cung cấp hiện vật')),
        ],
      },
    ],
    results: ['Văn bản trả lời về việc tổ chức triển lãm'],
    basis: [['23/2019/NĐ-CP', 'Nghị định về hoạt động triển lãm']],
    from: [
      'https://dongdiep.dev/en/thu-tuc-hanh-chinh/thu-tuc-thong-bao-to-chuc-trien-lam-do-to-chuc-o-dia-phuong-hoac-ca-nhan-to-chuc-tai-dia-phuong-khong-vi-muc-dich-thuong-mai',
      PHU_THO,
    ],
    missing: ['fees'],
    illustrative: ['code', 'papers', 'results', 'service-level', 'subjects', 'legal-basis', 'standing'],
  },
  {
    ...province,
    code: '1.001755',
    name: 'Thủ tục cấp giấy phép xây dựng tượng đài, tranh hoành tráng',
    field: 'Mỹ thuật, nhiếp ảnh, triển lãm',
    decides: PROVINCE,
    subjects: ['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
    service: 'info',
    steps: [
      'Tổ chức, cá nhân gửi hồ sơ trực tiếp hoặc qua bưu điện đến Ủy ban nhân dân tỉnh.',
      'Trong 07 ngày làm việc (20 ngày nếu phải có ý kiến của Bộ Văn hóa, Thể thao và Du lịch) kể từ ngày nhận đầy đủ hồ sơ hợp lệ, Ủy ban nhân dân tỉnh cấp giấy phép; không cấp phải trả lời bằng văn bản và nêu rõ lý do.',
    ],
    cases: [
      {
        name: 'Không phải có ý kiến của Bộ',
        channels: [counter(workingDays(7), FREE)],
        papers: [
          original('Đơn đề nghị cấp giấy phép', 'Mẫu số 7 Nghị định số 113/2013/NĐ-CP'),
          original('Quyết định chọn mẫu phác thảo bước hai kèm ảnh phác thảo chụp bốn mặt cỡ 18 cm × 24 cm có chú thích'),
          original('Các thành phần hồ sơ khác theo pháp luật về đầu tư xây dựng'),
        ],
      },
      {
        name: 'Phải có ý kiến của Bộ Văn hóa, Thể thao và Du lịch',
        channels: [counter(days(20), FREE)],
        papers: [
          original('Đơn đề nghị cấp giấy phép', 'Mẫu số 7 Nghị định số 113/2013/NĐ-CP'),
          original('Quyết định chọn mẫu phác thảo bước hai kèm ảnh phác thảo chụp bốn mặt cỡ 18 cm × 24 cm có chú thích'),
          original('Các thành phần hồ sơ khác theo pháp luật về đầu tư xây dựng'),
        ],
      },
    ],
    results: ['Giấy phép xây dựng tượng đài, tranh hoành tráng'],
    basis: [ND_113_2013],
    standing: 'published',
    asOf: '2026-07-17',
    from: [PORTAL, PHU_THO],
    illustrative: ['service-level'],
  },
  {
    ...old,
    ...province,
    code: '1.004650',
    name: 'Thủ tục tiếp nhận hồ sơ thông báo sản phẩm quảng cáo trên bảng quảng cáo, băng-rôn',
    field: 'Văn hóa cơ sở',
    subjects: ANYONE,
    service: 'full',
    steps: [
      'Nộp hồ sơ trực tiếp, trực tuyến hoặc qua bưu chính công ích.',
      'Người tiếp nhận kiểm tra; hồ sơ đầy đủ thì cấp giấy tiếp nhận, hẹn ngày trả và chuyển phòng chuyên môn trong 0,5 ngày.',
      'Phòng chuyên môn thẩm định, trình lãnh đạo Sở quyết định trong 03 ngày.',
      'Nhận kết quả tại Trung tâm Phục vụ hành chính công, qua bưu chính hoặc trực tuyến.',
    ],
    cases: [
      {
        name: 'Bảng quảng cáo',
        channels: allWays(workingDays(3.5, '3,5 ngày làm việc (thời hạn rút ngắn của một địa phương)'), UNKNOWN_FEE),
        papers: [
          original('Văn bản thông báo sản phẩm quảng cáo: nội dung, thời gian, địa điểm, số lượng bảng'),
          copy('Bản sao giấy chứng nhận đăng ký kinh doanh của người kinh doanh dịch vụ quảng cáo hoặc của người quảng cáo'),
          copy('Bản sao giấy tờ chứng minh sự hợp chuẩn, hợp quy hoặc đủ điều kiện để quảng cáo theo Điều 20 Luật Quảng cáo'),
          original('Ma-két sản phẩm quảng cáo in màu có chữ ký, đóng dấu nếu là tổ chức'),
          original('Văn bản chứng minh quyền sở hữu hoặc quyền sử dụng bảng quảng cáo'),
          original('Bản phối cảnh vị trí đặt bảng quảng cáo'),
        ],
      },
      {
        name: 'Băng-rôn',
        channels: allWays(workingDays(3.5), UNKNOWN_FEE),
        papers: [
          original('Văn bản thông báo sản phẩm quảng cáo: nội dung, thời gian, địa điểm, số lượng băng-rôn'),
          copy('Bản sao giấy chứng nhận đăng ký kinh doanh của người kinh doanh dịch vụ quảng cáo hoặc của người quảng cáo'),
          original('Ma-két sản phẩm quảng cáo in màu có chữ ký, đóng dấu nếu là tổ chức'),
          original('Văn bản chứng minh quyền sở hữu hoặc quyền sử dụng địa điểm quảng cáo'),
        ],
      },
    ],
    results: ['Văn bản trả lời về hồ sơ thông báo sản phẩm quảng cáo'],
    basis: [LAW_ADVERTISING, ['10/2013/TT-BVHTTDL', 'Thông tư quy định chi tiết và hướng dẫn một số điều của Luật Quảng cáo']],
    from: ['http://dichvucong.binhphuoc.gov.vn/chi-tiet-thu-tuc?id=3184&unitId=1087', PHU_THO],
    missing: ['fees'],
    illustrative: ['results', 'subjects', 'standing'],
  },
  {
    ...old,
    ...province,
    code: '1.004645',
    name: 'Thủ tục tiếp nhận thông báo tổ chức đoàn người thực hiện quảng cáo',
    field: 'Văn hóa cơ sở',
    subjects: ['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
    service: 'info',
    steps: [
      'Gửi thông báo đến Sở chậm nhất 15 ngày trước ngày tổ chức đoàn người quảng cáo.',
      'Không đồng ý thì Sở trả lời bằng văn bản và nêu rõ lý do.',
    ],
    cases: only(
      [counter(days(12, '12 ngày, kể từ ngày nhận được thông báo'), FREE), post(days(12), FREE)],
      [
        original('Văn bản thông báo: nội dung, hình thức sản phẩm quảng cáo, số lượng người, thời gian, lộ trình'),
        shown('Giấy tờ tùy thân của người đại diện'),
      ],
    ),
    results: ['Văn bản trả lời'],
    basis: [LAW_ADVERTISING],
    from: ['http://sovhtt.caobang.gov.vn/node/143', PHU_THO],
    illustrative: ['papers', 'standing'],
  },
  {
    ...old,
    ...province,
    code: '1.001029',
    name: 'Thủ tục cấp Giấy phép đủ điều kiện kinh doanh dịch vụ karaoke cấp tỉnh',
    field: 'Văn hóa cơ sở',
    decides: PROVINCE,
    subjects: ['Doanh nghiệp', 'Hộ kinh doanh'],
    service: 'partial',
    partialReason: 'field-verification',
    partialNote: 'Đoàn thẩm định kiểm tra phòng hát tại địa điểm kinh doanh.',
    steps: [
      'Doanh nghiệp hoặc hộ kinh doanh nộp 01 bộ hồ sơ.',
      'Hồ sơ chưa đạt: trong 01 ngày làm việc thông báo bằng văn bản yêu cầu hoàn thiện.',
      'Trong 05 ngày làm việc, cơ quan có thẩm quyền thẩm định thực tế, cấp giấy phép; không cấp phải nêu rõ lý do bằng văn bản.',
    ],
    cases: [
      {
        name: 'Từ 01 đến 03 phòng hát',
        channels: allWays(workingDays(5), [fee('Phí thẩm định cấp giấy phép kinh doanh karaoke', 4_000_000, 'giấy phép')]),
        papers: [
          original('Đơn đề nghị cấp giấy phép', 'Mẫu số 01 ban hành kèm theo Nghị định số 54/2019/NĐ-CP'),
          copy('Bản sao giấy chứng nhận đủ điều kiện về an ninh, trật tự'),
        ],
      },
      {
        name: 'Từ 04 đến 05 phòng hát',
        channels: allWays(workingDays(5), [fee('Phí thẩm định cấp giấy phép kinh doanh karaoke', 6_000_000, 'giấy phép')]),
        papers: [
          original('Đơn đề nghị cấp giấy phép', 'Mẫu số 01 ban hành kèm theo Nghị định số 54/2019/NĐ-CP'),
          copy('Bản sao giấy chứng nhận đủ điều kiện về an ninh, trật tự'),
        ],
      },
      {
        name: 'Từ 06 phòng hát trở lên',
        channels: allWays(workingDays(5), [fee('Phí thẩm định cấp giấy phép kinh doanh karaoke', 12_000_000, 'giấy phép')]),
        papers: [
          original('Đơn đề nghị cấp giấy phép', 'Mẫu số 01 ban hành kèm theo Nghị định số 54/2019/NĐ-CP'),
          copy('Bản sao giấy chứng nhận đủ điều kiện về an ninh, trật tự'),
        ],
      },
    ],
    results: ['Giấy phép đủ điều kiện kinh doanh dịch vụ karaoke'],
    basis: [ND_54_2019],
    from: [PHU_THO],
    illustrative: ['code', 'papers', 'limit', 'fees', 'steps', 'service-level', 'partial-reason', 'subjects', 'legal-basis', 'standing'],
  },
  {
    ...old,
    ...province,
    code: '1.003784',
    name: 'Thủ tục thông báo nhập khẩu văn hóa phẩm (trừ di vật, cổ vật) không nhằm mục đích kinh doanh cấp tỉnh',
    field: 'Hoạt động mua bán quốc tế chuyên ngành văn hóa',
    subjects: ANYONE,
    service: 'info',
    steps: [
      'Cá nhân, tổ chức nhập khẩu văn hóa phẩm nộp hồ sơ trực tiếp hoặc qua bưu điện.',
      'Sở kiểm tra tính hợp lệ, viết giấy biên nhận và hẹn ngày trả.',
      'Trong 02 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Sở cấp giấy phép; không cấp phải nêu rõ lý do bằng văn bản.',
    ],
    cases: only(
      [counter(workingDays(2, '02 ngày làm việc kể từ khi nhận đủ hồ sơ hợp lệ'), UNKNOWN_FEE), post(workingDays(2), UNKNOWN_FEE)],
      [
        original('Đơn đề nghị cấp phép nhập khẩu văn hóa phẩm'),
        copy('Bản sao vận đơn hoặc giấy báo nhận hàng'),
        ifAny(copy('Bản sao giấy chứng nhận bản quyền tác giả, hợp đồng hoặc tài liệu về nội dung văn hóa phẩm')),
      ],
    ),
    results: ['Giấy phép nhập khẩu văn hóa phẩm'],
    basis: [['32/2012/NĐ-CP', 'Nghị định về quản lý xuất khẩu, nhập khẩu văn hóa phẩm không nhằm mục đích kinh doanh']],
    from: [
      'https://dongdiep.dev/en/thu-tuc-hanh-chinh/thu-tuc-thong-bao-nhap-khau-van-hoa-pham-tru-di-vat-co-vat-khong-nham-muc-dich-kinh-doanh-cap-tinh',
    ],
    missing: ['fees'],
    illustrative: ['papers', 'results', 'subjects', 'legal-basis', 'service-level', 'standing'],
  },
  {
    ...old,
    ...province,
    code: '1.003725',
    name: 'Cấp giấy phép nhập khẩu xuất bản phẩm không kinh doanh',
    field: 'Xuất bản, In và Phát hành',
    subjects: ANYONE,
    service: 'full',
    steps: [
      'Cơ quan, tổ chức, cá nhân nộp hồ sơ đề nghị.',
      'Trong 15 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Sở cấp giấy phép; không cấp phải trả lời bằng văn bản và nêu rõ lý do.',
    ],
    cases: only(
      allWays(workingDays(15, '15 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ'), [
        fee('Phí thẩm định hồ sơ cấp giấy phép nhập khẩu xuất bản phẩm không kinh doanh', 50_000, 'hồ sơ'),
      ]),
      [
        original('Đơn đề nghị cấp giấy phép nhập khẩu xuất bản phẩm không kinh doanh', 'Mẫu số 29'),
        original('Danh mục xuất bản phẩm nhập khẩu không kinh doanh', 'Mẫu số 30'),
      ],
    ),
    results: ['Giấy phép nhập khẩu xuất bản phẩm không kinh doanh'],
    basis: [['44/2023/TT-BTC', 'Thông tư quy định mức thu một số khoản phí, lệ phí nhằm hỗ trợ doanh nghiệp và người dân']],
    from: ['https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma_thu_tuc=225582', PHU_THO],
    illustrative: ['fees', 'steps', 'results', 'subjects', 'service-level', 'standing', 'agency'],
  },
]

/** The words for states, channels and ways of return, as officers read them (domain.md §2.2); citizens read `public-timeline.ts`. */
import { words } from '#platform/language.ts'

export const stateWords = words({
  vi: {
    RECEIVED: 'Đã tiếp nhận',
    FORWARDED: 'Đã chuyển cơ quan giải quyết',
    AWAITING_ASSIGNMENT: 'Chờ phân công',
    IN_APPRAISAL: 'Đang thẩm định',
    AWAITING_SIGNATURE: 'Chờ ký duyệt',
    AWAITING_ISSUE: 'Chờ phát hành',
    RESULT_AVAILABLE: 'Có kết quả, chờ trả',
    RESULT_RETURNED: 'Đã trả kết quả',
  },
  en: {
    RECEIVED: 'Received',
    FORWARDED: 'Forwarded',
    AWAITING_ASSIGNMENT: 'Awaiting assignment',
    IN_APPRAISAL: 'In appraisal',
    AWAITING_SIGNATURE: 'Awaiting signature',
    AWAITING_ISSUE: 'Awaiting issue',
    RESULT_AVAILABLE: 'Result available',
    RESULT_RETURNED: 'Result returned',
  },
})

/** By national code (domain.md §2.1). */
export const nationalStatusWords = words({
  vi: { 2: 'Được tiếp nhận', 4: 'Đang xử lý', 9: 'Đã xử lý xong', 10: 'Đã trả kết quả' },
  en: { 2: 'Received', 4: 'In progress', 9: 'Settled', 10: 'Result returned' },
})

export const stepKindWords = words({
  vi: {
    reception: 'Tiếp nhận',
    assignment: 'Phân công',
    appraisal: 'Thẩm định',
    review: 'Soát xét',
    signature: 'Ký duyệt',
    issue: 'Phát hành',
    return: 'Trả kết quả',
  },
  en: {
    reception: 'Reception',
    assignment: 'Assignment',
    appraisal: 'Appraisal',
    review: 'Review',
    signature: 'Signature',
    issue: 'Issue',
    return: 'Return',
  },
})

export const channelWords = words({
  vi: { counter: 'Trực tiếp', online: 'Trực tuyến', post: 'Bưu chính' },
  en: { counter: 'In person', online: 'Online', post: 'By post' },
})

export const returnMethodWords = words({
  vi: { counter: 'Nhận tại quầy', post: 'Qua bưu chính', electronic: 'Bản điện tử' },
  en: { counter: 'At the counter', post: 'By post', electronic: 'Electronically' },
})

export const proofWords = words({
  vi: { receipt: 'Giấy tiếp nhận hồ sơ', identity: 'Giấy tờ tùy thân', authorization: 'Giấy ủy quyền' },
  en: { receipt: 'Receipt', identity: 'Identity paper', authorization: 'Authorisation' },
})

export const timelinessWords = words({
  vi: { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' },
  en: { early: 'Early', 'on-time': 'On time', late: 'Late' },
})

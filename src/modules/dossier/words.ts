/** The words for states, channels and ways of return, as officers read them (domain.md §2.2); citizens read `public-timeline.ts`. */
import { type Language, words } from '#platform/language.ts'
import { LIFE_STATES, type LifeState, NATIONAL_CODES, type NationalCode } from './transitions/life-states.ts'

const inBoth = <Key extends string | number>(of: Record<Key, { vi: string; en: string }>) => {
  const read = (language: 'vi' | 'en') =>
    Object.fromEntries(Object.entries<{ vi: string; en: string }>(of).map(([key, text]) => [key, text[language]])) as Record<Key, string>
  const [vi, en] = [read('vi'), read('en')]
  return (language: Language) => (language === 'en' ? en : vi)
}

export const stateWords = inBoth<LifeState>(LIFE_STATES)

/** By national code (domain.md §2.1). */
export const nationalStatusWords = inBoth<NationalCode>(NATIONAL_CODES)

export const stepKindWords = words({
  vi: {
    reception: 'Tiếp nhận',
    assignment: 'Phân công',
    appraisal: 'Thẩm định',
    review: 'Soát xét',
    signature: 'Ký duyệt',
    issue: 'Phát hành',
    return: 'Trả kết quả',
    leg: 'Phối hợp, liên thông',
    timer: 'Chờ hết thời gian',
    outside: 'Lấy ý kiến chuyên gia',
  },
  en: {
    reception: 'Reception',
    assignment: 'Assignment',
    appraisal: 'Appraisal',
    review: 'Review',
    signature: 'Signature',
    issue: 'Issue',
    return: 'Return',
    leg: 'Other agency’s part',
    timer: 'Waiting time',
    outside: 'Outside expert',
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

export const outcomeWords = words({
  vi: {
    result: 'Có kết quả',
    refused: 'Từ chối giải quyết',
    withdrawn: 'Dừng theo đề nghị của người nộp',
    unanswered: 'Đóng do không bổ sung',
    unresolvable: 'Không xử lý được',
    'not-accepted': 'Không tiếp nhận',
  },
  en: {
    result: 'Settled',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
    unanswered: 'Closed for want of a supplement',
    unresolvable: 'Could not be settled',
    'not-accepted': 'Not accepted',
  },
})

export const timelinessWords = words({
  vi: { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' },
  en: { early: 'Early', 'on-time': 'On time', late: 'Late' },
})

import { words } from '#platform/language.ts'

export const digestWords = words({
  vi: {
    title: 'Bản tin đầu ngày',
    of: (day: string) => `Bản tin ${day}`,
    today: 'Việc của bạn đến hạn hôm nay',
    late: 'Việc của bạn đã quá hạn',
    units: 'Đơn vị bạn phụ trách',
    unit: 'Đơn vị',
    dueToday: 'Đến hạn hôm nay',
    dueLate: 'Quá hạn',
    findings: 'Có nguy cơ bị bỏ quên',
    more: (count: number) => `và ${count} việc khác`,
    due: 'hạn',
    read: 'Đã đọc bản tin',
    done: 'Đã đánh dấu đọc bản tin.',
    whole: 'Xem bản tin',
    earlier: 'Các ngày trước',
    none: 'Chưa có bản tin nào.',
    noneHint: 'Bản tin được lập lúc 6:45 mỗi ngày làm việc cho ai có việc đến hạn, quá hạn hoặc phụ trách đơn vị có việc như vậy.',
  },
  en: {
    title: 'Morning digest',
    of: (day: string) => `Digest of ${day}`,
    today: 'Your work due today',
    late: 'Your work that is late',
    units: 'Units you answer for',
    unit: 'Unit',
    dueToday: 'Due today',
    dueLate: 'Late',
    findings: 'At risk of being forgotten',
    more: (count: number) => `and ${count} more`,
    due: 'due',
    read: 'Mark the digest as read',
    done: 'The digest is marked as read.',
    whole: 'See the digest',
    earlier: 'Earlier days',
    none: 'There is no digest yet.',
    noneHint: 'It is made at 6:45 of each working day for whoever has work due or late, or answers for a unit that has.',
  },
})

export type DigestText = ReturnType<typeof digestWords>

import { defineRights } from '#platform/rights.ts'

export const watchRights = defineRights({
  'watch.read': { vi: 'Xem cảnh báo hồ sơ có nguy cơ bị bỏ quên', en: 'Read the watchdog’s list' },
  'watch.answer-for-unit': { vi: 'Nhận nhắc việc với tư cách người đứng đầu đơn vị', en: 'Be reminded as the head of a unit' },
  'watch.answer-for-one-stop': {
    vi: 'Nhận nhắc việc với tư cách lãnh đạo Bộ phận Một cửa',
    en: 'Be reminded as the leader of the one-stop unit',
  },
})

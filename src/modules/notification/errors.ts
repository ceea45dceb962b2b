import { defineErrors } from '#platform/errors.ts'

export const notificationErrors = defineErrors({
  'notification.gone-already': {
    status: 409,
    vi: 'Thông báo này đã được gửi lúc khác. Không cần ghi nhận lần nữa.',
    en: 'This message has been sent already. There is nothing to record.',
  },
})

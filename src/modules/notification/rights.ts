import { defineRights } from '#platform/rights.ts'

export const notificationRights = defineRights({
  'notification.read-outgoing': { vi: 'Xem thông báo chờ gửi và đã gửi', en: 'Read messages to be sent and sent' },
  'notification.deliver-by-hand': { vi: 'Ghi nhận đã báo người nhận trực tiếp', en: 'Record that a message was delivered by hand' },
})

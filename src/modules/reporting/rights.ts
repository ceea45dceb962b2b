import { defineRights } from '#platform/rights.ts'

export const reportingRights = defineRights({
  'reporting.read': { vi: 'Xem số liệu', en: 'Read figures' },
  'reporting.export': { vi: 'Xuất báo cáo', en: 'Export reports' },
})

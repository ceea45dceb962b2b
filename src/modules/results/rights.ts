import { defineRights } from '#platform/rights.ts'

export const resultsRights = defineRights({
  'results.edit-template': { vi: 'Quản lý mẫu kết quả: tải lên, thay thế, ngừng dùng', en: 'Manage result templates: add, replace, end' },
})

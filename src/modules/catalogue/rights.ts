import { defineRights } from '#platform/rights.ts'

export const catalogueRights = defineRights({
  'catalogue.read': { vi: 'Xem danh mục thủ tục, kể cả bản nháp và các lần nhập', en: 'See the catalogue with drafts and imports' },
  'catalogue.import': { vi: 'Nhập danh mục thủ tục từ tệp', en: 'Import procedures from a file' },
  'catalogue.edit': { vi: 'Soạn nội dung thủ tục', en: 'Write the content of procedures' },
  'catalogue.publish': {
    vi: 'Công khai, đóng, mở lại thủ tục; quyết định dòng đáng ngờ',
    en: 'Publish, close and reopen procedures; decide suspicious rows',
  },
  'catalogue.edit-offers': { vi: 'Giao đơn vị tiếp nhận, giải quyết thủ tục', en: 'Say which units receive and settle a procedure' },
})

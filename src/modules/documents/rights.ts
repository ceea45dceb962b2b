import { defineRights } from '#platform/rights.ts'

export const documentsRights = defineRights({
  'documents.read': { vi: 'Xem tài liệu của hồ sơ', en: 'Read a dossier’s files' },
  'documents.upload': { vi: 'Tải tài liệu lên', en: 'Upload files' },
})

import { defineRights } from '#platform/rights.ts'

export const dossierRights = defineRights({
  'dossier.read': { vi: 'Xem hồ sơ', en: 'Read a dossier' },
  'dossier.search': { vi: 'Tìm hồ sơ', en: 'Search dossiers' },
})

import { defineRights } from '#platform/rights.ts'

export const papersRights = defineRights({
  'papers.print': { vi: 'In giấy tờ của hồ sơ', en: 'Print a dossier’s papers' },
  'papers.register': { vi: 'Lập, in và xuất sổ theo dõi hồ sơ', en: 'Make, print and export the dossier register' },
  'papers.hand-over': { vi: 'Lập và in danh sách bàn giao hồ sơ', en: 'Make and print hand-over lists' },
})

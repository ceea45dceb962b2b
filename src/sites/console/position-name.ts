import type { Language } from '#platform/language.ts'

/** Chức danh in the page's language. */
export const positionName = (
  officer: { positionName: string | null; positionNameEn: string | null },
  language: Language,
): string | undefined => (language === 'en' ? officer.positionNameEn : officer.positionName) ?? undefined

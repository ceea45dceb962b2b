import type { Language } from '#platform/language.ts'

/** Rows whose role carries its name in the page's language. */
export const withRoleName = <Row extends { roleName: string; roleNameEn: string }>(rows: readonly Row[], language: Language): Row[] =>
  language === 'en' ? rows.map((row) => ({ ...row, roleName: row.roleNameEn })) : [...rows]

/** What the pages about one officer share. */
import type { Officer, Role } from '#modules/identity/index.ts'
import type { Language } from '#platform/language.ts'
import type { Crumb, Option } from '#ui/index.ts'
import { officerWords } from './words.ts'

/** From all officers to this one and what is done with her. */
export const officerCrumbs = ({ id, fullName }: Officer, language: Language, here: string): Crumb[] => [
  { label: officerWords(language).officers, href: '/can-bo' },
  { label: fullName, href: `/can-bo/${id}` },
  { label: here },
]

export const roleChoices = (roles: readonly Role[], language: Language): Option[] =>
  roles.map(({ id, name, nameEn }) => ({ value: String(id), label: language === 'en' ? nameEn : name }))

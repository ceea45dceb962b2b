import { createContext, useContext } from 'hono/jsx'
import type { Language } from '#platform/language.ts'

/** The language of the page being rendered; the layouts provide it, so that components need no `language` prop. */
export const LanguageContext = createContext<Language>('vi')

export const useLanguage = (): Language => useContext(LanguageContext)

/** The words of a component in the page's language: `const text = useWords(copy)` where `copy = words({ vi, en })`. */
export const useWords = <W>(copy: (language: Language) => W): W => copy(useLanguage())

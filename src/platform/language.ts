/** Two languages; Vietnamese is the law's language and the default. */
export type Language = 'vi' | 'en'

/** Words of one page or component: English must have the same keys, which the type checks. */
export function words<const Vi extends Record<string, Word>>(both: { vi: Vi; en: { [Key in keyof Vi]: Widened<Vi[Key]> } }) {
  return (language: Language) => (language === 'en' ? both.en : both.vi) as { [Key in keyof Vi]: Widened<Vi[Key]> }
}

type Word = string | readonly string[] | ((...values: never[]) => string)
type Widened<W> = W extends string ? string : W extends readonly string[] ? readonly string[] : W

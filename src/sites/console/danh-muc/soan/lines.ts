/** Lists as people type them into one box: a line each; two facts of a line are parted by a bar. */

export const asLines = (items: string[]): string => items.join('\n')

export const fromLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Paragraphs may hold line breaks, so an empty line parts them. */
export const asParagraphs = (items: string[]): string => items.join('\n\n')

export const fromParagraphs = (text: string): string[] =>
  text
    .replace(/\r\n/g, '\n')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)

export const asPairs = (pairs: [string | null, string | null][]): string =>
  pairs.map(([first, second]) => [first ?? '', second ?? ''].join(' | ').replace(/ \| $/, '')).join('\n')

export const fromPairs = (text: string): [string | null, string | null][] =>
  fromLines(text).map((line) => {
    const [first = '', ...rest] = line.split('|')
    return [first.trim() || null, rest.join('|').trim() || null]
  })

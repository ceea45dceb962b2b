/** Text as it is stored: one Unicode form, no control characters, no blanks around; nothing left is null. */
export function cleanText(text: string | null | undefined): string | null {
  const clean = text
    ?.normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL refuses NUL, and the others are accidents of copying
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b\ufeff]/g, '')
    .trim()
  return clean || null
}

export const cleanList = (texts: (string | null | undefined)[] | null | undefined): string[] => [
  ...new Set((texts ?? []).map(cleanText).filter((text) => text !== null)),
]

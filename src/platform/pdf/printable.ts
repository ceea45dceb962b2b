/**
 * Text from outside made fit for a legal paper: composed (NFC), without control and invisible characters (a right-to-left mark could turn a name around),
 * and with □ for what the paper's font cannot draw.
 */
export type Printable = (text: string) => string

const MISSING = '□'

/** `coverages`: of each face; only what all of them can draw stays. */
export function createPrintable(coverages: ReadonlySet<number>[]): Printable {
  const [first = new Set<number>(), ...others] = coverages
  const drawn = new Set(
    [...first].filter((code) => others.every((other) => other.has(code)) && !INVISIBLE.test(String.fromCodePoint(code))),
  )
  const isDrawn = (character: string) => drawn.has(character.codePointAt(0) as number)
  return (text) => {
    let printed = ''
    for (const character of text.replace(/\r\n?/g, '\n').normalize('NFC')) {
      if (character === '\n' || isDrawn(character)) printed += character
      else if (character === '\t') printed += ' '
      else if (!INVISIBLE.test(character) && !COMBINING.test(character)) printed += MISSING
    }
    return printed
  }
}

const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u
const COMBINING = /\p{M}/u

/** Words broken into lines of at most so many characters, for pictures, which do not break lines themselves; what does not fit ends in `…`. */
export function wrapText(text: string, width: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.slice(0, most).map((line, at) => {
    const isCut = line.length > width || (at === most - 1 && lines.length > most)
    return isCut ? `${line.slice(0, width - 1).trimEnd()}…` : line
  })
}
